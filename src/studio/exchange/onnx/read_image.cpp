// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/exchange/onnx/read_window.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind::onnxread {

namespace {

using Sizes = std::vector<std::int64_t>;

/// A number for each axis, where the file gives them for some.
Sizes forAllAxes(const OnnxNode& node, const Sizes& given, const Sizes& axes, int rank,
                 std::int64_t otherwise) {
    Sizes all(static_cast<std::size_t>(rank), otherwise);
    if (axes.size() != given.size())
        refuseNode(node, "it has another number of sizes than of axes.");
    for (std::size_t i = 0; i < axes.size(); ++i)
        all[static_cast<std::size_t>(axisOf(node, axes[i], rank))] = given[i];
    return all;
}

Sizes countedUp(std::size_t count) {
    Sizes axes;
    for (std::size_t axis = 0; axis < count; ++axis)
        axes.push_back(static_cast<std::int64_t>(axis));
    return axes;
}

/// Top and left, bottom and right of what is for all axes; refuses what is not height or width.
Borders ofHeightAndWidth(const OnnxNode& node, const Sizes& before, const Sizes& after) {
    Borders borders;
    const std::size_t rank = before.size();
    for (std::size_t axis = 0; axis < rank; ++axis) {
        if (axis < 2 || rank > 4) {
            if (before[axis] != 0 || after[axis] != 0)
                refuseNode(node,
                           "there are layers here that do this with the height and width of images alone.");
            continue;
        }
        borders.before[axis + 2 - rank] = before[axis];
        borders.after[axis + 2 - rank] = after[axis];
    }
    return borders;
}

bool areZeros(const Sizes& sizes) {
    return std::ranges::all_of(sizes, [](std::int64_t size) { return size == 0; });
}

constexpr std::int64_t kLargestBorder = 1 << 20;

} // namespace

