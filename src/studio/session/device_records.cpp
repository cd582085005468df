// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/device_records.h"

#include "studio/session/user_folders.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <unistd.h>

namespace protomind {

namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "protomind-devices";
constexpr int kVersion = 1;
constexpr std::uintmax_t kMostBytes = 1 << 20;
constexpr std::size_t kMostParameter = 1 << 16;

/// A part of the file by its name; empty where it is missing or something else.
Json objectIn(const Json& json, const char* name) {
    const Json found = json.value(name, Json::object());
    return found.is_object() ? found : Json::object();
}

std::map<std::string, std::size_t> parametersFrom(const Json& json) {
    std::map<std::string, std::size_t> parameters;
    if (!json.is_object())
        return parameters;
    for (const auto& [name, value] : json.items()) {
        if (value.is_number_unsigned() && value.get<std::size_t>() <= kMostParameter)
            parameters[name] = value.get<std::size_t>();
    }
    return parameters;
}

DeviceRecords recordsFrom(const Json& json) {
    DeviceRecords records;
    if (!json.is_object() || json.value("format", "") != kFormat || json.value("version", 0) != kVersion)
        return records;
    const Json tunings = objectIn(json, "tunings");
    for (const auto& [identity, kernels] : tunings.items()) {
        if (!kernels.is_object())
            continue;
        for (const auto& [kernel, parameters] : kernels.items())
            records.tunings[identity][kernel] = parametersFrom(parameters);
    }
    const Json speeds = objectIn(json, "speeds");
    for (const auto& [identity, speed] : speeds.items()) {
        if (speed.is_number() && std::isfinite(speed.get<double>()) && speed.get<double>() >= 0)
            records.speeds[identity] = speed.get<double>();
    }
    return records;
}

} // namespace

std::filesystem::path deviceRecordsFile() {
    const std::filesystem::path folder = userFolder("XDG_CONFIG_HOME", ".config");
    return folder.empty() ? folder : folder / "devices.json";
}

DeviceRecords readDeviceRecords(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    if (error || bytes > kMostBytes)
        return {};
    std::ifstream stream(file, std::ios::binary);
    try {
        return recordsFrom(Json::parse(stream));
    } catch (const Json::exception&) {
        return {};
    }
}

Result<void> writeDeviceRecords(const DeviceRecords& records, const std::filesystem::path& file) {
    Json json{
        {"format", kFormat}, {"version", kVersion}, {"tunings", records.tunings}, {"speeds", records.speeds}};
    const auto failed = [&file] {
        return fail(ProblemKind::Input, "What was measured of the devices could not be kept.", file.string(),
                    "See whether the folder can be written to.");
    };
    if (file.empty())
        return failed();
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const std::filesystem::path beside = file.string() + "." + std::to_string(getpid());
    {
        std::ofstream stream(beside, std::ios::binary);
        stream << json.dump(1) << '\n';
        stream.close();
        if (!stream) {
            std::filesystem::remove(beside, error);
            return failed();
        }
    }
    std::filesystem::rename(beside, file, error);
    if (!error)
        return {};
    std::filesystem::remove(beside, error);
    return failed();
}

} // namespace protomind
