// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/analysis.h"

#include "studio/network/last_activations.h"
#include "studio/network/limits.h"
#include "studio/network/network_validator.h"
#include "studio/network/players_check.h"
#include "studio/network/settings_check.h"
#include "studio/network/shape_mismatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace protomind {

namespace {

std::int64_t saturatingSum(std::int64_t a, std::int64_t b) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    return b > kMost - a ? kMost : a + b;
}

/// Walks the cards in order of evaluation and works out shapes and sizes.
class Evaluation {
public:
    Evaluation(const Network& network, const NetworkValidator& drawing, Analysis& analysis)
        : m_network(network)
        , m_drawing(drawing)
        , m_analysis(analysis) {
        for (const Layer& layer : network.layers())
            m_analysis.layers.emplace(layer.id, LayerFacts{});
        for (const std::size_t index : drawing.topology().order)
            evaluate(index);
    }

private:
    void evaluate(std::size_t index) {
        const Card& card = m_drawing.cards()[index];
        const Layer& layer = m_network.layers()[index];
        if (card.type == nullptr || !card.settingsFit || !card.inputsComplete || card.isolated)
            return;
        LayerFacts& facts = m_analysis.layers.at(layer.id);
        std::vector<const Wire*> wires;
        std::vector<Shape> shapes;
        // An Input's shape is its own, whatever a generator makes for it.
        for (const std::size_t wire : card.type->inputs == 0 ? std::vector<std::size_t>() : card.in) {
            wires.push_back(&m_network.wires()[wire]);
            const std::optional<Shape>& shape = m_analysis.layers.at(wires.back()->from).outputShape;
            if (!shape)
                return;
            shapes.push_back(*shape);
        }
        facts.inputShapes = shapes;
        const Result<Shape> output = card.type->outputShape(layer.settings, shapes);
        if (!output) {
            m_analysis.problems.push_back(
                shapeMismatch(m_network, layer, *card.type, wires, shapes, output.error()));
            return;
        }
        facts.outputShape = *output;
        facts.parameters = card.type->parameters(layer.settings, shapes);
        facts.multiplyAdds = card.type->multiplyAdds(layer.settings, shapes);
        if (!card.reached)
            return;
        m_analysis.order.push_back(layer.id);
        m_analysis.parameters = saturatingSum(m_analysis.parameters, facts.parameters.count);
        m_analysis.multiplyAdds = saturatingSum(m_analysis.multiplyAdds, facts.multiplyAdds);
    }

    const Network& m_network;
    const NetworkValidator& m_drawing;
    Analysis& m_analysis;
};

/// The largest whole value of a layer's own size setting with which all parameters stay within the limit.
std::optional<Fix> shrinkFix(const Layer& layer, const LayerType& type, const LayerFacts& facts,
                             std::int64_t allowed) {
    const Field* field = findField(type.fields, FieldRole::OutputSize);
    if (field == nullptr)
        return std::nullopt;
    const auto countWith = [&](std::int64_t size) {
        Settings settings = layer.settings;
        settings[field->name] = size;
        return type.outputShape(settings, facts.inputShapes)
                   ? type.parameters(settings, facts.inputShapes).count
                   : std::numeric_limits<std::int64_t>::max();
    };
    std::int64_t fits = 0;
    for (std::int64_t step = std::int64_t{1} << 20; step > 0; step /= 2)
        if (static_cast<double>(fits + step) <= field->maximum && countWith(fits + step) <= allowed)
            fits += step;
    return fits >= 1 && checkField(*field, fits) ? std::optional(setFieldFix(layer, *field, fits))
                                                 : std::nullopt;
}

void checkParameters(const Network& network, Analysis& analysis) {
    if (analysis.parameters <= kMaxParameters)
        return;
    const auto countOf = [&](LayerId id) { return analysis.layers.at(id).parameters.count; };
    const LayerId largest = *std::ranges::max_element(analysis.order, {}, countOf);
    const Layer& layer = *network.layer(largest);
    NetworkProblem problem{
        .severity = Severity::Error,
        .sentence = sentence(
            "The network has {} million parameters, and {:s} alone has {} million; at most {} million "
            "are possible here.",
            analysis.parameters / 1'000'000, layer.name, countOf(largest) / 1'000'000,
            kMaxParameters / 1'000'000),
        .layer = largest,
        .wire = {},
        .fixes = {},
        .kind = NetworkProblemKind::TooManyParameters};
    const std::int64_t others = analysis.parameters - countOf(largest);
    if (others < kMaxParameters)
        if (auto fix = shrinkFix(layer, *findLayerType(layer.type), analysis.layers.at(largest),
                                 kMaxParameters - others))
            problem.fixes.push_back(std::move(*fix));
    problem.fixes.push_back(removeLayerFix(layer));
    analysis.problems.push_back(std::move(problem));
}

