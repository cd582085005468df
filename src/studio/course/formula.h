// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

enum class FormulaMode { Inline, Displayed };

/// TeX between dollar signs in a lesson's Markdown: $in the line$ or $$displayed$$.
struct FormulaInText {
    std::string tex; ///< without the dollars; blanks and ends of lines are one blank each
    FormulaMode mode = FormulaMode::Inline;
    int line = 1;          ///< of its first dollar, from 1
    std::size_t begin = 0; ///< where it stands in the Markdown, dollars included
    std::size_t end = 0;
};

/// What a lesson's Markdown has between dollars. \$ is a dollar, and code has no formulas. A formula in the
/// line has no blanks just inside its dollars and no digit behind them (as in Pandoc), so that prices are
/// left alone; no formula reaches over an empty line.
struct FormulaScan {
    std::vector<FormulaInText> formulas;
    std::vector<int> strayDollars; ///< lines of dollars that are neither part of a formula nor written \$
};
[[nodiscard]] FormulaScan scanFormulas(std::string_view markdown);
[[nodiscard]] std::vector<FormulaInText> formulasIn(std::string_view markdown);

/// The name of a formula's picture: 16 hexadecimal digits, as scripts/formulas makes them.
[[nodiscard]] std::string formulaKey(std::string_view tex, FormulaMode mode);

/// As it is written in a lesson, with its dollars.
[[nodiscard]] std::string inDollars(std::string_view tex, FormulaMode mode);

} // namespace protomind
