// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/universal_attack.h"
#include "engine/nn/field.h"

#include <cstdint>
#include <vector>

/// The settings of the lens "Sticker".
namespace protomind {

[[nodiscard]] const std::vector<Field>& stickerFields();

/// What they choose for samples of a shape; of a patch, for pictures.
struct ChosenSticker {
    UniversalSettings task{};
    PatchPlace shownAt{}; ///< of a patch, on the sample that is shown
    std::int64_t samples = 0;
};
[[nodiscard]] ChosenSticker chosenSticker(const Settings& settings, const Shape& sample);
[[nodiscard]] bool wantsPatch(const Settings& settings);

} // namespace protomind
