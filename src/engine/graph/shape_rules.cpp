// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/shape_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::unexpected<Problem> misfit(std::string sentence) {
    return fail(ProblemKind::Request, std::move(sentence));
}

bool validAxis(int axis, const Shape& shape) {
    return axis >= 0 && axis < shape.rank();
}

bool sameRank(const Shape& shape, std::initializer_list<std::size_t> sizes) {
    return std::ranges::all_of(
        sizes, [&](std::size_t size) { return size == static_cast<std::size_t>(shape.rank()); });
}

} // namespace

std::int64_t windowPositions(std::int64_t size, std::int64_t window, std::int64_t stride,
                             std::int64_t paddingBefore, std::int64_t paddingAfter, std::int64_t dilation) {
    const std::int64_t room = size + paddingBefore + paddingAfter - (dilation * (window - 1) + 1);
    return room < 0 ? 0 : room / stride + 1;
}

Result<Shape> leafShape(Shapes, const Attributes& attributes) {
    if (const auto* leaf = std::get_if<LeafAttributes>(&attributes))
        return leaf->shape;
    if (const auto* random = std::get_if<RandomAttributes>(&attributes))
        return random->shape;
    const auto& constant = std::get<ConstantAttributes>(attributes);
    if (constant.shape.elementCount() != static_cast<std::int64_t>(constant.values->size()))
        return misfit(
            fmt::format("{} numbers don't fill {}.", constant.values->size(), constant.shape.text()));
    return constant.shape;
}

Result<Shape> elementwiseShape(Shapes inputs, const Attributes&) {
    Result<Shape> shape = inputs[0];
    for (std::size_t i = 1; i < inputs.size() && shape; ++i)
        shape = broadcast(*shape, inputs[i]);
    return shape;
}

Result<Shape> reductionShape(Shapes inputs, const Attributes& attributes) {
    Shape shape = inputs[0];
    for (const int axis : std::get<AxesAttributes>(attributes).axes) {
        if (!validAxis(axis, shape))
            return misfit(fmt::format("{} has no axis {}.", inputs[0].text(), axis));
        shape = shape.with(axis, 1);
    }
    return shape;
}

Result<Shape> reshapeShape(Shapes inputs, const Attributes& attributes) {
    const Shape& shape = std::get<ShapeAttributes>(attributes).shape;
    if (shape.elementCount() != inputs[0].elementCount())
        return misfit(fmt::format("{} can't become {}: {} numbers against {}.", inputs[0].text(),
                                  shape.text(), inputs[0].elementCount(), shape.elementCount()));
    return shape;
}

Result<Shape> transposeShape(Shapes inputs, const Attributes& attributes) {
    const std::vector<int>& order = std::get<PermutationAttributes>(attributes).order;
    std::vector<int> sorted = order;
    std::ranges::sort(sorted);
    if (!sameRank(inputs[0], {order.size()}))
        return misfit("A transposition must name every axis.");
    std::vector<std::int64_t> sizes;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (sorted[i] != static_cast<int>(i))
            return misfit("A transposition must name every axis once.");
        sizes.push_back(inputs[0][order[i]]);
    }
    return Shape(sizes);
}

Result<Shape> broadcastToShape(Shapes inputs, const Attributes& attributes) {
    const Shape& shape = std::get<ShapeAttributes>(attributes).shape;
    const Result<Shape> both = broadcast(inputs[0], shape);
    if (!both || *both != shape)
        return misfit(fmt::format("{} can't be stretched to {}.", inputs[0].text(), shape.text()));
    return shape;
}

Result<Shape> sliceShape(Shapes inputs, const Attributes& attributes) {
    const auto& range = std::get<SliceAttributes>(attributes);
    if (!sameRank(inputs[0], {range.begin.size(), range.size.size(), range.step.size()}))
        return misfit("A slice must name every axis.");
    for (int axis = 0; axis < inputs[0].rank(); ++axis) {
        const auto a = static_cast<std::size_t>(axis);
        const std::int64_t last = range.begin[a] + (range.size[a] - 1) * range.step[a];
        if (range.begin[a] < 0 || range.step[a] < 1 || range.size[a] < 0 ||
            (range.size[a] > 0 && last >= inputs[0][axis]))
            return misfit(fmt::format("A slice reaches outside of {}.", inputs[0].text()));
    }
    return Shape(range.size);
}

