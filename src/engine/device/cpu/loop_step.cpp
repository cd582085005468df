// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_step.h"

#include "engine/base/aligned.h"
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/base/random.h"
#include "engine/base/rounding.h"
#include "engine/device/cpu/loop_code.h"
#include "engine/device/cpu/loop_plan.h"
#include "engine/device/cpu/reduction_math.h"
#include "engine/device/cpu/vector_kernels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace protomind {

namespace {

/// Elements that one partial sum takes in; how a sum is cut depends on its size alone, so its value never
/// depends on the number of threads.
constexpr std::int64_t kSliceElements = 1 << 16;
constexpr std::int64_t kMaxSlices = 64;
/// Three cache lines: keeps the buffers of a block from falling on the same lines of the first cache.
constexpr std::int64_t kStagger = 48;

/// So much less work is worth other threads where what they work on is near them already.
constexpr std::int64_t kNearness = 16;

/// A count of blocks along each axis: outer axes one by one, then row blocks, then column blocks.
struct BlockGrid {
    std::vector<std::int64_t> outer;
    std::int64_t rows = 1;
    std::int64_t columns = 1;

    [[nodiscard]] std::int64_t count() const {
        std::int64_t product = rows * columns;
        for (const std::int64_t size : outer)
            product *= size;
        return product;
    }
};

/// Which block: the kept and the reduced grid each fill in their own axes and leave the others alone.
struct BlockPosition {
    std::array<std::int64_t, kMaxRank> outer{};
    std::int64_t row = 0;
    std::int64_t column = 0;
};

void locate(const BlockGrid& grid, std::int64_t index, BlockPosition& position) {
    if (grid.columns > 1) {
        position.column = index % grid.columns;
        index /= grid.columns;
    }
    if (grid.rows > 1) {
        position.row = index % grid.rows;
        index /= grid.rows;
    }
    for (std::size_t axis = grid.outer.size(); axis-- > 0;) {
        if (grid.outer[axis] > 1) {
            position.outer[axis] = index % grid.outer[axis];
            index /= grid.outer[axis];
        }
    }
}

class LoopStep final : public CpuStep {
public:
    LoopStep(const Program& program, const Loop& loop, LoopMethod method, Scratch& scratch)
        : m_scratch(scratch)
        , m_plan(planLoop(program, loop, loopCodeCovers(loop, method)))
        , m_code(loopCodeCovers(loop, method) ? LoopCode::make(m_plan, method) : nullptr) {
        if (!m_code)
            m_plan = planLoop(program, loop, false);
        m_blockElements = m_plan.blockRows * m_plan.blockColumns;
        m_bufferStride = divideUp(m_blockElements, kStagger) * kStagger + kStagger;
        const std::int64_t rowBlocks = divideUp(m_plan.rows, m_plan.blockRows);
        const std::int64_t columnBlocks = divideUp(m_plan.columns, m_plan.blockColumns);
        for (std::size_t axis = 0; axis < m_plan.outerSizes.size(); ++axis) {
            m_kept.outer.push_back(m_plan.outerReduced[axis] ? 1 : m_plan.outerSizes[axis]);
            m_reduced.outer.push_back(m_plan.outerReduced[axis] ? m_plan.outerSizes[axis] : 1);
        }
        (m_plan.rowsReduced ? m_reduced : m_kept).rows = rowBlocks;
        (m_plan.columnsReduced ? m_reduced : m_kept).columns = columnBlocks;
        m_keptBlocks = m_kept.count();
        m_reducedBlocks = m_reduced.count();
        const std::int64_t sliceBlocks =
            std::max<std::int64_t>(1, kSliceElements / std::max<std::int64_t>(1, m_blockElements));
        m_slices = m_plan.reductions.empty()
                       ? 1
                       : std::clamp<std::int64_t>(divideUp(m_reducedBlocks, sliceBlocks), 1, kMaxSlices);
        if (m_keptBlocks >= kMaxSlices)
            m_slices = 1; // enough to share out as it is

        m_registers = m_plan.loads.size() + m_plan.body.size();
        const std::int64_t leastWork = m_plan.sharesColumns ? kParallelWork / kNearness : kParallelWork;
        m_threads = m_plan.work < leastWork ? 1 : scratch.threads();
        if (m_code)
            planCodeStores();
        const std::int64_t buffers = m_plan.buffers * m_bufferStride;
        for (int thread = 0; thread < m_threads; ++thread) {
            m_pointers.emplace_back(m_registers);
            m_operands.emplace_back(m_plan.loads.size() + m_plan.stores.size() + m_plan.reductions.size());
            if (!m_code) {
                m_buffers.push_back(alignedFloats(at(buffers)));
                fillConstants(thread);
            }
        }
        if (m_code)
            scratch.needEach((m_plan.buffers + m_codeBuffers) * m_bufferStride);
        scratch.needShared(keptPartials() * m_slices * m_bufferStride *
                           static_cast<std::int64_t>(m_plan.reductions.size()));
    }

