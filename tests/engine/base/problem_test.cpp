// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/problem.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace protomind {
namespace {

TEST(Problem, SaysWhereWhatAndWhatToDo) {
    const Problem problem{ProblemKind::Input, "The file ends early.", "digits.idx", "Download it again."};
    EXPECT_EQ(problem.text(), "digits.idx: The file ends early. Download it again.");
    EXPECT_EQ((Problem{ProblemKind::Input, "It ends early.", {}, {}}).text(), "It ends early.");
}

TEST(Require, ThrowsWhereAPromiseIsBroken) {
    EXPECT_NO_THROW(require(true, "fine"));
    EXPECT_THROW(require(false, "broken"), std::logic_error);
}

} // namespace
} // namespace protomind
