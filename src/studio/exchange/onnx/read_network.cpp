// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_network.h"

#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/network/analysis.h"
#include "studio/network/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace protomind::onnxread {

namespace {

constexpr std::size_t kMaxLayerNameBytes = 64;

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           static_cast<unsigned char>(letter) >= 0x80;
}

/// "/features/conv1/Conv" -> "features/conv1"; empty where nothing is left that a person could say. A file of
/// this program has names that a person typed.
std::string layerName(const OnnxNode& node, bool isOwn) {
    if (isOwn)
        return node.label();
    std::string name;
    for (const char letter : node.label())
        if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f)
            name += letter;
    while (name.starts_with('/'))
        name.erase(0, 1);
    const std::size_t slash = name.rfind('/');
    if (slash != std::string::npos && name.substr(slash + 1).starts_with(node.operation))
        name.resize(slash);
    if (name.size() > kMaxLayerNameBytes || std::ranges::none_of(name, isLetter))
        return {};
    return name;
}

Shape shapeOf(const Axes& axes, std::span<const int> order, const OnnxNode& node) {
    std::vector<std::int64_t> sizes;
    for (const int axis : order)
        sizes.push_back(axes.size(axis, 1));
    return orRefuse(Shape::checked(sizes), node.where());
}

} // namespace

void refuseNode(const OnnxNode& node, Sentence why) {
    refuse(sentence("The {:s} can't be read: {}", node.operation, why), node.where());
}

Reading::Reading(const OnnxGraph& graph)
    : m_graph(graph) {
    for (const OnnxNode& node : graph.nodes) {
        for (const std::string& input : node.inputs)
            ++m_uses[input];
        m_given.insert(node.outputs.begin(), node.outputs.end());
    }
    ++m_uses[graph.output];
}

ConstantPtr Reading::constant(const std::string& name) const {
    const auto own = m_constants.find(name);
    if (own != m_constants.end())
        return own->second;
    const auto found = m_graph.constants.find(name);
    return found == m_graph.constants.end() ? nullptr : found->second;
}

ConstantPtr Reading::constantInput(const OnnxNode& node, std::size_t index) const {
    return node.hasInput(index) ? constant(node.inputs[index]) : nullptr;
}

ConstantPtr Reading::needConstant(const OnnxNode& node, std::size_t index, const char* what) const {
    ConstantPtr found = constantInput(node, index);
    if (found == nullptr)
        refuseNode(node, sentence("its {} is not among the numbers of the file.", what));
    return found;
}

bool Reading::isValue(const OnnxNode& node, std::size_t index) const {
    return node.hasInput(index) && m_values.contains(node.inputs[index]);
}

Value Reading::value(const OnnxNode& node, std::size_t index) const {
    const auto found = node.hasInput(index) ? m_values.find(node.inputs[index]) : m_values.end();
    if (found == m_values.end())
        refuseNode(node, "what it works on does not depend on the network's input.");
    return found->second;
}

const Value& Reading::valueNamed(const std::string& name) const {
    const auto found = m_values.find(name);
    if (found == m_values.end())
        refuse(sentence("What the file gives ({:s}) does not depend on its input.", name));
    return found->second;
}

int Reading::uses(const std::string& name) const {
    const auto found = m_uses.find(name);
    return found == m_uses.end() ? 0 : found->second;
}

void Reading::give(const std::string& name, Value value) {
    value.alone = value.alone && uses(name) == 1;
    value.name = name;
    m_values[name] = std::move(value);
}

void Reading::give(const OnnxNode& node, Value value, std::size_t which) {
    if (!node.hasOutput(which))
        refuseNode(node, "it gives nothing.");
    give(node.outputs[which], std::move(value));
}

void Reading::give(const OnnxNode& node, ConstantPtr constant, std::size_t which) {
    m_folded += static_cast<std::int64_t>(constant->count());
    if (m_folded > kMaxParameters)
        refuseNode(node, "the file computes with too many numbers of its own.");
    if (node.hasOutput(which))
        m_constants[node.outputs[which]] = std::move(constant);
}

