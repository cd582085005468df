// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/shape_mismatch.h"

#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

constexpr std::size_t kMostFixes = 3;

std::string lowerFirst(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// As it goes on within another sentence.
Sentence lowerFirst(const Sentence& sentence) {
    std::vector<Sentence> arguments = sentence.arguments();
    if (sentence.kind() == Sentence::Kind::Phrase)
        return lowerFirst(sentence.text());
    if (piecesOf(sentence.format()).front().between.empty())
        return sentence; // what begins it is a title
    return Sentence::fromParts(sentence.kind(), lowerFirst(sentence.format()), std::move(arguments));
}

/// Tries fixes on a layer's inputs without touching the network, and keeps those after which the layer is
/// content.
class Repairs {
public:
    Repairs(const Network& network, const Layer& layer, const LayerType& type, std::vector<const Wire*> wires,
            std::vector<Shape> shapes)
        : m_network(network)
        , m_layer(layer)
        , m_type(type)
        , m_wires(std::move(wires))
        , m_shapes(std::move(shapes)) {}

    [[nodiscard]] std::vector<Fix> take() { return std::move(m_fixes); }

    void tryInsert(std::size_t input, const char* typeName,
                   std::initializer_list<std::pair<FieldRole, FieldValue>> values) {
        const LayerType* inserted = findLayerType(typeName);
        Settings settings = settingsByRole(typeName, values);
        if (m_fixes.size() == kMostFixes || !allValid(*inserted, settings))
            return;
        const Result<Shape> between = inserted->outputShape(settings, std::span(&m_shapes[input], 1));
        if (!between)
            return;
        std::vector<Shape> repaired = m_shapes;
        repaired[input] = *between;
        if (m_type.outputShape(m_layer.settings, repaired))
            m_fixes.push_back({insertText(*inserted, input),
                               Fix::InsertLayer{m_wires[input]->id, typeName, std::move(settings)}});
    }

    void trySetting(FieldRole role, FieldValue value) {
        const Field* field = findField(m_type.fields, role);
        if (field == nullptr || m_fixes.size() == kMostFixes || !checkField(*field, value))
            return;
        Settings settings = m_layer.settings;
        settings[field->name] = value;
        if (m_type.outputShape(settings, m_shapes))
            m_fixes.push_back(setFieldFix(m_layer, *field, std::move(value)));
    }

    [[nodiscard]] const Shape& shape(std::size_t input) const { return m_shapes[input]; }

private:
    static bool allValid(const LayerType& type, const Settings& settings) {
        return std::ranges::all_of(type.fields, [&](const Field& field) {
            return checkField(field, valueOf(type.fields, settings, field.name)).has_value();
        });
    }

    /// Where several come together, which of them is changed.
    [[nodiscard]] Sentence insertText(const LayerType& inserted, std::size_t input) const {
        const Layer* source = m_network.layer(m_wires[input]->from);
        return m_wires.size() > 1 && source != nullptr
                   ? sentence("Insert {} after {:s}", inserted.title, source->name)
                   : sentence("Insert {}", inserted.title);
    }

    const Network& m_network;
    const Layer& m_layer;
    const LayerType& m_type;
    std::vector<const Wire*> m_wires;
    std::vector<Shape> m_shapes;
    std::vector<Fix> m_fixes;
};

std::vector<std::int64_t> sizesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

/// An image of as many numbers: square, grey or in three colours, where that goes.
std::optional<std::vector<std::int64_t>> imageOf(const Shape& shape) {
    if (shape.rank() == 2)
        return std::vector{shape[0], shape[1], std::int64_t{1}};
    for (const std::int64_t channels : {1, 3}) {
        const auto side = static_cast<std::int64_t>(std::lround(
            std::sqrt(static_cast<double>(shape.elementCount()) / static_cast<double>(channels))));
        if (side * side * channels == shape.elementCount())
            return std::vector{side, side, channels};
    }
    return std::nullopt;
}

/// The rows of an image one after another, or single numbers.
std::vector<std::int64_t> sequenceOf(const Shape& shape) {
    const std::int64_t steps = shape.rank() > 0 ? shape[0] : 1;
    return {steps, steps > 0 ? shape.elementCount() / steps : 0};
}

void repairSingle(Repairs& repairs) {
    const Shape shape = repairs.shape(0);
    if (shape.rank() > 1)
        repairs.tryInsert(0, "flatten", {});
    if (shape.rank() != 3)
        if (const auto image = imageOf(shape))
            repairs.tryInsert(0, "reshape", {{FieldRole::Shape, *image}});
    if (shape.rank() != 2)
        repairs.tryInsert(0, "reshape", {{FieldRole::Shape, sequenceOf(shape)}});
    if (shape.rank() == 3) {
        const std::vector<std::int64_t> ones{1, 1};
        repairs.trySetting(FieldRole::Dilation, ones);
        repairs.trySetting(FieldRole::Padding, std::string("same"));
        for (const std::int64_t side : {5, 3, 2, 1})
            if (side <= std::min(shape[0], shape[1])) {
                repairs.trySetting(FieldRole::Window, std::vector{side, side});
                break;
            }
        repairs.trySetting(FieldRole::Border, std::vector<std::int64_t>(4, 0));
    }
    repairs.trySetting(FieldRole::Groups, std::int64_t{1});
    repairs.trySetting(FieldRole::Heads, std::int64_t{1});
    repairs.trySetting(FieldRole::Shape, sizesOf(shape));
    repairs.trySetting(FieldRole::OutputSize, std::int64_t{16});
}

/// Makes the input at from fit the one at to.
void repairMerging(Repairs& repairs, std::size_t from, std::size_t to) {
    const Shape mine = repairs.shape(from);
    const Shape wanted = repairs.shape(to);
    if (wanted.rank() == 1) {
        repairs.tryInsert(from, "flatten", {});
        repairs.tryInsert(from, "global_average_pool", {});
        repairs.tryInsert(from, "dense", {{FieldRole::OutputSize, wanted[0]}});
    }
    if (mine.rank() == 3 && wanted.rank() == 3) {
        const std::vector<std::int64_t> ratio{std::max<std::int64_t>(mine[0] / wanted[0], 1),
                                              std::max<std::int64_t>(mine[1] / wanted[1], 1)};
        repairs.tryInsert(from, "max_pool", {{FieldRole::Window, ratio}, {FieldRole::Stride, ratio}});
        repairs.tryInsert(from, "convolution",
                          {{FieldRole::OutputSize, wanted[2]},
                           {FieldRole::Window, std::vector<std::int64_t>{1, 1}},
                           {FieldRole::Stride, ratio}});
    }
    repairs.tryInsert(from, "reshape", {{FieldRole::Shape, sizesOf(wanted)}});
}

/// What a layer gives that another one gets.
struct Given {
    std::string name;
    Shape shape;
};

/// "Dense needs ..., but gets 4 × 4." with the names of the layers that it is about. None where the reason is
/// worded otherwise.
std::optional<Sentence> named(const Sentence& reason, const LayerType& type, const Layer& layer,
                              std::span<const Given> given) {
    std::string format = reason.format();
    std::vector<Sentence> arguments = reason.arguments();
    if (format.starts_with(type.title)) {
        format = "{:s}" + format.substr(type.title.size());
        arguments.insert(arguments.begin(), Sentence::name(layer.name));
    } else if (format.starts_with("{}") && arguments.front() == type.title) {
        format = "{:s}" + format.substr(std::string("{}").size());
        arguments.front() = Sentence::name(layer.name);
    } else {
        return std::nullopt;
    }
    // Raw strings: they are no texts of their own to translate.
    std::string gets = R"(, but gets {})";
    std::string gives = R"(, but {:s} gives {})";
    for (std::size_t more = 1; more < given.size(); ++more) {
        gets += R"( and {})";
        gives += R"( and {:s} gives {})";
    }
    const std::size_t place = format.find(gets);
    if (place == std::string::npos)
        return std::nullopt;
    auto argument = arguments.begin() + std::ssize(piecesOf(std::string_view(format).substr(0, place))) - 1;
    for (const Given& one : given) {
        if (*argument != one.shape.text())
            return std::nullopt;
        argument = arguments.insert(argument, Sentence::name(one.name)) + 2;
    }
    return Sentence::fromParts(Sentence::Kind::Format, format.replace(place, gets.size(), gives),
                               std::move(arguments));
}

std::string nameOf(const Network& network, const Wire& wire) {
    const Layer* layer = network.layer(wire.from);
    return layer != nullptr ? layer->name : std::string();
}

/// The first input that does not go together with input 0; 0 where each pair goes.
std::size_t oddInput(const Layer& layer, const LayerType& type, std::span<const Shape> shapes) {
    for (std::size_t input = 1; input < shapes.size(); ++input)
        if (!type.outputShape(layer.settings, std::array{shapes[0], shapes[input]}))
            return input;
    return 0;
}

/// Two inputs of a merging layer that don't go together. The first may only change where no others go with
/// it.
void describePair(NetworkProblem& problem, bool firstMayChange, const Network& network, const Layer& layer,
                  const LayerType& type, std::array<const Wire*, 2> wires, std::array<Shape, 2> shapes) {
    Repairs repairs(network, layer, type, {wires[0], wires[1]}, {shapes[0], shapes[1]});
    repairMerging(repairs, 1, 0);
    if (firstMayChange)
        repairMerging(repairs, 0, 1);
    problem.fixes = repairs.take();
    problem.wire = wires[1]->id;
    const std::array<Given, 2> given{Given{nameOf(network, *wires[0]), shapes[0]},
                                     Given{nameOf(network, *wires[1]), shapes[1]}};
    const Sentence reason = type.outputShape(layer.settings, shapes).error().sentence;
    if (const auto sentence = named(reason, type, layer, given)) {
        problem.sentence = *sentence;
        return;
    }
    const Sentence gives = sentence("{:s} gives {} and {:s} gives {}", given[0].name, shapes[0].text(),
                                    given[1].name, shapes[1].text());
    problem.sentence = sentence("{:s} can't merge them: {}. {}", layer.name, gives, reason);
}

void describeSingle(NetworkProblem& problem, const Network& network, const Layer& layer,
                    const LayerType& type, const Wire& wire, const Shape& shape, const Sentence& reason) {
    Repairs repairs(network, layer, type, {&wire}, {shape});
    repairSingle(repairs);
    problem.fixes = repairs.take();
    problem.wire = wire.id;
    const Given given{nameOf(network, wire), shape};
    problem.sentence = named(reason, type, layer, std::span(&given, 1))
                           .value_or(sentence("{:s} doesn't fit after {:s}, which gives {}: {}", layer.name,
                                              given.name, shape.text(), lowerFirst(reason)));
}

/// A layer without inputs can only be at odds with its own settings.
void describeSource(NetworkProblem& problem, const Layer& layer, const LayerType& type) {
    for (const Field& field : type.fields) {
        Settings without = layer.settings;
        if (without.erase(field.name) > 0 && type.outputShape(without, {}))
            problem.fixes.push_back(setFieldFix(layer, field, field.defaultValue));
    }
}

} // namespace

