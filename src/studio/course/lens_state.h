// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/course/state_value.h"
#include "studio/lens/lens_request.h"
#include "studio/lens/lens_type.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// What a lens showed last since a page was entered.
struct LensLook {
    std::int64_t looks = 0;   ///< results so far
    std::int64_t sample = -1; ///< that was looked at; -1: no single one of the data
    std::string layer{};      ///< that was looked into; empty: not one alone
    std::string split{};      ///< whose samples were looked at, of lenses that look at all of one
    Settings settings{};      ///< all that the lens has
    std::vector<LensFigure> figures{};
};
/// By the names of the lenses.
using LensLooks = std::map<std::string, LensLook>;

/// A result is there. Of a lens that gives one after the other, the last one counts.
void addLook(LensLooks& looks, const LensAnswered& answer);

/// The lenses that lessons can speak of: all that a window shows among the others.
[[nodiscard]] std::vector<const LensType*> lessonLenses();
[[nodiscard]] std::vector<std::string> lessonLensNames();

/// "lens.adversary.success": a name for each figure and each setting of each of them, and "looks", "sample",
/// "layer" and "split" where it has such. A figure hides a setting of the same name. Hyphens of a lens's name
/// are underscores.
inline constexpr std::string_view kLensNames = "lens.";
[[nodiscard]] std::span<const StateName> lensStateNames();
/// What was perhaps meant by a name that begins like these and is none of them.
[[nodiscard]] Sentence lensNameRemedy(std::string_view name);
/// Unknown before the first result, but for "looks".
[[nodiscard]] StateValue lensStateValue(const LensLooks& looks, std::string_view name);
/// Those of a setting where only some are possible; else none.
[[nodiscard]] const std::vector<std::string>& lensStateChoices(std::string_view name);

} // namespace protomind
