// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <functional>
#include <string>

namespace protomind {

/// Says a sentence in the language of who reads the report.
using ReportWords = std::function<std::string(const Sentence& sentence)>;

[[nodiscard]] inline std::string inEnglish(const Sentence& sentence) {
    return sentence.text();
}

} // namespace protomind
