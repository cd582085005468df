// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/weights_field.h"
#include "engine/nn/layers/window.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::vector<Field> makeTransposedConvolutionFields() {
    Field stride = pairField(
        "stride", "Stride", 2,
        "How many pixels apart the filters are stamped, s in the formula; the image grows by this factor.",
        FieldRole::Stride);
    stride.shownOnCard = true;
    return {{.name = "filters",
             .label = "Filters",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{16},
             .minimum = 1,
             .maximum = 4096,
             .help = "How many channels the larger image has.",
             .logarithmic = true,
             .shownOnCard = true,
             .role = FieldRole::OutputSize},
            pairField("kernel", "Kernel size", 4, "Height and width of the small patch that a filter stamps.",
                      FieldRole::Window),
            stride,
            paddingField(
                "same",
                "same cuts off what sticks out at the border, so that the image grows by the stride exactly; "
                "valid keeps it. In the formula, p is what is cut off at the top and on the left."),
            activationField(),
            biasField(),
            initialiserField()};
}

const std::vector<Field>& transposedConvolutionFields() {
    static const std::vector<Field> all = makeTransposedConvolutionFields();
    return all;
}

/// The convolution that this one is the transpose of: from the larger image back to the input.
Window transposedConvolutionWindow(const Settings& settings) {
    return {"kernel",
            pairOf(sizes(transposedConvolutionFields(), settings, "kernel")),
            pairOf(sizes(transposedConvolutionFields(), settings, "stride")),
            {1, 1},
            choice(transposedConvolutionFields(), settings, "padding") == "same"};
}

/// Height and width of the larger image: stride times the input's, and under "valid" what a larger kernel
/// reaches over (as Keras has it).
std::array<std::int64_t, 2> grownSize(const Window& window, std::int64_t height, std::int64_t width) {
    std::array<std::int64_t, 2> size{height, width};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        size[axis] *= window.stride[axis];
        if (!window.same)
            size[axis] += std::max<std::int64_t>(window.size[axis] - window.stride[axis], 0);
    }
    return size;
}

/// The cells of the small image whose stamps reach a row and column of the larger one.
std::vector<WindowCell> cellsStampedOn(const Window& window, const WindowPadding& padding, const Shape& image,
                                       std::int64_t row, std::int64_t column) {
    std::vector<WindowCell> cells;
    for (std::int64_t u = 0; u < window.size[0]; ++u)
        for (std::int64_t v = 0; v < window.size[1]; ++v) {
            const std::int64_t y = row + padding.before[0] - u;
            const std::int64_t x = column + padding.before[1] - v;
            const bool onStep = y % window.stride[0] == 0 && x % window.stride[1] == 0;
            const WindowCell cell{y / window.stride[0], x / window.stride[1], u * window.size[1] + v};
            if (onStep && y >= 0 && cell.row < image[0] && x >= 0 && cell.column < image[1])
                cells.push_back(cell);
        }
    return cells;
}

Result<Shape> transposedConvolutionShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Transposed convolution", inputs[0]); !image)
        return std::unexpected(image.error());
    const Window window = transposedConvolutionWindow(settings);
    const std::int64_t filters = integer(transposedConvolutionFields(), settings, "filters");
    const auto size = grownSize(window, inputs[0][0], inputs[0][1]);
    const std::array<std::int64_t, 4> kernel{window.size[0], window.size[1], filters, inputs[0][2]};
    if (const Result<Shape> weights = Shape::checked(kernel); !weights)
        return std::unexpected(weights.error());
    return Shape::checked(std::array<std::int64_t, 3>{size[0], size[1], filters});
}

std::vector<LayerVariable> transposedConvolutionVariables(const Settings& settings,
                                                          std::span<const Shape> inputs) {
    const Window window = transposedConvolutionWindow(settings);
    const VariableAxis in{AxisMeaning::InputChannel, inputs[0][2]};
    const VariableAxis out{AxisMeaning::OutputChannel,
                           integer(transposedConvolutionFields(), settings, "filters")};
    // An output sees the patches that reach it: about area / stride of them.
    const std::int64_t area = window.size[0] * window.size[1];
    const std::int64_t seen = area * in.size / (window.stride[0] * window.stride[1]);
    return withBias(transposedConvolutionFields(), settings,
                    {{AxisMeaning::Height, window.size[0]}, {AxisMeaning::Width, window.size[1]}, out, in},
                    out, std::max<std::int64_t>(seen, 1), area * out.size);
}

