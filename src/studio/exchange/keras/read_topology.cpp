// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/draft.h"
#include "studio/network/layout.h"
#include "studio/network/lowering.h"

#include <algorithm>
#include <set>

namespace protomind {

namespace {

/// Those that the output is made of.
std::vector<bool> neededFor(std::size_t output, const std::vector<Draft>& drafts) {
    std::vector<bool> needed(drafts.size(), false);
    std::vector<std::size_t> open{output};
    needed[output] = true;
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        for (const std::size_t input : drafts[next].inputs) {
            if (!needed[input])
                open.push_back(input);
            needed[input] = true;
        }
    }
    return needed;
}

/// Adds layers and wires to a network that grows.
class Drawing {
public:
    Drawing(Network& network, VariableValues& variables)
        : m_network(network)
        , m_variables(variables) {}

    LayerId add(Draft& draft, const std::vector<LayerId>& from) {
        const LayerType* type = findLayerType(draft.type);
        const LayerId id = addLayer(draft.type, draft.wanted, std::move(draft.settings));
        const std::string name = m_network.layer(id)->name;
        std::set<LayerId> wired;
        for (std::size_t port = 0; port < from.size(); ++port) {
            LayerId source = from[port];
            // A wire can't be drawn twice: a layer in between that does nothing stands for the second.
            if (!wired.insert(source).second) {
                source = addLayer("activation", "Again", {{"function", std::string("linear")}});
                addWire(from[port], source, 0);
            }
            addWire(source, id, type->inputs == kAnyNumberOfInputs ? 0 : static_cast<int>(port));
        }
        for (auto& [variable, values] : draft.values)
            m_variables.emplace(name + "/" + variable, std::move(values));
        return id;
    }

private:
    LayerId addLayer(const std::string& type, const std::string& wanted, Settings settings) {
        const LayerId id = m_network.nextLayerId();
        m_network.add(
            Layer{.id = id,
                  .type = type,
                  .name = m_network.layerNamed(wanted) == nullptr ? wanted : m_network.freeName(wanted),
                  .settings = std::move(settings)});
        return id;
    }

    void addWire(LayerId from, LayerId to, int port) {
        m_network.add(Wire{.id = m_network.nextWireId(), .from = from, .to = to, .port = port});
    }

    Network& m_network;
    VariableValues& m_variables;
};

Result<void> checkDrafts(const std::vector<Draft>& drafts, const std::vector<bool>& needed) {
    for (std::size_t i = 0; i < drafts.size(); ++i)
        if (needed[i] && drafts[i].type.empty())
            return fail(ProblemKind::Unsupported, "It rescales numbers, which no layer here does by itself.",
                        Sentence::name(drafts[i].name));
    return {};
}

} // namespace

Result<ImportedNetwork> networkOfKeras(const nlohmann::json& topology, const KerasWeightLookup& weights) {
    const auto graph = kerasGraphOf(topology);
    if (!graph)
        return std::unexpected(graph.error());
    DraftMaker maker(weights);
    for (const KerasNode& node : graph->nodes)
        if (auto added = maker.add(node); !added)
            return std::unexpected(added.error());
    const auto last = maker.endOf(graph->output);
    if (!last)
        return fail(ProblemKind::Input, "The network's output is none of its layers.");
    std::vector<Draft> drafts = maker.take();
    const std::vector<std::size_t> standsFor = foldDrafts(drafts);
    const std::vector<bool> needed = neededFor(standsFor[*last], drafts);
    if (auto checked = checkDrafts(drafts, needed); !checked)
        return std::unexpected(checked.error());
    ImportedNetwork imported;
    imported.notes = maker.notes();
    Drawing drawing(imported.network, imported.variables);
    std::vector<LayerId> ids(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!needed[i])
            continue;
        std::vector<LayerId> from;
        for (const std::size_t input : drafts[i].inputs)
            from.push_back(ids[input]);
        ids[i] = drawing.add(drafts[i], from);
    }
    if (!weights)
        imported.variables.clear();
    if (const auto model = lower(imported.network); !model)
        return std::unexpected(model.error());
    imported.network = arranged(std::move(imported.network));
    return imported;
}

} // namespace protomind