    StepMethod method() const override {
        return {.how = m_code ? "as machine code that was made for it"
                              : "by code for vectors that was compiled beforehand"};
    }
    bool sharesWork() const override { return m_threads > 1 && m_keptBlocks * m_slices > 1; }
    std::int64_t ownElements() const override {
        return static_cast<std::int64_t>(m_buffers.size()) * m_plan.buffers * m_bufferStride;
    }

    void run(std::span<float* const> values, std::uint64_t run, int threads) override {
        if (m_plan.elements == 0) {
            storeIdentities(values);
            return;
        }
        const std::int64_t units = m_keptBlocks * m_slices;
        threads = std::min(threads, m_threads);
        if (threads <= 1) {
            runUnits(values, run, 0, units, 0);
        } else {
            parallelFor(
                units, 1,
                [&](std::int64_t first, std::int64_t last) {
                    runUnits(values, run, first, last, threadIndex());
                },
                threads);
        }
        if (m_slices > 1)
            combineSlices(values);
    }

private:
    /// With one slice a thread folds its sums at once and needs room for one kept block only.
    std::int64_t keptPartials() const { return m_slices > 1 ? m_keptBlocks : m_threads; }

    float* partial(std::int64_t place, std::size_t reduction) {
        return m_scratch.shared() + (place * static_cast<std::int64_t>(m_plan.reductions.size()) +
                                     static_cast<std::int64_t>(reduction)) *
                                        m_bufferStride;
    }

    float* buffer(int thread, int index) {
        return (m_code ? m_scratch.of(thread) : m_buffers[at(thread)].get()) + index * m_bufferStride;
    }

    void runUnits(std::span<float* const> values, std::uint64_t run, std::int64_t first, std::int64_t last,
                  int thread) {
        prepareThread(values, thread);
        const bool reduces = !m_plan.reductions.empty();
        for (std::int64_t unit = first; unit < last; ++unit) {
            const std::int64_t kept = unit / m_slices;
            const std::int64_t slice = unit % m_slices;
            const std::int64_t place = m_slices > 1 ? unit : thread;
            const std::int64_t begin = m_reducedBlocks * slice / m_slices;
            const std::int64_t end = m_reducedBlocks * (slice + 1) / m_slices;
            BlockPosition position;
            locate(m_kept, kept, position);
            if (m_code) {
                beginSums(place, thread);
                for (std::int64_t reduced = begin; reduced < end; ++reduced) {
                    locate(m_reduced, reduced, position);
                    runCode(values, position, thread);
                }
            } else {
                for (std::int64_t reduced = begin; reduced < end; ++reduced) {
                    locate(m_reduced, reduced, position);
                    runBlock(values, run, position, thread);
                    if (reduces)
                        accumulate(position, place, thread, reduced == begin);
                }
            }
            if (reduces && m_slices == 1) {
                for (std::size_t r = 0; r < m_plan.reductions.size(); ++r)
                    fold(values, position, partial(place, r), r);
            }
        }
    }

    std::int64_t rowsOf(const BlockPosition& position) const {
        return std::min(m_plan.blockRows, m_plan.rows - position.row * m_plan.blockRows);
    }
    std::int64_t columnsOf(const BlockPosition& position) const {
        return std::min(m_plan.blockColumns, m_plan.columns - position.column * m_plan.blockColumns);
    }

