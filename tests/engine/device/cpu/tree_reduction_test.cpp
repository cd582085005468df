// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/tree_reduction.h"

#include <gtest/gtest.h>

#include <vector>

namespace protomind {
namespace {

TEST(TreeReduction, AddUpAnyNumberOfParts) {
    for (std::int64_t count = 1; count <= 9; ++count) {
        for (const std::int64_t elements : {1, 5, 9000}) {
            for (const bool inPlace : {false, true}) {
                std::vector<float> parts(static_cast<std::size_t>(count * elements));
                for (std::size_t i = 0; i < parts.size(); ++i)
                    parts[i] = static_cast<float>(i % 100);
                std::vector<float> expected(static_cast<std::size_t>(elements), 0.0f);
                for (std::size_t i = 0; i < parts.size(); ++i)
                    expected[i % static_cast<std::size_t>(elements)] += parts[i];
                std::vector<float> result(static_cast<std::size_t>(elements), -1.0f);
                sumParts(parts.data(), count, elements, inPlace ? parts.data() : result.data(), 2);
                if (inPlace)
                    result.assign(parts.begin(), parts.begin() + elements);
                ASSERT_EQ(result, expected) << count << " parts of " << elements;
            }
        }
    }
}

} // namespace
} // namespace protomind
