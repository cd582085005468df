// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/network_validator.h"

#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace protomind {

namespace {

constexpr const char* kInputType = "input";
/// A fix that draws a wire looks at the whole drawing; in a hostile file not every card gets one.
constexpr std::size_t kMostWiringFixes = 32;
constexpr std::size_t kMostNamesListed = 4;

} // namespace

NetworkValidator::NetworkValidator(const Network& network)
    : m_network(network)
    , m_topology(network)
    , m_players(playersOf(network, m_topology))
    , m_cards(network.layers().size())
    , m_wireCounts(network.wires().size(), true) {
    checkNames();
    checkSettings();
    checkWires();
    checkCircles();
    findInputs();
    findReached();
    for (std::size_t index = 0; index < m_cards.size(); ++index)
        checkInputsOf(index);
    findOutputs();
    checkGenerator();
}

bool NetworkValidator::isInput(std::size_t index) const {
    return protomind::isInput(layer(index));
}

NetworkProblem& NetworkValidator::report(NetworkProblemKind kind, Severity severity, Sentence sentence,
                                         LayerId where) {
    m_problems.push_back({.severity = severity,
                          .sentence = std::move(sentence),
                          .layer = where,
                          .wire = {},
                          .fixes = {},
                          .kind = kind});
    return m_problems.back();
}

/// "Dense, Dense 2 and Dense 3"
Sentence NetworkValidator::listed(const std::vector<std::size_t>& layers) const {
    std::string text = layer(layers.front()).name;
    const std::size_t shown = layers.size() <= kMostNamesListed ? layers.size() - 1 : kMostNamesListed - 1;
    for (std::size_t index = 1; index < shown; ++index)
        text += ", " + layer(layers[index]).name;
    if (layers.size() > kMostNamesListed)
        text += ", …";
    return layers.size() == 1 ? Sentence::name(text)
                              : sentence("{:s} and {:s}", text, layer(layers.back()).name);
}

void NetworkValidator::checkNames() {
    std::unordered_map<std::string_view, std::size_t> first;
    for (const Layer& layer : m_network.layers()) {
        const LayerType* type = findLayerType(layer.type);
        const std::string& title = type != nullptr ? type->title : layer.type;
        const bool taken = !layer.name.empty() && !first.emplace(layer.name, 0).second;
        if (!layer.name.empty() && !taken)
            continue;
        const std::string free = m_network.freeName(taken ? layer.name : title);
        report(NetworkProblemKind::BadName, Severity::Error,
               taken ? sentence("Two layers are called {:s}; each needs a name of its own.", layer.name)
                     : sentence("A layer of type {} has no name.", title),
               layer.id)
            .fixes = {{sentence("Call it {:s}", free), Fix::RenameLayer{layer.id, free}}};
    }
}

void NetworkValidator::checkSettings() {
    for (std::size_t index = 0; index < m_cards.size(); ++index) {
        Card& card = m_cards[index];
        const Layer& layer = this->layer(index);
        card.type = findLayerType(layer.type);
        if (card.type == nullptr) {
            report(NetworkProblemKind::UnknownType, Severity::Error,
                   sentence("{:s} is a layer of type “{:s}”, which this version doesn't know. Perhaps a "
                            "newer version of "
                            "Protomind drew it.",
                            layer.name, layer.type),
                   layer.id)
                .fixes = {removeLayerFix(layer)};
            continue;
        }
        for (NetworkProblem& problem : settingsProblems(layer, *card.type)) {
            card.settingsFit = card.settingsFit && problem.severity != Severity::Error;
            m_problems.push_back(std::move(problem));
        }
    }
}

void NetworkValidator::checkWires() {
    for (std::size_t index = 0; index < m_cards.size(); ++index)
        checkWiresInto(index);
    for (std::size_t index = 0; index < m_cards.size(); ++index)
        for (const std::size_t wire : m_topology.wiresFrom[index])
            if (m_wireCounts[wire])
                m_cards[index].out.push_back(wire);
}

