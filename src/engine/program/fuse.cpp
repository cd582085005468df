// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/fuse.h"

#include "engine/program/rewrite.h"

#include <algorithm>

namespace protomind {

namespace {

class Fuser {
public:
    Fuser(const Computation& computation, bool join)
        : m_graph(*computation.graph)
        , m_needed(neededNodes(computation))
        , m_join(join)
        , m_consumers(m_needed.size()) {
        m_fusion.regionOf.assign(m_needed.size(), -1);
        for (int index = 0; index < m_graph.size(); ++index) {
            const Node node = m_graph.node(index);
            for (int i = 0; m_needed[at(index)] && i < node.inputCount(); ++i)
                m_consumers[at(node.input(i).index())].push_back(index);
        }
    }

    Fusion run() {
        // From the last node to the first, so that a node finds its consumers in their regions.
        for (int index = m_graph.size() - 1; index >= 0; --index) {
            const Node node = m_graph.node(index);
            if (!m_needed[at(index)])
                continue;
            if (loweredAs<ReductionOp>(node.op())) {
                if (!joinReduction(node))
                    open(index, node.input(0).shape(), node.as<AxesAttributes>().axes);
            } else if (loweredAs<PointwiseOp>(node.op()) && !joinConsumer(node)) {
                open(index, node.shape(), {});
            }
        }
        for (Region& region : m_fusion.regions)
            std::ranges::sort(region.nodes);
        return std::move(m_fusion);
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    void open(int index, const Shape& space, std::vector<int> reducedAxes) {
        m_fusion.regionOf[at(index)] = static_cast<int>(m_fusion.regions.size());
        m_fusion.regions.push_back({space, std::move(reducedAxes), {index}});
    }

    /// Sums over the same axes of the same space share one pass, as the two moments of a normalisation do.
    bool joinReduction(Node node) {
        const Shape& space = node.input(0).shape();
        const std::vector<int>& axes = node.as<AxesAttributes>().axes;
        for (std::size_t region = 0; m_join && region < m_fusion.regions.size(); ++region) {
            Region& other = m_fusion.regions[region];
            const auto inOther = [&](int reader) {
                return m_fusion.regionOf[at(reader)] == static_cast<int>(region);
            };
            if (other.space != space || other.reducedAxes != axes ||
                reaches(m_consumers[at(node.index())], inOther) || leadsTo(other, node.index()))
                continue;
            m_fusion.regionOf[at(node.index())] = static_cast<int>(region);
            other.nodes.push_back(node.index());
            return true;
        }
        return false;
    }

    bool joinConsumer(Node node) {
        if (!m_join)
            return false;
        for (const int consumer : m_consumers[at(node.index())]) {
            const int region = m_fusion.regionOf[at(consumer)];
            if (region < 0 || m_fusion.regions[at(region)].space != node.shape() ||
                leadsBack(node.index(), region))
                continue;
            m_fusion.regionOf[at(node.index())] = region;
            m_fusion.regions[at(region)].nodes.push_back(node.index());
            return true;
        }
        return false;
    }

    /// Whether some consumer of the node outside of the region leads into the region: then the region would
    /// wait for itself.
    bool leadsBack(int index, int region) const {
        std::vector<int> open;
        for (const int consumer : m_consumers[at(index)]) {
            if (m_fusion.regionOf[at(consumer)] != region)
                open.push_back(consumer);
        }
        return reaches(std::move(open), [&](int node) { return m_fusion.regionOf[at(node)] == region; });
    }

    /// Whether what a region computes is needed for the node.
    bool leadsTo(const Region& region, int index) const {
        return reaches(region.nodes, [&](int node) { return node == index; });
    }

    /// Whether consumers of consumers of some nodes meet the condition; regions are passed as a whole.
    template<class Condition>
    bool reaches(std::vector<int> open, const Condition& condition) const {
        std::vector<bool> seen(m_needed.size(), false);
        for (const int node : open)
            seen[at(node)] = true;
        const auto visit = [&](int node) {
            if (!seen[at(node)]) {
                seen[at(node)] = true;
                open.push_back(node);
            }
        };
        while (!open.empty()) {
            const int node = open.back();
            open.pop_back();
            if (condition(node))
                return true;
            if (const int region = m_fusion.regionOf[at(node)]; region >= 0)
                std::ranges::for_each(m_fusion.regions[at(region)].nodes, visit);
            std::ranges::for_each(m_consumers[at(node)], visit);
        }
        return false;
    }

    Graph& m_graph;
    std::vector<bool> m_needed;
    bool m_join;
    std::vector<std::vector<int>> m_consumers;
    Fusion m_fusion;
};

} // namespace

Fusion fuse(const Computation& computation, bool join) {
    return Fuser(computation, join).run();
}

} // namespace protomind
