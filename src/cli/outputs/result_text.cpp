// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/result_text.h"

#include "engine/base/letter_case.h"

#include <fmt/format.h>

#include <cmath>

namespace protomind {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

Json numbers(std::span<const float> values) {
    Json all = Json::array();
    for (const float value : values)
        all.push_back(number(static_cast<double>(value)));
    return all;
}

Json numbers(std::span<const double> values) {
    Json all = Json::array();
    for (const double value : values)
        all.push_back(number(value));
    return all;
}

Json valueOf(const LensCell& cell) {
    return cell.value ? number(*cell.value) : Json();
}

const char* nameOfColours(PictureColours colours) {
    return colours == PictureColours::AsItIs       ? "as_it_is"
           : colours == PictureColours::Sequential ? "sequential"
                                                   : "diverging";
}

const char* nameOfKind(ChartKind kind) {
    return kind == ChartKind::Lines ? "lines" : kind == ChartKind::Bars ? "bars" : "histogram";
}

const char* nameOfSplit(Split split) {
    return split == Split::Test         ? "test"
           : split == Split::Validation ? "validation"
           : split == Split::Training   ? "training"
                                        : "unseen";
}

Json jsonOfTable(const LensTable& table) {
    Json cells = Json::array();
    for (const std::vector<LensCell>& row : table.cells) {
        Json& line = cells.emplace_back(Json::array());
        for (const LensCell& cell : row) {
            Json samples = Json::array();
            for (const LensSample& sample : cell.samples)
                samples.push_back({{"index", sample.index}, {"sentence", sample.sentence}});
            Json one{{"text", cell.text}, {"value", valueOf(cell)}};
            if (!samples.empty())
                one["samples"] = std::move(samples);
            line.push_back(std::move(one));
        }
    }
    return {{"name", table.name},       {"title", table.title}, {"corner", table.corner},
            {"columns", table.columns}, {"rows", table.rows},   {"cells", std::move(cells)}};
}

const char* nameOfPlace(NumberPlace::Kind kind) {
    switch (kind) {
        using enum NumberPlace::Kind;
    case Output:
        return "output";
    case Input:
        return "input";
    case Batch:
        return "batch";
    case Variable:
        return "variable";
    case Inner:
        return "stage";
    case Step:
        return "step";
    case Constant:
        return "constant";
    }
    std::unreachable();
}

const char* nameOfArithmetic(ArithmeticKind kind) {
    switch (kind) {
        using enum ArithmeticKind;
    case Sum:
        return "sum";
    case Mean:
        return "mean";
    case Maximum:
        return "maximum";
    case Quotient:
        return "quotient";
    case Function:
        return "function";
    }
    std::unreachable();
}

const char* nameOfMarks(PlaneMarks marks) {
    return marks == PlaneMarks::Points ? "points" : marks == PlaneMarks::Arrows ? "arrows" : "curves";
}

std::vector<std::int64_t> axesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

Json jsonOfArray(const LensArray& array) {
    return {{"name", array.name},
            {"shape", axesOf(array.numbers.shape)},
            {"values", numbers(array.numbers.values)}};
}

Json jsonOfPlane(const LensPlane& plane) {
    Json one{{"title", plane.title}, {"x_label", plane.xLabel}, {"y_label", plane.yLabel},
             {"left", plane.left},   {"right", plane.right},    {"bottom", plane.bottom},
             {"top", plane.top}};
    if (!plane.map.values.empty())
        one["map"] = {{"title", plane.mapTitle},
                      {"shape", axesOf(plane.map.shape)},
                      {"low", plane.mapLow},
                      {"high", plane.mapHigh},
                      {"low_title", plane.lowTitle},
                      {"high_title", plane.highTitle},
                      {"values", numbers(plane.map.values)}};
    Json& layers = one["layers"] = Json::array();
    for (const PlaneLayer& layer : plane.layers)
        layers.push_back({{"name", layer.name},
                          {"title", layer.title},
                          {"marks", nameOfMarks(layer.marks)},
                          {"shown", layer.shown},
                          {"shape", axesOf(layer.at.shape)},
                          {"values", numbers(layer.at.values)}});
    return one;
}

Json jsonOfLayer(const LensLayer& layer) {
    Json one{{"inputs", Json::array()}, {"output", jsonOfArray(layer.output)}};
    for (const LensArray& input : layer.inputs)
        one["inputs"].push_back(jsonOfArray(input));
    if (layer.channel < 0)
        return one;
    one["channel"] = layer.channel;
    for (const LensArray& weights : layer.weights)
        one["weights"].push_back(jsonOfArray(weights));
    if (!layer.parts.values.empty())
        one["parts"] = jsonOfArray({"parts", layer.parts});
    return one;
}

Json jsonOfWeight(const LensWeightPass& weight) {
    Json one{{"variable", weight.variable},
             {"shape", axesOf(weight.before.shape)},
             {"before", numbers(weight.before.values)}};
    if (!weight.gradient.values.empty())
        one["gradient"] = numbers(weight.gradient.values);
    if (!weight.penaltyGradient.values.empty())
        one["penalty_gradient"] = numbers(weight.penaltyGradient.values);
    one["after"] = numbers(weight.after.values);
    return one;
}

Json jsonOfPass(const LensLayerPass& layer) {
    Json one{{"layer", layer.layer}, {"output", jsonOfArray({layer.layer, layer.output})}};
    if (!layer.logits.values.empty())
        one["logits"] = jsonOfArray({"logits", layer.logits});
    one["output_gradient"] = jsonOfArray({layer.layer, layer.outputGradient});
    Json& passedOn = one["passed_on"] = Json::array();
    for (const LensArray& share : layer.passedOn)
        passedOn.push_back(jsonOfArray(share));
    Json& weights = one["weights"] = Json::array();
    for (const LensWeightPass& weight : layer.weights)
        weights.push_back(jsonOfWeight(weight));
    return one;
}

Json jsonOfStep(const LensStep& step);

Json jsonOfFollowed(const LensFollowedWeight& weight) {
    Json terms = Json::array();
    for (const LensStepTerm& term : weight.terms) {
        Json& one = terms.emplace_back(
            Json{{"name", term.name}, {"symbol", term.symbol}, {"before", number(term.before)}});
        if (term.after)
            one["after"] = number(*term.after);
    }
    Json one{{"variable", weight.variable},
             {"at", weight.at},
             {"optimizer", weight.optimizer},
             {"formula", weight.formula},
             {"terms", std::move(terms)}};
    if (!weight.share.terms.empty())
        one["share"] = jsonOfStep(weight.share);
    return one;
}

Json jsonOfTrainingStep(const LensTrainingStep& step) {
    Json one{{"training_samples", step.trainingSamples},
             {"batch", step.batch},
             {"place", step.place},
             {"sample", jsonOfArray({"sample", step.sample})},
             {"target", step.target},
             {"loss", number(step.loss)}};
    if (step.penalty >= 0)
        one["penalty"] = number(step.penalty);
    one["sample_loss"] = number(step.sampleLoss);
    one["learning_rate"] = number(step.learningRate);
    Json& layers = one["layers"] = Json::array();
    for (const LensLayerPass& layer : step.layers)
        layers.push_back(jsonOfPass(layer));
    one["weight"] = jsonOfFollowed(step.weight);
    return one;
}

Json jsonOfStep(const LensStep& step) {
    Json terms = Json::array();
    for (const LensTerm& term : step.terms) {
        Json factors = Json::array();
        for (const LensFactor& factor : term.factors)
            factors.push_back({{"name", factor.name},
                               {"place", nameOfPlace(factor.place.kind)},
                               {"at", factor.at},
                               {"value", number(factor.value)}});
        terms.push_back({{"value", number(term.value)}, {"factors", std::move(factors)}});
    }
    Json one{{"symbol", step.symbol}, {"kind", nameOfArithmetic(step.kind)}, {"terms", std::move(terms)}};
    if (step.folded > 0) {
        one["folded"] = step.folded;
        one["folded_sum"] = number(step.foldedSum);
    }
    if (step.kind == ArithmeticKind::Function)
        one["function"] = step.function;
    one["value"] = number(step.value);
    return one;
}

Json jsonOfWorking(const LensWorking& working) {
    Json steps = Json::array();
    for (const LensStep& step : working.steps)
        steps.push_back(jsonOfStep(step));
    Json one{{"name", working.name},
             {"stage", working.which},
             {"at", working.at},
             {"steps", std::move(steps)},
             {"value", number(working.value)}};
    if (working.given)
        one["given"] = number(*working.given);
    if (!working.window.empty())
        one["window"] = working.window;
    if (!working.receptiveField.empty())
        one["receptive_field"] = working.receptiveField;
    Json& stages = one["stages"] = Json::array();
    for (const LensNumbers& numbers : working.numbers)
        stages.push_back(
            {{"title", numbers.title}, {"symbol", numbers.symbol}, {"shape", axesOf(numbers.shape)}});
    return one;
}

} // namespace

