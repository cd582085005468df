// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/built_in.h"

#include "engine/data/file_source.h"
#include "engine/data/idx_source.h"
#include "engine/data/pairs.h"
#include "engine/data/points.h"

#include <fmt/core.h>

namespace protomind {
namespace {

const std::vector<BuiltInSet>& builtInSets() {
    static const std::vector<BuiltInSet> sets = {lineSet(),   circleSet(), xorSet(),  gaussiansSet(),
                                                 spiralSet(), moonsSet(),  ringSet(), digitsSet(),
                                                 edgesSet(),  shapesSet(), facesSet()};
    return sets;
}

const BuiltInSet* findBuiltIn(std::string_view name) {
    for (const BuiltInSet& set : builtInSets())
        if (set.data.name == name)
            return &set;
    return nullptr;
}

std::unexpected<Problem> unknownName(const std::string& name) {
    std::vector<std::string> names;
    for (const BuiltInSet& set : builtInSets())
        names.push_back(set.data.name);
    names.insert(names.end(), {"points", "pairs"});
    const std::string_view nearest = nearestName(name, names);
    for (const FileSource& source : fileSources())
        names.push_back(source.name + (source.folder ? ":FOLDER" : ":FILE"));
    return fail(
        ProblemKind::Request, sentence("There is no data named \"{}\".", name), {},
        Sentence::row({nearest.empty() ? Sentence() : sentence("Did you mean \"{}\"? ", nearest),
                       sentence("There are {}, and idx:FOLDER for files like MNIST's.", listedNames(names))},
                      ""));
}

} // namespace

std::span<const BuiltInData> builtInData() {
    static const std::vector<BuiltInData> list = [] {
        std::vector<BuiltInData> data;
        for (const BuiltInSet& set : builtInSets())
            data.push_back(set.data);
        return data;
    }();
    return list;
}

Result<DataSource> openData(const std::string& text, std::uint64_t seed) {
    constexpr std::string_view kIdxPrefix = "idx:";
    // Taken before the text is parsed: a folder's name may have any character in it.
    if (text.starts_with(kIdxPrefix))
        return openIdxFolder(text.substr(kIdxPrefix.size()));
    if (const FileSource* source = fileSourceOf(text))
        return openFileSource(*source, text, seed);

    const Result<SourceText> source = parseSourceText(text);
    if (!source)
        return std::unexpected(source.error());
    if (source->name == "points")
        return openPoints(source->options);
    if (source->name == "pairs")
        return openPairs(source->options);
    const BuiltInSet* set = findBuiltIn(source->name);
    if (!set)
        return unknownName(source->name);
    const Result<OptionValues> options = OptionValues::checked(set->data, source->options);
    if (!options)
        return std::unexpected(options.error());
    DataSource opened = set->open(*options, seed);
    opened.text = text;
    return opened;
}

} // namespace protomind