std::int64_t transposedConvolutionMultiplyAdds(const Settings& settings, std::span<const Shape> inputs) {
    const auto kernel = pairOf(sizes(transposedConvolutionFields(), settings, "kernel"));
    return inputs[0].elementCount() * kernel[0] * kernel[1] *
           integer(transposedConvolutionFields(), settings, "filters");
}

Node buildTransposedConvolution(LayerBuilder& builder, const Settings& settings,
                                std::span<const Node> inputs) {
    const Shape& image = inputs[0].shape();
    const Window window = transposedConvolutionWindow(settings);
    const std::int64_t filters = integer(transposedConvolutionFields(), settings, "filters");
    const auto size = grownSize(window, image[1], image[2]);
    const WindowPadding padding = paddingOf(window, size[0], size[1]);
    const ConvolutionAttributes attributes{.stride = window.stride,
                                           .paddingBefore = padding.before,
                                           .paddingAfter = padding.after,
                                           .resultShape = {}};
    const Node y = convolutionInputGradient(inputs[0], builder.variable(VariableRole::Kernel), attributes,
                                            Shape{image[0], size[0], size[1], filters});
    return activate(choice(transposedConvolutionFields(), settings, "activation"), addBias(builder, y));
}

std::vector<InnerNumbers> transposedConvolutionInner(const Settings& settings,
                                                     std::span<const Shape> inputs) {
    return innerOfActivation(*activationOf(transposedConvolutionFields(), settings),
                             transposedConvolutionShape(settings, inputs).value());
}

/// The numbers whose stamps reach the place, each times the weight that lies on it.
Arithmetic transposedConvolutionArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Activation& activation = *activationOf(transposedConvolutionFields(), source.settings);
    const Window window = transposedConvolutionWindow(source.settings);
    const Shape& image = source.inputs[0].shape;
    const Shape output = transposedConvolutionShape(source.settings, std::array{image}).value();
    const WindowPadding padding = paddingOf(window, output[0], output[1]);
    return activated(
        source, activation, activation.defaultParameter, output, wanted,
        [&](ArithmeticWriter& writer, std::int64_t index) {
            const std::vector<std::int64_t> at = coordinatesOf(output, index);
            std::vector<ArithmeticTerm> terms;
            for (const WindowCell& cell : cellsStampedOn(window, padding, image, at[0], at[1]))
                for (std::int64_t channel = 0; channel < image[2]; ++channel)
                    terms.push_back(
                        {{writer.input((cell.row * image[1] + cell.column) * image[2] + channel),
                          writer.variable(kKernelPlace,
                                          (cell.inWindow * output[2] + at[2]) * image[2] + channel)}});
            addBias(writer, terms, at[2]);
            return writer.step("z", ArithmeticKind::Sum, std::move(terms));
        });
}

} // namespace

const LayerType& transposedConvolutionLayer() {
    static const LayerType type{
        .name = "transposed_convolution",
        .title = "Transposed convolution",
        .category = LayerCategory::Learned,
        .summary =
            "Makes an image larger: each number stamps a small filter, as strongly as it is large, and "
            "stamps that overlap add up. The filters are what it learns.",
        .formula =
            R"(y_{mnk} = f\Big(\sum_{is + u - p = m,\; js + v - p = n,\; c} x_{ijc} \, w_{uvkc} + b_k\Big))",
        .inputs = 1,
        .fields = transposedConvolutionFields(),
        .outputShape = transposedConvolutionShape,
        .variables = transposedConvolutionVariables,
        .multiplyAdds = transposedConvolutionMultiplyAdds,
        .build = buildTransposedConvolution,
        .arithmetic = {transposedConvolutionInner, transposedConvolutionArithmetic}};
    return type;
}

} // namespace protomind
