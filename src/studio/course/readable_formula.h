// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace protomind {

/// A formula as a line of plain text, for where its picture is missing and for terminals: "m ← m − η ∂L/∂m".
/// Letters, signs, raised and lowered figures as Unicode has them, fractions with a slash. Enough to be read;
/// what it does not know stays as it was written.
[[nodiscard]] std::string readableFormula(std::string_view tex);

} // namespace protomind
