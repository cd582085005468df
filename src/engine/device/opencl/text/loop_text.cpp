// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/loop_text.h"

#include "engine/base/index.h"
#include "engine/device/opencl/text/element_text.h"
#include "engine/device/opencl/text/value_arguments.h"
#include "engine/program/loop_axes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace protomind {

namespace {

/// Work items that keep a computing unit busy.
constexpr std::size_t kItemsOfUnit = 1024;
/// Elements that one work item takes in before more groups pay.
constexpr std::size_t kElementsOfItem = 16;
constexpr std::size_t kMostParts = 256;
/// Work items side by side in the direction that is contiguous in memory.
constexpr std::size_t kColumnsOfGroup = 32;

class LoopWriter {
public:
    LoopWriter(const Loop& loop, std::string function, std::string comment, const KernelLimits& limits)
        : m_loop(loop)
        , m_function(std::move(function))
        , m_comment(std::move(comment))
        , m_limits(limits)
        , m_axes(mergedAxes(loop)) {
        for (const LoopAxis& axis : m_axes)
            (axis.reduced ? m_reduced : m_kept) *= at(axis.size);
    }

    std::vector<KernelSource> kernels() {
        if (m_kept == 0 || (m_reduced == 0 && m_loop.reductions.empty()))
            return {};
        return m_loop.reductions.empty() ? std::vector{elementKernel()} : reductionKernels();
    }

private:
    // names of what is read, written and computed

    /// "i0 * 12 + i2 + 5": where an access of the loop (by its place in accesses()) reads or writes.
    std::string index(std::size_t which, std::int64_t offset) const {
        std::string text;
        const auto add = [&text](const std::string& term) { text += text.empty() ? term : " + " + term; };
        for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
            const std::int64_t stride = m_axes[axis].strides[which];
            if (stride == 1)
                add(fmt::format("i{}", axis));
            else if (stride != 0)
                add(fmt::format("i{} * {}", axis, stride));
        }
        if (offset != 0 || text.empty())
            add(std::to_string(offset));
        return text;
    }

