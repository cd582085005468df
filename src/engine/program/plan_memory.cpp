// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/plan_memory.h"

#include "engine/base/index.h"
#include "engine/program/lower.h"

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

/// Values that fill whole pages would begin at the same place of a page; walking over several of them at
/// once, a processor then takes one's lines out of the first cache for another's. So they are followed by a
/// gap.
constexpr std::int64_t kPageElements = 1024;
constexpr std::int64_t kStagger = 3 * kArenaAlignment;

std::int64_t roundedUp(std::int64_t elements, std::int64_t alignment) {
    return (elements + alignment - 1) / alignment * alignment;
}

std::int64_t withGap(std::int64_t elements, std::int64_t alignment) {
    const std::int64_t whole = roundedUp(elements, alignment);
    return whole > 0 && whole % kPageElements == 0 ? whole + roundedUp(kStagger, alignment) : whole;
}

void findLifetimes(Program& program) {
    const auto touch = [&](int value, int step) {
        Value& v = program.values[at(value)];
        v.firstStep = v.firstStep < 0 ? step : std::min(v.firstStep, step);
        v.lastStep = std::max(v.lastStep, step);
    };
    for (int step = 0; step < static_cast<int>(program.steps.size()); ++step) {
        for (const int value : valuesRead(program.steps[at(step)]))
            touch(value, step);
        for (const int value : valuesWritten(program.steps[at(step)]))
            touch(value, step);
    }
    for (const int output : program.outputValues)
        touch(output, static_cast<int>(program.steps.size()));
}

/// Values that are given the same memory one after the other.
struct Block {
    std::vector<int> values;
    std::int64_t elements = 0;
    int first = 0;
    int last = 0;
    std::int64_t offset = -1;
};

/// Lets loops store where they read for the last time: such values share a block.
std::vector<Block> makeBlocks(const Program& program, std::int64_t alignment) {
    std::vector<Block> blocks;
    std::vector<int> blockOf(program.values.size(), -1);
    std::vector<int> byStart(program.values.size());
    std::iota(byStart.begin(), byStart.end(), 0);
    std::ranges::stable_sort(byStart, {}, [&](int value) { return program.values[at(value)].firstStep; });
    for (const int value : byStart) {
        const Value& v = program.values[at(value)];
        if (v.storage != Storage::Arena || v.firstStep < 0)
            continue;
        const Step& step = program.steps[at(v.firstStep)];
        for (const int read : valuesRead(step)) {
            const Value& r = program.values[at(read)];
            const int block = blockOf[at(read)];
            if (block >= 0 && r.lastStep == v.firstStep && r.elements == v.elements &&
                blocks[at(block)].last == v.firstStep && readsWhereItStores(step, read, value)) {
                blocks[at(block)].values.push_back(value);
                blocks[at(block)].last = v.lastStep;
                blockOf[at(value)] = block;
                break;
            }
        }
        if (blockOf[at(value)] < 0) {
            blockOf[at(value)] = static_cast<int>(blocks.size());
            blocks.push_back({{value}, withGap(v.elements, alignment), v.firstStep, v.lastStep});
        }
    }
    return blocks;
}

/// The first place from offset on that is not across the border of two pieces.
std::int64_t withinPiece(std::int64_t offset, std::int64_t elements, std::int64_t piece) {
    const std::int64_t left = piece - offset % piece;
    return elements <= left || elements > piece ? offset : offset + left;
}

/// Greedy by size (Pisarchyk and Lee, "Efficient memory management for deep neural net inference", 2020,
/// section 4.3): the largest block first, each at the lowest place where it meets no block of its time.
void place(std::vector<Block>& blocks, std::int64_t piece) {
    std::vector<Block*> bySize;
    for (Block& block : blocks)
        bySize.push_back(&block);
    std::ranges::stable_sort(bySize, std::greater<>(), &Block::elements);
    std::vector<Block*> placed; // by offset
    for (Block* block : bySize) {
        std::int64_t offset = 0;
        for (const Block* other : placed) {
            const bool together = block->first <= other->last && other->first <= block->last;
            if (!together)
                continue;
            if (other->offset - offset >= block->elements)
                break;
            offset = withinPiece(std::max(offset, other->offset + other->elements), block->elements, piece);
        }
        block->offset = offset;
        placed.insert(std::ranges::upper_bound(placed, offset, {}, &Block::offset), block);
    }
}

} // namespace

bool readsWhereItStores(const Step& step, int read, int stored) {
    const auto* loop = std::get_if<Loop>(&step.work);
    if (!loop)
        return false;
    const auto store = std::ranges::find(loop->stores, stored, [](const Store& s) { return s.to.value; });
    if (store == loop->stores.end())
        return false;
    return std::ranges::all_of(loop->loads, [&](const Access& load) {
        return load.value != read || (load.offset == store->to.offset && load.strides == store->to.strides);
    });
}

void planMemory(Program& program, std::int64_t pieceElements, std::int64_t alignment) {
    require(alignment > 0 && alignment % kArenaAlignment == 0, "planMemory: no whole number of cache lines");
    require(pieceElements > 0 && (pieceElements == kWholeArena || pieceElements % alignment == 0),
            "planMemory: pieces that are not aligned");
    findLifetimes(program);
    std::vector<Block> blocks = makeBlocks(program, alignment);
    place(blocks, pieceElements);
    program.arenaElements = 0;
    program.unsharedElements = 0;
    for (const Block& block : blocks) {
        for (const int value : block.values) {
            program.values[at(value)].offset = block.offset;
            program.unsharedElements += withGap(program.values[at(value)].elements, alignment);
        }
        program.arenaElements = std::max(program.arenaElements, block.offset + block.elements);
    }
}

} // namespace protomind
