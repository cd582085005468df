// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// What a command said, and how it ended.
struct CommandRun {
    int status = 0;
    std::string out;
    std::string err;

    /// Standard output as JSON, one object a line. Throws where it is anything else.
    [[nodiscard]] std::vector<nlohmann::json> events() const;
    [[nodiscard]] std::vector<nlohmann::json> events(const std::string& name) const;
    /// The last line, which is the result.
    [[nodiscard]] nlohmann::json result() const;
};

/// Runs a command in this process.
[[nodiscard]] CommandRun command(const std::vector<std::string>& words, bool terminal = false,
                                 const ReportPrinter& printer = {});

/// A test with a folder of its own, and a small network in it.
class CommandTest : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string write(const std::string& name, const std::string& content) const;
    /// A .json file: two inputs, four tanh neurons, two classes.
    [[nodiscard]] std::string network() const { return path("small.json"); }
    /// That network, trained for a moment on two clouds of points, and saved.
    [[nodiscard]] std::string trainedProject() const;

    std::filesystem::path m_folder;
};

} // namespace protomind
