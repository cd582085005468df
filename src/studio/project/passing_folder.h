// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace protomind {

/// A folder of a name that no other has, which is gone with all that is in it when this goes.
class PassingFolder {
public:
    explicit PassingFolder(const std::filesystem::path& parent);
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder();

    /// Empty where it could not be made: see error().
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// What the system said where it could not be made: an errno value.
    [[nodiscard]] int error() const { return m_error; }

private:
    std::filesystem::path m_path;
    int m_error = 0;
};

} // namespace protomind
