// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/layout.h"

#include "studio/network/topology.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

constexpr double kColumnPitch = kCardWidth + kCardGap;
constexpr double kRowPitch = kCardHeight + kCardGap;
constexpr int kOrderingSweeps = 4;

/// Layers as columns of places. A wire that passes columns has a stand-in in each, so that no card lies upon
/// it. After Sugiyama, Tagawa and Toda, 1981: columns by depth, then order within them by the mean of the
/// neighbours.
class LayeredLayout {
public:
    explicit LayeredLayout(const Network& network)
        : m_network(network)
        , m_topology(network)
        , m_depth(network.layers().size(), 0) {
        findDepths();
        fillColumns();
        for (int sweep = 0; sweep < kOrderingSweeps; ++sweep) {
            for (std::size_t column = 1; column < m_columns.size(); ++column)
                sortColumn(column, &Place::before);
            for (std::size_t column = m_columns.size(); column-- > 1;)
                sortColumn(column - 1, &Place::after);
        }
    }

    [[nodiscard]] std::map<LayerId, Position> positions() const {
        std::map<LayerId, Position> result;
        std::size_t tallest = 1;
        for (const std::vector<std::size_t>& column : m_columns)
            tallest = std::max(tallest, column.size());
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            for (const std::size_t place : m_columns[column])
                if (m_places[place].layer)
                    result[m_network.layers()[*m_places[place].layer].id] = {
                        static_cast<double>(column) * kColumnPitch, rowOf(place) * kRowPitch};
        double x = 0;
        for (std::size_t layer = 0; layer < m_depth.size(); ++layer) {
            if (!isolated(layer))
                continue;
            result[m_network.layers()[layer].id] = {
                x, m_columns.empty() ? 0.0 : static_cast<double>(tallest) * kRowPitch / 2 + kRowPitch};
            x += kColumnPitch;
        }
        return result;
    }

private:
    struct Place {
        std::optional<std::size_t> layer; ///< none: a wire passes here
        std::vector<std::size_t> before;  ///< places in the column to the left that it is wired to
        std::vector<std::size_t> after;
        std::size_t column = 0;
        std::size_t row = 0;
    };

    [[nodiscard]] bool isolated(std::size_t layer) const {
        return m_topology.wiresInto[layer].empty() && m_topology.wiresFrom[layer].empty() &&
               m_depth.size() > 1;
    }

    /// Rows are centred about y = 0, so that the main line is straight through columns of one.
    [[nodiscard]] double rowOf(std::size_t place) const {
        const Place& at = m_places[place];
        return static_cast<double>(at.row) - static_cast<double>(m_columns[at.column].size() - 1) / 2;
    }

    void findDepths() {
        for (const std::size_t layer : m_topology.order)
            for (const std::size_t wire : m_topology.wiresFrom[layer])
                if (!m_topology.closesCircle[wire]) {
                    const std::size_t target = m_topology.indexOf(m_network.wires()[wire].to);
                    m_depth[target] = std::max(m_depth[target], m_depth[layer] + 1);
                }
    }

    std::size_t addPlace(std::size_t column, std::optional<std::size_t> layer) {
        if (m_columns.size() <= column)
            m_columns.resize(column + 1);
        m_places.push_back(
            {.layer = layer, .before = {}, .after = {}, .column = column, .row = m_columns[column].size()});
        m_columns[column].push_back(m_places.size() - 1);
        return m_places.size() - 1;
    }

    void join(std::size_t left, std::size_t right) {
        m_places[left].after.push_back(right);
        m_places[right].before.push_back(left);
    }

    void fillColumns() {
        std::vector<std::size_t> placeOf(m_depth.size());
        for (const std::size_t layer : m_topology.order)
            if (!isolated(layer))
                placeOf[layer] = addPlace(m_depth[layer], layer);
        for (std::size_t wire = 0; wire < m_network.wires().size(); ++wire) {
            if (m_topology.closesCircle[wire])
                continue;
            const std::size_t from = m_topology.indexOf(m_network.wires()[wire].from);
            const std::size_t to = m_topology.indexOf(m_network.wires()[wire].to);
            std::size_t last = placeOf[from];
            for (std::size_t column = m_depth[from] + 1;
                 column < m_depth[to] && m_places.size() < kMostPlaces; ++column) {
                const std::size_t passing = addPlace(column, std::nullopt);
                join(last, passing);
                last = passing;
            }
            if (m_places[last].column + 1 == m_depth[to])
                join(last, placeOf[to]);
        }
    }

    void sortColumn(std::size_t column, std::vector<std::size_t> Place::*neighbours) {
        std::vector<std::pair<double, std::size_t>> wanted;
        for (const std::size_t place : m_columns[column]) {
            double sum = 0;
            for (const std::size_t neighbour : m_places[place].*neighbours)
                sum += rowOf(neighbour);
            const std::size_t count = (m_places[place].*neighbours).size();
            wanted.emplace_back(count == 0 ? rowOf(place) : sum / static_cast<double>(count), place);
        }
        std::ranges::stable_sort(wanted, {}, &std::pair<double, std::size_t>::first);
        for (std::size_t row = 0; row < wanted.size(); ++row) {
            m_columns[column][row] = wanted[row].second;
            m_places[wanted[row].second].row = row;
        }
    }

    /// Long wires in huge drawings would need room in the square of their number.
    static constexpr std::size_t kMostPlaces = 200'000;

    const Network& m_network;
    Topology m_topology;
    std::vector<std::size_t> m_depth;
    std::vector<Place> m_places;
    std::vector<std::vector<std::size_t>> m_columns;
};

} // namespace

std::map<LayerId, Position> layeredLayout(const Network& network) {
    return LayeredLayout(network).positions();
}

Position freePlace(const Network& network, Position wanted) {
    const auto taken = [&wanted](const Layer& layer) {
        return std::abs(layer.position.x - wanted.x) < kCardWidth &&
               std::abs(layer.position.y - wanted.y) < kCardHeight;
    };
    // Each step clears a card for good, so that this ends.
    for (auto in = std::ranges::find_if(network.layers(), taken); in != network.layers().end();
         in = std::ranges::find_if(network.layers(), taken))
        wanted.y = in->position.y + kRowPitch;
    return wanted;
}

Network arranged(Network network) {
    for (const auto& [id, position] : layeredLayout(network))
        network.layer(id)->position = position;
    return network;
}

} // namespace protomind
