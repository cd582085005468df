// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/receptive_field.h"

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

bool isImageShape(const Shape& shape) {
    return shape.rank() == 3;
}

ImageBox wholeOf(const Shape& image) {
    return {0, 0, image[0] - 1, image[1] - 1};
}

/// Which cells of its inputs a layer looks at. Numbers do not matter for that: zeros stand in for them.
class LayerLook {
public:
    LayerLook(const Model& model, const std::vector<Shape>& shapes, std::size_t layer)
        : m_layer(model.layers[layer])
        , m_shape(shapes[layer]) {
        for (const int input : m_layer.inputs) {
            m_inputShapes.push_back(shapes[static_cast<std::size_t>(input)]);
            m_inputs.emplace_back(m_inputShapes.back());
        }
        for (const LayerVariable& variable : m_layer.type->variables(m_layer.settings, m_inputShapes))
            m_variables.emplace_back(variable.shape());
    }

    /// For each port, the box of the image there that a number is made of; nothing where it comes of no
    /// image.
    [[nodiscard]] std::vector<std::optional<ImageBox>> of(std::span<const std::int64_t> at) const {
        std::vector<std::optional<ImageBox>> boxes(m_inputs.size());
        const ArithmeticSource source{m_layer.settings, m_inputs, m_variables};
        const Arithmetic arithmetic =
            m_layer.type->arithmetic.work(source, {NumberPlace::Kind::Output, 0, indexOf(m_shape, at)});
        for (const ArithmeticStep& step : arithmetic.steps)
            for (const ArithmeticTerm& term : step.terms)
                for (const ArithmeticFactor& factor : term.factors)
                    add(factor.place, boxes);
        return boxes;
    }

private:
    void add(const NumberPlace& place, std::vector<std::optional<ImageBox>>& boxes) const {
        // Numbers on the way are made of anything.
        if (place.kind == NumberPlace::Kind::Inner)
            for (std::size_t port = 0; port < boxes.size(); ++port)
                if (isImageShape(m_inputShapes[port]))
                    boxes[port] = wholeOf(m_inputShapes[port]);
        if (place.kind != NumberPlace::Kind::Input || !isImageShape(m_inputShapes[place.which]))
            return;
        const std::vector<std::int64_t> at = coordinatesOf(m_inputShapes[place.which], place.index);
        const ImageBox cell{at[0], at[1], at[0], at[1]};
        std::optional<ImageBox>& box = boxes[place.which];
        box = box ? box->with(cell) : cell;
    }

    const ModelLayer& m_layer;
    Shape m_shape;
    std::vector<Shape> m_inputShapes;
    std::vector<HostArray> m_inputs;
    std::vector<HostArray> m_variables;
};

/// What of each layer's output is looked at, from the last one that is down to the input.
class LookBack {
public:
    explicit LookBack(const Model& model)
        : m_model(model)
        , m_shapes(layerShapes(model))
        , m_seen(model.layers.size()) {}

    void addNumber(std::size_t layer, std::span<const std::int64_t> at) {
        const auto boxes = LayerLook(m_model, m_shapes, layer).of(at);
        if (looksAtImages(layer))
            addBoxes(layer, boxes);
        else
            addAll(layer);
    }
    /// A layer whose output was looked at passes that on to its inputs.
    void passOn(std::size_t layer) {
        if (!m_seen[layer])
            return;
        if (!isImageShape(m_shapes[layer]) || !looksAtImages(layer)) {
            addAll(layer);
            return;
        }
        // A window moves as its place does: the corners see the outermost cells. Channels see the same
        // places, but where some come from one port and some from another.
        const LayerLook look(m_model, m_shapes, layer);
        for (const std::int64_t channel : {std::int64_t{0}, m_shapes[layer][2] - 1}) {
            addCorner(layer, look, *m_seen[layer], channel, true);
            addCorner(layer, look, *m_seen[layer], channel, false);
        }
    }
    [[nodiscard]] const std::optional<ImageBox>& of(std::size_t layer) const { return m_seen[layer]; }

private:
    [[nodiscard]] bool looksAtImages(std::size_t layer) const {
        return std::ranges::all_of(m_model.layers[layer].inputs, [this](int input) {
            return isImageShape(m_shapes[static_cast<std::size_t>(input)]);
        });
    }
    /// A border that a layer has added sees nothing: then the nearest cell in the box that does counts.
    void addCorner(std::size_t layer, const LayerLook& look, const ImageBox& box, std::int64_t channel,
                   bool first) {
        const auto boxesAt = [&](std::int64_t row, std::int64_t column) {
            return first ? look.of(std::vector{box.top + row, box.left + column, channel})
                         : look.of(std::vector{box.bottom - row, box.right - column, channel});
        };
        const auto sees = [&](std::int64_t row, std::int64_t column) {
            return std::ranges::any_of(boxesAt(row, column), [](const auto& one) { return one.has_value(); });
        };
        const std::int64_t rows = box.bottom - box.top;
        const std::int64_t columns = box.right - box.left;
        std::int64_t row = 0;
        std::int64_t column = 0;
        while (!sees(row, column)) {
            if (row == rows && column == columns)
                return;
            row = std::min(row + 1, rows);
            column = std::min(column + 1, columns);
        }
        while (row > 0 && sees(row - 1, column))
            --row;
        while (column > 0 && sees(row, column - 1))
            --column;
        addBoxes(layer, boxesAt(row, column));
    }
    void addBoxes(std::size_t layer, const std::vector<std::optional<ImageBox>>& boxes) {
        for (std::size_t port = 0; port < boxes.size(); ++port)
            if (boxes[port])
                add(static_cast<std::size_t>(m_model.layers[layer].inputs[port]), *boxes[port]);
    }
    void addAll(std::size_t layer) {
        for (const int input : m_model.layers[layer].inputs) {
            const Shape& shape = m_shapes[static_cast<std::size_t>(input)];
            add(static_cast<std::size_t>(input), isImageShape(shape) ? wholeOf(shape) : ImageBox{});
        }
    }
    void add(std::size_t layer, const ImageBox& box) {
        m_seen[layer] = m_seen[layer] ? m_seen[layer]->with(box) : box;
    }

    const Model& m_model;
    std::vector<Shape> m_shapes;
    std::vector<std::optional<ImageBox>> m_seen; ///< of what is no image: any box
};

} // namespace

ImageBox ImageBox::with(const ImageBox& other) const {
    return {std::min(top, other.top), std::min(left, other.left), std::max(bottom, other.bottom),
            std::max(right, other.right)};
}

std::optional<ImageBox> receptiveField(const Model& model, std::size_t layer,
                                       std::span<const std::int64_t> at) {
    const auto input = static_cast<std::size_t>(model.inputLayer);
    if (!isImageShape(model.inputShape))
        return std::nullopt;
    if (layer == input)
        return ImageBox{at[0], at[1], at[0], at[1]};
    LookBack look(model);
    look.addNumber(layer, at);
    for (std::size_t before = layer; before-- > 0;)
        if (before != input)
            look.passOn(before);
    return look.of(input);
}

} // namespace protomind
