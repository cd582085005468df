// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_table.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(CsvTable, CutsWhatIsNoNumberBetweenItsLetters) {
    const std::string shown(59, 'x');
    std::string text = "a,b\n" + shown + "äöü,1\n";
    for (int i = 0; i < 9; ++i)
        text += "1.5,2\n";
    const auto table = csvTableOf({.text = std::move(text)}, "t.csv", {});
    ASSERT_TRUE(table);
    const auto findings = findingsOf(*table, {});
    ASSERT_TRUE(findings);
    EXPECT_EQ(findings->columns.front().firstOdd.text, shown + "…");
}

} // namespace
} // namespace protomind
