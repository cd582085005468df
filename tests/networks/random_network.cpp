// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/random_network.h"

#include "engine/base/random.h"
#include "engine/device/registry/device_kinds.h"
#include "engine/instance/network_instance.h"
#include "studio/network/layout.h"
#include "studio/network/lowering.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace protomind {

namespace {

constexpr std::int64_t kMostNumbers = 2048; ///< that a layer gives for a sample
constexpr std::int64_t kMostParameters = 40'000;
constexpr std::int64_t kSamples = 3;

/// What people, and those who mean no good, may call a layer.
constexpr auto kNames = std::to_array<const char*>({"Dense",
                                                    "conv 1",
                                                    "hidden/layer",
                                                    "a\"b'c",
                                                    "\"\"\"",
                                                    "x\ny",
                                                    "</script><script>alert(1)</script>",
                                                    "import os",
                                                    "class",
                                                    "Größe",
                                                    "层",
                                                    "__init__",
                                                    "1st",
                                                    "..",
                                                    "a.b.c",
                                                    "*/ int main() {",
                                                    "{0}",
                                                    "%s",
                                                    "\\N{BULLET}",
                                                    "self",
                                                    "-->",
                                                    "${x}",
                                                    "0",
                                                    " ",
                                                    "forward",
                                                    "weight"});

/// Draws what random networks are made of.
class Maker {
public:
    explicit Maker(std::uint64_t seed)
        : m_random(seed, 77) {}

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(high - low + 1)));
    }
    bool oneIn(std::int64_t count) { return between(1, count) == 1; }
    RandomStream& random() { return m_random; }

    FieldValue value(const Field& field, const Shape& input);
    Settings settings(const LayerType& type, const Shape& input);
    std::string name(const Network& network, const std::string& title);

private:
    std::vector<std::int64_t> splitUp(std::int64_t count);

    RandomStream m_random;
};

/// Sizes whose product is count.
std::vector<std::int64_t> Maker::splitUp(std::int64_t count) {
    std::vector<std::int64_t> sizes;
    while (sizes.size() < 2 && count > 1) {
        std::int64_t factor = between(1, std::min<std::int64_t>(count, 6));
        while (count % factor != 0)
            --factor;
        sizes.push_back(factor);
        count /= factor;
        if (oneIn(3))
            break;
    }
    sizes.push_back(count);
    return sizes;
}

FieldValue Maker::value(const Field& field, const Shape& input) {
    switch (field.type) {
    case FieldType::Integer:
        return between(static_cast<std::int64_t>(field.minimum),
                       static_cast<std::int64_t>(std::min(field.maximum, field.minimum + 5)));
    case FieldType::Real: {
        if (field.role == FieldRole::Epsilon)
            return static_cast<double>(std::pow(10.0f, m_random.uniform(-6, -2)));
        const auto low = static_cast<float>(std::max(field.minimum, -2.0));
        return static_cast<double>(m_random.uniform(low, static_cast<float>(std::min(field.maximum, 0.9))));
    }
    case FieldType::Boolean:
        return oneIn(2);
    case FieldType::Choice:
        return field.choices[static_cast<std::size_t>(
            between(0, static_cast<std::int64_t>(field.choices.size()) - 1))];
    case FieldType::Sizes:
        break;
    }
    if (field.role == FieldRole::Shape)
        return splitUp(input.elementCount());
    std::vector<std::int64_t> sizes(field.sizeCount);
    for (std::int64_t& size : sizes)
        size =
            between(static_cast<std::int64_t>(field.minimum), static_cast<std::int64_t>(field.minimum) + 2);
    return sizes;
}

Settings Maker::settings(const LayerType& type, const Shape& input) {
    Settings settings;
    for (const Field& field : type.fields) {
        if (!oneIn(3) || field.role == FieldRole::OutputSize || field.role == FieldRole::Shape)
            settings[field.name] = value(field, input);
    }
    return settings;
}

std::string Maker::name(const Network& network, const std::string& title) {
    const std::string wanted =
        oneIn(2) ? title : kNames[static_cast<std::size_t>(between(0, std::ssize(kNames) - 1))];
    return network.freeName(wanted);
}

std::size_t at(std::int64_t index) {
    return static_cast<std::size_t>(index);
}

