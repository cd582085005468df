// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/draft.h"

#include "studio/exchange/keras/keras_names.h"
#include "studio/network/limits.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

Result<void> checkSettings(const LayerType& type, const Settings& settings) {
    for (const Field& field : type.fields)
        if (auto fine = checkField(field, valueOf(type.fields, settings, field.name)); !fine)
            return fine;
    return {};
}

/// How weights were drawn makes no difference to Keras any more, but to who trains from the beginning.
void takeInitialiser(const LayerType& type, const nlohmann::json& beside, Settings& settings) {
    const Field* field = findField(type.fields, FieldRole::Initialiser);
    const auto found = beside.find("initialiser");
    if (field == nullptr || found == beside.end() || !found->is_string())
        return;
    if (const FieldValue value = found->get<std::string>(); checkField(*field, value))
        settings[field->name] = value;
}

} // namespace

NodeReading::NodeReading(DraftMaker& maker, const KerasNode& node, std::vector<std::size_t> inputs)
    : m_maker(maker)
    , m_node(node)
    , m_config(node.config, node.name)
    , m_inputs(std::move(inputs)) {
    for (const std::size_t input : m_inputs)
        m_shapes.push_back(maker.m_drafts[input].output);
}

void NodeReading::readFirstAlone() {
    m_inputs.resize(1);
    m_shapes.resize(1);
}

Draft* NodeReading::append(const std::string& type, Settings settings) {
    if (!sound())
        return nullptr;
    const LayerType* layer = findLayerType(type);
    takeInitialiser(*layer, m_node.beside, settings);
    if (const auto fine = checkSettings(*layer, settings); !fine) {
        fail(fine.error().sentence);
        return nullptr;
    }
    const bool enough =
        layer->inputs == kAnyNumberOfInputs ? m_shapes.size() >= 2 : std::ssize(m_shapes) == layer->inputs;
    if (!enough) {
        fail(sentence("It is given {} inputs, which is not possible here.", m_shapes.size()));
        return nullptr;
    }
    const auto output = layer->outputShape(settings, m_shapes);
    if (!output) {
        fail(output.error().sentence);
        return nullptr;
    }
    Draft* draft = appendForeign(*output);
    draft->type = type;
    draft->settings = std::move(settings);
    return draft;
}

Draft* NodeReading::appendForeign(const Shape& output) {
    if (!sound())
        return nullptr;
    Draft draft{
        .type = {}, .name = m_node.name, .inputs = m_inputs, .inputShapes = m_shapes, .output = output};
    const bool isMain = baseOfKerasName(m_node.name) == m_node.name;
    draft.wanted = isMain && !m_node.ours.empty() ? m_node.ours : m_node.name;
    if (m_appended++ > 0)
        draft.wanted += " " + std::to_string(m_appended);
    draft.trainable = m_config.boolean("trainable", true);
    draft.beside = m_node.beside;
    m_maker.m_drafts.push_back(std::move(draft));
    m_inputs = {m_maker.m_drafts.size() - 1};
    m_shapes = {output};
    return &m_maker.m_drafts.back();
}

void NodeReading::appendActivation(const std::string& function, const std::string& parameter, double value) {
    append("activation", {{"function", function}, {parameter, value}});
}

bool NodeReading::countNumbers(const Shape& shape) {
    m_maker.m_numbers += shape.elementCount();
    if (m_maker.m_numbers > kMaxParameters)
        fail(sentence("The network has more than {} numbers to learn.", kMaxParameters));
    return sound();
}

std::optional<HostArray> NodeReading::weight(const std::string& name, const std::string& path,
                                             const Shape& shape) {
    if (!sound() || !countNumbers(shape) || !m_maker.m_weights)
        return std::nullopt;
    auto found = m_maker.m_weights(
        {.layer = m_node.name, .name = name, .path = m_node.path + "/" + path, .shape = shape});
    if (!found) {
        fail(found.error().sentence);
        return std::nullopt;
    }
    if (found->shape != shape) {
        fail(sentence("Its {:s} is {}, but should be {}.", name, found->shape.text(), shape.text()));
        return std::nullopt;
    }
    return std::move(*found);
}

void NodeReading::weight(Draft* draft, const std::string& variable, const std::string& name,
                         const std::string& path, const Shape& shape, const Shape& ours) {
    if (draft == nullptr)
        return;
    if (auto values = weight(name, path, shape)) {
        values->shape = ours;
        draft->values[variable] = std::move(*values);
    }
}

Result<std::size_t> NodeReading::end() const {
    if (m_config.problem())
        return std::unexpected(*m_config.problem());
    return m_inputs.front();
}

Result<void> DraftMaker::add(const KerasNode& node) {
    const KerasClass* kind = kerasClass(node.className);
    if (kind == nullptr)
        return fail(ProblemKind::Unsupported,
                    sentence("It is of the kind {:s}, which is not known here.", node.className),
                    Sentence::name(node.name));
    std::vector<std::size_t> inputs;
    for (const std::string& input : node.inputs)
        inputs.push_back(m_ends.at(input));
    if (inputs.empty() != (node.className == "InputLayer"))
        return fail(ProblemKind::Input, "It is given nothing, or is an input and given something.",
                    Sentence::name(node.name));
    NodeReading reading(*this, node, std::move(inputs));
    kind->read(reading);
    const auto end = reading.end();
    if (!end)
        return std::unexpected(end.error());
    m_ends[node.name] = *end;
    return {};
}

std::optional<std::size_t> DraftMaker::endOf(const std::string& kerasName) const {
    const auto found = m_ends.find(kerasName);
    return found == m_ends.end() ? std::nullopt : std::optional(found->second);
}

const KerasClass* kerasClass(std::string_view name) {
    for (const auto& classes : {denseClasses(), sequenceClasses(), shapeClasses(), elementwiseClasses()}) {
        const auto found = std::ranges::find(classes, name, &KerasClass::name);
        if (found != classes.end())
            return &*found;
    }
    return nullptr;
}

} // namespace protomind
