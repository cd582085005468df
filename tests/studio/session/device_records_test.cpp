// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/device_records.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace protomind {
namespace {

class DeviceRecordsTest : public testing::Test {
protected:
    ~DeviceRecordsTest() override { std::filesystem::remove_all(m_folder); }

    void put(const std::string& text) const {
        std::filesystem::create_directories(m_file.parent_path());
        std::ofstream(m_file, std::ios::binary) << text;
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("protomind-records-" + std::to_string(getpid()));
    std::filesystem::path m_file = m_folder / "protomind" / "devices.json";
};

TEST_F(DeviceRecordsTest, ComeBackAsTheyWere) {
    const DeviceRecords records{
        .tunings = {{"A card\ndriver \"5\"",
                     {{"Xgemm", {{"MWG", 64}, {"NWG", 32}}}, {"GemmRoutine", {{"X", 0}}}}}},
        .speeds = {{"A card\ndriver \"5\"", 12.5}, {"cpu", 0}}};
    ASSERT_TRUE(writeDeviceRecords(records, m_file));
    EXPECT_EQ(readDeviceRecords(m_file), records);
    ASSERT_TRUE(writeDeviceRecords({}, m_file));
    EXPECT_EQ(readDeviceRecords(m_file), DeviceRecords());
}

TEST_F(DeviceRecordsTest, DamagedOrForeignAreNone) {
    EXPECT_EQ(readDeviceRecords(m_file), DeviceRecords());
    const std::string head = R"({"format": "protomind-devices", "version": 1, )";
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("[1, 2]"), std::string("null"),
          std::string(R"({"format": "other", "version": 1, "speeds": {"a": 1}})"),
          std::string(R"({"format": "protomind-devices", "version": 2, "speeds": {"a": 1}})"),
          head + R"("speeds": [3], "tunings": 4})", head + R"("speeds": {"a": -1, "b": "x", "c": 1e999}})",
          head + R"("tunings": {"a": 3}})", std::string(2'000'000, ' ')}) {
        put(text);
        EXPECT_EQ(readDeviceRecords(m_file), DeviceRecords()) << text.substr(0, 80);
    }
    put(head + R"("tunings": {"a": {"Xgemm": {"MWG": -1, "NWG": 1e9, "KWG": 99999999, "SA": 1}}}})");
    EXPECT_EQ(readDeviceRecords(m_file).tunings,
              (std::map<std::string, Tuning>{{"a", {{"Xgemm", {{"SA", 1}}}}}}));
}

TEST_F(DeviceRecordsTest, AFolderThatCannotBeMadeIsSaid) {
    put("a file where the folder should be");
    EXPECT_FALSE(writeDeviceRecords({}, m_file / "inside" / "devices.json"));
    EXPECT_FALSE(writeDeviceRecords({}, {}));
}

} // namespace
} // namespace protomind