/// A network that grows at its end.
struct Growing {
    Network network;
    LayerId end;
    Shape shape;
    std::int64_t parameters = 0;

    void append(Layer layer, const std::vector<LayerId>& from, const Shape& output) {
        layer.id = network.nextLayerId();
        network.add(layer);
        for (std::size_t port = 0; port < from.size(); ++port)
            network.add(Wire{.id = network.nextWireId(),
                             .from = from[port],
                             .to = layer.id,
                             .port = findLayerType(layer.type)->inputs == kAnyNumberOfInputs
                                         ? 0
                                         : static_cast<int>(port)});
        end = layer.id;
        shape = output;
    }
};

/// A layer behind the end, or why there is none of these settings there.
bool tryLayer(Growing& growing, Maker& maker, const LayerType& type, const std::vector<LayerId>& from,
              const std::vector<Shape>& inputs, const AllowLayer& allow) {
    const Settings settings = maker.settings(type, inputs[0]);
    for (const Field& field : type.fields) {
        if (const auto found = settings.find(field.name);
            found != settings.end() && !checkField(field, found->second))
            return false;
    }
    const auto output = type.outputShape(settings, inputs);
    if (!output || output->elementCount() > kMostNumbers)
        return false;
    const std::int64_t parameters = type.parameters(settings, inputs).count;
    if (growing.parameters + parameters > kMostParameters)
        return false;
    Layer layer{.type = type.name, .name = maker.name(growing.network, type.title), .settings = settings};
    const ModelLayer model{.name = layer.name, .type = &type, .settings = settings, .inputs = {}};
    if (allow && !allow(LayerView(model, inputs, *output)))
        return false;
    growing.parameters += parameters;
    growing.append(std::move(layer), from, *output);
    return true;
}

const LayerType& anyType(Maker& maker) {
    return layerTypes()[at(maker.between(0, std::ssize(layerTypes()) - 1))];
}

/// Two ways from the end that come together again.
bool tryBranch(Growing& growing, Maker& maker, const AllowLayer& allow) {
    Growing tried = growing;
    std::vector<LayerId> ends{growing.end};
    std::vector<Shape> shapes{growing.shape};
    const LayerType& type = anyType(maker);
    if (type.inputs != 1 || !tryLayer(tried, maker, type, {growing.end}, {growing.shape}, allow))
        return false;
    ends.push_back(tried.end);
    shapes.push_back(tried.shape);
    constexpr std::array kMerging{"add", "multiply", "concatenate"};
    const LayerType& merging = *findLayerType(kMerging[at(maker.between(0, 2))]);
    if (!tryLayer(tried, maker, merging, ends, shapes, allow))
        return false;
    growing = std::move(tried);
    return true;
}

Shape firstShape(Maker& maker, bool words) {
    if (words)
        return {maker.between(2, 7)};
    switch (maker.between(0, 4)) {
    case 0:
        return {maker.between(1, 9)};
    case 1:
        return {maker.between(2, 6), maker.between(1, 5)};
    default:
        return {maker.between(3, 9), maker.between(3, 9), maker.between(1, 4)};
    }
}

Layer inputOf(const Network& network, const Shape& shape) {
    return {.type = "input",
            .name = network.freeName("Input"),
            .settings = {{"shape", std::vector<std::int64_t>(shape.sizes().begin(), shape.sizes().end())}}};
}

VariableValues randomValues(const Model& model, RandomStream& random) {
    VariableValues values;
    for (const ModelVariable& variable : modelVariables(model)) {
        HostArray& array = values[variable.name] = HostArray(variable.declared.shape());
        for (float& value : array.values)
            value = variable.declared.role == VariableRole::Variance ? random.uniform(0.5f, 2.0f)
                                                                     : 0.5f * random.normal();
    }
    return values;
}