void readPad(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const int rank = value.axes.rank();
    if (node.text("mode", "constant") != "constant")
        refuseNode(node,
                   "it repeats or mirrors the image at its border; the layer here fills it with a number.");
    ConstantPtr pads = integersInput(reading, node, "pads", 1);
    if (pads == nullptr)
        refuseNode(node, "it does not say how much.");
    const Sizes given = integersOf(*pads, node);
    Sizes axes = countedUp(static_cast<std::size_t>(rank));
    if (node.hasInput(3))
        axes = integersOf(*reading.needConstant(node, 3, "axes"), node);
    if (given.size() != 2 * axes.size())
        refuseNode(node, "it has another number of sizes than of axes.");
    const auto half = static_cast<std::ptrdiff_t>(axes.size());
    const Sizes before = forAllAxes(node, {given.begin(), given.begin() + half}, axes, rank, 0);
    const Sizes after = forAllAxes(node, {given.begin() + half, given.end()}, axes, rank, 0);
    if (areZeros(given) && !reading.isOwnFile()) {
        reading.give(node, std::move(value));
        return;
    }
    double fill = node.real("value", 0);
    if (node.hasInput(2))
        fill = singleNumber(*reading.needConstant(node, 2, "value")).value_or(0);
    const Borders borders = ofHeightAndWidth(node, before, after);
    for (const std::int64_t size : given)
        if (size < 0 || size > kLargestBorder)
            refuseNode(node, "it cuts off instead of adding, or adds far too much.");
    const bool isRow = rank == 3;
    reading.image(value, node);
    addPad(reading, value, node, borders, plainNumber(fill));
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

namespace {

struct Range {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// What is left of each axis.
std::vector<Range> rangesOf(Reading& reading, const OnnxNode& node, const Value& value) {
    const ConstantPtr starts = integersInput(reading, node, "starts", 1);
    const ConstantPtr ends = integersInput(reading, node, "ends", 2);
    if (starts == nullptr || ends == nullptr)
        refuseNode(node, "it does not say from where to where.");
    const Sizes from = integersOf(*starts, node);
    const Sizes to = integersOf(*ends, node);
    Sizes axes = countedUp(from.size());
    if (const ConstantPtr given = integersInput(reading, node, "axes", 3))
        axes = integersOf(*given, node);
    if (node.hasInput(4) && singleNumber(*reading.needConstant(node, 4, "steps")) != 1.0)
        refuseNode(node, "it leaves out numbers in between, or turns their order round.");
    if (from.size() != axes.size() || to.size() != axes.size())
        refuseNode(node, "it has another number of sizes than of axes.");
    const Sizes sizes = value.axes.sizes(reading.batch());
    std::vector<Range> ranges;
    for (const std::int64_t size : sizes)
        ranges.push_back({0, size});
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto axis = static_cast<std::size_t>(axisOf(node, axes[i], value.axes.rank()));
        const std::int64_t size = sizes[axis];
        const auto place = [&](std::int64_t index) {
            return index < 0 ? std::max<std::int64_t>(index, -size) + size : std::min(index, size);
        };
        ranges[axis] = {place(from[i]), place(to[i])};
        if (ranges[axis].end <= ranges[axis].begin)
            refuseNode(node, "nothing is left.");
    }
    return ranges;
}

/// Of a layer that gives every step, one way: takes the last step alone, if that is what is left. The axis is
/// then of size 1.
bool takeLastStep(Reading& reading, Value& value, int axis, std::int64_t begin, std::int64_t end) {
    const MadeLayer& layer = reading.layer(value.layer);
    const Field* which = findField(layer.type->fields, FieldRole::EveryStep);
    if (which == nullptr || !value.alone || layer.output.rank() != 2 ||
        !reading.has(value.layer, FieldRole::BothDirections, false) || end != layer.output[0] ||
        begin != end - 1 || value.axes[axis] != std::vector<int>{0} ||
        value.axes.pieces[0] != layer.output[0])
        return false;
    reading.change(value.layer, FieldRole::EveryStep, std::string("last_step"), {});
    // The piece of the steps is gone, and others are counted from there.
    Axes left{.pieces = {value.axes.pieces.begin() + 1, value.axes.pieces.end()}, .axes = value.axes.axes};
    left.axes[static_cast<std::size_t>(axis)].clear();
    for (std::vector<int>& pieces : left.axes)
        for (int& piece : pieces)
            piece = piece > 0 ? piece - 1 : piece;
    value.axes = std::move(left);
    value.reshaped = true;
    return true;
}

} // namespace

void readSlice(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const std::vector<Range> ranges = rangesOf(reading, node, value);
    const Sizes sizes = value.axes.sizes(reading.batch());
    Sizes before;
    Sizes after;
    std::vector<int> changed;
    for (std::size_t axis = 0; axis < ranges.size(); ++axis) {
        before.push_back(ranges[axis].begin);
        after.push_back(sizes[axis] - ranges[axis].end);
        if (before.back() != 0 || after.back() != 0)
            changed.push_back(static_cast<int>(axis));
    }
    if (changed.empty() && !reading.isOwnFile()) {
        reading.give(node, std::move(value));
        return;
    }
    if (changed.size() == 1) {
        const Range& range = ranges[static_cast<std::size_t>(changed[0])];
        if (takeLastStep(reading, value, changed[0], range.begin, range.end)) {
            reading.give(node, std::move(value));
            return;
        }
    }
    if (reading.isOwnFile() && sizes.size() == 2 && before[1] == 0 && 2 * after[1] == sizes[1]) {
        reading.settled(value, node);
        reading.addBehind(value, "gaussian_sampling", {}, node);
        value.axes.replace(1, after[1]);
        reading.give(node, std::move(value));
        return;
    }
    const Borders borders = ofHeightAndWidth(node, before, after);
    const bool isRow = sizes.size() == 3;
    reading.image(value, node);
    addCrop(reading, value, node, borders);
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

void readGather(Reading& reading, const OnnxNode& node) {
    if (const ConstantPtr table = reading.constantInput(node, 0)) {
        Value value = reading.value(node, 1);
        const HostArray rows = arrayOf(*table, node);
        if (rows.shape.rank() != 2 || axisOf(node, node.integer("axis", 0), 2) != 0 ||
            value.axes.rank() != 2 || !value.axes.isBatch(0))
            refuseNode(node, "it is no table with a row for each word, or what comes in are no words.");
        reading.arranged(value, std::array{1}, node);
        reading.addBehind(value, "embedding", {{"vocabulary", rows.shape[0]}, {"features", rows.shape[1]}},
                          node);
        reading.set(value.layer, VariableRole::Embedding, rows, node.where());
        value.axes = Axes::of(reading.layer(value.layer).output);
        value.whole = table->whole;
        reading.give(node, std::move(value));
        return;
    }
    Value value = reading.value(node);
    const int axis = axisOf(node, node.integer("axis", 0), value.axes.rank());
    const ConstantPtr index = reading.needConstant(node, 1, "index");
    const std::int64_t size = value.axes.size(axis, reading.batch());
    std::int64_t which = index->count() == 1 ? integersOf(*index, node).at(0) : size;
    if (which < 0)
        which += size;
    const bool isUnit = size == 1 && which == 0 && !value.axes.holdsBatch(axis);
    if (index->sizes.size() > 1 || (!isUnit && !takeLastStep(reading, value, axis, which, which + 1)))
        refuseNode(node, "there is no layer here that picks such numbers out.");
    if (index->sizes.empty() && !value.axes.removeUnit(axis, reading.batch()))
        refuseNode(node, "there is no layer here that picks such numbers out.");
    reading.give(node, std::move(value));
}

namespace {

/// How many times larger each axis becomes.
std::vector<double> scalesOf(Reading& reading, const OnnxNode& node, const Value& value) {
    const auto rank = static_cast<std::size_t>(value.axes.rank());
    std::vector<double> scales;
    if (node.has("scales")) {
        if (!node.attributes.at("scales").is_array())
            refuseNode(node, "its scales are no numbers.");
        for (const nlohmann::json& scale : node.attributes.at("scales"))
            scales.push_back(scale.is_number() ? scale.get<double>() : 0);
    } else {
        // Before opset 11 the scales were the second input, and there is an input for sizes since.
        const bool old = node.operation == "Upsample" || reading.opset() < 11;
        const ConstantPtr given = reading.constantInput(node, old ? 1 : 2);
        if (given != nullptr && given->count() > 0) {
            for (const float scale : arrayOf(*given, node).values)
                scales.push_back(scale);
        } else {
            if (node.text("keep_aspect_ratio_policy", "stretch") != "stretch")
                refuseNode(node, "it makes its sizes fit the image instead of stretching it.");
            const Sizes sizes = integersOf(*reading.needConstant(node, 3, "size"), node);
            for (std::size_t axis = 0; axis < std::min(sizes.size(), rank); ++axis)
                scales.push_back(
                    static_cast<double>(sizes[axis]) /
                    static_cast<double>(value.axes.size(static_cast<int>(axis), reading.batch())));
        }
    }
    if (node.has("axes"))
        refuseNode(node, "it names axes of its own.");
    if (scales.size() != rank)
        refuseNode(node, "it has another number of scales than of axes.");
    return scales;
}

/// Which pixels are taken; layers here place them as most programs do.
std::string methodOf(const Reading& reading, const OnnxNode& node) {
    const std::string mode = node.text("mode", "nearest");
    const bool old = node.operation == "Upsample" || reading.opset() < 11;
    const std::string places = old ? "asymmetric" : node.text("coordinate_transformation_mode", "half_pixel");
    const std::string rounding = old ? "floor" : node.text("nearest_mode", "round_prefer_floor");
    const bool half =
        places == "half_pixel" || places == "pytorch_half_pixel" || places == "half_pixel_symmetric";
    if (mode == "nearest" &&
        ((places == "asymmetric" && rounding == "floor") || (half && rounding.starts_with("round"))))
        return "nearest";
    if (mode == "linear" && half)
        return "bilinear";
    refuseNode(node, sentence("it is of the mode {:s} with its pixels placed by {:s}; the layer here is not.",
                              mode, places));
}

} // namespace

void readResize(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const std::vector<double> scales = scalesOf(reading, node, value);
    const bool isRow = scales.size() == 3;
    Sizes factors(2, 1);
    for (std::size_t axis = 0; axis < scales.size(); ++axis) {
        const double scale = scales[axis];
        constexpr double kMostFactor = 64;
        if (!(scale >= 1 && scale <= kMostFactor) || scale != std::floor(scale) || (axis < 2 && scale != 1))
            refuseNode(node, "it does not make an image a whole number of times higher and wider.");
        if (axis >= 2 && scales.size() <= 4)
            factors[axis + 2 - scales.size()] = static_cast<std::int64_t>(scale);
    }
    const std::string method = methodOf(reading, node);
    reading.image(value, node);
    reading.addBehind(value, "upsample", {{"factor", factors}, {"method", method}}, node);
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
