// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/network/analysis.h"
#include "studio/network/players.h"
#include "studio/network/topology.h"

#include <vector>

namespace protomind {

/// What is known of a layer from the drawing alone, before any shapes.
struct Card {
    const LayerType* type = nullptr; ///< null where the type is not known
    bool settingsFit = true;
    bool isolated = false;        ///< no wires at all, and not an Input
    bool reached = false;         ///< samples come in from an Input, or random numbers from a Latent
    bool generators = false;      ///< of the generator: no sample reaches it but by way of those numbers
    bool inputsComplete = false;  ///< every port has its wire, none of them closing a circle
    std::vector<std::size_t> in;  ///< wires that count, by port, then id
    std::vector<std::size_t> out; ///< wires that count, by id
};

/// The first half of the analysis: cards, wires and how they hang together. The second half works out shapes.
class NetworkValidator {
public:
    explicit NetworkValidator(const Network& network);

    [[nodiscard]] const Topology& topology() const { return m_topology; }
    [[nodiscard]] const std::vector<Card>& cards() const { return m_cards; }
    [[nodiscard]] const Players& players() const { return m_players; }
    [[nodiscard]] LayerId input() const { return m_input; }
    [[nodiscard]] LayerId output() const { return m_output; }
    [[nodiscard]] std::vector<NetworkProblem> takeProblems() { return std::move(m_problems); }

private:
    void checkNames();
    void checkSettings();
    void checkWires();
    void checkWiresInto(std::size_t index);
    void checkCircles();
    void findInputs();
    void findReached();
    void checkInputsOf(std::size_t index);
    void findOutputs();
    void checkLatents();
    void checkGenerator();
    void checkGeneratorEnds(const std::vector<std::size_t>& ends);
    void checkMixed();

    [[nodiscard]] const Layer& layer(std::size_t index) const { return m_network.layers()[index]; }
    [[nodiscard]] bool isInput(std::size_t index) const;
    [[nodiscard]] Sentence wrongOf(const Wire& wire, const Card& card, const Layer& target) const;
    [[nodiscard]] std::vector<bool> behind(std::size_t index, bool pastInputs) const;
    [[nodiscard]] std::vector<std::size_t> ends(bool generators) const;
    [[nodiscard]] std::size_t deepest(const std::vector<std::size_t>& ends) const;
    [[nodiscard]] Sentence listed(const std::vector<std::size_t>& layers) const;
    [[nodiscard]] std::vector<Fix> wiringFixes(std::size_t index) const;
    NetworkProblem& report(NetworkProblemKind kind, Severity severity, Sentence sentence, LayerId where = {});

    const Network& m_network;
    Topology m_topology;
    Players m_players;
    std::vector<Card> m_cards;
    std::vector<bool> m_wireCounts;
    std::vector<std::size_t> m_inputs; ///< Input layers, the one that counts first
    std::vector<std::size_t> m_depth;  ///< of each layer: how many come before it at most
    LayerId m_input;
    LayerId m_output;
    std::vector<NetworkProblem> m_problems;
};

} // namespace protomind
