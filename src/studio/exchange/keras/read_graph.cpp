// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_layer.h"
#include "studio/exchange/keras/keras_node.h"
#include "studio/network/limits.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace protomind {

namespace {

using nlohmann::json;

std::unexpected<Problem> noKeras() {
    return fail(ProblemKind::Input, "The file's description of the network is not as Keras writes it.");
}

std::unexpected<Problem> notPossible(Sentence why, const std::string& layer) {
    return fail(ProblemKind::Unsupported, std::move(why), Sentence::name(layer));
}

/// The member where it is of the wanted kind; null where not.
const json* memberOf(const json& object, const char* key, json::value_t kind) {
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found != object.end() && found->type() == kind ? &*found : nullptr;
}

std::string textOf(const json& object, const char* key) {
    const json* text = memberOf(object, key, json::value_t::string);
    return text != nullptr ? text->get<std::string>() : std::string();
}

bool isKerasOwn(const json& entry) {
    const std::string module = textOf(entry, "module");
    const std::string registered = textOf(entry, "registered_name");
    constexpr auto modules = std::to_array<std::string_view>(
        {"keras.layers", "keras.src.layers", "keras.models", "keras.src.models", "keras.src.engine"});
    const bool ownModule =
        module.empty() || module == "keras" || std::ranges::any_of(modules, [&](std::string_view own) {
            return module == own || module.starts_with(std::string(own) + ".");
        });
    return ownModule && (registered.empty() || registered == textOf(entry, "class_name"));
}

/// What a call reads: layers by name, and its other arguments.
struct Call {
    std::vector<std::string> inputs;
    json kwargs = json::object();
};

/// A tensor of layer's one output, of its one call: [name, 0, 0].
Result<std::string> layerOfHistory(const json& history, const std::string& reader) {
    if (!history.is_array() || history.size() < 3 || !history[0].is_string())
        return noKeras();
    if (history[1] != 0 || history[2] != 0)
        return notPossible(
            "It reads what a layer gives that is used more than once, or gives several things.", reader);
    return history[0].get<std::string>();
}

bool isTensor(const json& value) {
    return value.is_object() && textOf(value, "class_name") == "__keras_tensor__";
}

Result<void> addTensors(const json& value, const std::string& reader, std::vector<std::string>& inputs) {
    if (value.is_array()) {
        for (const json& part : value)
            if (auto added = addTensors(part, reader, inputs); !added)
                return added;
        return {};
    }
    if (!isTensor(value))
        return notPossible("It is given something that is no output of a layer.", reader);
    const json* config = memberOf(value, "config", json::value_t::object);
    if (config == nullptr || !config->contains("keras_history"))
        return noKeras();
    auto layer = layerOfHistory((*config)["keras_history"], reader);
    if (!layer)
        return std::unexpected(layer.error());
    inputs.push_back(std::move(*layer));
    return {};
}

/// {"args": [tensor, [tensor, ...]], "kwargs": {...}}
Result<Call> callOfKeras3(const json& node, const std::string& reader) {
    Call call;
    const json* args = memberOf(node, "args", json::value_t::array);
    if (args == nullptr)
        return noKeras();
    if (auto added = addTensors(*args, reader, call.inputs); !added)
        return std::unexpected(added.error());
    if (const json* kwargs = memberOf(node, "kwargs", json::value_t::object)) {
        for (const auto& [key, value] : kwargs->items()) {
            if (value.is_null())
                continue;
            if (!isTensor(value))
                call.kwargs[key] = value;
            else if (auto added = addTensors(value, reader, call.inputs); !added)
                return std::unexpected(added.error());
        }
    }
    return call;
}

/// [["name", 0, 0, {...}], ...]
Result<Call> callOfKeras2(const json& node, const std::string& reader) {
    Call call;
    const bool single = node.is_array() && !node.empty() && node[0].is_string();
    for (const json& tensor : single ? json::array({node}) : node) {
        auto layer = layerOfHistory(tensor, reader);
        if (!layer)
            return std::unexpected(layer.error());
        call.inputs.push_back(std::move(*layer));
        if (tensor.size() > 3 && tensor[3].is_object())
            for (const auto& [key, value] : tensor[3].items())
                if (!value.is_null())
                    call.kwargs[key] = value;
    }
    return call;
}

Result<Call> callOf(const json& entry, const std::string& layer) {
    const json* nodes = memberOf(entry, "inbound_nodes", json::value_t::array);
    if (nodes == nullptr)
        return noKeras();
    if (nodes->empty())
        return Call{};
    if (nodes->size() > 1)
        return notPossible("It is used more than once, which no layer is here.", layer);
    const json& node = nodes->front();
    return node.is_object() ? callOfKeras3(node, layer) : callOfKeras2(node, layer);
}

/// A layer's entry without its call.
Result<KerasNode> nodeOf(const json& entry) {
    const json* config = memberOf(entry, "config", json::value_t::object);
    KerasNode node{.className = textOf(entry, "class_name"),
                   .name = textOf(entry, "name"),
                   .config = {},
                   .inputs = {},
                   .ours = {},
                   .path = {}};
    if (config == nullptr || node.className.empty())
        return noKeras();
    node.config = *config;
    if (node.name.empty())
        node.name = textOf(*config, "name");
    if (node.className == "Lambda")
        return notPossible("It is a Lambda layer: it holds a program, which is not run.", node.name);
    if (node.className == "Functional" || node.className == "Sequential" || node.className == "Model")
        return notPossible("It is a whole network within the network, which is not possible here.",
                           node.name);
    if (!isKerasOwn(entry))
        return notPossible(
            sentence("It is of the kind {:s}, which is not one of Keras' own.", node.className), node.name);
    if (const json* beside = memberOf(entry, "protomind", json::value_t::object)) {
        node.ours = textOf(*beside, "layer");
        node.beside = *beside;
    }
    return node;
}

/// Of either dialect's [name, 0, 0], [[name, 0, 0]] or {"key": [name, 0, 0]}.
Result<std::string> onlyEnd(const json& config, const char* key, const char* what) {
    const auto found = config.find(key);
    if (found == config.end())
        return noKeras();
    const json* end = &*found;
    while ((end->is_array() || end->is_object()) && end->size() == 1)
        end = &*end->begin();
    if (!end->is_array() || end->empty() || !end->front().is_string())
        return fail(ProblemKind::Unsupported,
                    sentence("The network has several {}s; here it has one.", what));
    return layerOfHistory(*end, "");
}

/// Counts the classes as Keras does for the weights' paths, in the topology's order.
void addPaths(std::vector<KerasNode>& nodes) {
    ClassNumbers numbers;
    for (KerasNode& node : nodes)
        node.path = "layers/" + numbers.take(node.className);
}

/// Each behind what it reads.
Result<std::vector<KerasNode>> sorted(std::vector<KerasNode> nodes) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].name.empty() || !places.emplace(nodes[i].name, i).second)
            return fail(ProblemKind::Input, "Two layers have the same name, or one has none.",
                        Sentence::name(nodes[i].name));
    std::vector<std::size_t> missing(nodes.size(), 0);
    std::vector<std::vector<std::size_t>> readers(nodes.size());
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const std::string& input : nodes[i].inputs) {
            const auto found = places.find(input);
            if (found == places.end())
                return noKeras();
            readers[found->second].push_back(i);
        }
        missing[i] = nodes[i].inputs.size();
        if (missing[i] == 0)
            ready.push_back(i);
    }
    std::vector<KerasNode> order;
    for (std::size_t next = 0; next < ready.size(); ++next) {
        for (const std::size_t reader : readers[ready[next]])
            if (--missing[reader] == 0)
                ready.push_back(reader);
        order.push_back(std::move(nodes[ready[next]]));
    }
    if (order.size() != nodes.size())
        return fail(ProblemKind::Input, "The network's layers go round in a circle.");
    return order;
}

