// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <unistd.h>

namespace protomind {

/// What is measured of devices is kept in a folder of the test's own.
class OwnDeviceRecords : public testing::Test {
protected:
    OwnDeviceRecords() {
        std::filesystem::create_directories(m_folder);
        setenv("XDG_CONFIG_HOME", m_folder.c_str(), 1);
    }
    ~OwnDeviceRecords() override {
        if (m_former)
            setenv("XDG_CONFIG_HOME", m_former->c_str(), 1);
        else
            unsetenv("XDG_CONFIG_HOME");
        std::filesystem::remove_all(m_folder);
    }

private:
    static std::optional<std::string> former() {
        const char* const value = std::getenv("XDG_CONFIG_HOME");
        return value ? std::optional<std::string>(value) : std::nullopt;
    }
    std::optional<std::string> m_former = former();
    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("protomind-devices-" + std::to_string(getpid()));
};

} // namespace protomind
