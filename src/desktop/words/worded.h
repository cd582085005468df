// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <QString>

#include <string>

namespace protomind {

/// What the engine or the studio says ("The 5×5 kernel is larger than its 4×4 input."), in the language of
/// the window. They speak English and know nothing of Qt; phrases.cpp lists the formats of their sentences,
/// and translators translate those. A translation may fill its places in another order: {2} {1}, counted from
/// 1. What is not listed comes back as it is.
[[nodiscard]] QString worded(const Sentence& sentence);
[[nodiscard]] QString worded(const std::string& text);
[[nodiscard]] QString worded(const QString& text);
/// "where: sentence remedy"
[[nodiscard]] QString worded(const Problem& problem);
/// "sentence remedy", where a person sees which place it is about.
[[nodiscard]] QString wordedWithoutPlace(const Problem& problem);
/// A label within a sentence. English writes it small there, "Kernel size" but not "L1" or "GELU"; a
/// translation stands as its language has it.
[[nodiscard]] QString wordedInside(const std::string& label);

} // namespace protomind