/// What is wrong with a wire into a layer; empty where nothing is.
Sentence NetworkValidator::wrongOf(const Wire& wire, const Card& card, const Layer& target) const {
    const std::string& source = m_network.layer(wire.from)->name;
    const auto sameSource = [&](std::size_t other) { return m_network.wires()[other].from == wire.from; };
    const auto samePort = [&](std::size_t other) { return m_network.wires()[other].port == wire.port; };
    if (card.type == nullptr)
        return {};
    if (isLatent(target))
        return sentence("A wire goes from {:s} into {:s}, but that is where random numbers come in.", source,
                        target.name);
    const bool made = protomind::isInput(target) && m_players.isGenerators(wire.from);
    if (card.type->inputs == 0 && !made)
        return sentence("A wire goes from {:s} into {:s}, but that is where the samples come in.", source,
                        target.name);
    if (wire.port >= portsOf(target, m_players))
        return sentence("The wire from {:s} goes into input {} of {:s}, which it does not have.", source,
                        wire.port + 1, target.name);
    if (card.type->inputs == kAnyNumberOfInputs)
        return std::ranges::any_of(card.in, sameSource)
                   ? sentence("{:s} is wired to {:s} twice.", source, target.name)
                   : Sentence();
    if (std::ranges::any_of(card.in, samePort))
        return sentence("{:s} and {:s} are both wired to the one input of {:s}.",
                        m_network.layer(m_network.wires()[card.in.back()].from)->name, source, target.name);
    return {};
}

void NetworkValidator::checkWiresInto(std::size_t index) {
    Card& card = m_cards[index];
    const Layer& target = layer(index);
    for (const std::size_t number : m_topology.wiresInto[index]) {
        const Wire& wire = m_network.wires()[number];
        Sentence wrong = wrongOf(wire, card, target);
        if (wrong.empty()) {
            card.in.push_back(number);
            continue;
        }
        m_wireCounts[number] = false;
        NetworkProblem& problem =
            report(NetworkProblemKind::InvalidWire, Severity::Error, std::move(wrong), target.id);
        problem.wire = wire.id;
        problem.fixes = {{sentence("Remove the wire from {:s}", m_network.layer(wire.from)->name),
                          Fix::RemoveWire{wire.id}}};
    }
}

void NetworkValidator::checkCircles() {
    for (const Topology::Circle& circle : m_topology.circles) {
        if (!m_wireCounts[circle.wire])
            continue;
        const Wire& wire = m_network.wires()[circle.wire];
        NetworkProblem& problem =
            report(NetworkProblemKind::Circle, Severity::Error,
                   circle.layers.size() == 1
                       ? sentence("{:s} feeds itself.", layer(circle.layers[0]).name)
                       : sentence("{} form a circle, so each waits for the other.", listed(circle.layers)),
                   wire.to);
        problem.wire = wire.id;
        problem.fixes = {{sentence("Remove the wire from {:s} to {:s}", m_network.layer(wire.from)->name,
                                   m_network.layer(wire.to)->name),
                          Fix::RemoveWire{wire.id}}};
    }
}

void NetworkValidator::findInputs() {
    for (std::size_t index = 0; index < m_cards.size(); ++index)
        if (isInput(index))
            m_inputs.push_back(index);
    std::ranges::stable_partition(m_inputs, [&](std::size_t index) { return !m_cards[index].out.empty(); });
    if (m_inputs.empty() && m_players.any())
        return; // checkGenerator says it
    if (m_inputs.empty()) {
        NetworkProblem& problem =
            report(NetworkProblemKind::NoInput, Severity::Error,
                   m_cards.empty() ? "The network is empty: begin with an Input."
                                   : "The network has no Input, so no samples can come in.");
        LayerId begin;
        for (const std::size_t index : m_topology.order)
            if (!begin && m_cards[index].type != nullptr && m_cards[index].type->inputs == 1 &&
                m_cards[index].in.empty())
                begin = layer(index).id;
        problem.fixes = {{"Add Input", Fix::AddLayer{kInputType, {}, {}, begin}}};
        return;
    }
    if (m_inputs.size() == 1)
        m_input = layer(m_inputs[0]).id;
    for (std::size_t extra = 1; extra < m_inputs.size(); ++extra) {
        const Layer& other = layer(m_inputs[extra]);
        report(NetworkProblemKind::SeveralInputs, Severity::Error,
               sentence("{:s} is a second Input beside {:s}; a network has one.", other.name,
                        layer(m_inputs[0]).name),
               other.id)
            .fixes = {removeLayerFix(other)};
    }
}