Result<KerasGraph> functionalGraph(const json& config) {
    const json* layers = memberOf(config, "layers", json::value_t::array);
    if (layers == nullptr || layers->empty() || layers->size() > kMaxLayers)
        return noKeras();
    KerasGraph graph;
    for (const json& entry : *layers) {
        auto node = nodeOf(entry);
        if (!node)
            return std::unexpected(node.error());
        auto call = callOf(entry, node->name);
        if (!call)
            return std::unexpected(call.error());
        node->inputs = std::move(call->inputs);
        node->kwargs = std::move(call->kwargs);
        graph.nodes.push_back(std::move(*node));
    }
    if (const auto input = onlyEnd(config, "input_layers", "input"); !input)
        return std::unexpected(input.error());
    auto output = onlyEnd(config, "output_layers", "output");
    if (!output)
        return std::unexpected(output.error());
    graph.output = std::move(*output);
    addPaths(graph.nodes);
    auto order = sorted(std::move(graph.nodes));
    if (!order)
        return std::unexpected(order.error());
    graph.nodes = std::move(*order);
    return graph;
}

/// The shape of what comes into the first layer, where no InputLayer says so.
json firstShape(const json& config, const KerasNode& first) {
    for (const char* key : {"batch_input_shape", "batch_shape"})
        if (const json* shape = memberOf(first.config, key, json::value_t::array))
            return *shape;
    if (const json* shape = memberOf(config, "build_input_shape", json::value_t::array))
        return *shape;
    return nullptr;
}