Result<Shape> padShape(Shapes inputs, const Attributes& attributes) {
    const auto& pad = std::get<PadAttributes>(attributes);
    if (!sameRank(inputs[0], {pad.before.size(), pad.after.size(), pad.interior.size()}))
        return misfit("Padding must name every axis.");
    std::vector<std::int64_t> sizes;
    for (int axis = 0; axis < inputs[0].rank(); ++axis) {
        const auto a = static_cast<std::size_t>(axis);
        if (pad.before[a] < 0 || pad.after[a] < 0 || pad.interior[a] < 0)
            return misfit("Padding can't be negative.");
        const std::int64_t size = inputs[0][axis];
        sizes.push_back(pad.before[a] + size + std::max<std::int64_t>(0, size - 1) * pad.interior[a] +
                        pad.after[a]);
    }
    return Shape::checked(sizes);
}

Result<Shape> concatShape(Shapes inputs, const Attributes& attributes) {
    const std::vector<int>& axes = std::get<AxesAttributes>(attributes).axes;
    if (inputs.empty() || axes.size() != 1 || !validAxis(axes[0], inputs[0]))
        return misfit("There is nothing to join, or no such axis.");
    std::int64_t total = 0;
    for (const Shape& shape : inputs) {
        if (shape.rank() != inputs[0].rank() || shape.with(axes[0], 0) != inputs[0].with(axes[0], 0))
            return misfit(fmt::format("{} and {} differ in more than the joined axis.", inputs[0].text(),
                                      shape.text()));
        total += shape[axes[0]];
    }
    return inputs[0].with(axes[0], total);
}

Result<Shape> gatherShape(Shapes inputs, const Attributes&) {
    if (inputs[0].rank() < 1)
        return misfit("Rows can't be chosen from a scalar.");
    std::vector<std::int64_t> sizes(inputs[1].sizes().begin(), inputs[1].sizes().end());
    sizes.insert(sizes.end(), inputs[0].sizes().begin() + 1, inputs[0].sizes().end());
    return Shape::checked(sizes);
}

Result<Shape> scatterAddShape(Shapes inputs, const Attributes& attributes) {
    const Shape& indices = inputs[0];
    const Shape& values = inputs[1];
    if (values.rank() < indices.rank() ||
        !std::equal(indices.sizes().begin(), indices.sizes().end(), values.sizes().begin()))
        return misfit(fmt::format("{} indices don't fit {} values.", indices.text(), values.text()));
    std::vector<std::int64_t> sizes{std::get<ScatterAttributes>(attributes).rows};
    sizes.insert(sizes.end(), values.sizes().begin() + indices.rank(), values.sizes().end());
    return Shape::checked(sizes);
}

Result<Shape> matmulShape(Shapes inputs, const Attributes& attributes) {
    const auto& flags = std::get<MatMulAttributes>(attributes);
    const Shape& a = inputs[0];
    const Shape& b = inputs[1];
    const std::string both = fmt::format("{} times {}", a.text(), b.text());
    if (a.rank() < 2 || a.rank() != b.rank() ||
        !std::equal(a.sizes().begin(), a.sizes().end() - 2, b.sizes().begin()))
        return misfit(both + ": the batches of matrices differ.");
    const std::int64_t rows = a.back(flags.transposeLeft ? 0 : 1);
    const std::int64_t inner = a.back(flags.transposeLeft ? 1 : 0);
    if (inner != b.back(flags.transposeRight ? 0 : 1))
        return misfit(both + ": the inner sizes differ.");
    return a.with(a.rank() - 2, rows).with(a.rank() - 1, b.back(flags.transposeRight ? 1 : 0));
}

