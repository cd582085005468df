// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a generator hangs together with the network that judges what it makes.
#include "studio/network/connection.h"
#include "studio/network/network_validator.h"
#include "studio/network/settings_check.h"

namespace protomind {

void NetworkValidator::checkGenerator() {
    if (!m_players.any())
        return;
    checkLatents();
    checkMixed();
    checkGeneratorEnds(ends(true));
}

void NetworkValidator::checkLatents() {
    for (const LayerId id : m_players.generator) {
        const Layer& other = *m_network.layer(id);
        if (!isLatent(other) || id == m_players.latent)
            continue;
        report(NetworkProblemKind::SeveralLatents, Severity::Error,
               sentence("{:s} is a second Latent beside {:s}; a generator has one.", other.name,
                        m_network.layer(m_players.latent)->name),
               id)
            .fixes = {removeLayerFix(other)};
    }
}

void NetworkValidator::checkMixed() {
    for (std::size_t number = 0; number < m_network.wires().size(); ++number) {
        const Wire& wire = m_network.wires()[number];
        const std::size_t to = m_topology.indexOf(wire.to);
        if (!m_wireCounts[number] || m_topology.closesCircle[number] || isInput(to) ||
            m_cards[to].generators || !m_players.isGenerators(wire.from))
            continue;
        const std::string& source = m_network.layer(wire.from)->name;
        NetworkProblem& problem =
            report(NetworkProblemKind::MixedPlayers, Severity::Error,
                   sentence("{:s} is part of a generator, and {:s} of what judges it: what a generator makes "
                            "comes in at the Input, as samples of the data do.",
                            source, layer(to).name),
                   wire.to);
        problem.wire = wire.id;
        problem.fixes = {{sentence("Remove the wire from {:s}", source), Fix::RemoveWire{wire.id}}};
    }
}

/// ends: layers of the generator that nothing follows.
void NetworkValidator::checkGeneratorEnds(const std::vector<std::size_t>& ends) {
    if (ends.empty() && !m_inputs.empty())
        return;
    if (ends.empty()) {
        report(NetworkProblemKind::NoInput, Severity::Error,
               "The network has no Input, so no samples can come in.")
            .fixes = {{"Add Input", Fix::AddLayer{"input", {}, {}, {}}}};
        return;
    }
    const std::size_t last = m_players.seam ? m_topology.indexOf(m_players.maker) : deepest(ends);
    for (const std::size_t end : ends)
        if (end != last)
            report(NetworkProblemKind::SeveralOutputs, Severity::Error,
                   sentence("Nothing follows {:s}, but the generator already ends in {:s}; a generator has "
                            "one output.",
                            layer(end).name, layer(last).name),
                   layer(end).id)
                .fixes = {removeLayerFix(layer(end))};
    if (m_players.seam)
        return;
    if (m_inputs.empty()) {
        report(NetworkProblemKind::NoInput, Severity::Error,
               sentence("{:s} ends a generator, but nobody judges what it makes: it goes into an Input, as "
                        "samples of the data do, and a network behind that tells the two apart.",
                        layer(last).name),
               layer(last).id)
            .fixes = {{"Add Input", Fix::AddLayer{"input", {}, layer(last).id, {}}}};
        return;
    }
    const Layer& input = layer(m_inputs[0]);
    NetworkProblem& problem = report(
        NetworkProblemKind::UnwiredGenerator, Severity::Error,
        sentence("{:s} ends a generator, but {:s} does not get what it makes, so nobody judges it yet.",
                 layer(last).name, input.name),
        layer(last).id);
    if (m_inputs.size() == 1 && ends.size() == 1 && checkConnection(m_network, layer(last).id, input.id, 0))
        problem.fixes = {{sentence("Wire {:s} to {:s}", layer(last).name, input.name),
                          Fix::AddWire{layer(last).id, input.id, 0}}};
    else
        problem.fixes = {removeLayerFix(layer(last))};
}

} // namespace protomind