Result<KerasGraph> sequentialGraph(const json& config) {
    // TensorFlow.js once wrote the layers alone.
    const json* layers = config.is_array() ? &config : memberOf(config, "layers", json::value_t::array);
    if (layers == nullptr || layers->empty() || layers->size() > kMaxLayers)
        return noKeras();
    KerasGraph graph;
    for (const json& entry : *layers) {
        auto node = nodeOf(entry);
        if (!node)
            return std::unexpected(node.error());
        graph.nodes.push_back(std::move(*node));
    }
    addPaths(graph.nodes);
    if (graph.nodes.front().className != "InputLayer") {
        const json shape = firstShape(config, graph.nodes.front());
        if (shape.is_null())
            return fail(ProblemKind::Unsupported,
                        "The file does not say what shape the network's samples have.", {},
                        "Put keras.Input(shape) first and save it again.");
        std::set<std::string> taken;
        for (const KerasNode& node : graph.nodes)
            taken.insert(node.name);
        std::string name = "Input";
        while (taken.contains(name))
            name += "_";
        KerasNode input{.className = "InputLayer", .name = name, .config = {{"batch_shape", shape}}};
        graph.nodes.insert(graph.nodes.begin(), std::move(input));
    }
    for (std::size_t i = 1; i < graph.nodes.size(); ++i)
        graph.nodes[i].inputs = {graph.nodes[i - 1].name};
    graph.output = graph.nodes.back().name;
    auto checked = sorted(std::move(graph.nodes));
    if (!checked)
        return std::unexpected(checked.error());
    graph.nodes = std::move(*checked);
    return graph;
}

} // namespace

Result<KerasGraph> kerasGraphOf(const json& topology) {
    const std::string kind = textOf(topology, "class_name");
    if (!topology.is_object() || !topology.contains("config") || !isKerasOwn(topology))
        return noKeras();
    if (kind == "Sequential")
        return sequentialGraph(topology["config"]);
    if (kind == "Functional" || kind == "Model")
        return functionalGraph(topology["config"]);
    return fail(ProblemKind::Unsupported,
                sentence("The network is of the kind {:s}, whose layers only its own program knows.", kind));
}

} // namespace protomind