    std::int64_t elementOf(const PlannedAccess& access, const BlockPosition& position) const {
        std::int64_t element = access.offset + position.row * m_plan.blockRows * access.row +
                               position.column * m_plan.blockColumns * access.column;
        for (std::size_t axis = 0; axis < access.outer.size(); ++axis)
            element += position.outer[axis] * access.outer[axis];
        return element;
    }

    /// Constants have buffers of their own, which nothing else ever writes.
    void fillConstants(int thread) {
        for (std::size_t i = 0; i < m_plan.body.size(); ++i) {
            if (m_plan.body[i].op != Op::Constant)
                continue;
            float* to = buffer(thread, m_plan.body[i].buffer);
            std::fill_n(to, m_blockElements, m_plan.body[i].value);
            m_pointers[at(thread)][m_plan.loads.size() + i] = to;
        }
    }

    /// What is the same in every block of a run: scalars, and rows that all rows share.
    void prepareThread(std::span<float* const> values, int thread) {
        std::vector<const float*>& pointers = m_pointers[at(thread)];
        for (std::size_t i = 0; i < m_plan.loads.size(); ++i) {
            const PlannedLoad& load = m_plan.loads[i];
            if (m_code && load.scalar)
                m_operands[at(thread)][i] = values[at(load.from.value)] + load.from.offset;
            if (load.direct || !load.repeating || (m_code && load.scalar))
                continue;
            float* to = buffer(thread, load.buffer);
            m_operands[at(thread)][i] = to;
            gather(load.from, values[at(load.from.value)] + load.from.offset, m_plan.blockRows,
                   m_plan.blockColumns, to);
            pointers[i] = to;
        }
    }

    static void gather(const PlannedAccess& access, const float* from, std::int64_t rows,
                       std::int64_t columns, float* to) {
        for (std::int64_t row = 0; row < rows; ++row, from += access.row, to += columns) {
            if (access.column == 1)
                std::copy_n(from, columns, to);
            else if (access.column == 0)
                std::fill_n(to, columns, *from);
            else
                for (std::int64_t column = 0; column < columns; ++column)
                    to[column] = from[column * access.column];
        }
    }

    void runBlock(std::span<float* const> values, std::uint64_t run, const BlockPosition& position,
                  int thread) {
        const VectorKernels& kernels = vectorKernels();
        std::vector<const float*>& pointers = m_pointers[at(thread)];
        const std::int64_t rows = rowsOf(position);
        const std::int64_t columns = columnsOf(position);
        const std::size_t count = at(rows * columns);
        for (std::size_t i = 0; i < m_plan.loads.size(); ++i) {
            const PlannedLoad& load = m_plan.loads[i];
            if (load.repeating && !load.direct)
                continue;
            const float* from = values[at(load.from.value)] + elementOf(load.from, position);
            if (load.direct) {
                pointers[i] = from;
            } else {
                gather(load.from, from, rows, columns, buffer(thread, load.buffer));
                pointers[i] = buffer(thread, load.buffer);
            }
        }
        std::size_t next = m_plan.loads.size();
        for (const PlannedInstruction& instruction : m_plan.body) {
            const std::size_t self = next++;
            if (instruction.op == Op::Constant)
                continue;
            float* to = nullptr;
            if (instruction.directStore >= 0) {
                const PlannedAccess& access = m_plan.stores[at(instruction.directStore)].to;
                to = values[at(access.value)] + elementOf(access, position);
            } else {
                to = buffer(thread, instruction.buffer);
            }
            const auto operand = [&](std::size_t which) { return pointers[at(instruction.operands[which])]; };
            const std::size_t op = at(static_cast<int>(instruction.op));
            switch (instruction.operands.size()) {
            case 0:
                random(instruction.random, run, position, rows, columns, to);
                break;
            case 1:
                kernels.unary[op](operand(0), to, count);
                break;
            case 2:
                kernels.binary[op](operand(0), operand(1), to, count);
                break;
            case 3:
                kernels.ternary[op](operand(0), operand(1), operand(2), to, count);
                break;
            default:
                require(false, "runBlock: an op of more than three operands");
            }
            pointers[self] = to;
        }
        for (const auto& store : m_plan.stores) {
            if (!store.direct)
                scatter(store.to, pointers[at(store.source)], rows, columns,
                        values[at(store.to.value)] + elementOf(store.to, position));
        }
    }

