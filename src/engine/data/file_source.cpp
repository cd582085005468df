// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/file_source.h"

#include "engine/base/typed_number.h"
#include "engine/data/csv_source.h"
#include "engine/data/limits.h"
#include "engine/data/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace protomind {
namespace {

constexpr std::string_view kIdx = "idx:";
constexpr std::string_view kEncoded = "%?&";

std::string encoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (kEncoded.contains(c))
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            result += c;
    }
    return result;
}

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            result += static_cast<char>(byte);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

Sentence rangeOf(const FileOption& option) {
    return sentence("Give a number from {} to {}.", option.minimum, option.maximum);
}

/// A number as it is kept: as readNumber() takes it, whatever a person wrote.
Result<std::string> checkedNumber(const FileOption& option, const std::string& text,
                                  const std::string& where) {
    const Result<double> read = readNumber(text);
    if (!read)
        return fail(read.error().kind, read.error().sentence, where,
                    read.error().remedy.empty() ? rangeOf(option) : read.error().remedy);
    if (*read < option.minimum || *read > option.maximum)
        return fail(ProblemKind::Request,
                    sentence("{} is outside {} to {}.", text, option.minimum, option.maximum), where);
    if (option.whole && (*read != std::floor(*read) || couldBeThousands(text)))
        return fail(ProblemKind::Request, sentence("{} is not a whole number.", text), where);
    return fmt::format("{}", *read);
}

Result<std::string> checkedChoice(const FileOption& option, const std::string& text,
                                  const std::string& where) {
    std::vector<std::string> names;
    for (const FileChoice& choice : option.choices)
        names.push_back(choice.name);
    if (std::ranges::find(names, text) == names.end())
        return fail(ProblemKind::Request, sentence("\"{:s}\" is not one of {}.", text, listedNames(names)),
                    where);
    return text;
}

std::unexpected<Problem> unknownOption(const FileSource& source, const std::string& key) {
    std::vector<std::string> names;
    for (const FileOption& option : source.options)
        names.push_back(option.name);
    const std::string_view nearest = nearestName(key, names);
    return fail(ProblemKind::Request, sentence("\"{}\" has no option \"{}\".", source.name, key), {},
                Sentence::row({nearest.empty() ? Sentence() : sentence("Did you mean \"{}\"? ", nearest),
                               sentence("Its options are {}.", listedNames(names))},
                              ""));
}

} // namespace

FileOption wholeNumberOption(std::string name, std::string label, std::string help, std::int64_t standard,
                             std::int64_t minimum, std::int64_t maximum) {
    return {.name = std::move(name),
            .label = std::move(label),
            .help = std::move(help),
            .kind = FileOption::Kind::Number,
            .defaultText = fmt::format("{}", standard),
            .choices = {},
            .minimum = static_cast<double>(minimum),
            .maximum = static_cast<double>(maximum),
            .whole = true};
}

FileOption numberOption(std::string name, std::string label, std::string help, double standard,
                        double minimum, double maximum) {
    return {.name = std::move(name),
            .label = std::move(label),
            .help = std::move(help),
            .kind = FileOption::Kind::Number,
            .defaultText = fmt::format("{}", standard),
            .choices = {},
            .minimum = minimum,
            .maximum = maximum};
}

FileOption choiceOption(std::string name, std::string label, std::string help,
                        std::vector<FileChoice> choices) {
    std::string first = choices.front().name;
    return {.name = std::move(name),
            .label = std::move(label),
            .help = std::move(help),
            .kind = FileOption::Kind::Choice,
            .defaultText = std::move(first),
            .choices = std::move(choices)};
}

FileOption textOption(std::string name, std::string label, std::string help, std::string standard) {
    return {.name = std::move(name),
            .label = std::move(label),
            .help = std::move(help),
            .kind = FileOption::Kind::Text,
            .defaultText = std::move(standard),
            .choices = {}};
}

FileOption columnOption(std::string name, std::string label, std::string help) {
    FileOption option = textOption(std::move(name), std::move(label), std::move(help));
    option.kind = FileOption::Kind::Column;
    return option;
}

FileOption columnsOption(std::string name, std::string label, std::string help) {
    FileOption option = textOption(std::move(name), std::move(label), std::move(help));
    option.kind = FileOption::Kind::Columns;
    return option;
}

