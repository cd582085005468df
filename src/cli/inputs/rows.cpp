// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/rows.h"

#include "cli/inputs/limits.h"
#include "cli/options.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace protomind {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\"");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

} // namespace

std::optional<std::vector<float>> parseRow(std::string_view text) {
    std::vector<float> values;
    while (true) {
        const auto end = text.find_first_of(",;");
        const auto number = parseNumber(trimmed(text.substr(0, end)));
        if (!number || static_cast<std::int64_t>(values.size()) >= kMaxCsvColumns)
            return std::nullopt;
        values.push_back(static_cast<float>(*number));
        if (!std::isfinite(values.back()))
            return std::nullopt;
        if (end == std::string_view::npos)
            return values;
        text.remove_prefix(end + 1);
    }
}

Result<std::vector<NamedRow>> readRows(const std::string& path, std::int64_t columns) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path);
    if (error || !file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    if (static_cast<std::int64_t>(size) > kMaxCsvBytes)
        return fail(ProblemKind::Input, fmt::format("The file is larger than {} MiB.", kMaxCsvBytes >> 20),
                    path);
    std::vector<NamedRow> rows;
    std::string line;
    for (std::int64_t number = 1; std::getline(file, line); ++number) {
        if (trimmed(line).empty())
            continue;
        const std::string where = fmt::format("{}:{}", path, number);
        auto values = parseRow(line);
        if (!values) {
            if (number == 1)
                continue;
            return fail(ProblemKind::Input, "This line is not numbers between commas.", where);
        }
        if (static_cast<std::int64_t>(values->size()) != columns) {
            return fail(
                ProblemKind::Input,
                fmt::format("This line has {} numbers, but the network takes {}.", values->size(), columns),
                where);
        }
        if (static_cast<std::int64_t>(rows.size()) == kMaxCsvRows)
            return fail(ProblemKind::Input, fmt::format("The file has more than {} rows.", kMaxCsvRows),
                        path);
        rows.push_back({where, std::move(*values)});
    }
    return rows;
}

} // namespace protomind