/// A last activation that makes probabilities of what has been made into probabilities before. Gives those
/// before.
std::vector<LayerId> checkTwice(const Network& network, Analysis& analysis) {
    if (!analysis.output || !analysis.layers.at(analysis.output).outputShape)
        return {};
    const Layer& last = *network.layer(analysis.output);
    const LayerType& type = *findLayerType(last.type);
    const ActivationSetting again = activationSetting(last, type);
    if (type.category != LayerCategory::Activation || !givesProbabilities(again))
        return {};
    std::vector<LayerId> twice;
    for (const LayerId id : activationsBefore(network, analysis, last.id)) {
        const Layer& layer = *network.layer(id);
        const ActivationSetting first = activationSetting(layer, *findLayerType(layer.type));
        if (!givesProbabilities(first))
            continue;
        twice.push_back(id);
        analysis.problems.push_back(
            {.severity = Severity::Warning,
             .sentence = sentence("{:s} has made probabilities with {} already; {:s} squeezes them once "
                                  "more with {}, so that the network can never be sure.",
                                  layer.name, first.value, last.name, again.value),
             .layer = id,
             .wire = {},
             .fixes = {setFieldFix(layer, *first.field, std::string("linear"))},
             .kind = NetworkProblemKind::AppliedTwice});
    }
    return twice;
}

void checkSoftmax(const Network& network, Analysis& analysis) {
    std::vector<LayerId> atTheEnd = checkTwice(network, analysis);
    std::ranges::copy(lastActivations(network, analysis), std::back_inserter(atTheEnd));
    for (const LayerId id : analysis.order) {
        const Layer& layer = *network.layer(id);
        const ActivationSetting activation = activationSetting(layer, *findLayerType(layer.type));
        if (activation.field == nullptr || activation.value != "softmax")
            continue;
        if (std::ranges::find(atTheEnd, id) == atTheEnd.end() && id != analysis.players.maker &&
            std::ranges::find(network.wires(), id, &Wire::from) != network.wires().end())
            analysis.problems.push_back(
                {.severity = Severity::Warning,
                 .sentence = sentence(
                     "{:s} has a softmax, but other layers follow: it squeezes what they get into shares "
                     "of one. It belongs at the end.",
                     layer.name),
                 .layer = id,
                 .wire = {},
                 .fixes = {setFieldFix(layer, *activation.field, std::string("relu"))},
                 .kind = NetworkProblemKind::SoftmaxInside});
        else if (analysis.layers.at(id).outputShape->elementCount() == 1)
            analysis.problems.push_back(
                {.severity = Severity::Warning,
                 .sentence =
                     sentence("{:s} has a softmax over a single number, which is always 1. A sigmoid can say "
                              "anything from 0 to 1.",
                              layer.name),
                 .layer = id,
                 .wire = {},
                 .fixes = {setFieldFix(layer, *activation.field, std::string("sigmoid"))},
                 .kind = NetworkProblemKind::SingleSoftmax});
    }
}

} // namespace

bool Analysis::runnable() const {
    return std::ranges::none_of(
        problems, [](const NetworkProblem& problem) { return problem.severity == Severity::Error; });
}

Analysis analyse(const Network& network) {
    Analysis analysis;
    NetworkValidator drawing(network);
    analysis.problems = drawing.takeProblems();
    analysis.input = drawing.input();
    analysis.output = drawing.output();
    analysis.players = drawing.players();
    Evaluation(network, drawing, analysis);
    checkParameters(network, analysis);
    checkSoftmax(network, analysis);
    checkPlayers(network, analysis);
    std::ranges::stable_sort(analysis.problems, {}, &NetworkProblem::severity);
    return analysis;
}

} // namespace protomind