const std::string& FileOptionValues::text(const std::string& name) const {
    const auto value = m_values.find(name);
    require(value != m_values.end(), "FileOptionValues: the source has no such option");
    return value->second;
}

double FileOptionValues::number(const std::string& name) const {
    const Result<double> read = readNumber(text(name));
    require(read.has_value(), "FileOptionValues: the option is not a number");
    return *read;
}

std::int64_t FileOptionValues::count(const std::string& name) const {
    return static_cast<std::int64_t>(number(name));
}

std::span<const FileSource> fileSources() {
    static const std::vector<FileSource> sources = {imagesSource(), csvSource()};
    return sources;
}

const FileSource* findFileSource(std::string_view name) {
    const auto found = std::ranges::find(fileSources(), name, &FileSource::name);
    return found == fileSources().end() ? nullptr : &*found;
}

const FileSource* fileSourceOf(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos ? nullptr : findFileSource(text.substr(0, colon));
}

bool namesFiles(std::string_view text) {
    return text.starts_with(kIdx) || fileSourceOf(text);
}

std::string pathOf(std::string_view text) {
    if (text.starts_with(kIdx))
        return std::string(text.substr(kIdx.size()));
    const std::string_view rest = text.substr(text.find(':') + 1);
    return decoded(rest.substr(0, rest.find('?')));
}

Result<FileSourceText> parseFileSourceText(const FileSource& source, std::string_view text) {
    if (text.size() > kMaxSourceText)
        return fail(ProblemKind::Request,
                    sentence("The text that names the data is longer than {} KiB.", kMaxSourceText / 1024));
    FileSourceText result{pathOf(text), {}};
    std::string_view rest;
    if (const std::size_t question = text.find('?'); question != std::string_view::npos)
        rest = text.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view option = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = option.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return fail(ProblemKind::Request,
                        sentence("\"{}\" is not an option of the form name=value.", option), {},
                        sentence("Write for example \"{:s}\". A question mark within a path is written %3F.",
                                 fileSourceText(source, {"/…", {{source.options.front().name, "…"}}})));
        std::string key(option.substr(0, equals));
        if (result.options.contains(key))
            return fail(ProblemKind::Request, sentence("The option \"{}\" is given twice.", key));
        result.options.emplace(std::move(key), decoded(option.substr(equals + 1)));
    }
    return result;
}

std::string fileSourceText(const FileSource& source, const FileSourceText& parts) {
    std::string text = source.name + ':' + encoded(parts.path);
    char separator = '?';
    for (const FileOption& option : source.options) {
        const auto given = parts.options.find(option.name);
        if (given == parts.options.end() || given->second == option.defaultText)
            continue;
        text += separator + option.name + '=' + encoded(given->second);
        separator = '&';
    }
    return text;
}

Result<FileOptionValues> checkedOptions(const FileSource& source,
                                        const std::map<std::string, std::string>& given) {
    std::map<std::string, std::string> values;
    for (const FileOption& option : source.options)
        values[option.name] = option.defaultText;
    for (const auto& [key, text] : given) {
        const auto option = std::ranges::find(source.options, key, &FileOption::name);
        if (option == source.options.end())
            return unknownOption(source, key);
        const std::string where = source.name + "?" + key;
        Result<std::string> value = text;
        if (option->kind == FileOption::Kind::Number)
            value = checkedNumber(*option, text, where);
        else if (option->kind == FileOption::Kind::Choice)
            value = checkedChoice(*option, text, where);
        if (!value)
            return std::unexpected(value.error());
        values[key] = std::move(*value);
    }
    return FileOptionValues(std::move(values));
}

Result<DataSource> openFileSource(const FileSource& source, const std::string& text, std::uint64_t seed) {
    const Result<FileSourceText> parts = parseFileSourceText(source, text);
    if (!parts)
        return std::unexpected(parts.error());
    const Result<FileOptionValues> options = checkedOptions(source, parts->options);
    if (!options)
        return std::unexpected(options.error());
    Result<DataSource> opened = source.open(parts->path, *options, seed);
    if (opened)
        opened->text = text;
    return opened;
}

} // namespace protomind
