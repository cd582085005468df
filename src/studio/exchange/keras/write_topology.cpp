// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_names.h"
#include "studio/exchange/keras/layer_scribe.h"

#include <algorithm>
#include <set>

namespace protomind {

namespace {

using nlohmann::json;

std::vector<KerasLayer> kerasLayersOf(const TrainedNetwork& network, KerasDialect dialect) {
    const std::vector<LayerView> views = layerViews(network.model, &network.checkpoint->variables);
    KerasNames names;
    std::vector<KerasLayer> layers;
    std::vector<std::size_t> ends; ///< of each of our layers
    for (const LayerView& view : views) {
        std::vector<std::size_t> inputs;
        for (const int source : view.sources())
            inputs.push_back(ends[static_cast<std::size_t>(source)]);
        LayerScribe scribe(view, dialect, names.take(view.name(), view.kind()), std::move(inputs), layers);
        const KerasScript* script = kerasScript(view.kind());
        require(script != nullptr, "kerasNetworkOf: a layer that Keras has no layers for");
        script->write(scribe);
        ends.push_back(scribe.last());
    }
    return layers;
}

/// [null, 28, 28, 1]
json batchShapeOf(const Shape& sample) {
    json shape = json::array({nullptr});
    for (const std::int64_t size : sample.sizes())
        shape.push_back(size);
    return shape;
}

json tensorOfKeras3(const KerasLayer& from) {
    return {{"class_name", "__keras_tensor__"},
            {"config",
             {{"shape", batchShapeOf(from.output)},
              {"dtype", "float32"},
              {"keras_history", json::array({from.name, 0, 0})}}}};
}

json nodesOfKeras3(const KerasLayer& layer, const std::vector<KerasLayer>& layers) {
    if (layer.inputs.empty())
        return json::array();
    json tensors = json::array();
    for (const std::size_t input : layer.inputs)
        tensors.push_back(tensorOfKeras3(layers[input]));
    if (layer.takesList)
        tensors = json::array({std::move(tensors)});
    return json::array({{{"args", std::move(tensors)}, {"kwargs", layer.kwargs}}});
}

json nodesOfKeras2(const KerasLayer& layer, const std::vector<KerasLayer>& layers) {
    if (layer.inputs.empty())
        return json::array();
    json tensors = json::array();
    for (const std::size_t input : layer.inputs)
        tensors.push_back(json::array({layers[input].name, 0, 0, layer.kwargs}));
    return json::array({std::move(tensors)});
}

json entryOf(const KerasLayer& layer, const std::vector<KerasLayer>& layers, KerasDialect dialect) {
    json config = layer.config;
    config["name"] = layer.name;
    config["dtype"] = "float32";
    if (!layer.inputs.empty())
        config["trainable"] = layer.trainable;
    json entry{{"class_name", layer.className},
               {"config", std::move(config)},
               {"name", layer.name},
               {"protomind", layer.ours}};
    if (dialect == KerasDialect::Keras2) {
        entry["inbound_nodes"] = nodesOfKeras2(layer, layers);
        return entry;
    }
    entry.update({{"module", "keras.layers"}, {"registered_name", nullptr}});
    if (layer.inputs.size() == 1)
        entry["build_config"] = {{"input_shape", batchShapeOf(layers[layer.inputs[0]].output)}};
    entry["inbound_nodes"] = nodesOfKeras3(layer, layers);
    return entry;
}

/// ["Dense", 0, 0] where Keras 3 has a single tensor; Keras 2 has a list of them.
json endOf(const KerasLayer& layer, KerasDialect dialect) {
    json end = json::array({layer.name, 0, 0});
    return dialect == KerasDialect::Keras3 ? end : json::array({std::move(end)});
}

json topologyOf(const std::vector<KerasLayer>& layers, const std::vector<std::size_t>& order,
                KerasDialect dialect) {
    json entries = json::array();
    const KerasLayer* input = nullptr;
    for (const std::size_t index : order) {
        entries.push_back(entryOf(layers[index], layers, dialect));
        if (layers[index].inputs.empty())
            input = &layers[index];
    }
    require(input != nullptr, "kerasNetworkOf: a network without an Input");
    json config{{"name", "protomind"},
                {"trainable", true},
                {"layers", std::move(entries)},
                {"input_layers", endOf(*input, dialect)},
                {"output_layers", endOf(layers.back(), dialect)}};
    if (dialect == KerasDialect::Keras2)
        return {{"class_name", "Functional"}, {"config", std::move(config)}};
    return {{"module", "keras.src.models.functional"},
            {"class_name", "Functional"},
            {"registered_name", "Functional"},
            {"config", std::move(config)}};
}

} // namespace

namespace {

/// "layers/lstm/vars" and "layers/lstm/cell/vars" for a weight "layers/lstm/cell/vars/0".
void addGroups(const KerasLayer& layer, const std::string& path, std::set<std::string>& groups) {
    const std::string variables = "vars";
    groups.insert(path + variables);
    for (const std::string& inner : layer.inner)
        groups.insert(path + inner + "/" + variables);
    for (const KerasVariable& variable : layer.variables)
        for (std::size_t slash = variable.path.find('/'); slash != std::string::npos;
             slash = variable.path.find('/', slash + 1))
            if (const std::string part = variable.path.substr(0, slash); !part.ends_with(variables))
                groups.insert(path + part + "/" + variables);
}

} // namespace

KerasNetwork kerasNetworkOf(const TrainedNetwork& network, KerasDialect dialect) {
    std::vector<KerasLayer> layers = kerasLayersOf(network, dialect);
    const std::vector<std::size_t> order = kerasOrder(layers);
    KerasNetwork keras{.topology = topologyOf(layers, order, dialect), .groups = {}, .weights = {}};
    ClassNumbers numbers;
    std::set<std::string> groups{"vars"};
    for (const std::size_t index : order) {
        KerasLayer& layer = layers[index];
        const std::string path = "layers/" + numbers.take(layer.className) + "/";
        addGroups(layer, path, groups);
        for (KerasVariable& variable : layer.variables) {
            const Shape shape = variable.values.shape;
            keras.weights.push_back({{layer.name, std::move(variable.name), path + variable.path, shape},
                                     std::move(variable.values)});
        }
    }
    keras.groups.assign(groups.begin(), groups.end());
    return keras;
}

Result<void> kerasHolds(const LayerView& layer, KerasDialect dialect) {
    if (kerasScript(layer.kind()) == nullptr)
        return fail(ProblemKind::Unsupported,
                    sentence("Not possible, because Keras has no layer like {}.", layer.type().title));
    if (dialect == KerasDialect::Keras3)
        return {};
    if (layer.is("gru"))
        return fail(ProblemKind::Unsupported, "Not possible, because the GRU of TensorFlow.js resets its "
                                              "memory before the product, not after it.");
    if (layer.is("attention") || layer.is("group_norm") || layer.is("instance_norm"))
        return fail(
            ProblemKind::Unsupported,
            sentence("Not possible, because TensorFlow.js has no layer like {}.", layer.type().title));
    if (layer.is("upsample") && layer.choice(FieldRole::Interpolation) == "bilinear")
        return fail(ProblemKind::Unsupported,
                    "Not possible, because TensorFlow.js blends pixels from their "
                    "corners, not from their middles.",
                    {}, "Choose nearest as its method.");
    if (layer.is("activation") && layer.activation() == "elu" && layer.setting("alpha") != FieldValue(1.0) &&
        layer.setting("alpha") != FieldValue(std::int64_t{1}))
        return fail(ProblemKind::Unsupported,
                    "Not possible, because TensorFlow.js has ELU with an alpha of 1 alone.", {},
                    "Set its alpha to 1.");
    return {};
}

} // namespace protomind
