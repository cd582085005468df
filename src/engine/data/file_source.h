// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// One of a few things that an option may be.
struct FileChoice {
    std::string name;  ///< in the text: "crop"
    std::string label; ///< "Largest middle square"
};

/// What can be said of how a person's files are read.
struct FileOption {
    enum class Kind {
        Number,
        Choice,  ///< one of the choices
        Text,    ///< what a person types
        Column,  ///< the name of one of a table's columns
        Columns, ///< the names of several, parted by ";"
    };
    std::string name;  ///< "size"
    std::string label; ///< "Size"
    std::string help;  ///< one sentence, for a tool tip
    Kind kind = Kind::Text;
    std::string defaultText;         ///< its value where none is given
    std::vector<FileChoice> choices; ///< of a choice
    double minimum = 0;              ///< of a number, with maximum
    double maximum = 0;
    bool whole = false; ///< of a number: whole numbers alone
};

[[nodiscard]] FileOption wholeNumberOption(std::string name, std::string label, std::string help,
                                           std::int64_t standard, std::int64_t minimum, std::int64_t maximum);
[[nodiscard]] FileOption numberOption(std::string name, std::string label, std::string help, double standard,
                                      double minimum, double maximum);
/// The first is the default.
[[nodiscard]] FileOption choiceOption(std::string name, std::string label, std::string help,
                                      std::vector<FileChoice> choices);
[[nodiscard]] FileOption textOption(std::string name, std::string label, std::string help,
                                    std::string standard = {});
[[nodiscard]] FileOption columnOption(std::string name, std::string label, std::string help);
[[nodiscard]] FileOption columnsOption(std::string name, std::string label, std::string help);

/// The options of a file source with a value each, checked.
class FileOptionValues {
public:
    explicit FileOptionValues(std::map<std::string, std::string> values)
        : m_values(std::move(values)) {}
    /// The name must be one of the source's options.
    [[nodiscard]] const std::string& text(const std::string& name) const;
    [[nodiscard]] double number(const std::string& name) const;
    [[nodiscard]] std::int64_t count(const std::string& name) const;

private:
    std::map<std::string, std::string> m_values;
};

/// A kind of a person's own files: what lists show of it, and how they are opened. A new kind is one such
/// function and one line in file_source.cpp.
struct FileSource {
    std::string name;                 ///< before the colon: "images"
    std::string title;                ///< "Folder of pictures"
    std::string summary;              ///< one sentence
    bool folder = true;               ///< whether the path is a folder's or a file's
    std::vector<std::string> endings; ///< of files' names: "csv", "tsv"
    std::vector<FileOption> options;
    Result<DataSource> (*open)(const std::string& path, const FileOptionValues& options,
                               std::uint64_t seed) = nullptr;
};

[[nodiscard]] std::span<const FileSource> fileSources();
[[nodiscard]] const FileSource* findFileSource(std::string_view name);
/// The source that a text such as "images:DIR?size=32" is of; null for every other text.
[[nodiscard]] const FileSource* fileSourceOf(std::string_view text);
/// Whether a text names files of this machine, also those of "idx:".
[[nodiscard]] bool namesFiles(std::string_view text);
/// The path that such a text names.
[[nodiscard]] std::string pathOf(std::string_view text);

/// A path and the options given. In the text '%', '?' and '&' are written as '%' and two hexadecimal digits
/// (RFC 3986, 2.1); every other character stands for itself, also a '%' that no such digits follow.
struct FileSourceText {
    std::string path;
    std::map<std::string, std::string> options;
    bool operator==(const FileSourceText&) const = default;
};

/// Takes a text of this source apart; nothing is checked but its form.
[[nodiscard]] Result<FileSourceText> parseFileSourceText(const FileSource& source, std::string_view text);
/// The text, without the options that have their default.
[[nodiscard]] std::string fileSourceText(const FileSource& source, const FileSourceText& parts);
/// Fails on an option that the source does not have, and on a value that is none of its own.
[[nodiscard]] Result<FileOptionValues> checkedOptions(const FileSource& source,
                                                      const std::map<std::string, std::string>& given);

[[nodiscard]] Result<DataSource> openFileSource(const FileSource& source, const std::string& text,
                                                std::uint64_t seed);

// The kinds there are.
[[nodiscard]] FileSource imagesSource();

} // namespace protomind
