// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/hardware.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

/// The memory of a program that makes one value of so many floats.
std::int64_t arenaFor(std::int64_t floats) {
    Computation computation;
    computation.outputs = {{"value", exp(input(*computation.graph, "x", {floats}))}};
    return compile(computation)->arenaElements;
}

TEST(UsableBytesOfBuffer, IsWithinWhatTheDriverGivesAndWhatKernelsCount) {
    for (const std::int64_t most :
         {std::int64_t{0}, std::int64_t{1000}, std::int64_t{128} << 20, std::int64_t{6} << 30,
          std::int64_t{48} << 30, std::numeric_limits<std::int64_t>::max()}) {
        const std::int64_t bytes = usableBytesOfBuffer(most);
        EXPECT_GE(bytes, 0) << most;
        EXPECT_LE(bytes, most) << most;
        EXPECT_LT(bytes / 4, std::numeric_limits<std::int32_t>::max() / 2 + 1) << most;
    }
}

TEST(UsableBytesOfBuffer, HasRoomForTheLargestValueAndItsGap) {
    for (const std::int64_t most :
         {std::int64_t{1} << 20, std::int64_t{3'333'333}, std::int64_t{1} << 30, std::int64_t{9} << 30}) {
        const std::int64_t floats = usableBytesOfBuffer(most) / 4;
        const std::int64_t wholePages = floats / 1024 * 1024;
        for (const std::int64_t elements : {floats, wholePages}) {
            EXPECT_GE(arenaFor(elements), elements);
            EXPECT_LE(arenaFor(elements), floats) << most << ", " << elements;
        }
    }
}

} // namespace
} // namespace protomind