Json jsonOfCodes(const LensResult& result) {
    Json all = Json::array();
    for (const LensCode& code : result.codes)
        all.push_back({{"title", code.title},
                       {"name", code.name},
                       {"layers", code.layers},
                       {"note", code.note},
                       {"language", code.language},
                       {"text", code.text}});
    return all;
}

Json jsonOf(const LensResult& result) {
    Json all{{"sentences", result.sentences}, {"step", result.step}, {"split", nameOfSplit(result.split)}};
    Json& pictures = all["pictures"] = Json::array();
    for (const LensPicture& picture : result.pictures) {
        Json& one = pictures.emplace_back(Json{{"title", picture.title},
                                               {"group", picture.group},
                                               {"shape", axesOf(picture.values.shape)},
                                               {"colours", nameOfColours(picture.colours)},
                                               {"low", picture.low},
                                               {"high", picture.high},
                                               {"neutral", picture.neutral},
                                               {"values", numbers(picture.values.values)}});
        for (const LensPoint& point : picture.path)
            one["path"].push_back({point.x, point.y});
    }
    for (const LensPlane& plane : result.planes)
        all["planes"].push_back(jsonOfPlane(plane));
    Json& charts = all["charts"] = Json::array();
    for (const LensChart& chart : result.charts) {
        Json curves = Json::array();
        for (const LensCurve& curve : chart.curves)
            curves.push_back({{"name", curve.name}, {"x", numbers(curve.x)}, {"y", numbers(curve.y)}});
        charts.push_back({{"title", chart.title},
                          {"group", chart.group},
                          {"kind", nameOfKind(chart.kind)},
                          {"x_label", chart.xLabel},
                          {"y_label", chart.yLabel},
                          {"labels", chart.labels},
                          {"curves", std::move(curves)}});
    }
    Json& tables = all["tables"] = Json::array();
    for (const LensTable& table : result.tables)
        tables.push_back(jsonOfTable(table));
    if (!result.codes.empty())
        all["codes"] = jsonOfCodes(result);
    for (const LensWorking& working : result.workings)
        all["workings"].push_back(jsonOfWorking(working));
    for (const LensLayer& layer : result.layers)
        all["layers"].push_back(jsonOfLayer(layer));
    for (const LensTrainingStep& step : result.trainingSteps)
        all["training_steps"].push_back(jsonOfTrainingStep(step));
    all["figures"] = figuresOf(result);
    return all;
}

Json figuresOf(const LensResult& result) {
    Json all = Json::object();
    for (const LensFigure& figure : result.figures)
        all[figure.name] = number(figure.value);
    for (const LensTable& table : result.tables) {
        if (table.matrix) {
            Json& rows = all[table.name] = Json::array();
            for (const std::vector<LensCell>& row : table.cells) {
                Json& line = rows.emplace_back(Json::array());
                for (const LensCell& cell : row)
                    line.push_back(valueOf(cell));
            }
            continue;
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            Json values = Json::array();
            for (const std::vector<LensCell>& row : table.cells)
                values.push_back(valueOf(row[column]));
            const std::string name = inSmallLetters(table.columns[column]);
            if (!all.contains(name))
                all[name] = std::move(values);
        }
    }
    return all;
}

} // namespace protomind
