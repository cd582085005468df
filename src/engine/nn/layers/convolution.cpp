// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/weights_field.h"
#include "engine/nn/layers/window.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeConvolutionFields() {
    Field kernel =
        pairField("kernel", "Kernel size", 3, "Height and width of the small patch that a filter looks at.",
                  FieldRole::Window);
    kernel.shownOnCard = true;
    return {
        {.name = "filters",
         .label = "Filters",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{16},
         .minimum = 1,
         .maximum = 4096,
         .help =
             "How many patterns to look for; each filter gives one channel of the output, its feature map.",
         .logarithmic = true,
         .shownOnCard = true,
         .role = FieldRole::OutputSize},
        kernel,
        pairField("stride", "Stride", 1,
                  "How many pixels the filter moves on at a time, down and to the right: s in the formula.",
                  FieldRole::Stride),
        paddingField("same"),
        pairField(
            "dilation", "Dilation", 1,
            "The distance between the pixels that a filter looks at, d in the formula; 1 takes neighbours.",
            FieldRole::Dilation),
        {.name = "groups",
         .label = "Groups",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = 4096,
         .help =
             "Splits channels and filters into this many parts that do not see each other: the formula's sum "
             "goes over the channels of the filter's own part.",
         .role = FieldRole::Groups},
        activationField(),
        biasField(),
        initialiserField()};
}

const std::vector<Field>& convolutionFields() {
    static const std::vector<Field> all = makeConvolutionFields();
    return all;
}

Window convolutionWindow(const Settings& settings) {
    return {"kernel", pairOf(sizes(convolutionFields(), settings, "kernel")),
            pairOf(sizes(convolutionFields(), settings, "stride")),
            pairOf(sizes(convolutionFields(), settings, "dilation")),
            choice(convolutionFields(), settings, "padding") == "same"};
}

Result<Shape> convolutionShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Convolution", inputs[0]); !image)
        return std::unexpected(image.error());
    const std::int64_t filters = integer(convolutionFields(), settings, "filters");
    const std::int64_t groups = integer(convolutionFields(), settings, "groups");
    const std::int64_t channels = inputs[0][2];
    if (channels % groups != 0)
        return fail(
            ProblemKind::Request,
            sentence("The input's {} channels can't be split evenly into {} groups.", channels, groups));
    if (filters % groups != 0)
        return fail(ProblemKind::Request,
                    sentence("The {} filters can't be split evenly into {} groups.", filters, groups));
    const Window window = convolutionWindow(settings);
    const auto positions = positionsOf(window, inputs[0]);
    if (!positions)
        return std::unexpected(positions.error());
    const std::array<std::int64_t, 4> kernel{window.size[0], window.size[1], channels / groups, filters};
    if (const Result<Shape> weights = Shape::checked(kernel); !weights)
        return std::unexpected(weights.error());
    return Shape::checked(std::array<std::int64_t, 3>{(*positions)[0], (*positions)[1], filters});
}

std::vector<LayerVariable> convolutionVariables(const Settings& settings, std::span<const Shape> inputs) {
    const auto kernel = pairOf(sizes(convolutionFields(), settings, "kernel"));
    const std::int64_t groups = integer(convolutionFields(), settings, "groups");
    const VariableAxis in{AxisMeaning::InputChannel, inputs[0][2] / groups};
    const VariableAxis out{AxisMeaning::OutputChannel, integer(convolutionFields(), settings, "filters")};
    // An output sees area * channels numbers; a number is seen by area * filters / groups outputs.
    const std::int64_t area = kernel[0] * kernel[1];
    return withBias(convolutionFields(), settings,
                    {{AxisMeaning::Height, kernel[0]}, {AxisMeaning::Width, kernel[1]}, in, out}, out,
                    area * in.size, area * out.size / groups);
}

std::int64_t convolutionMultiplyAdds(const Settings& settings, std::span<const Shape> inputs) {
    const auto positions = positionsOf(convolutionWindow(settings), inputs[0]);
    if (!positions)
        return 0;
    const auto kernel = pairOf(sizes(convolutionFields(), settings, "kernel"));
    const std::int64_t channels = inputs[0][2] / integer(convolutionFields(), settings, "groups");
    return (*positions)[0] * (*positions)[1] * kernel[0] * kernel[1] * channels *
           integer(convolutionFields(), settings, "filters");
}

Node buildConvolution(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const Shape& image = inputs[0].shape();
    const Window window = convolutionWindow(settings);
    const WindowPadding padding = paddingOf(window, image[1], image[2]);
    const ConvolutionAttributes attributes{.stride = window.stride,
                                           .paddingBefore = padding.before,
                                           .paddingAfter = padding.after,
                                           .dilation = window.dilation,
                                           .groups = integer(convolutionFields(), settings, "groups"),
                                           .resultShape = {}};
    const Node y = convolution(inputs[0], builder.variable(VariableRole::Kernel), attributes);
    return activate(choice(convolutionFields(), settings, "activation"), addBias(builder, y));
}

std::vector<InnerNumbers> convolutionInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfActivation(*activationOf(convolutionFields(), settings),
                             convolutionShape(settings, inputs).value());
}

/// A border of zeros has no terms: what is multiplied with zero adds nothing.
Arithmetic convolutionArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Activation& activation = *activationOf(convolutionFields(), source.settings);
    const Window window = convolutionWindow(source.settings);
    const Shape& image = source.inputs[0].shape;
    const WindowPadding padding = paddingOf(window, image[0], image[1]);
    const Shape output = convolutionShape(source.settings, std::array{image}).value();
    const std::int64_t filters = output[2];
    const std::int64_t groups = integer(convolutionFields(), source.settings, "groups");
    const std::int64_t channels = image[2] / groups;
    return activated(
        source, activation, activation.defaultParameter, output, wanted,
        [&](ArithmeticWriter& writer, std::int64_t index) {
            const std::vector<std::int64_t> at = coordinatesOf(output, index);
            const std::int64_t firstChannel = at[2] / (filters / groups) * channels;
            std::vector<ArithmeticTerm> terms;
            for (const WindowCell& cell : cellsUnder(window, padding, image, at[0], at[1]))
                for (std::int64_t channel = 0; channel < channels; ++channel)
                    terms.push_back(
                        {{writer.input((cell.row * image[1] + cell.column) * image[2] + firstChannel +
                                       channel),
                          writer.variable(kKernelPlace,
                                          (cell.inWindow * channels + channel) * filters + at[2])}});
            addBias(writer, terms, at[2]);
            return writer.step("z", ArithmeticKind::Sum, std::move(terms));
        });
}

} // namespace

const LayerType& convolutionLayer() {
    static const LayerType type{
        .name = "convolution",
        .title = "Convolution",
        .category = LayerCategory::Learned,
        .summary = "Slides small filters over an image; each looks for one pattern everywhere and marks "
                   "where it is. "
                   "The filters are what it learns.",
        .formula =
            R"(y_{ijk} = f\Big(\sum_{u,v,c} x_{is + ud - p,\; js + vd - p,\; c} \, w_{uvck} + b_k\Big))",
        .inputs = 1,
        .fields = convolutionFields(),
        .outputShape = convolutionShape,
        .variables = convolutionVariables,
        .multiplyAdds = convolutionMultiplyAdds,
        .build = buildConvolution,
        .arithmetic = {convolutionInner, convolutionArithmetic}};
    return type;
}

} // namespace protomind
