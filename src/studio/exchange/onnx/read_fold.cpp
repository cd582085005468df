// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind::onnxread {

namespace {

using Sizes = std::vector<std::int64_t>;

std::int64_t countOf(const Sizes& sizes, const OnnxNode& node) {
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) {
        if (size < 0 || (size > 0 && count > kMaxParameters / size))
            refuseNode(node, "the file computes with too many numbers of its own.");
        count *= size;
    }
    return count;
}

ConstantPtr wholeList(Sizes numbers) {
    auto constant = std::make_shared<Constant>();
    constant->sizes = {static_cast<std::int64_t>(numbers.size())};
    constant->whole = true;
    constant->integers = std::move(numbers);
    return constant;
}

/// The same numbers with other sizes.
ConstantPtr resized(const Constant& constant, Sizes sizes, const OnnxNode& node) {
    if (sizes.size() > kMaxTensorRank || countOf(sizes, node) != static_cast<std::int64_t>(constant.count()))
        refuseNode(node, "its sizes don't fit its numbers.");
    auto result = std::make_shared<Constant>(constant);
    result->sizes = std::move(sizes);
    return result;
}

/// Numbers picked out, by their places.
ConstantPtr picked(const Constant& constant, Sizes sizes, const std::vector<std::size_t>& places) {
    auto result = std::make_shared<Constant>();
    result->sizes = std::move(sizes);
    result->whole = constant.whole;
    for (const std::size_t place : places) {
        if (constant.whole)
            result->integers.push_back(constant.integers[place]);
        else
            result->reals.push_back(constant.reals[place]);
    }
    return result;
}

ConstantPtr foldConstant(const OnnxNode& node) {
    if (const auto value = node.tensors.find("value"); value != node.tensors.end())
        return value->second;
    auto result = std::make_shared<Constant>();
    if (node.has("value_float"))
        result->reals = {static_cast<float>(node.real("value_float", 0))};
    else if (node.has("value_int"))
        result->integers = {node.integer("value_int", 0)};
    else if (node.has("value_ints"))
        return wholeList(node.integers("value_ints", {}));
    else
        return nullptr;
    result->whole = node.has("value_int");
    return result;
}

ConstantPtr foldFill(const OnnxNode& node, const Constant& sizes) {
    auto result = std::make_shared<Constant>();
    result->sizes = integersOf(sizes, node);
    if (result->sizes.size() > kMaxTensorRank)
        refuseNode(node, "it has too many axes.");
    const auto count = static_cast<std::size_t>(countOf(result->sizes, node));
    const auto value = node.tensors.find("value");
    if (value != node.tensors.end() && value->second->count() != 1)
        refuseNode(node, "what it fills with is not a single number.");
    result->whole = value != node.tensors.end() && value->second->whole;
    if (result->whole)
        result->integers.assign(count, value->second->integers[0]);
    else
        result->reals.assign(count, value == node.tensors.end() ? 0 : value->second->reals[0]);
    return result;
}

ConstantPtr foldReshape(const OnnxNode& node, const Constant& from, const Constant& shape) {
    Sizes sizes = integersOf(shape, node);
    std::int64_t known = 1;
    auto open = sizes.end();
    for (auto size = sizes.begin(); size != sizes.end(); ++size) {
        const auto place = static_cast<std::size_t>(size - sizes.begin());
        if (*size == 0 && node.integer("allowzero", 0) == 0 && place < from.sizes.size())
            *size = from.sizes[place];
        if (*size == -1)
            open = size;
        else if (*size < 0 || (*size > 0 && known > kMaxParameters / *size))
            refuseNode(node, "its sizes have no sense.");
        else
            known *= *size;
    }
    if (open != sizes.end())
        *open = known == 0 ? 0 : static_cast<std::int64_t>(from.count()) / known;
    return resized(from, std::move(sizes), node);
}

ConstantPtr foldTranspose(const OnnxNode& node, const Constant& from) {
    const auto rank = static_cast<int>(from.sizes.size());
    Sizes order = node.integers("perm", {});
    if (order.empty()) {
        order.resize(from.sizes.size());
        std::iota(order.rbegin(), order.rend(), 0);
    }
    Sizes sorted = order;
    std::ranges::sort(sorted);
    Sizes natural(from.sizes.size());
    std::iota(natural.begin(), natural.end(), 0);
    if (sorted != natural)
        refuseNode(node, "its perm is no order of the axes.");
    Sizes sizes;
    Sizes steps;
    for (const std::int64_t axis : order) {
        std::int64_t step = 1;
        for (int inner = static_cast<int>(axis) + 1; inner < rank; ++inner)
            step *= from.sizes[static_cast<std::size_t>(inner)];
        steps.push_back(step);
        sizes.push_back(from.sizes[static_cast<std::size_t>(axis)]);
    }
    std::vector<std::size_t> places(from.count());
    Sizes index(sizes.size(), 0);
    std::int64_t place = 0;
    for (std::size_t& next : places) {
        next = static_cast<std::size_t>(place);
        for (std::size_t axis = sizes.size(); axis-- > 0;) {
            place += steps[axis];
            if (++index[axis] < sizes[axis])
                break;
            place -= steps[axis] * sizes[axis];
            index[axis] = 0;
        }
    }
    return picked(from, std::move(sizes), places);
}