void NetworkValidator::findReached() {
    for (const std::size_t index : m_topology.order) {
        Card& card = m_cards[index];
        card.isolated =
            m_topology.wiresInto[index].empty() && m_topology.wiresFrom[index].empty() && !isInput(index);
        card.generators = m_players.isGenerators(layer(index).id);
        const bool begins = isInput(index) || (isLatent(layer(index)) && !card.isolated);
        card.reached = begins || std::ranges::any_of(card.in, [&](std::size_t wire) {
                           return !m_topology.closesCircle[wire] &&
                                  m_cards[m_topology.indexOf(m_network.wires()[wire].from)].reached;
                       });
    }
}

/// By layer: itself, and all that its wires lead to; what lies past an Input perhaps.
std::vector<bool> NetworkValidator::behind(std::size_t index, bool pastInputs) const {
    std::vector<bool> after(m_cards.size(), false);
    after[index] = true;
    std::vector<std::size_t> waiting{index};
    while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        for (const std::size_t wire : m_topology.wiresFrom[at]) {
            const std::size_t target = m_topology.indexOf(m_network.wires()[wire].to);
            if (!after[target] && (pastInputs || !isInput(target))) {
                after[target] = true;
                waiting.push_back(target);
            }
        }
    }
    return after;
}

/// A wire from the nearest layer to the left that nothing follows yet, or else from the Input.
std::vector<Fix> NetworkValidator::wiringFixes(std::size_t index) const {
    const std::vector<bool> after = behind(index, true);
    bool judges = false; // What a generator makes goes into the Input alone.
    if (m_players.any()) {
        const std::vector<bool> near = behind(index, false);
        for (const LayerId id : m_players.discriminator)
            judges = judges || near[m_topology.indexOf(id)];
    }
    const Card& card = m_cards[index];
    const auto score = [&](std::size_t other) { // the least is the best
        const double distance = layer(index).position.x - layer(other).position.x;
        return std::tuple(!m_cards[other].reached, !m_cards[other].out.empty(), distance <= 0,
                          std::abs(distance));
    };
    std::optional<std::size_t> best;
    for (std::size_t other = 0; other < m_cards.size(); ++other) {
        const bool wiredAlready = std::ranges::any_of(
            card.in, [&](std::size_t wire) { return m_network.wires()[wire].from == layer(other).id; });
        if (!after[other] && !wiredAlready && m_cards[other].type != nullptr &&
            !(judges && m_cards[other].generators) && (!best || score(other) < score(*best)))
            best = other;
    }
    if (!best)
        return {};
    int port = 0;
    if (card.type != nullptr && card.type->inputs != kAnyNumberOfInputs)
        for (const std::size_t wire : card.in)
            port += m_network.wires()[wire].port == port ? 1 : 0;
    return {{sentence("Wire {:s} to {:s}", layer(*best).name, layer(index).name),
             Fix::AddWire{layer(*best).id, layer(index).id, port}}};
}

