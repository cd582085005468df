// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/course/formula.h"

#include <map>
#include <string>
#include <string_view>

namespace protomind {

/// How large a formula's picture is, in points of type set at 10 points.
struct FormulaPicture {
    std::string tex;
    FormulaMode mode = FormulaMode::Inline;
    double width = 0;
    double height = 0; ///< all of it
    double depth = 0;  ///< how much of it lies below the line of writing
};

/// Which formulas have a picture: what scripts/formulas wrote into index.json beside the pictures.
class FormulaIndex {
public:
    /// where: the file's name, for problems.
    [[nodiscard]] static Result<FormulaIndex> parse(std::string_view json, const std::string& where);
    /// Of a folder of pictures; a folder without an index has none.
    [[nodiscard]] static Result<FormulaIndex> read(const std::string& folder);

    [[nodiscard]] const std::map<std::string, FormulaPicture>& pictures() const { return m_pictures; }
    /// None where there is no such picture.
    [[nodiscard]] const FormulaPicture* find(std::string_view tex, FormulaMode mode) const;
    [[nodiscard]] bool contains(const FormulaInText& formula) const {
        return find(formula.tex, formula.mode) != nullptr;
    }

private:
    std::map<std::string, FormulaPicture> m_pictures; ///< by key
};

} // namespace protomind