Sizes axesGiven(const OnnxNode& node, const std::vector<ConstantPtr>& inputs) {
    if (node.has("axes"))
        return node.integers("axes", {});
    return inputs.size() > 1 && inputs[1] != nullptr ? integersOf(*inputs[1], node) : Sizes{};
}

ConstantPtr foldUnits(const OnnxNode& node, const std::vector<ConstantPtr>& inputs) {
    const bool adds = node.operation == "Unsqueeze";
    Sizes sizes = inputs[0]->sizes;
    Sizes axes = axesGiven(node, inputs);
    const auto rank = static_cast<int>(sizes.size() + (adds ? axes.size() : 0));
    if (rank > kMaxTensorRank)
        refuseNode(node, "it has too many axes.");
    for (std::int64_t& axis : axes)
        axis = axisOf(node, axis, rank);
    std::ranges::sort(axes);
    if (std::ranges::adjacent_find(axes) != axes.end())
        refuseNode(node, "it names an axis twice.");
    if (adds) {
        for (const std::int64_t axis : axes)
            sizes.insert(sizes.begin() + axis, 1);
    } else if (axes.empty()) {
        std::erase(sizes, 1);
    } else {
        for (const std::int64_t axis : std::vector(axes.rbegin(), axes.rend()))
            sizes.erase(sizes.begin() + axis);
    }
    return resized(*inputs[0], std::move(sizes), node);
}

/// Of lists alone, as sizes are.
ConstantPtr foldConcat(const OnnxNode& node, const std::vector<ConstantPtr>& inputs) {
    auto result = std::make_shared<Constant>();
    result->whole = inputs[0]->whole;
    for (const ConstantPtr& input : inputs) {
        if (input->sizes.size() != 1 || input->whole != result->whole)
            return nullptr;
        result->integers.insert(result->integers.end(), input->integers.begin(), input->integers.end());
        result->reals.insert(result->reals.end(), input->reals.begin(), input->reals.end());
    }
    result->sizes = {static_cast<std::int64_t>(result->count())};
    countOf(result->sizes, node);
    return result;
}

ConstantPtr foldGather(const OnnxNode& node, const Constant& from, const Constant& indices) {
    if (from.sizes.size() != 1 || node.integer("axis", 0) != 0)
        return nullptr;
    const std::int64_t count = from.sizes[0];
    std::vector<std::size_t> places;
    for (const std::int64_t index : integersOf(indices, node)) {
        if (index < -count || index >= count)
            refuseNode(node, "it takes what is not there.");
        places.push_back(static_cast<std::size_t>(index < 0 ? index + count : index));
    }
    return picked(from, indices.sizes, places);
}

ConstantPtr foldSlice(const OnnxNode& node, const std::vector<ConstantPtr>& inputs) {
    const auto number = [&](const char* attribute, std::size_t index, std::int64_t otherwise) {
        if (const Sizes given = node.integers(attribute, {}); given.size() == 1)
            return given[0];
        if (index < inputs.size() && inputs[index] != nullptr && inputs[index]->count() == 1)
            return integersOf(*inputs[index], node).at(0);
        return otherwise;
    };
    if (inputs[0]->sizes.size() != 1 || number("steps", 4, 1) != 1)
        return nullptr;
    const std::int64_t count = inputs[0]->sizes[0];
    const auto place = [&](std::int64_t index) {
        return std::clamp(index < 0 ? index + count : index, std::int64_t{0}, count);
    };
    const std::int64_t begin = place(std::clamp<std::int64_t>(number("starts", 1, 0), -count, count));
    const std::int64_t end = place(std::clamp<std::int64_t>(number("ends", 2, count), -count, count));
    std::vector<std::size_t> places;
    for (std::int64_t i = begin; i < end; ++i)
        places.push_back(static_cast<std::size_t>(i));
    return picked(*inputs[0], {static_cast<std::int64_t>(places.size())}, places);
}

template<class Number>
std::optional<Number> computed(const std::string& operation, Number a, Number b) {
    if (operation == "Add")
        return a + b;
    if (operation == "Sub")
        return a - b;
    if (operation == "Mul")
        return a * b;
    if (b == 0)
        return std::nullopt;
    return a / b;
}

