// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/topology.h"

#include <queue>

#include <algorithm>
#include <functional>

namespace protomind {

namespace {

/// Depth-first walk with a stack of its own: a chain of thousands of layers must not need a deep call stack.
class CircleFinder {
public:
    CircleFinder(const Network& network, Topology& topology)
        : m_network(network)
        , m_topology(topology)
        , m_state(network.layers().size(), State::New) {}

    void walkFrom(std::size_t start) {
        if (m_state[start] != State::New)
            return;
        enter(start);
        while (!m_path.empty()) {
            Visit& visit = m_path.back();
            const std::vector<std::size_t>& out = m_topology.wiresFrom[visit.layer];
            if (visit.next == out.size()) {
                m_state[visit.layer] = State::Done;
                m_path.pop_back();
                continue;
            }
            const std::size_t wire = out[visit.next++];
            const std::size_t target = m_topology.indexOf(m_network.wires()[wire].to);
            if (m_state[target] == State::New)
                enter(target);
            else if (m_state[target] == State::OnPath)
                close(wire, target);
        }
    }

private:
    enum class State { New, OnPath, Done };
    struct Visit {
        std::size_t layer;
        std::size_t next;
    };

    void enter(std::size_t layer) {
        m_state[layer] = State::OnPath;
        m_path.push_back({layer, 0});
    }

    void close(std::size_t wire, std::size_t target) {
        m_topology.closesCircle[wire] = true;
        if (m_topology.circles.size() == kMostCirclesTold)
            return;
        const auto first = std::ranges::find(m_path, target, &Visit::layer);
        std::vector<std::size_t> circle;
        std::ranges::transform(first, m_path.end(), std::back_inserter(circle), &Visit::layer);
        m_topology.circles.push_back({wire, std::move(circle)});
    }

    const Network& m_network;
    Topology& m_topology;
    std::vector<State> m_state;
    std::vector<Visit> m_path;
};

/// Kahn, 1962; of those that are ready, the one with the least id first.
std::vector<std::size_t> evaluationOrder(const Network& network, const Topology& topology) {
    std::vector<std::size_t> waitingFor(network.layers().size());
    for (std::size_t wire = 0; wire < network.wires().size(); ++wire)
        if (!topology.closesCircle[wire])
            ++waitingFor[topology.indexOf(network.wires()[wire].to)];
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t layer = 0; layer < waitingFor.size(); ++layer)
        if (waitingFor[layer] == 0)
            ready.push(layer);
    std::vector<std::size_t> order;
    while (!ready.empty()) {
        const std::size_t layer = ready.top();
        ready.pop();
        order.push_back(layer);
        for (const std::size_t wire : topology.wiresFrom[layer]) {
            const std::size_t target = topology.indexOf(network.wires()[wire].to);
            if (!topology.closesCircle[wire] && --waitingFor[target] == 0)
                ready.push(target);
        }
    }
    require(order.size() == waitingFor.size(), "Topology: a circle was left");
    return order;
}

} // namespace

Topology::Topology(const Network& network)
    : wiresInto(network.layers().size())
    , wiresFrom(network.layers().size())
    , closesCircle(network.wires().size(), false) {
    const std::vector<Wire>& wires = network.wires();
    for (std::size_t layer = 0; layer < network.layers().size(); ++layer)
        index.emplace(network.layers()[layer].id, layer);
    for (std::size_t wire = 0; wire < wires.size(); ++wire) {
        wiresInto[indexOf(wires[wire].to)].push_back(wire);
        wiresFrom[indexOf(wires[wire].from)].push_back(wire);
    }
    for (std::vector<std::size_t>& into : wiresInto)
        std::ranges::stable_sort(into, {}, [&](std::size_t wire) { return wires[wire].port; });
    CircleFinder finder(network, *this);
    for (std::size_t layer = 0; layer < network.layers().size(); ++layer)
        finder.walkFrom(layer);
    order = evaluationOrder(network, *this);
}

} // namespace protomind