std::string Reading::freeName(const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; !m_names.insert(name).second; ++i)
        name = wanted + " " + std::to_string(i);
    return name;
}

int Reading::add(const char* type, const std::string& name, Settings settings, std::vector<int> sources,
                 const Sentence& where) {
    const LayerType* found = findLayerType(type);
    require(found != nullptr, "Reading: no layer type of that name");
    for (const Field& field : found->fields)
        if (const auto given = settings.find(field.name); given != settings.end())
            orRefuse(checkField(field, given->second), where);
    if (m_layers.size() >= kMaxLayers)
        refuse(sentence("The file's network has more than {} layers.", kMaxLayers));
    MadeLayer made{.type = found, .name = {}, .settings = std::move(settings), .sources = std::move(sources)};
    for (const int source : made.sources)
        made.inputs.push_back(layer(source).output);
    made.output = orRefuse(found->outputShape(made.settings, made.inputs), where);
    m_parameters += found->parameters(made.settings, made.inputs).count;
    if (m_parameters > kMaxParameters)
        refuse(sentence("The file has more than {} parameters; a network here has no more.", kMaxParameters),
               where);
    made.name = freeName(name.empty() ? found->title : name);
    m_layers.push_back(std::move(made));
    return static_cast<int>(m_layers.size()) - 1;
}

void Reading::addBehind(Value& value, const char* type, Settings settings, const OnnxNode& node,
                        std::vector<int> sources) {
    if (sources.empty())
        sources.push_back(value.layer);
    const int index =
        add(type, layerName(node, isOwnFile()), std::move(settings), std::move(sources), node.where());
    layer(index).only = value.alone;
    layer(index).fileName = node.label();
    value.layer = index;
    value.alone = true;
    value.reshaped = false;
    value.name.clear();
}

void Reading::extend(int index, int source, const OnnxNode& node) {
    MadeLayer& made = layer(index);
    made.sources.push_back(source);
    made.inputs.push_back(layer(source).output);
    made.output = orRefuse(made.type->outputShape(made.settings, made.inputs), node.where());
    made.fileName = node.label();
    const std::string name = layerName(node, isOwnFile());
    m_names.erase(made.name);
    made.name = freeName(name.empty() ? made.type->title : name);
}

void Reading::set(int index, VariableRole role, HostArray values, const Sentence& where, bool backward) {
    const MadeLayer& made = layer(index);
    for (const LayerVariable& variable : made.type->variables(made.settings, made.inputs)) {
        if (variable.role != role || variable.backward != backward)
            continue;
        if (variable.shape() != values.shape)
            refuse(sentence("It has weights of {}, but its sizes ask for {}.", values.shape.text(),
                            variable.shape().text()),
                   where);
        layer(index).values[{role, backward}] = std::move(values);
        return;
    }
    require(false, "Reading: the layer has no variable of this role");
}

void Reading::change(int index, FieldRole role, FieldValue value, const Sentence& where) {
    MadeLayer& made = layer(index);
    const Field* field = findField(made.type->fields, role);
    require(field != nullptr, "Reading: the layer has no field of this role");
    orRefuse(checkField(*field, value), where);
    made.settings[field->name] = std::move(value);
    made.output = orRefuse(made.type->outputShape(made.settings, made.inputs), where);
}

bool Reading::has(int index, FieldRole role, const FieldValue& value) const {
    const MadeLayer& made = m_layers[static_cast<std::size_t>(index)];
    const Field* field = findField(made.type->fields, role);
    return field != nullptr && valueOf(made.type->fields, made.settings, field->name) == value;
}

