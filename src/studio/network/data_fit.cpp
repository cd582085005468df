// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/analysis.h"
#include "studio/network/last_activations.h"
#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::vector<std::int64_t> sideLengths(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

class DataFit {
public:
    DataFit(const Network& network, const DataShapes& data, Analysis& analysis)
        : m_network(network)
        , m_data(data)
        , m_analysis(analysis)
        , m_dataName(data.dataName.empty() ? "The data" : data.dataName) {}

    void check() {
        shapeNewInputs();
        checkInput();
        if (m_analysis.players.any()) // A discriminator says nothing of the data's targets.
            return;
        if (!m_analysis.output || m_analysis.output == m_analysis.input || m_data.outputs <= 0)
            return;
        const Layer& last = *m_network.layer(m_analysis.output);
        const std::optional<Shape>& given = m_analysis.layers.at(last.id).outputShape;
        if (!given)
            return;
        if (suits(*given))
            checkLastActivations(last, given->back(0));
        else if (given->rank() != 1)
            reportNotFlat(last, *given);
        else
            reportCount(last, *given);
    }

private:
    [[nodiscard]] Sentence wanted() const {
        const std::int64_t count = m_data.outputs;
        if (m_data.classes)
            return sentence("{} has {}", m_dataName,
                            count == 1 ? sentence("{} class", count) : sentence("{} classes", count));
        return sentence("{} has {} to predict", m_dataName,
                        count == 1 ? sentence("{} value", count) : sentence("{} values", count));
    }

    /// One output for each class or value; a single one can tell two classes apart. Values that are a picture
    /// may come out as one.
    [[nodiscard]] bool suits(const Shape& given) const {
        if (given.rank() > 1)
            return given == m_data.target;
        return given.rank() == 1 &&
               (given[0] == m_data.outputs || (m_data.classes && m_data.outputs == 2 && given[0] == 1));
    }

    NetworkProblem& report(NetworkProblemKind kind, Severity severity, Sentence sentence, LayerId where) {
        m_analysis.problems.push_back({.severity = severity,
                                       .sentence = std::move(sentence),
                                       .layer = where,
                                       .wire = {},
                                       .fixes = {},
                                       .kind = kind});
        return m_analysis.problems.back();
    }

    /// An Input that is offered should fit at once.
    void shapeNewInputs() {
        for (NetworkProblem& problem : m_analysis.problems)
            for (Fix& fix : problem.fixes)
                if (auto* add = std::get_if<Fix::AddLayer>(&fix.action);
                    add != nullptr && add->type == "input" && m_data.sample.rank() > 0)
                    add->settings =
                        settingsByRole(add->type, {{FieldRole::Shape, sideLengths(m_data.sample)}});
    }

    void checkInput() {
        if (!m_analysis.input)
            return;
        const Layer& input = *m_network.layer(m_analysis.input);
        const std::optional<Shape>& shape = m_analysis.layers.at(input.id).outputShape;
        if (shape && *shape == m_data.sample)
            keepInput(input.id);
        if (!shape || *shape == m_data.sample)
            return;
        NetworkProblem& problem = report(NetworkProblemKind::SampleShape, Severity::Error,
                                         sentence("The samples of {} are {}, but {:s} takes {}.",
                                                  m_data.dataName.empty() ? "the data" : m_dataName,
                                                  m_data.sample.text(), input.name, shape->text()),
                                         input.id);
        const Field* field = findField(findLayerType(input.type)->fields, FieldRole::Shape);
        if (field != nullptr && checkField(*field, sideLengths(m_data.sample)))
            problem.fixes.push_back(setFieldFix(input, *field, sideLengths(m_data.sample)));
    }

    /// An Input that fits the data stays, where what a generator makes for it can be changed as well.
    void keepInput(LayerId input) {
        for (NetworkProblem& problem : m_analysis.problems)
            if (problem.kind == NetworkProblemKind::MadeShape && problem.fixes.size() > 1)
                std::erase_if(problem.fixes, [&](const Fix& fix) {
                    const auto* set = std::get_if<Fix::SetField>(&fix.action);
                    return set != nullptr && set->layer == input;
                });
    }

    void reportNotFlat(const Layer& last, const Shape& given) {
        report(NetworkProblemKind::OutputNotFlat, Severity::Error,
               sentence("{}, so the network must end in a flat list of {}, but {:s} gives {}.", wanted(),
                        m_data.outputs, last.name, given.text()),
               last.id)
            .fixes = {{"Add Flatten", Fix::AddLayer{"flatten", {}, last.id, {}}}};
    }

    void reportCount(const Layer& last, const Shape& given) {
        NetworkProblem& problem = report(
            NetworkProblemKind::OutputCount, Severity::Error,
            sentence("{}, but {:s} gives {}.", wanted(), last.name,
                     given[0] == 1 ? sentence("{} number", given[0]) : sentence("{} numbers", given[0])),
            last.id);
        if (std::optional<Fix> fix = sizeFix(last))
            problem.fixes.push_back(std::move(*fix));
        problem.fixes.push_back(
            {sentence("Add Dense with {}", m_data.outputs),
             Fix::AddLayer{
                 "dense", settingsByRole("dense", {{FieldRole::OutputSize, m_data.outputs}}), last.id, {}}});
    }