    // One piece of code for a whole block.

    /// Stores that a block can't be written into as it is go to a buffer first.
    void planCodeStores() {
        for (const auto& store : m_plan.stores) {
            const bool inOrder =
                store.to.column == 1 && (m_plan.blockRows == 1 || store.to.row == m_plan.columns);
            m_codeStores.push_back(inOrder ? -1 : m_plan.buffers + m_codeBuffers++);
        }
    }

    void beginSums(std::int64_t place, int thread) {
        for (std::size_t r = 0; r < m_plan.reductions.size(); ++r) {
            float* sums = partial(place, r);
            std::fill_n(sums, m_blockElements, identity(m_plan.reductions[r].op));
            m_operands[at(thread)][m_plan.loads.size() + m_plan.stores.size() + r] = sums;
        }
    }

    void runCode(std::span<float* const> values, const BlockPosition& position, int thread) {
        std::vector<float*>& operands = m_operands[at(thread)];
        const std::int64_t rows = rowsOf(position);
        const std::int64_t columns = columnsOf(position);
        for (std::size_t i = 0; i < m_plan.loads.size(); ++i) {
            const PlannedLoad& load = m_plan.loads[i];
            if (load.scalar || (load.repeating && !load.direct))
                continue;
            float* from = values[at(load.from.value)] + elementOf(load.from, position);
            if (!load.direct) {
                gather(load.from, from, rows, columns, buffer(thread, load.buffer));
                from = buffer(thread, load.buffer);
            }
            operands[i] = from;
        }
        for (std::size_t s = 0; s < m_plan.stores.size(); ++s) {
            const PlannedAccess& to = m_plan.stores[s].to;
            operands[m_plan.loads.size() + s] = m_codeStores[s] < 0
                                                    ? values[at(to.value)] + elementOf(to, position)
                                                    : buffer(thread, m_codeStores[s]);
        }
        m_code->run(operands.data(), rows * columns);
        for (std::size_t s = 0; s < m_plan.stores.size(); ++s) {
            const PlannedAccess& to = m_plan.stores[s].to;
            if (m_codeStores[s] >= 0)
                scatter(to, buffer(thread, m_codeStores[s]), rows, columns,
                        values[at(to.value)] + elementOf(to, position));
        }
    }

    static void scatter(const PlannedAccess& access, const float* from, std::int64_t rows,
                        std::int64_t columns, float* to) {
        for (std::int64_t row = 0; row < rows; ++row, from += columns, to += access.row) {
            if (access.column == 1)
                std::copy_n(from, columns, to);
            else
                for (std::int64_t column = 0; column < columns; ++column)
                    to[column * access.column] = from[column];
        }
    }

    /// Elements of a random node are numbered row-major in the space, whatever the blocks.
    void random(const RandomAttributes& attributes, std::uint64_t run, const BlockPosition& position,
                std::int64_t rows, std::int64_t columns, float* to) const {
        std::int64_t outer = 0;
        for (std::size_t axis = 0; axis < m_plan.outerSizes.size(); ++axis)
            outer = outer * m_plan.outerSizes[axis] + position.outer[axis];
        for (std::int64_t row = 0; row < rows; ++row) {
            const std::int64_t line = outer * m_plan.rows + position.row * m_plan.blockRows + row;
            auto element =
                static_cast<std::uint64_t>(line * m_plan.columns + position.column * m_plan.blockColumns);
            for (std::int64_t column = 0; column < columns;) {
                const std::array<float, 4> four =
                    randomBlock(attributes.seed, attributes.stream, run, element / 4);
                for (std::uint64_t lane = element % 4; lane < 4 && column < columns; ++lane, ++element)
                    to[row * columns + column++] = four[lane];
            }
        }
    }

    void accumulate(const BlockPosition& position, std::int64_t place, int thread, bool first) {
        const std::size_t count = at(rowsOf(position) * columnsOf(position));
        for (std::size_t r = 0; r < m_plan.reductions.size(); ++r) {
            const auto& reduction = m_plan.reductions[r];
            const float* from = m_pointers[at(thread)][at(reduction.source)];
            float* sums = partial(place, r);
            if (first) {
                std::copy_n(from, count, sums);
                std::fill(sums + count, sums + m_blockElements, identity(reduction.op));
            } else {
                joiningKernel(reduction.op)(sums, from, sums, count);
            }
        }
    }

