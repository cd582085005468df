// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/layer_renames.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

HostArray number(float value) {
    return HostArray(Shape(), {value});
}

TEST(LayerRenames, WeightsAndTheOptimisersStateGoWithTheirLayer) {
    Checkpoint checkpoint;
    checkpoint.variables = {{"a/kernel", number(1)},
                            {"a/kernel/mean", number(2)},
                            {"b/kernel", number(3)},
                            {"c/kernel", number(4)},
                            {"optimizer/decay", number(5)}};
    checkpoint.step = 7;
    const Checkpoint renamed = withLayersRenamed(checkpoint, {{"a", "b"}, {"b", "a"}, {"c", ""}});
    EXPECT_EQ(renamed.variables, (std::map<std::string, HostArray>{{"b/kernel", number(1)},
                                                                   {"b/kernel/mean", number(2)},
                                                                   {"a/kernel", number(3)},
                                                                   {"optimizer/decay", number(5)}}));
    EXPECT_EQ(renamed.step, 7);
    EXPECT_EQ(withLayersRenamed(checkpoint, {}), checkpoint);
}

TEST(LayerRenames, ANameWithASlashIsOneName) {
    const LayerRenames renames{{"a", "x"}, {"a/b", "y"}};
    EXPECT_EQ(renamedVariable("a/b/kernel", renames), "y/kernel");
    EXPECT_EQ(renamedVariable("a/kernel", renames), "x/kernel");
    EXPECT_EQ(renamedVariable("ab/kernel", renames), "ab/kernel");
}

} // namespace
} // namespace protomind