    /// Sets the size of the last layer that has one, where that gives the right number at the end.
    [[nodiscard]] std::optional<Fix> sizeFix(const Layer& last) const {
        const Layer* layer = &last;
        for (std::size_t steps = 0; steps < m_network.layers().size(); ++steps) {
            const LayerType* type = findLayerType(layer->type);
            const Field* field = findField(type->fields, FieldRole::OutputSize);
            if (field != nullptr) {
                Fix fix = setFieldFix(*layer, *field, m_data.outputs);
                if (!checkField(*field, m_data.outputs))
                    return std::nullopt;
                const Analysis then = analyse(applyFix(m_network, fix));
                const auto facts = then.layers.find(then.output);
                const bool helps = facts != then.layers.end() && facts->second.outputShape &&
                                   suits(*facts->second.outputShape);
                return helps ? std::optional(std::move(fix)) : std::nullopt;
            }
            const std::vector<Wire> into = m_network.wiresInto(layer->id);
            if (into.size() != 1)
                return std::nullopt;
            layer = m_network.layer(into.front().from);
            if (findLayerType(layer->type) == nullptr)
                return std::nullopt;
        }
        return std::nullopt;
    }

    void checkLastActivations(const Layer& last, std::int64_t outputs) {
        for (const LayerId id : lastActivations(m_network, m_analysis))
            checkLastActivation(*m_network.layer(id), outputs, id == last.id);
    }

    void warn(const Layer& layer, std::int64_t outputs, Sentence sentence, const std::string& better) {
        const ActivationSetting activation = activationSetting(layer, *findLayerType(layer.type));
        // A layer that has no such activation, as a recurrent one, gets one behind it that has.
        Fix fix =
            checkField(*activation.field, better)
                ? setFieldFix(layer, *activation.field, better)
                : Fix{"Add Dense", Fix::AddLayer{"dense",
                                                 settingsByRole("dense", {{FieldRole::OutputSize, outputs},
                                                                          {FieldRole::Activation, better}}),
                                                 m_analysis.output,
                                                 {}}};
        report(NetworkProblemKind::LastActivation, Severity::Warning, std::move(sentence), layer.id).fixes = {
            std::move(fix)};
    }

    void checkLastActivation(const Layer& layer, std::int64_t outputs, bool isLast) {
        const std::string name = activationSetting(layer, *findLayerType(layer.type)).value;
        const bool probabilities = name == "softmax" || name == "sigmoid";
        if (!m_data.classes) {
            checkRange(layer, outputs, name);
        } else if (isLast && outputs > 1 && name == "sigmoid") {
            warn(layer, outputs,
                 sentence("{:s} ends in a sigmoid, which looks at each class alone; a softmax weighs the "
                          "{} classes "
                          "against each other.",
                          layer.name, m_data.outputs),
                 "softmax");
        } else if (!probabilities) {
            const std::string words = outputs > 1 ? "softmax" : "sigmoid";
            warn(layer, outputs,
                 sentence("{:s} ends in {}, which cuts off or bends the scores of the classes; {} makes them "
                          "probabilities.",
                          layer.name, name, words),
                 isLast ? words : "linear");
        }
    }

    /// Numbers that the last activation can't give can't be learned.
    void checkRange(const Layer& layer, std::int64_t outputs, const std::string& name) {
        const std::string data = m_data.dataName.empty() ? "the data" : m_dataName;
        if (name == "softmax" && outputs > 1) {
            warn(layer, outputs,
                 sentence("{:s} ends in a softmax, whose numbers always add up to 1; the values of {} "
                          "hardly do.",
                          layer.name, data),
                 "linear");
            return;
        }
        if (!m_data.targets)
            return;
        const auto [lowest, highest] = *m_data.targets;
        const double least = name == "tanh" ? -1 : 0;
        const bool below = m_data.targets->isBelow(least);
        if ((name == "sigmoid" || name == "tanh") && (below || m_data.targets->isAbove(1)))
            warn(layer, outputs,
                 sentence("{:s} ends in {}, which gives numbers from {} to 1, but the values of {} go from "
                          "{:g} to {:g}.",
                          layer.name, name, least, data, lowest, highest),
                 "linear");
        else if (name == "relu" && below)
            warn(layer, outputs,
                 sentence("{:s} ends in relu, which gives nothing below 0, but the values of {} go from "
                          "{:g} to {:g}.",
                          layer.name, data, lowest, highest),
                 "linear");
    }

    const Network& m_network;
    const DataShapes& m_data;
    Analysis& m_analysis;
    std::string m_dataName;
};

} // namespace

Analysis analyse(const Network& network, const DataShapes& data) {
    Analysis analysis = analyse(network);
    DataFit(network, data, analysis).check();
    std::ranges::stable_sort(analysis.problems, {}, &NetworkProblem::severity);
    return analysis;
}

} // namespace protomind
