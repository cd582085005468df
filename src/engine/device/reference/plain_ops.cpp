// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/plain_ops.h"

#include "engine/base/index.h"
#include "engine/base/random.h"
#include "engine/device/reference/plain_windows.h"
#include "engine/program/scalar_math.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace protomind {

namespace {

using Inputs = std::span<const Doubles* const>;
using Index = std::vector<std::int64_t>;

/// The row-major index of an element from its position, and back.
Index positionOf(std::int64_t element, const Shape& shape) {
    Index position(at(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        position[at(axis)] = element % shape[axis];
        element /= shape[axis];
    }
    return position;
}
std::int64_t elementAt(const Index& position, const Shape& shape) {
    std::int64_t element = 0;
    for (int axis = 0; axis < shape.rank(); ++axis)
        element = element * shape[axis] + position[at(axis)];
    return element;
}

/// The element of a smaller tensor that lies at a position of a larger one it is stretched to.
std::int64_t stretchedElement(const Index& position, const Shape& shape) {
    Index inner(position.end() - shape.rank(), position.end());
    for (int axis = 0; axis < shape.rank(); ++axis) {
        if (shape[axis] == 1)
            inner[at(axis)] = 0;
    }
    return elementAt(inner, shape);
}

Doubles elementwise(PointwiseOp op, Node node, Inputs inputs) {
    const Shape& shape = node.shape();
    Doubles result(at(shape.elementCount()));
    for (std::int64_t element = 0; element < shape.elementCount(); ++element) {
        const Index position = positionOf(element, shape);
        const auto operand = [&](int i) {
            return (*inputs[at(i)])[at(stretchedElement(position, node.input(i).shape()))];
        };
        result[at(element)] = applyElementwise(op, operand(0), node.inputCount() > 1 ? operand(1) : 0.0,
                                               node.inputCount() > 2 ? operand(2) : 0.0);
    }
    return result;
}

/// NaN counts as largest.
bool isLarger(double x, double held) {
    return x > held || (std::isnan(x) && !std::isnan(held));
}

constexpr double kLeast = -std::numeric_limits<double>::infinity();

Doubles reduction(ReductionOp op, Node node, Inputs inputs) {
    const Shape& from = node.input(0).shape();
    const Shape& to = node.shape();
    Doubles results(at(to.elementCount()), op == ReductionOp::ReduceSum ? 0.0 : kLeast);
    for (std::int64_t element = 0; element < from.elementCount(); ++element) {
        double& result = results[at(stretchedElement(positionOf(element, from), to))];
        const double x = (*inputs[0])[at(element)];
        switch (op) {
        case ReductionOp::ReduceSum:
            result += x;
            break;
        case ReductionOp::ReduceMax:
            result = isLarger(x, result) ? x : result;
            break;
        }
    }
    return results;
}

/// The first of the largest along one axis.
Doubles indexOfLargest(Node node, Inputs inputs) {
    const Shape& from = node.input(0).shape();
    const std::size_t axis = at(node.as<AxesAttributes>().axes[0]);
    Doubles best(at(node.shape().elementCount()), kLeast);
    Doubles winner(best.size(), 0.0);
    for (std::int64_t element = 0; element < from.elementCount(); ++element) {
        const Index position = positionOf(element, from);
        const std::size_t target = at(stretchedElement(position, node.shape()));
        const double x = (*inputs[0])[at(element)];
        if (!isLarger(x, best[target]))
            continue;
        best[target] = x;
        winner[target] = static_cast<double>(position[axis]);
    }
    return winner;
}

Doubles transposed(Node node, Inputs inputs) {
    Doubles result(inputs[0]->size());
    const std::vector<int>& order = node.as<PermutationAttributes>().order;
    for (std::int64_t element = 0; element < node.shape().elementCount(); ++element) {
        const Index to = positionOf(element, node.shape());
        Index from(to.size());
        for (std::size_t axis = 0; axis < to.size(); ++axis)
            from[at(order[axis])] = to[axis];
        result[at(element)] = (*inputs[0])[at(elementAt(from, node.input(0).shape()))];
    }
    return result;
}

Doubles stretched(Node node, Inputs inputs) {
    Doubles result(at(node.shape().elementCount()));
    for (std::int64_t element = 0; element < node.shape().elementCount(); ++element)
        result[at(element)] =
            (*inputs[0])[at(stretchedElement(positionOf(element, node.shape()), node.input(0).shape()))];
    return result;
}

Doubles sliced(Node node, Inputs inputs) {
    const auto& range = node.as<SliceAttributes>();
    Doubles result(at(node.shape().elementCount()));
    for (std::int64_t element = 0; element < node.shape().elementCount(); ++element) {
        Index position = positionOf(element, node.shape());
        for (std::size_t axis = 0; axis < position.size(); ++axis)
            position[axis] = range.begin[axis] + position[axis] * range.step[axis];
        result[at(element)] = (*inputs[0])[at(elementAt(position, node.input(0).shape()))];
    }
    return result;
}

Doubles padded(Node node, Inputs inputs) {
    const auto& pad = node.as<PadAttributes>();
    Doubles result(at(node.shape().elementCount()), static_cast<double>(pad.value));
    for (std::int64_t element = 0; element < node.input(0).shape().elementCount(); ++element) {
        Index position = positionOf(element, node.input(0).shape());
        for (std::size_t axis = 0; axis < position.size(); ++axis)
            position[axis] = pad.before[axis] + position[axis] * (pad.interior[axis] + 1);
        result[at(elementAt(position, node.shape()))] = (*inputs[0])[at(element)];
    }
    return result;
}

Doubles joined(Node node, Inputs inputs) {
    const std::size_t axis = at(node.as<AxesAttributes>().axes[0]);
    Doubles result(at(node.shape().elementCount()));
    std::int64_t begin = 0;
    for (int i = 0; i < node.inputCount(); ++i) {
        const Shape& part = node.input(i).shape();
        for (std::int64_t element = 0; element < part.elementCount(); ++element) {
            Index position = positionOf(element, part);
            position[axis] += begin;
            result[at(elementAt(position, node.shape()))] = (*inputs[at(i)])[at(element)];
        }
        begin += part[static_cast<int>(axis)];
    }
    return result;
}

/// Gather copies rows out of a table, ScatterAdd adds rows into one.
Doubles rows(Node node, Inputs inputs, bool scatter) {
    const Doubles& indices = *inputs[scatter ? 0 : 1];
    const Doubles& source = *inputs[scatter ? 1 : 0];
    const std::int64_t tableRows = scatter ? node.shape()[0] : node.input(0).shape()[0];
    const std::int64_t width =
        (scatter ? node : node.input(0)).shape().elementCount() / std::max<std::int64_t>(1, tableRows);
    Doubles result(at(node.shape().elementCount()), 0.0);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (!(indices[i] >= 0) || indices[i] >= static_cast<double>(tableRows))
            continue;
        const std::int64_t inTable = static_cast<std::int64_t>(indices[i]) * width;
        const std::int64_t inList = static_cast<std::int64_t>(i) * width;
        for (std::int64_t column = 0; column < width; ++column)
            result[at((scatter ? inTable : inList) + column)] +=
                source[at((scatter ? inList : inTable) + column)];
    }
    return result;
}

Doubles product(Node node, Inputs inputs) {
    const auto [left, right] = node.as<MatMulAttributes>();
    const Shape& shape = node.shape();
    const std::int64_t m = shape.back(1);
    const std::int64_t n = shape.back(0);
    const std::int64_t k = node.input(0).shape().back(left ? 1 : 0);
    const std::int64_t batches = m * n == 0 ? 0 : shape.elementCount() / (m * n);
    Doubles result(at(shape.elementCount()));
    for (std::int64_t batch = 0; batch < batches; ++batch) {
        const double* a = inputs[0]->data() + batch * m * k;
        const double* b = inputs[1]->data() + batch * k * n;
        for (std::int64_t row = 0; row < m; ++row) {
            for (std::int64_t column = 0; column < n; ++column) {
                double sum = 0;
                for (std::int64_t i = 0; i < k; ++i)
                    sum += (left ? a[i * m + row] : a[row * k + i]) *
                           (right ? b[column * k + i] : b[i * n + column]);
                result[at((batch * m + row) * n + column)] = sum;
            }
        }
    }
    return result;
}

Doubles uniform(Node node, std::uint64_t run) {
    const auto& random = node.as<RandomAttributes>();
    Doubles result(at(node.shape().elementCount()));
    for (std::size_t element = 0; element < result.size(); ++element)
        result[element] = static_cast<double>(randomElement(random.seed, random.stream, run, element));
    return result;
}

/// Plain loops for a node, by the way in which its op is lowered.
struct Plainly {
    Node node;
    Inputs inputs;
    std::uint64_t run;