    void combineSlices(std::span<float* const> values) {
        for (std::int64_t kept = 0; kept < m_keptBlocks; ++kept) {
            BlockPosition position;
            locate(m_kept, kept, position);
            for (std::size_t r = 0; r < m_plan.reductions.size(); ++r) {
                const VectorKernels::Binary joinAll = joiningKernel(m_plan.reductions[r].op);
                float* sums = partial(kept * m_slices, r);
                for (std::int64_t slice = 1; slice < m_slices; ++slice)
                    joinAll(sums, partial(kept * m_slices + slice, r), sums, at(m_blockElements));
                fold(values, position, sums, r);
            }
        }
    }

    /// The sum or maximum of a block's accumulators over those of its axes that are reduced, in double.
    /// Results have stride 0 along what is reduced, so only the kept parts of the position matter.
    void fold(std::span<float* const> values, const BlockPosition& position, const float* sums,
              std::size_t which) {
        const auto& reduction = m_plan.reductions[which];
        // A reduced axis was accumulated in whole blocks, a kept one may end early.
        const std::int64_t columns = m_plan.columnsReduced ? m_plan.blockColumns : columnsOf(position);
        const std::int64_t rows = m_plan.rowsReduced ? m_plan.blockRows : rowsOf(position);
        const std::int64_t keptRows = m_plan.rowsReduced ? 1 : rows;
        const std::int64_t keptColumns = m_plan.columnsReduced ? 1 : columns;
        float* to = values[at(reduction.to.value)] + elementOf(reduction.to, position);
        for (std::int64_t row = 0; row < keptRows; ++row) {
            for (std::int64_t column = 0; column < keptColumns; ++column) {
                double result = identity(reduction.op);
                for (std::int64_t i = row; i < (m_plan.rowsReduced ? rows : row + 1); ++i) {
                    for (std::int64_t j = column; j < (m_plan.columnsReduced ? columns : column + 1); ++j) {
                        join(reduction.op, result, sums[i * columns + j]);
                    }
                }
                to[row * reduction.to.row + column * reduction.to.column] = static_cast<float>(result);
            }
        }
    }

    /// A sum over nothing is 0, a maximum over nothing minus infinity.
    void storeIdentities(std::span<float* const> values) {
        for (const auto& reduction : m_plan.reductions) {
            BlockPosition position;
            for (std::int64_t kept = 0; kept < m_keptBlocks; ++kept) {
                locate(m_kept, kept, position);
                float* to = values[at(reduction.to.value)] + elementOf(reduction.to, position);
                const std::int64_t rows = m_plan.rowsReduced ? 1 : rowsOf(position);
                const std::int64_t columns = m_plan.columnsReduced ? 1 : columnsOf(position);
                for (std::int64_t row = 0; row < rows; ++row)
                    for (std::int64_t column = 0; column < columns; ++column)
                        to[row * reduction.to.row + column * reduction.to.column] = identity(reduction.op);
            }
        }
    }

    Scratch& m_scratch;
    LoopPlan m_plan;
    std::unique_ptr<LoopCode> m_code; ///< null: the vector kernels interpret the body
    std::vector<int> m_codeStores;    ///< buffers of stores; -1: written in place
    int m_codeBuffers = 0;
    std::vector<std::vector<float*>> m_operands; ///< of the code, for each thread
    BlockGrid m_kept;
    BlockGrid m_reduced;
    std::int64_t m_blockElements = 1;
    std::int64_t m_bufferStride = 1; ///< floats from one buffer to the next
    std::int64_t m_keptBlocks = 1;
    std::int64_t m_reducedBlocks = 1;
    std::int64_t m_slices = 1;
    std::size_t m_registers = 0;
    int m_threads = 1;
    std::vector<AlignedFloats> m_buffers; ///< without code: constants stay in theirs
    std::vector<std::vector<const float*>> m_pointers;
};

} // namespace

std::unique_ptr<CpuStep> makeLoopStep(const Program& program, const Loop& loop, LoopMethod method,
                                      Scratch& scratch) {
    return std::make_unique<LoopStep>(program, loop, method, scratch);
}

} // namespace protomind
