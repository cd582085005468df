// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/rows.h"

#include "cli/inputs/limits.h"
#include "engine/base/letter_case.h"
#include "engine/base/typed_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace protomind {

namespace {

std::unexpected<Problem> otherColumns(ProblemKind kind, std::size_t found, std::int64_t wanted,
                                      const char* what, std::string where) {
    return fail(kind, fmt::format("{} {} numbers, but the network takes {}.", what, found, wanted),
                std::move(where), "Where a comma is a decimal mark, part the numbers by \";\": 0,5;-0,25.");
}

} // namespace

bool looksLikeRow(std::string_view word) {
    constexpr std::string_view kMinus = "\u2212";
    std::string plain(word);
    for (std::size_t at = plain.find(kMinus); at != std::string::npos; at = plain.find(kMinus))
        plain.replace(at, kMinus.size(), "-");
    return plain.find_first_not_of("0123456789+-.,;eE \t\"") == std::string::npos &&
           std::ranges::any_of(plain, [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::vector<float>> readRow(const std::string& word, std::int64_t columns) {
    const auto where = [&word](std::int64_t) { return word; };
    if (columns == 1 && word.find_first_of(";\t\"") == std::string::npos) {
        auto number = readNumber(word);
        if (number && std::isinf(static_cast<float>(*number)))
            number = fail(ProblemKind::Request, fmt::format("\"{:s}\" is too large.", word));
        if (number)
            return std::vector{static_cast<float>(*number)};
        number.error().where = word;
        return std::unexpected(number.error());
    }
    std::vector<float> values;
    const auto wrongColumns = [&](const TableRow& row) {
        return otherColumns(ProblemKind::Request, row.columns, columns, "These are", word);
    };
    const auto take = [&values](const TableRow& row) -> Result<void> {
        values.assign(row.values.begin(), row.values.end());
        return {};
    };
    auto read = readTable(word, {.columns = static_cast<std::size_t>(columns),
                                 .where = where,
                                 .wrongColumns = wrongColumns,
                                 .take = take});
    if (!read) {
        read.error().kind = ProblemKind::Request;
        return std::unexpected(read.error());
    }
    return values;
}

bool isTableName(std::string_view name) {
    const std::string ending = fileEnding(name);
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

Result<NamedRows> readRows(const std::string& path, std::int64_t columns) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    if (static_cast<std::int64_t>(size) > kMaxCsvBytes)
        return fail(ProblemKind::Input, fmt::format("The file is larger than {} MiB.", kMaxCsvBytes >> 20),
                    path);
    std::string text(size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (file.bad())
        return fail(ProblemKind::Input, "The file can't be read to its end.", path);

    NamedRows read;
    const auto where = [&path](std::int64_t line) {
        return line == 0 ? path : fmt::format("{}:{}", path, line);
    };
    const auto wrongColumns = [&](const TableRow& row) {
        return otherColumns(ProblemKind::Input, row.columns, columns, "This line has", where(row.line));
    };
    const auto take = [&](const TableRow& row) -> Result<void> {
        if (static_cast<std::int64_t>(read.rows.size()) == kMaxCsvRows)
            return fail(ProblemKind::Input, fmt::format("The file has more than {} rows.", kMaxCsvRows),
                        path);
        read.rows.push_back({where(row.line), {row.values.begin(), row.values.end()}});
        return {};
    };
    auto headings = readTable(text, {.columns = static_cast<std::size_t>(columns),
                                     .where = where,
                                     .wrongColumns = wrongColumns,
                                     .take = take});
    if (!headings)
        return std::unexpected(headings.error());
    read.headings = std::move(*headings);
    return read;
}

} // namespace protomind
