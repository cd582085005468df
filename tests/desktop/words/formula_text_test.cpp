// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/formula_text.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(FormulaTextTest, RaisesLowersAndPutsFractionsInALine) {
    EXPECT_EQ(formulaText("x_i^2"), QStringLiteral("<i>x</i><sub><i>i</i></sub><sup>2</sup>"));
    EXPECT_EQ(formulaText(R"(\frac{a+b}{2})"), QStringLiteral("(<i>a</i>+<i>b</i>)\u2009/\u20092"));
}

} // namespace
} // namespace protomind