void NetworkValidator::checkInputsOf(std::size_t index) {
    Card& card = m_cards[index];
    const Layer& layer = this->layer(index);
    if (card.type == nullptr)
        return;
    const bool merging = card.type->inputs == kAnyNumberOfInputs;
    const std::size_t needed = merging ? 2 : static_cast<std::size_t>(card.type->inputs);
    const bool inCircle =
        std::ranges::any_of(card.in, [&](std::size_t wire) { return m_topology.closesCircle[wire]; });
    card.inputsComplete = card.in.size() >= needed && !inCircle;
    if (card.in.size() >= needed && !(card.isolated && isLatent(layer))) {
        if (!card.reached && !inCircle && !m_inputs.empty())
            report(NetworkProblemKind::Unreachable, Severity::Warning,
                   sentence("No samples reach {:s}: what comes before it is not wired to {:s}.", layer.name,
                            this->layer(m_inputs[0]).name),
                   layer.id)
                .fixes = {removeLayerFix(layer)};
        return;
    }
    NetworkProblem* problem = nullptr;
    if (card.isolated) {
        const bool chainBegun = !m_inputs.empty() && !m_cards[m_inputs[0]].out.empty();
        problem = &report(NetworkProblemKind::Unused, chainBegun ? Severity::Warning : Severity::Error,
                          sentence("{:s} is not wired to anything yet, so it takes no part.", layer.name),
                          layer.id);
    } else if (merging && card.in.size() == 1) {
        problem = &report(NetworkProblemKind::TooFewInputs, Severity::Error,
                          sentence("{:s} merges two or more inputs, but only {:s} is wired to it.",
                                   layer.name, m_network.layer(m_network.wires()[card.in[0]].from)->name),
                          layer.id);
    } else {
        problem = &report(NetworkProblemKind::MissingInput, Severity::Error,
                          sentence("Nothing is wired into {:s} yet.", layer.name), layer.id);
    }
    if (m_problems.size() <= kMostWiringFixes && needed > 0)
        problem->fixes = wiringFixes(index);
    problem->fixes.push_back(removeLayerFix(layer));
}

/// Layers of the network that answers, or of the generator, that something reaches and nothing follows.
std::vector<std::size_t> NetworkValidator::ends(bool generators) const {
    std::vector<std::size_t> found;
    for (const std::size_t index : m_topology.order) {
        const Card& card = m_cards[index];
        if (card.reached && card.out.empty() && card.generators == generators)
            found.push_back(index);
    }
    return found;
}

std::size_t NetworkValidator::deepest(const std::vector<std::size_t>& ends) const {
    return *std::ranges::max_element(ends, {}, [&](std::size_t index) { return m_depth[index]; });
}

void NetworkValidator::findOutputs() {
    m_depth.assign(m_cards.size(), 0);
    for (const std::size_t index : m_topology.order)
        for (const std::size_t wire : m_cards[index].in)
            if (!m_topology.closesCircle[wire])
                m_depth[index] =
                    std::max(m_depth[index], m_depth[m_topology.indexOf(m_network.wires()[wire].from)] + 1);
    const std::vector<std::size_t> ends = this->ends(false);
    if (ends.empty())
        return;
    const std::size_t deepest = this->deepest(ends);
    if (ends.size() == 1)
        m_output = layer(deepest).id;
    const bool somethingToWire = std::ranges::any_of(m_problems, [](const NetworkProblem& problem) {
        return problem.kind == NetworkProblemKind::MissingInput ||
               problem.kind == NetworkProblemKind::Unused || problem.kind == NetworkProblemKind::TooFewInputs;
    });
    if (ends.size() == 1 && isInput(deepest)) {
        if (!somethingToWire)
            report(NetworkProblemKind::NothingAfterInput, Severity::Error,
                   sentence("Nothing follows {:s} yet: add a layer that learns.", layer(deepest).name),
                   layer(deepest).id)
                .fixes = {{"Add Dense", Fix::AddLayer{"dense", {}, layer(deepest).id, {}}}};
        return;
    }
    for (const std::size_t end : ends)
        if (end != deepest && !isInput(end))
            report(
                NetworkProblemKind::SeveralOutputs, Severity::Error,
                sentence(
                    "Nothing follows {:s}, but the network already ends in {:s}; a network has one output.",
                    layer(end).name, layer(deepest).name),
                layer(end).id)
                .fixes = {removeLayerFix(layer(end))};
}

} // namespace protomind
