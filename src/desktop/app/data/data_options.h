// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/data/file_source.h"

#include <map>
#include <string>

namespace protomind {

/// A DataSource text taken apart for controls and put together again. Options that have their default are
/// left out of the text, so that equal data have equal texts.
struct DataChoice {
    std::string name; ///< of builtInData() or fileSources(); "idx", "points", "pairs", or anything else
    std::map<std::string, double> values; ///< every option of a built-in set
    std::string rest; ///< after "idx:", "points?data=" or "pairs?data="; the path of other files
    std::map<std::string, std::string> texts{}; ///< every option of a file source

    [[nodiscard]] static DataChoice parse(const std::string& text);
    [[nodiscard]] static DataChoice defaultsOf(const BuiltInData& data);
    /// A path of a file source; the options that both have are taken over.
    [[nodiscard]] DataChoice withFiles(const FileSource& source, const std::string& path) const;
    /// A person's table; how the last one was read is taken over.
    [[nodiscard]] DataChoice withTable(const std::string& path) const;
    [[nodiscard]] std::string text() const;
    /// Whether there is no sample yet: nothing was chosen, or no point or pair was put.
    [[nodiscard]] bool isEmpty() const {
        return name.empty() || ((name == "points" || name == "pairs") && rest.empty());
    }
};

/// The text for a folder that somebody gave without saying what is in it: MNIST's files, or else pictures.
[[nodiscard]] std::string textOfFolder(const std::string& folder);

[[nodiscard]] const BuiltInData* findBuiltInData(const std::string& name);

} // namespace protomind
