// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"
#include "engine/program/plan_memory.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Values of many sizes, each needed again some steps later.
Program manySizes(std::uint64_t seed) {
    Computation computation;
    RandomStream random(seed);
    Node x = input(*computation.graph, "x", {40});
    std::vector<Node> row{x};
    for (int i = 0; i < 30; ++i) {
        const auto columns = static_cast<std::int64_t>(1 + random.below(60));
        const Node weights = constant(*computation.graph, {40, columns},
                                      std::vector<float>(static_cast<std::size_t>(40 * columns), 0.1f));
        const Node wide = tanh(matmul(reshape(row[random.below(row.size())], {1, 40}), weights));
        row.push_back(reshape(matmul(wide, weights, false, true), {40}) + row[random.below(row.size())]);
    }
    computation.outputs = {{"last", row.back() + row[7]}};
    return *compile(computation);
}

bool together(const Value& a, const Value& b) {
    return a.firstStep <= b.lastStep && b.firstStep <= a.lastStep;
}

TEST(PlanMemory, KeepsValuesApartAndWithinPieces) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Program program = manySizes(seed);
        for (const std::int64_t piece :
             {std::int64_t{64}, std::int64_t{80}, std::int64_t{128}, kWholeArena}) {
            planMemory(program, piece);
            std::vector<Value> values;
            for (const Value& value : program.values) {
                if (value.storage == Storage::Arena && value.firstStep >= 0)
                    values.push_back(value);
            }
            ASSERT_GT(values.size(), 10u);
            for (const Value& a : values) {
                EXPECT_EQ(a.offset / piece, (a.offset + a.elements - 1) / piece)
                    << a.offset << " " << a.elements;
                EXPECT_LE(a.offset + a.elements, program.arenaElements);
                for (const Value& b : values) {
                    // What is stored where it was read for the last time takes over the very place.
                    const bool handedOn =
                        a.offset == b.offset && (a.lastStep == b.firstStep || b.lastStep == a.firstStep);
                    if (&a == &b || !together(a, b) || handedOn)
                        continue;
                    EXPECT_TRUE(a.offset + a.elements <= b.offset || b.offset + b.elements <= a.offset);
                }
            }
        }
    }
}

TEST(PlanMemory, BeginsValuesWhereADeviceWantsThem) {
    for (const std::int64_t alignment : {kArenaAlignment, std::int64_t{128}, std::int64_t{512}}) {
        for (const std::int64_t piece : {6 * alignment, kWholeArena}) {
            Program program = manySizes(3);
            planMemory(program, piece, alignment);
            int placed = 0;
            for (const Value& value : program.values) {
                if (value.storage != Storage::Arena || value.firstStep < 0)
                    continue;
                EXPECT_EQ(value.offset % alignment, 0) << value.offset;
                placed += value.offset > 0 ? 1 : 0;
            }
            EXPECT_GT(placed, 3);
        }
    }
    Program program = manySizes(3);
    EXPECT_THROW(planMemory(program, kWholeArena, 24), std::logic_error);
    EXPECT_THROW(planMemory(program, 192, 128), std::logic_error);
}

} // namespace
} // namespace protomind
