// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_code_text.h"

#include <algorithm>

namespace protomind {

namespace {

/// Whatever a layer is called, its name ends no comment: no line break, nor a backslash that joins lines.
void addComment(std::string text, std::string& all) {
    std::ranges::replace_if(
        text, [](char c) { return (c >= 0 && c < ' ') || c == '\\' || c == '?'; }, '_');
    if (!text.empty())
        all += "// " + text + "\n";
}

} // namespace

std::string codeTextOf(const LensResult& result) {
    std::string all;
    for (const LensCode& code : result.codes) {
        if (!all.empty())
            all += "\n";
        addComment(code.name.empty() ? code.title.text() : code.title + ". " + code.name, all);
        addComment(code.note, all);
        all += code.text;
        while (all.ends_with("\n\n"))
            all.pop_back();
    }
    return all;
}

} // namespace protomind
