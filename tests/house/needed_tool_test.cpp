// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest-spi.h>

#include <optional>
#include <string>

#include "needed_tool.h"

namespace protomind {
namespace {

class NeededToolTest : public testing::Test {
protected:
    NeededToolTest() {
        if (const char* ci = std::getenv("CI"))
            m_before = ci;
    }
    ~NeededToolTest() override {
        if (m_before)
            ::setenv("CI", m_before->c_str(), 1);
        else
            ::unsetenv("CI");
    }

private:
    std::optional<std::string> m_before;
};

void testWithoutItsTool() {
    PROTOMIND_TOOL_IS_MISSING("There is no such tool.");
}

TEST_F(NeededToolTest, IsAFailureWhereCiIsSet) {
    ::setenv("CI", "true", 1);
    EXPECT_FATAL_FAILURE(testWithoutItsTool(), "There is no such tool.");
}

TEST_F(NeededToolTest, IsNoneForPeople) {
    ::unsetenv("CI");
    EXPECT_TRUE(mayBeSkipped());
    ::setenv("CI", "", 1);
    EXPECT_TRUE(mayBeSkipped());
}

} // namespace
} // namespace protomind