bool Reading::isOwnLayer(const OnnxNode& node) const {
    if (!isOwnFile() || !node.hasOutput(0))
        return false;
    // Others follow it where the layer was written as several.
    if (node.outputs[0].starts_with(node.name + "/" + node.operation))
        return true;
    if (node.outputs[0] != node.name)
        return false;
    // Not "<layer>/...", which is a part of what a layer was written as.
    for (std::size_t slash = node.name.find('/'); slash != std::string::npos;
         slash = node.name.find('/', slash + 1))
        if (m_given.contains(node.name.substr(0, slash)))
            return false;
    return true;
}

bool Reading::mayJoin(const Value& value, const OnnxNode& node) {
    return value.alone && (!isOwnFile() || node.name.starts_with(layer(value.layer).fileName + "/"));
}

int Reading::shaped(Value& value, const Shape& shape, const OnnxNode& node) {
    if (layer(value.layer).output == shape)
        return value.layer;
    OnnxNode named = node;
    if (!value.hint.empty())
        named.name = value.hint;
    if (shape.rank() == 1)
        addBehind(value, "flatten", {}, named);
    else
        addBehind(value, "reshape", {{"shape", std::vector(shape.sizes().begin(), shape.sizes().end())}},
                  named);
    return value.layer;
}

int Reading::shapedForAll(Value& value, const Shape& shape, const OnnxNode& node) {
    const std::string name = value.name;
    const int before = value.layer;
    shaped(value, shape, node);
    if (value.layer != before && !name.empty()) {
        give(name, value);
        value = m_values.at(name);
    }
    return value.layer;
}

bool Reading::mayReorder(int index) const {
    const MadeLayer& made = m_layers[static_cast<std::size_t>(index)];
    if (made.output.rank() != 1)
        return false;
    if (made.type->name == "dense")
        return true;
    const bool keepsPlaces = made.type->name == "activation" || made.type->name == "dropout" ||
                             made.type->name == "noise" || made.type->name == "batch_norm";
    return keepsPlaces && made.only && mayReorder(made.sources.front());
}

bool Reading::reorderBefore(Value& value, std::span<const int> pieces) {
    if (!value.alone || pieces.size() != value.axes.pieces.size() || !mayReorder(value.layer))
        return false;
    const std::vector<std::int64_t> inFile = orderInFile(value.axes, pieces);
    std::vector<std::int64_t> order(inFile.size());
    for (std::size_t i = 0; i < inFile.size(); ++i)
        order[static_cast<std::size_t>(inFile[i])] = static_cast<std::int64_t>(i);
    for (int index = value.layer;; index = layer(index).sources.front()) {
        for (auto& [role, numbers] : layer(index).values)
            numbers = columnsReordered(numbers, order);
        if (layer(index).type->name == "dense")
            break;
    }
    Axes renamed{.pieces = {}, .axes = value.axes.axes};
    for (const int piece : pieces)
        renamed.pieces.push_back(value.axes.pieces[static_cast<std::size_t>(piece)]);
    for (std::vector<int>& axis : renamed.axes)
        for (int& piece : axis)
            if (piece != Axes::kBatch)
                piece = static_cast<int>(std::ranges::find(pieces, piece) - pieces.begin());
    value.axes = std::move(renamed);
    return true;
}

int Reading::arranged(Value& value, std::span<const int> order, const OnnxNode& node) {
    if (!value.axes.inOrder(order) && !reorderBefore(value, value.axes.row(order)))
        refuseNode(node, "what comes in has its axes in an order that no layer here makes.");
    return shapedForAll(value, shapeOf(value.axes, order, node), node);
}

int Reading::image(Value& value, const OnnxNode& node) {
    const int rank = value.axes.rank();
    if ((rank != 3 && rank != 4) || !value.axes.isBatch(0))
        refuseNode(
            node, sentence("it needs images (samples × channels × height × width), but gets {} axes.", rank));
    if (rank == 4)
        return arranged(value, std::array{2, 3, 1}, node);
    // A row of pixels is an image of height 1.
    const std::array order{2, 1};
    if (!value.axes.inOrder(order) && !reorderBefore(value, value.axes.row(order)))
        refuseNode(node, "what comes in has its axes in an order that no layer here makes.");
    return shapedForAll(value, Shape{1, value.axes.size(2, 1), value.axes.size(1, 1)}, node);
}

