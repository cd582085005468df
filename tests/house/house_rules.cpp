// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/house_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <regex>
#include <sstream>

namespace protomind {

namespace {

constexpr std::ptrdiff_t kMostLines = 500;
constexpr std::array kNoNames = {"utils", "util", "common", "core", "misc", "helpers", "helper"};

struct Include {
    std::string name;
    bool quoted = false;
};

std::vector<Include> includesOf(const SourceFile& file) {
    static const std::regex kInclude(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])");
    std::vector<Include> result;
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);)
        if (std::smatch match; std::regex_search(line, match, kInclude))
            result.push_back({match[2], match[1] == "\""});
    return result;
}

/// The innermost module that a path under src/ lies in; none for main.cpp and for what is no module's.
std::optional<std::string> moduleOf(const LayeringMap& map, const std::string& path) {
    for (auto folder = std::filesystem::path(path).parent_path(); !folder.empty();
         folder = folder.parent_path())
        if (map.contains(folder.string()))
            return folder.string();
    return std::nullopt;
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(starts, [text](std::string_view start) { return text.starts_with(start); });
}

int storeyOf(std::string_view module) {
    if (module.starts_with("engine/"))
        return 0;
    return module.starts_with("studio/") ? 1 : 2;
}

/// Libraries that only some folders may see, by how their headers begin.
struct Reserved {
    std::vector<std::string_view> headers;
    std::string_view folder;
};
const std::vector<Reserved>& reserved() {
    static const std::vector<Reserved> kReserved = {
        {{"dnnl", "oneapi/dnnl"}, "src/engine/device/cpu/"},
        {{"hwy/"}, "src/engine/device/cpu/"},
        {{"CL/", "clblast", "OpenCL/"}, "src/engine/device/opencl/"},
        {{"Eigen/"}, "src/studio/lens/"},
        {{"sqlite3", "nettle/"}, "src/studio/project/"},
        {{"boost/program_options"}, "src/cli/"},
    };
    return kReserved;
}

} // namespace

LayeringMap parseLayering(std::string_view text) {
    LayeringMap map;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        std::istringstream names(line.substr(colon + 1));
        std::set<std::string>& used = map[line.substr(0, colon)];
        for (std::string name; names >> name;)
            used.insert(name);
    }
    return map;
}

std::vector<std::string> checkMap(const LayeringMap& map) {
    std::vector<std::string> offences;
    std::set<std::string> finished;
    std::vector<std::string> path;
    const std::function<void(const std::string&)> visit = [&](const std::string& module) {
        if (std::ranges::find(path, module) != path.end()) {
            offences.push_back(module + " reaches itself by way of " + path.back() + ".");
            return;
        }
        if (finished.contains(module))
            return;
        path.push_back(module);
        for (const std::string& used : map.at(module)) {
            if (!map.contains(used)) {
                offences.push_back(module + " uses " + used + ", which is no module.");
                continue;
            }
            if (storeyOf(used) > storeyOf(module))
                offences.push_back(module + " uses " + used + ", a storey above it.");
            visit(used);
        }
        path.pop_back();
        finished.insert(module);
    };
    for (const auto& [module, used] : map)
        visit(module);
    return offences;
}

std::vector<std::string> checkIncludes(const LayeringMap& map, const std::vector<SourceFile>& files) {
    std::set<std::string> paths;
    for (const SourceFile& file : files)
        paths.insert(file.path);
    std::vector<std::string> offences;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("src/"))
            continue;
        const std::optional<std::string> module = moduleOf(map, file.path.substr(4));
        // Of the program and of the one that it has files read by.
        const bool isMain = file.path == "src/main.cpp" || file.path == "src/reader_main.cpp";
        if (!module && !isMain)
            offences.push_back(file.path + " is in no module.");
        for (const Include& include : includesOf(file)) {
            const std::string name = std::filesystem::path(include.name).filename().string();
            const bool made =
                name.ends_with(".moc") || (name.starts_with("ui_") && storeyOf(module.value_or("")) == 2);
            if (!include.quoted || made)
                continue;
            const std::optional<std::string> other = moduleOf(map, include.name);
            if (!paths.contains("src/" + include.name) || !other)
                offences.push_back(file.path + " includes " + include.name + ", which is not in src.");
            else if (module && *other != *module && !map.at(*module).contains(*other))
                offences.push_back(file.path + " includes " + include.name + ", but " + *module +
                                   " does not declare " + *other + ".");
        }
    }
    return offences;
}

std::vector<std::string> checkLibraries(const std::vector<SourceFile>& files) {
    static const std::regex kQt("^Q(t[A-Z]|[A-Z])");
    std::vector<std::string> offences;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("src/"))
            continue;
        for (const Include& include : includesOf(file)) {
            const bool below = startsWithAny(file.path, {"src/engine/", "src/studio/", "src/cli/"});
            if (below && !include.quoted && std::regex_search(include.name, kQt))
                offences.push_back(file.path + " includes Qt's " + include.name + "; only desktop may.");
            if (file.path.starts_with("src/engine/") && include.name.starts_with("nlohmann/"))
                offences.push_back(file.path + " includes " + include.name + "; the engine knows no JSON.");
            for (const Reserved& library : reserved())
                if (!file.path.starts_with(library.folder) &&
                    std::ranges::any_of(library.headers,
                                        [&](auto start) { return include.name.starts_with(start); }))
                    offences.push_back(file.path + " includes " + include.name + "; only " +
                                       std::string(library.folder) + " may.");
        }
    }
    return offences;
}

namespace {

/// Entries of the list for translators: a line each, and written by a script.
std::ptrdiff_t phrases(const std::string& text) {
    static const std::string kEntry = "    QT_TRANSLATE_NOOP(\"protomind::Phrase\", ";
    std::ptrdiff_t count = 0;
    for (std::size_t at = text.find(kEntry); at != std::string::npos; at = text.find(kEntry, at + 1))
        ++count;
    return count;
}

} // namespace

std::vector<std::string> checkForm(const std::vector<SourceFile>& files) {
    static const std::string kSpdx = "// SPDX-FileCopyrightText: The Protomind authors\n"
                                     "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    std::vector<std::string> offences;
    for (const SourceFile& file : files) {
        if (!file.text.starts_with(kSpdx))
            offences.push_back(file.path + " does not begin with the two SPDX lines.");
        if (file.path.ends_with(".h") && !std::string_view(file.text)
                                              .substr(std::min(kSpdx.size(), file.text.size()))
                                              .starts_with("#pragma once\n"))
            offences.push_back(file.path + " has no #pragma once after its SPDX lines.");
        if (const auto lines = std::ranges::count(file.text, '\n') - phrases(file.text); lines > kMostLines)
            offences.push_back(file.path + " has " + std::to_string(lines) +
                               " lines; look for the second thing it does.");
        for (const auto& part : std::filesystem::path(file.path).parent_path())
            if (std::ranges::count(kNoNames, part.string()) > 0)
                offences.push_back(file.path + " lies in a folder whose name says nothing.");
    }
    return offences;
}

} // namespace protomind
