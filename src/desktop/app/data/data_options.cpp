// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_options.h"

#include "engine/base/typed_number.h"
#include "engine/data/idx_source.h"
#include "engine/data/source_text.h"

#include <algorithm>
#include <charconv>

namespace protomind {

namespace {

const std::string kIdx = "idx:";
const std::string kPoints = "points?data=";
const std::string kPairs = "pairs?data=";

/// The shortest text that reads back as the same number, whatever the locale.
std::string numberText(double value) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

} // namespace

std::string textOfFolder(const std::string& folder) {
    return holdsIdxFiles(folder) ? kIdx + folder : fileSourceText(imagesSource(), {folder, {}});
}

const BuiltInData* findBuiltInData(const std::string& name) {
    const auto all = builtInData();
    const auto found = std::ranges::find(all, name, &BuiltInData::name);
    return found == all.end() ? nullptr : &*found;
}

DataChoice DataChoice::defaultsOf(const BuiltInData& data) {
    DataChoice choice{data.name, {}, {}};
    for (const DataOption& option : data.options)
        choice.values[option.name] = option.defaultValue;
    return choice;
}

DataChoice DataChoice::parse(const std::string& text) {
    if (text.starts_with(kIdx))
        return {"idx", {}, text.substr(kIdx.size())};
    if (text.starts_with(kPoints))
        return {"points", {}, text.substr(kPoints.size())};
    if (text.starts_with(kPairs))
        return {"pairs", {}, text.substr(kPairs.size())};
    if (const FileSource* files = fileSourceOf(text)) {
        const Result<FileSourceText> parts = parseFileSourceText(*files, text);
        DataChoice choice{files->name, {}, pathOf(text)};
        for (const FileOption& option : files->options)
            choice.texts[option.name] = option.defaultText;
        if (parts)
            for (const auto& [name, value] : parts->options)
                choice.texts[name] = value;
        return choice;
    }
    const Result<SourceText> source = parseSourceText(text);
    if (!source)
        return {};
    const BuiltInData* data = findBuiltInData(source->name);
    if (!data)
        return {source->name, {}, {}};
    DataChoice choice = defaultsOf(*data);
    for (const SourceText::Option& option : source->options) {
        const auto value = readNumber(option.value);
        if (value && choice.values.contains(option.key))
            choice.values[option.key] = *value;
    }
    return choice;
}

DataChoice DataChoice::withFiles(const FileSource& source, const std::string& path) const {
    DataChoice choice{source.name, {}, path};
    if (name != source.name)
        return choice;
    choice.texts = texts;
    // Another table has other columns.
    if (path != rest)
        for (const FileOption& option : source.options)
            if (option.kind == FileOption::Kind::Column || option.kind == FileOption::Kind::Columns)
                choice.texts[option.name] = option.defaultText;
    return choice;
}

DataChoice DataChoice::withTable(const std::string& path) const {
    return withFiles(*findFileSource("csv"), path);
}

std::string DataChoice::text() const {
    if (name == "idx")
        return kIdx + rest;
    if (name == "points")
        return kPoints + rest;
    if (name == "pairs")
        return kPairs + rest;
    if (const FileSource* files = findFileSource(name))
        return fileSourceText(*files, {rest, texts});
    std::string text = name;
    const BuiltInData* data = findBuiltInData(name);
    if (!data)
        return text;
    char separator = '?';
    for (const DataOption& option : data->options) {
        const auto value = values.find(option.name);
        if (value == values.end() || value->second == option.defaultValue)
            continue;
        text += separator + option.name + '=' + numberText(value->second);
        separator = '&';
    }
    return text;
}

} // namespace protomind
