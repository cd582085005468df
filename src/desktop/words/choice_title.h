// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace protomind {

/// A word of a Choice for a person: "same" -> "Same", "relu" -> "ReLU", "glorot_uniform" -> "Glorot uniform".
[[nodiscard]] QString choiceTitle(const std::string& word);
/// Empty where it is none that has a title of its own.
[[nodiscard]] QString knownChoiceTitle(const std::string& word);

} // namespace protomind