    Doubles operator()(StoredOp op) const {
        switch (op) {
        case StoredOp::Constant: {
            const std::vector<float>& values = *node.as<ConstantAttributes>().values;
            return {values.begin(), values.end()};
        }
        case StoredOp::Input:
        case StoredOp::Variable:
            break;
        }
        throw std::logic_error("computePlainly: what was stored has to be given");
    }
    Doubles operator()(PointwiseOp op) const {
        return op == PointwiseOp::RandomUniform ? uniform(node, run) : elementwise(op, node, inputs);
    }
    Doubles operator()(ReductionOp op) const { return reduction(op, node, inputs); }
    Doubles operator()(ViewOp op) const {
        switch (op) {
        case ViewOp::Reshape:
            return *inputs[0];
        case ViewOp::Transpose:
            return transposed(node, inputs);
        case ViewOp::BroadcastTo:
            return stretched(node, inputs);
        case ViewOp::Slice:
            return sliced(node, inputs);
        }
        std::unreachable();
    }
    Doubles operator()(CopyOp op) const {
        switch (op) {
        case CopyOp::Pad:
            return padded(node, inputs);
        case CopyOp::Concat:
            return joined(node, inputs);
        }
        std::unreachable();
    }
    Doubles operator()(IndexOp op) const {
        switch (op) {
        case IndexOp::ArgMax:
            return indexOfLargest(node, inputs);
        case IndexOp::Gather:
            return rows(node, inputs, false);
        case IndexOp::ScatterAdd:
            return rows(node, inputs, true);
        }
        std::unreachable();
    }
    Doubles operator()(ContractionOp op) const {
        switch (op) {
        case ContractionOp::MatMul:
            return product(node, inputs);
        case ContractionOp::Convolution:
        case ContractionOp::ConvolutionInputGradient:
        case ContractionOp::ConvolutionKernelGradient:
            return computeConvolutionPlainly(op, node, inputs);
        }
        std::unreachable();
    }
    Doubles operator()(WindowOp op) const { return computeWindowPlainly(op, node, inputs); }
};

} // namespace

Doubles computePlainly(Node node, Inputs inputs, std::uint64_t run) {
    return std::visit(Plainly{node, inputs, run}, info(node.op()).lowering);
}

} // namespace protomind
