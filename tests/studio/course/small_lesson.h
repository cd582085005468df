// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace protomind {

/// A folder with a lesson in which nothing is wrong: three steps with every kind of question, in two
/// languages, and a lesson "before" beside it. Tests spoil it in one place.
class SmallLesson : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    [[nodiscard]] std::filesystem::path folder() const { return m_root / "small-lesson"; }
    [[nodiscard]] std::filesystem::path root() const { return m_root; }
    void write(const std::string& name, const std::string& content) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    /// Replaces a text that is there once.
    void replace(const std::string& name, const std::string& from, const std::string& to) const;
    /// The line of a text in a file; 0 where it is empty.
    [[nodiscard]] int lineOf(const std::string& name, const std::string& text) const;

private:
    std::filesystem::path m_root;
};

} // namespace protomind
