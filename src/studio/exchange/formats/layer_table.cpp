// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/layer_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// What a layer may be given to try it with, the most usual first. A list may be one of words as well.
struct TriedInput {
    Shape shape;
    const char* name;
};

const std::array<TriedInput, 3>& triedInputs() {
    static const std::array<TriedInput, 3> all{{{Shape{8, 8, 8}, "on an image"},
                                                {Shape{6, 8}, "on a sequence"},
                                                {Shape{8}, "on a list of numbers"}}};
    return all;
}

/// A kind of layer with settings and what comes in, where these go together.
struct TriedLayer {
    ModelLayer layer;
    std::vector<Shape> inputs;
    Shape output;
};

/// Of an Input, the samples; of a layer that puts numbers into another shape, two rows of them.
FieldValue shapeSetting(const Shape& shape, bool isInput) {
    if (isInput)
        return std::vector<std::int64_t>(shape.sizes().begin(), shape.sizes().end());
    return std::vector<std::int64_t>{2, shape.elementCount() / 2};
}

std::optional<TriedLayer> tried(const LayerType& type, Settings settings, const Shape& shape) {
    const int count = type.inputs == kAnyNumberOfInputs ? 2 : type.inputs;
    std::vector<Shape> inputs(static_cast<std::size_t>(count), shape);
    if (const Field* field = findField(type.fields, FieldRole::Shape); field != nullptr)
        settings[field->name] = shapeSetting(shape, count == 0);
    const auto output = type.outputShape(settings, inputs);
    if (!output)
        return std::nullopt;
    // As in layerViews: the Input layer is given the samples.
    if (inputs.empty())
        inputs.push_back(shape);
    return TriedLayer{{type.name, &type, std::move(settings), {}}, std::move(inputs), *output};
}

/// A value other than the usual one, and what to call that use of the layer.
struct Variant {
    std::string field;
    FieldValue value;
    Sentence use;
};

std::vector<Variant> choicesOf(const Field& field) {
    std::vector<Variant> found;
    for (const std::string& choice : field.choices) {
        if (FieldValue(choice) != field.defaultValue)
            found.push_back({field.name, choice, sentence("with {}: {:s}", field.label, choice)});
    }
    return found;
}

std::vector<Variant> variantsOf(const Field& field) {
    if (field.type == FieldType::Choice)
        return choicesOf(field);
    if (field.type == FieldType::Boolean) {
        const bool other = !std::get<bool>(field.defaultValue);
        return {{field.name, other, sentence("with {}: {}", field.label, other ? "yes" : "no")}};
    }
    const auto sizes = [&](std::int64_t first, std::int64_t second) {
        return Variant{field.name, std::vector<std::int64_t>{first, second},
                       sentence("with {}: {:s}", field.label, fmt::format("{}×{}", first, second))};
    };
    const auto two = [&] {
        return Variant{field.name, std::int64_t{2}, sentence("with {}: {:s}", field.label, "2")};
    };
    switch (field.role) {
    case FieldRole::Stride:
        return {sizes(2, 2), sizes(2, 1)};
    case FieldRole::Dilation:
        return {sizes(2, 2), sizes(2, 1)};
    case FieldRole::Groups:
    case FieldRole::Multiplier:
    case FieldRole::Heads:
        return {two()};
    default:
        return {};
    }
}

Result<void> asked(const Format& format, const TriedLayer& layer) {
    return format.holds(LayerView(layer.layer, layer.inputs, layer.output));
}

LayerSupport supportOf(const LayerType& type, const Format& format) {
    LayerSupport support;
    std::vector<const TriedInput*> accepted;
    for (const TriedInput& input : triedInputs()) {
        if (tried(type, {}, input.shape))
            accepted.push_back(&input);
    }
    require(!accepted.empty(),
            ("layerTable: " + type.name + " takes none of the shapes that are tried").c_str());
    std::vector<const TriedInput*> said;
    for (const TriedInput* input : accepted) {
        if (auto held = asked(format, *tried(type, {}, input->shape)); held)
            said.push_back(input);
        else
            support.exceptions.push_back({input->name, std::move(held.error())});
    }
    if (said.empty()) {
        support.obstacle = std::move(support.exceptions.front().problem);
        support.exceptions.clear();
        return support;
    }
    for (const Field& field : type.fields) {
        for (const Variant& variant : variantsOf(field)) {
            for (const TriedInput* input : said) {
                const auto layer = tried(type, {{variant.field, variant.value}}, input->shape);
                if (!layer)
                    continue;
                if (auto held = asked(format, *layer); !held) {
                    support.exceptions.push_back({variant.use, std::move(held.error())});
                    break;
                }
            }
        }
    }
    return support;
}

/// Reasons with numbers from 1 on, each once.
class ReasonList {
public:
    explicit ReasonList(std::vector<std::string>& reasons)
        : m_reasons(reasons) {}

    std::size_t numberOf(const std::string& reason) {
        const auto found = std::ranges::find(m_reasons, reason);
        const auto index = static_cast<std::size_t>(found - m_reasons.begin());
        if (found == m_reasons.end())
            m_reasons.push_back(reason);
        return index + 1;
    }

private:
    std::vector<std::string>& m_reasons;
};

std::string cellOf(const LayerSupport& support, ReasonList& reasons) {
    if (support.obstacle)
        return fmt::format("no {}", reasons.numberOf(support.obstacle->text()));
    std::vector<std::size_t> numbers;
    for (const LayerException& exception : support.exceptions)
        numbers.push_back(reasons.numberOf("Not " + exception.use + ". " + exception.problem.text()));
    return numbers.empty() ? "yes" : fmt::format("yes {}", fmt::join(numbers, ","));
}

} // namespace

LayerTable layerTable(std::span<const Format> among) {
    LayerTable table;
    for (const Format& format : among) {
        if (format.write != nullptr)
            table.formats.push_back(&format);
    }
    for (const LayerType& type : layerTypes()) {
        LayerTableRow row{.layer = &type, .formats = {}};
        for (const Format* format : table.formats)
            row.formats.push_back(supportOf(type, *format));
        table.rows.push_back(std::move(row));
    }
    return table;
}

LayerTableText textOf(const LayerTable& table) {
    LayerTableText text;
    ReasonList reasons(text.reasons);
    text.head.push_back("Layer");
    for (const Format* format : table.formats)
        text.head.push_back(format->title);
    for (const LayerTableRow& row : table.rows) {
        std::vector<std::string> cells{row.layer->title};
        for (const LayerSupport& support : row.formats)
            cells.push_back(cellOf(support, reasons));
        text.rows.push_back(std::move(cells));
    }
    return text;
}

} // namespace protomind
