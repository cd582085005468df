// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A file of the repository, by its path from the root.
struct SourceFile {
    std::string path;
    std::string text;
};

/// Which modules each module may include: the map that the lines in src/CMakeLists.txt draw.
using LayeringMap = std::map<std::string, std::set<std::string>>;

/// Lines "module: used used", as CMake writes them.
[[nodiscard]] LayeringMap parseLayering(std::string_view text);

// Each check gives one sentence for each offence; none where the house is in order.

/// No module reaches itself, every name is a module's, and arrows point from desktop to studio to engine.
[[nodiscard]] std::vector<std::string> checkMap(const LayeringMap& map);
/// Every #include "..." of files under src/ follows an arrow of the map.
[[nodiscard]] std::vector<std::string> checkIncludes(const LayeringMap& map,
                                                     const std::vector<SourceFile>& files);
/// Libraries stay where they belong: no Qt below desktop, oneDNN only in engine/device/cpu, ...
[[nodiscard]] std::vector<std::string> checkLibraries(const std::vector<SourceFile>& files);
/// SPDX lines, #pragma once, length, names of folders.
[[nodiscard]] std::vector<std::string> checkForm(const std::vector<SourceFile>& files);

} // namespace protomind