/// Of equal sizes, or with a single number on one side.
ConstantPtr foldArithmetic(const OnnxNode& node, const Constant& a, const Constant& b) {
    if (a.whole != b.whole || (a.count() != 1 && b.count() != 1 && a.sizes != b.sizes) || a.count() == 0 ||
        b.count() == 0)
        return nullptr;
    auto result = std::make_shared<Constant>();
    const Constant& larger = a.count() >= b.count() ? a : b;
    result->sizes = larger.sizes;
    // The one with fewer numbers may have more axes, each of size 1.
    const std::size_t rank = std::max(a.sizes.size(), b.sizes.size());
    result->sizes.insert(result->sizes.begin(), rank - larger.sizes.size(), 1);
    result->whole = a.whole;
    const auto isFar = [](std::int64_t number) {
        constexpr std::int64_t kFar = std::int64_t{1} << 31;
        return number > kFar || number < -kFar;
    };
    for (std::size_t i = 0; i < larger.count(); ++i) {
        const std::size_t left = a.count() == 1 ? 0 : i;
        const std::size_t right = b.count() == 1 ? 0 : i;
        if (a.whole) {
            if (isFar(a.integers[left]) || isFar(b.integers[right]))
                return nullptr;
            const auto number = computed(node.operation, a.integers[left], b.integers[right]);
            if (!number)
                return nullptr;
            result->integers.push_back(*number);
        } else {
            const auto number = computed(node.operation, a.reals[left], b.reals[right]);
            if (!number || !std::isfinite(*number))
                return nullptr;
            result->reals.push_back(*number);
        }
    }
    return result;
}

} // namespace

ConstantPtr folded(const OnnxNode& node, const std::vector<ConstantPtr>& inputs) {
    const std::string& name = node.operation;
    if (name == "Constant")
        return foldConstant(node);
    if (inputs.empty() || inputs[0] == nullptr)
        return nullptr;
    const bool two = inputs.size() > 1 && inputs[1] != nullptr;
    if (name == "Identity")
        return inputs[0];
    if (name == "ConstantOfShape")
        return foldFill(node, *inputs[0]);
    if (name == "Cast")
        return foldCast(node, *inputs[0]);
    if (name == "Shape")
        return wholeList(sizesAsked(node, inputs[0]->sizes));
    if (name == "Reshape" && two)
        return foldReshape(node, *inputs[0], *inputs[1]);
    if (name == "Transpose")
        return foldTranspose(node, *inputs[0]);
    if (name == "Squeeze" || name == "Unsqueeze")
        return foldUnits(node, inputs);
    if (name == "Concat")
        return foldConcat(node, inputs);
    if (name == "Gather" && two)
        return foldGather(node, *inputs[0], *inputs[1]);
    if (name == "Slice")
        return foldSlice(node, inputs);
    if (two && (name == "Add" || name == "Sub" || name == "Mul" || name == "Div"))
        return foldArithmetic(node, *inputs[0], *inputs[1]);
    return nullptr;
}

void foldConstants(OnnxGraph& graph) {
    std::vector<OnnxNode> left;
    std::int64_t total = 0;
    for (OnnxNode& node : graph.nodes) {
        std::vector<ConstantPtr> inputs;
        bool known = true;
        for (const std::string& input : node.inputs) {
            const auto found = graph.constants.find(input);
            inputs.push_back(found == graph.constants.end() ? nullptr : found->second);
            known = known && (input.empty() || inputs.back() != nullptr);
        }
        const ConstantPtr result = known && node.hasOutput(0) ? folded(node, inputs) : nullptr;
        if (result == nullptr) {
            left.push_back(std::move(node));
            continue;
        }
        total += static_cast<std::int64_t>(result->count());
        if (total > 2 * kMaxParameters)
            refuseNode(node, "the file computes with too many numbers of its own.");
        graph.constants[node.outputs[0]] = result;
    }
    graph.nodes = std::move(left);
}

std::size_t leaveOutUnused(OnnxGraph& graph) {
    std::set<std::string> needed{graph.output};
    std::vector<OnnxNode> used;
    for (std::size_t i = graph.nodes.size(); i-- > 0;) {
        OnnxNode& node = graph.nodes[i];
        if (std::ranges::none_of(node.outputs, [&](const std::string& output) {
                return !output.empty() && needed.contains(output);
            }))
            continue;
        needed.insert(node.inputs.begin(), node.inputs.end());
        used.push_back(std::move(node));
    }
    const std::size_t left = graph.nodes.size() - used.size();
    std::ranges::reverse(used);
    graph.nodes = std::move(used);
    return left;
}

} // namespace protomind::onnxread
