// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/format_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr std::array<std::pair<Fate, const char*>, 3> kFates{
    {{Fate::Kept, "kept"}, {Fate::Changed, "changed"}, {Fate::Lost, "lost"}}};

} // namespace

void tellNotes(const std::vector<FormatNote>& notes, Report& report) {
    std::size_t width = 0;
    for (const FormatNote& note : notes)
        width = std::max(width, note.what.text().size());
    for (const auto& [fate, name] : kFates) {
        for (const FormatNote& note : notes) {
            if (note.fate != fate)
                continue;
            std::string line =
                fmt::format("{:<8} {:<{}}  {}", name, note.what.text(), width, note.how.text());
            report.line(line.substr(0, line.find_last_not_of(' ') + 1));
        }
    }
}

nlohmann::ordered_json notesAsJson(const std::vector<FormatNote>& notes) {
    nlohmann::ordered_json fields;
    for (const auto& [fate, name] : kFates) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const FormatNote& note : notes) {
            if (note.fate == fate)
                list.push_back(note.how.empty() ? note.what.text() : note.what + ": " + note.how.text());
        }
        fields[name] = list;
    }
    return fields;
}

} // namespace protomind