NetworkProblem shapeMismatch(const Network& network, const Layer& layer, const LayerType& type,
                             std::span<const Wire* const> wires, std::span<const Shape> shapes,
                             const Problem& reason) {
    NetworkProblem problem{.severity = Severity::Error,
                           .sentence = sentence("{:s}: {}", layer.name, reason.sentence),
                           .layer = layer.id,
                           .wire = {},
                           .fixes = {},
                           .kind = NetworkProblemKind::ShapeMismatch};
    const std::size_t odd = type.inputs == kAnyNumberOfInputs ? oddInput(layer, type, shapes) : 0;
    if (odd > 0) {
        describePair(problem, shapes.size() == 2, network, layer, type, {wires[0], wires[odd]},
                     {shapes[0], shapes[odd]});
        if (shapes.size() > 2) // with a single input left it would be no better
            problem.fixes.push_back({sentence("Remove the wire from {:s}", nameOf(network, *wires[odd])),
                                     Fix::RemoveWire{wires[odd]->id}});
    } else if (shapes.size() == 1) {
        describeSingle(problem, network, layer, type, *wires[0], shapes[0], reason.sentence);
    } else if (shapes.empty()) {
        describeSource(problem, layer, type);
    }
    problem.fixes.push_back(removeLayerFix(layer));
    return problem;
}

} // namespace protomind