Result<Shape> convolutionShape(Shapes inputs, const Attributes& attributes) {
    const auto& c = std::get<ConvolutionAttributes>(attributes);
    const Shape& image = inputs[0];
    const Shape& kernel = inputs[1];
    if (image.rank() != 4 || kernel.rank() != 4)
        return misfit(fmt::format("A convolution needs an image and a kernel of 4 axes, not {} and {}.",
                                  image.text(), kernel.text()));
    if (c.groups < 1 || image[3] != kernel[2] * c.groups || kernel[3] % c.groups != 0)
        return misfit(fmt::format("{} channels don't fit a {} kernel in {} groups.", image[3], kernel.text(),
                                  c.groups));
    const std::int64_t height = windowPositions(image[1], kernel[0], c.stride[0], c.paddingBefore[0],
                                                c.paddingAfter[0], c.dilation[0]);
    const std::int64_t width = windowPositions(image[2], kernel[1], c.stride[1], c.paddingBefore[1],
                                               c.paddingAfter[1], c.dilation[1]);
    if (height < 1 || width < 1)
        return misfit(fmt::format("The {} × {} kernel is larger than its {} × {} input.", kernel[0],
                                  kernel[1], image[1], image[2]));
    return Shape{image[0], height, width, kernel[3]};
}

Result<Shape> convolutionInputGradientShape(Shapes inputs, const Attributes& attributes) {
    const Shape& image = std::get<ConvolutionAttributes>(attributes).resultShape;
    const Shape forward[]{image, inputs[1]};
    const Result<Shape> output = convolutionShape(forward, attributes);
    if (!output)
        return output;
    if (*output != inputs[0])
        return misfit(fmt::format("The gradient is {}, not {}.", inputs[0].text(), output->text()));
    return image;
}

Result<Shape> convolutionKernelGradientShape(Shapes inputs, const Attributes& attributes) {
    const Shape& kernel = std::get<ConvolutionAttributes>(attributes).resultShape;
    const Shape forward[]{inputs[0], kernel};
    const Result<Shape> output = convolutionShape(forward, attributes);
    if (!output)
        return output;
    if (*output != inputs[1])
        return misfit(fmt::format("The gradient is {}, not {}.", inputs[1].text(), output->text()));
    return kernel;
}

Result<Shape> poolShape(Shapes inputs, const Attributes& attributes) {
    const auto& p = std::get<PoolAttributes>(attributes);
    const Shape& image = inputs[0];
    if (image.rank() != 4)
        return misfit(fmt::format("Pooling needs an image of 4 axes, not {}.", image.text()));
    for (std::size_t axis = 0; axis < 2; ++axis) {
        if (p.paddingBefore[axis] >= p.window[axis] || p.paddingAfter[axis] >= p.window[axis])
            return misfit("A pooling window could lie in padding alone.");
    }
    const std::int64_t height =
        windowPositions(image[1], p.window[0], p.stride[0], p.paddingBefore[0], p.paddingAfter[0]);
    const std::int64_t width =
        windowPositions(image[2], p.window[1], p.stride[1], p.paddingBefore[1], p.paddingAfter[1]);
    if (height < 1 || width < 1)
        return misfit(fmt::format("The {} × {} window is larger than its {} × {} input.", p.window[0],
                                  p.window[1], image[1], image[2]));
    return Shape{image[0], height, width, image[3]};
}

Result<Shape> maxPoolSelectShape(Shapes inputs, const Attributes& attributes) {
    if (inputs[0] != inputs[1])
        return misfit(fmt::format("{} values can't be selected by {}.", inputs[1].text(), inputs[0].text()));
    return poolShape(inputs.first(1), attributes);
}

Result<Shape> maxPoolGradientShape(Shapes inputs, const Attributes& attributes) {
    const Result<Shape> output = poolShape(inputs.first(1), attributes);
    if (!output)
        return output;
    if (*output != inputs[1])
        return misfit(fmt::format("The gradient is {}, not {}.", inputs[1].text(), output->text()));
    return inputs[0];
}

Result<Shape> averagePoolGradientShape(Shapes inputs, const Attributes& attributes) {
    const Shape forward[]{std::get<PoolAttributes>(attributes).resultShape, inputs[0]};
    return maxPoolGradientShape(forward, attributes);
}

} // namespace protomind