    /// The lines that find the positions i0, i1, ... along the axes that are reduced, or along the others.
    std::string positions(const std::string& counter, bool reduced, const std::string& indent) const {
        std::vector<std::size_t> chosen;
        for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
            if (m_axes[axis].reduced == reduced)
                chosen.push_back(axis);
        }
        std::string text;
        std::int64_t stride = 1;
        for (std::size_t i = chosen.size(); i-- > 0;) {
            const std::size_t axis = chosen[i];
            std::string value = stride == 1 ? counter : fmt::format("{} / {}", counter, stride);
            if (i > 0)
                value += fmt::format(" % {}", std::max<std::int64_t>(1, m_axes[axis].size));
            text = fmt::format("{}const int i{} = {};\n", indent, axis, value) + text;
            stride *= std::max<std::int64_t>(1, m_axes[axis].size);
        }
        return text;
    }

    /// The row-major index in the whole space.
    std::string element() const {
        std::string text;
        std::int64_t stride = 1;
        for (std::size_t axis = m_axes.size(); axis-- > 0;) {
            const std::string term =
                stride == 1 ? fmt::format("i{}", axis) : fmt::format("i{} * {}", axis, stride);
            text = text.empty() ? term : term + " + " + text;
            stride *= m_axes[axis].size;
        }
        return text.empty() ? "0" : text;
    }

    std::string reg(int number) const { return fmt::format("r{}", number); }

    /// Loads, instructions and stores of one element.
    std::string body(const std::string& indent) {
        std::string text;
        std::size_t which = 0;
        int next = 0;
        for (const Access& load : m_loop.loads) {
            const auto [name, offset] = m_arguments.readFrom(load.value, load.offset);
            text += fmt::format("{}const float {} = {}[{}];\n", indent, reg(next++), name,
                                index(which++, offset));
        }
        for (const Instruction& instruction : m_loop.body) {
            std::vector<std::string> operands;
            for (const int operand : instruction.operands)
                operands.push_back(reg(operand));
            m_usesRun = m_usesRun || instruction.op == Op::RandomUniform;
            text += fmt::format("{}const float {} = {};\n", indent, reg(next++),
                                expression(instruction, operands, element()));
        }
        for (const Store& store : m_loop.stores) {
            const auto [name, offset] = m_arguments.writeFrom(store.to.value, store.to.offset);
            text += fmt::format("{}{}[{}] = {};\n", indent, name, index(which++, offset), reg(store.source));
        }
        return text;
    }

    // the kernels

    KernelSource finished(const std::string& name, const std::string& about,
                          const std::string& inside) const {
        KernelSource source{.name = name};
        source.values = m_arguments.values();
        source.usesRun = m_usesRun;
        source.text = fmt::format("// {}\n// {}\n__kernel void {}({}{})\n{{\n{}{}}}\n\n", m_comment, about,
                                  name, m_arguments.declarations(), m_usesRun ? ", const ulong run" : "",
                                  m_arguments.definitions(), inside);
        return source;
    }

    KernelSource elementKernel() {
        const std::string inside =
            fmt::format("    const int i = get_global_id(0);\n    if (i >= {})\n        return;\n", m_kept) +
            positions("i", false, "    ") + body("    ");
        KernelSource source =
            finished(m_function,
                     fmt::format("for each element of {}", fmt::join(m_loop.space.sizes(), " x ")), inside);
        source.results = m_kept;
        const std::size_t items = powerOfTwoWithin(m_limits.groupItems);
        source.local = {std::min(items, powerOfTwoWithin(2 * m_kept - 1)), 1};
        source.global = {roundedUp(m_kept, source.local[0]), 1};
        return source;
    }

    /// How a reduction is shared out: columns x rows work items a group, and groups for parts of the rows.
    struct Cut {
        std::size_t columns = 1;
        std::size_t rows = 1;
        std::size_t parts = 1;
    };
    Cut cut() const {
        Cut result;
        const std::size_t floats = m_limits.localBytes / sizeof(float) / m_loop.reductions.size();
        const std::size_t items = powerOfTwoWithin(
            std::max<std::size_t>(1, std::min({m_limits.groupItems, floats, std::size_t{256}})));
        const bool contiguousKept = !m_axes.empty() && !m_axes.back().reduced;
        if (contiguousKept)
            result.columns = std::min({items, kColumnsOfGroup, powerOfTwoWithin(2 * m_kept - 1)});
        result.rows = std::min(items / result.columns, powerOfTwoWithin(std::max<std::size_t>(1, m_reduced)));
        const std::size_t groups = (m_kept + result.columns - 1) / result.columns;
        const std::size_t wanted =
            m_limits.computeUnits * kItemsOfUnit / (groups * result.columns * result.rows);
        const std::size_t useful = m_reduced / (result.rows * kElementsOfItem);
        result.parts = std::clamp<std::size_t>(std::min(wanted, useful), 1, kMostParts);
        return result;
    }

    static std::string beginning(ReductionOp op) {
        switch (op) {
        case ReductionOp::ReduceSum:
            return "0.0f";
        case ReductionOp::ReduceMax:
            return "-INFINITY";
        }
        std::unreachable();
    }
    static std::string joined(ReductionOp op, const std::string& a, const std::string& b) {
        switch (op) {
        case ReductionOp::ReduceSum:
            return fmt::format("{} + {}", a, b);
        case ReductionOp::ReduceMax:
            return fmt::format("greater({}, {})", a, b);
        }
        std::unreachable();
    }

    std::vector<KernelSource> reductionKernels() {
        const Cut how = cut();
        const std::size_t part = (m_reduced + how.parts - 1) / how.parts;
        const std::vector<LoopReduction>& reductions = m_loop.reductions;
        std::string text = "    const int column = get_local_id(0), row = get_local_id(1);\n"
                           "    const int k = get_global_id(0);\n";
        for (std::size_t i = 0; i < reductions.size(); ++i)
            text += fmt::format("    float result{} = {};\n", i, beginning(reductions[i].op));
        text += fmt::format("    if (k < {}) {{\n", m_kept) + positions("k", false, "        ");
        if (how.parts > 1)
            text += fmt::format("        const int begin = get_group_id(1) * {0};\n"
                                "        const int end = min(begin + {0}, {1});\n"
                                "        for (int r = begin + row; r < end; r += {2}) {{\n",
                                part, m_reduced, how.rows);
        else
            text += fmt::format("        for (int r = row; r < {}; r += {}) {{\n", m_reduced, how.rows);
        text += positions("r", true, "            ") + body("            ");
        for (std::size_t i = 0; i < reductions.size(); ++i) {
            const std::string result = fmt::format("result{}", i);
            text += fmt::format("            {} = {};\n", result,
                                joined(reductions[i].op, result, reg(reductions[i].source)));
        }
        text += "        }\n    }\n";
        text += treeText(how.columns, how.rows);
        text += fmt::format("    if (row == 0 && k < {}) {{\n", m_kept);
        if (how.parts == 1)
            text += positions("k", false, "        ");
        for (std::size_t i = 0; i < reductions.size(); ++i)
            text += how.parts > 1
                        ? fmt::format("        {}[(get_group_id(1) * {} + {}) * {} + k] = result{};\n",
                                      m_arguments.write(kPartialResults), reductions.size(), i, m_kept, i)
                        : resultLine(i);
        text += "    }\n";
        KernelSource source =
            finished(m_function, fmt::format("{} results, each of {} elements", m_kept, m_reduced), text);
        source.local = {how.columns, how.rows};
        source.global = {roundedUp(m_kept, how.columns), how.rows * how.parts};
        source.results = m_kept * how.parts;
        std::vector<KernelSource> kernels{std::move(source)};
        if (how.parts > 1) {
            kernels[0].partialElements = how.parts * reductions.size() * m_kept;
            kernels.push_back(finishingKernel(how.parts));
        }
        return kernels;
    }

    std::string resultLine(std::size_t reduction) {
        const Access& to = m_loop.reductions[reduction].to;
        const std::size_t which = m_loop.loads.size() + m_loop.stores.size() + reduction;
        const auto [name, offset] = m_arguments.writeFrom(to.value, to.offset);
        return fmt::format("        {}[{}] = result{};\n", name, index(which, offset), reduction);
    }

    /// Brings the results of a group's rows together, half of them at a time.
    std::string treeText(std::size_t columns, std::size_t rows) const {
        if (rows == 1)
            return {};
        std::string text;
        std::string halves;
        for (std::size_t i = 0; i < m_loop.reductions.size(); ++i) {
            const std::string memory = fmt::format("shared{}", i);
            text += fmt::format("    __local float {0}[{1}];\n    {0}[row * {2} + column] = result{3};\n",
                                memory, rows * columns, columns, i);
            halves +=
                fmt::format("            {}[row * {} + column] = result{} = {};\n", memory, columns, i,
                            joined(m_loop.reductions[i].op, fmt::format("result{}", i),
                                   fmt::format("{}[(row + half_rows) * {} + column]", memory, columns)));
        }
        return text + fmt::format("    for (int half_rows = {}; half_rows > 0; half_rows /= 2) {{\n"
                                  "        barrier(CLK_LOCAL_MEM_FENCE);\n"
                                  "        if (row < half_rows) {{\n{}        }}\n    }}\n",
                                  rows / 2, halves);
    }

    KernelSource finishingKernel(std::size_t parts) {
        m_arguments = {};
        m_usesRun = false;
        const std::string partial = m_arguments.read(kPartialResults);
        const std::size_t count = m_loop.reductions.size();
        std::string text =
            fmt::format("    const int k = get_global_id(0);\n    if (k >= {})\n        return;\n", m_kept) +
            positions("k", false, "    ");
        for (std::size_t i = 0; i < count; ++i)
            text += fmt::format("    float result{} = {};\n", i, beginning(m_loop.reductions[i].op));
        text += fmt::format("    for (int part = 0; part < {}; ++part) {{\n", parts);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string result = fmt::format("result{}", i);
            text +=
                fmt::format("        {} = {};\n", result,
                            joined(m_loop.reductions[i].op, result,
                                   fmt::format("{}[(part * {} + {}) * {} + k]", partial, count, i, m_kept)));
        }
        text += "    }\n    {\n";
        for (std::size_t i = 0; i < count; ++i)
            text += resultLine(i);
        text += "    }\n";
        KernelSource source =
            finished(m_function + "_parts", fmt::format("{} parts brought together", parts), text);
        source.local = {std::min<std::size_t>(64, powerOfTwoWithin(m_limits.groupItems)), 1};
        source.global = {roundedUp(m_kept, source.local[0]), 1};
        source.results = m_kept;
        source.partialElements = parts * count * m_kept;
        return source;
    }

    const Loop& m_loop;
    std::string m_function;
    std::string m_comment;
    KernelLimits m_limits;
    std::vector<LoopAxis> m_axes;
    std::size_t m_kept = 1;
    std::size_t m_reduced = 1;
    ValueArguments m_arguments;
    bool m_usesRun = false;
};

} // namespace

std::vector<KernelSource> loopText(const Loop& loop, const std::string& function, const std::string& comment,
                                   const KernelLimits& limits) {
    return LoopWriter(loop, function, comment, limits).kernels();
}

} // namespace protomind