int Reading::settled(Value& value, const OnnxNode& node) {
    const int rank = value.axes.rank();
    if (!value.reshaped || rank < 2 || !value.axes.isBatch(0))
        return value.layer;
    std::vector<int> order(static_cast<std::size_t>(rank) - 1);
    std::iota(order.begin(), order.end(), 1);
    if (rank == 4)
        order = {2, 3, 1};
    if (!value.axes.inOrder(order))
        return value.layer;
    return shapedForAll(value, shapeOf(value.axes, order, node), node);
}

Channels Reading::channels(Value& value, std::span<const int> axes, const OnnxNode& node) {
    const std::vector<int> row = value.axes.row(axes);
    if (std::ranges::find(row, Axes::kBatch) != row.end())
        refuseNode(node, "it works across the samples of a batch.");
    std::vector<int> last(row.size());
    std::iota(last.begin(), last.end(), static_cast<int>(value.axes.pieces.size() - row.size()));
    if (!std::ranges::is_permutation(row, last))
        refuseNode(node, "it works along an axis that is not the last of a layer here.");
    Channels channels;
    for (const int piece : row)
        channels.count *= value.axes.pieces[static_cast<std::size_t>(piece)];
    if (row != last)
        channels.order = orderInFile(value.axes, row);
    const std::int64_t others = value.axes.count() / channels.count;
    const Shape& shape = layer(value.layer).output;
    if (shape.rank() == 0 || shape.back(0) != channels.count)
        shaped(value, others == 1 ? Shape{channels.count} : Shape{others, channels.count}, node);
    return channels;
}

int axisOf(const OnnxNode& node, std::int64_t axis, int rank) {
    if (axis < -rank || axis >= rank)
        refuseNode(node, sentence("it names axis {} of {}.", axis, rank));
    return static_cast<int>(axis < 0 ? axis + rank : axis);
}

void Reading::turnIfPossible(Value& value) {
    static_cast<void>(reorderBefore(value, value.axes.row(std::array{1})));
}

void Reading::note(Fate fate, Sentence what, Sentence how) {
    FormatNote note{fate, std::move(what), std::move(how)};
    if (std::ranges::find(m_notes, note) == m_notes.end())
        m_notes.push_back(std::move(note));
}

ImportedNetwork Reading::finish() {
    ImportedNetwork imported;
    std::vector<LayerId> ids;
    for (const MadeLayer& made : m_layers) {
        ids.push_back(imported.network.nextLayerId());
        imported.network.add(Layer{.id = ids.back(),
                                   .type = made.type->name,
                                   .name = made.name,
                                   .settings = made.settings,
                                   .position = {}});
    }
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const MadeLayer& made = m_layers[i];
        for (std::size_t port = 0; port < made.sources.size(); ++port)
            imported.network.add(Wire{.id = imported.network.nextWireId(),
                                      .from = ids[static_cast<std::size_t>(made.sources[port])],
                                      .to = ids[i],
                                      .port = 0});
    }
    for (MadeLayer& made : m_layers) {
        for (const LayerVariable& variable : made.type->variables(made.settings, made.inputs)) {
            const auto found = made.values.find({variable.role, variable.backward});
            require(found != made.values.end() && found->second.shape == variable.shape(),
                    "Reading: a layer lacks numbers");
            if (!std::ranges::all_of(found->second.values,
                                     [](float number) { return std::isfinite(number); }))
                refuse(
                    "Worked out of the file's numbers, some of its own become too large for a number here.",
                    Sentence::name(made.fileName));
            imported.variables[variable.nameIn(made.name)] = std::move(found->second);
        }
    }
    imported.network = protomind::arranged(std::move(imported.network));
    imported.notes = std::move(m_notes);
    return imported;
}

} // namespace protomind::onnxread
