// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/loop_axes.h"

#include "engine/base/index.h"

namespace protomind {

std::vector<const Access*> accesses(const Loop& loop) {
    std::vector<const Access*> all;
    for (const Access& load : loop.loads)
        all.push_back(&load);
    for (const Store& store : loop.stores)
        all.push_back(&store.to);
    for (const LoopReduction& reduction : loop.reductions)
        all.push_back(&reduction.to);
    return all;
}

std::vector<LoopAxis> mergedAxes(const Loop& loop) {
    const std::vector<const Access*> all = accesses(loop);
    std::vector<LoopAxis> axes;
    for (int axis = 0; axis < loop.space.rank(); ++axis) {
        if (loop.space[axis] == 1)
            continue;
        LoopAxis next{loop.space[axis], !loop.reduced.empty() && loop.reduced[at(axis)], {}};
        for (const Access* access : all)
            next.strides.push_back(access->strides[at(axis)]);
        bool merges = !axes.empty() && axes.back().reduced == next.reduced;
        for (std::size_t i = 0; merges && i < all.size(); ++i)
            merges = axes.back().strides[i] == next.strides[i] * next.size;
        if (merges) {
            next.size *= axes.back().size;
            axes.back() = next;
        } else {
            axes.push_back(next);
        }
    }
    return axes;
}

} // namespace protomind