TrainedNetwork finished(Network network, std::uint64_t seed) {
    RandomStream random(seed, 78);
    auto model = lower(network);
    if (!model)
        throw std::logic_error("randomNetwork: " + model.error().text());
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->variables = randomValues(*model, random);
    TrainedNetwork result{.title = fmt::format("network {}", seed),
                          .experiment = {.network = arranged(std::move(network)), .data = {}, .training = {}},
                          .model = std::move(*model),
                          .checkpoint = std::move(checkpoint),
                          .trained = true,
                          .data = {},
                          .samples = {},
                          .program = "Protomind test"};
    result.samples = HostArray(result.model.inputShape.prepended(kSamples));
    // An embedding of any size knows the first words.
    const bool words = std::ranges::any_of(result.model.layers, [&](const ModelLayer& layer) {
        return layer.type->name == "embedding" &&
               std::ranges::find(layer.inputs, result.model.inputLayer) != layer.inputs.end();
    });
    std::int64_t known = 1;
    for (const LayerView& layer : layerViews(result.model)) {
        if (layer.is("embedding"))
            known = layer.integer(FieldRole::Vocabulary);
    }
    for (float& value : result.samples.values)
        value = words ? static_cast<float>(random.below(static_cast<std::uint64_t>(known))) : random.normal();
    return result;
}

} // namespace

TrainedNetwork randomNetwork(std::uint64_t seed, const AllowLayer& allow) {
    Maker maker(seed);
    Growing growing;
    const bool words = maker.oneIn(6);
    const Shape first = firstShape(maker, words);
    growing.append(inputOf(growing.network, first), {}, first);
    if (words)
        for (int i = 0; i < 20 && growing.network.layers().size() < 2; ++i)
            tryLayer(growing, maker, *findLayerType("embedding"), {growing.end}, {growing.shape}, allow);
    const auto wanted = at(maker.between(3, 9));
    for (int attempts = 0; attempts < 300 && growing.network.layers().size() < wanted; ++attempts) {
        const LayerType& type = anyType(maker);
        // An embedding behind anything but words would be asked for words that there are not.
        if (type.name == "embedding")
            continue;
        if (type.inputs == 1)
            tryLayer(growing, maker, type, {growing.end}, {growing.shape}, allow);
        else if (type.inputs == kAnyNumberOfInputs || type.inputs == 2)
            tryBranch(growing, maker, allow);
    }
    for (int i = 0; i < 50 && growing.network.layers().size() < 2; ++i)
        tryLayer(growing, maker, *findLayerType(growing.shape.rank() == 1 ? "dense" : "flatten"),
                 {growing.end}, {growing.shape}, allow);
    return finished(std::move(growing.network), seed);
}

TrainedNetwork networkOf(const LayerCase& which) {
    Growing growing;
    const Shape first = which.inputs.empty() ? which.outputShape() : which.inputs[0];
    growing.append(inputOf(growing.network, first), {}, first);
    const LayerId input = growing.end;
    if (!which.inputs.empty()) {
        std::vector<LayerId> from;
        for (const Shape& shape : which.inputs) {
            growing.end = input;
            // Inputs of other shapes come by way of a layer that makes them.
            if (shape != first || !from.empty()) {
                growing.append(
                    {.type = "flatten", .name = growing.network.freeName("Flatten"), .settings = {}}, {input},
                    Shape{first.elementCount()});
                growing.append({.type = "dense",
                                .name = growing.network.freeName("Dense"),
                                .settings = {{"units", shape.elementCount()}}},
                               {growing.end}, Shape{shape.elementCount()});
                if (shape.rank() != 1)
                    growing.append({.type = "reshape",
                                    .name = growing.network.freeName("Reshape"),
                                    .settings = {{"shape", std::vector<std::int64_t>(shape.sizes().begin(),
                                                                                     shape.sizes().end())}}},
                                   {growing.end}, shape);
            }
            from.push_back(growing.end);
        }
        growing.append({.type = which.type, .name = which.label, .settings = which.settings}, from,
                       which.outputShape());
    } else {
        growing.append({.type = "activation", .name = "Activation", .settings = {}}, {input}, first);
    }
    return finished(std::move(growing.network), 5);
}

HostArray answersOf(const TrainedNetwork& network) {
    const auto device = deviceKinds().front().open(0, {.threads = 1, .openCl = {}});
    const auto instance =
        NetworkInstance::create(network.model, *device.value(), network.checkpoint->variables);
    if (!instance)
        throw std::logic_error("answersOf: " + instance.error().text());
    return (*instance)->outputs(network.samples).value();
}

} // namespace protomind
