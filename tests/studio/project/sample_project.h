// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/project.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// A project with something in every place; the same seed gives the same one.
[[nodiscard]] ProjectContent sampleProject(std::uint64_t seed = 1);
/// An odd one is fair; an even one is of samples of which it is not known whether it learned from them.
[[nodiscard]] RunRecord sampleRun(std::int64_t number);
/// Weights of a small network with awkward numbers among them.
[[nodiscard]] Checkpoint sampleCheckpoint(std::uint64_t seed, std::int64_t step, double loss = 0.5);
[[nodiscard]] CheckpointPtr sharedCheckpoint(std::uint64_t seed, std::int64_t step, double loss = 0.5);

/// Whether two projects say the same, to the bit. Notices don't count.
[[nodiscard]] bool same(const ProjectContent& left, const ProjectContent& right);
[[nodiscard]] bool same(const Checkpoint& left, const Checkpoint& right);

[[nodiscard]] std::vector<std::byte> bytesOf(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const std::vector<std::byte>& bytes);
/// Runs SQL on a file, as somebody else's program would.
void alter(const std::filesystem::path& file, const std::string& statements);

/// Tests with a folder of their own that goes away afterwards.
class FolderTest : public testing::Test {
protected:
    FolderTest();
    ~FolderTest() override;
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::filesystem::path m_folder;
};

/// A folder that names are told from as long as this lives.
class WorkingDirectory {
public:
    explicit WorkingDirectory(const std::filesystem::path& folder) { std::filesystem::current_path(folder); }
    ~WorkingDirectory() {
        std::error_code error;
        std::filesystem::current_path(m_before, error);
    }
    WorkingDirectory(const WorkingDirectory&) = delete;
    WorkingDirectory& operator=(const WorkingDirectory&) = delete;

private:
    std::filesystem::path m_before = std::filesystem::current_path();
};

} // namespace protomind
