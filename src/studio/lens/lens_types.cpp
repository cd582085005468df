// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_type.h"

#include <algorithm>

namespace protomind {

// Every lens, one line each, in the order that people are shown them: LENS(saliency) is saliencyLens() in
// saliency.cpp.
// clang-format off
#define ALL_LENSES(LENS) \
    LENS(activations) \
    LENS(adversary) \
    LENS(arithmetic) \
    LENS(calibration) \
    LENS(confusion) \
    LENS(generated) \
    LENS(kernel) \
    LENS(layer) \
    LENS(players) \
    LENS(robustness) \
    LENS(samples) \
    LENS(saliency) \
    LENS(step) \
    LENS(sticker) \
    LENS(tolerance) \
    LENS(topSamples) \
    LENS(transfer) \
    LENS(weights)
// clang-format on

#define DECLARE_LENS(name) const LensType& name##Lens();
ALL_LENSES(DECLARE_LENS)
#undef DECLARE_LENS

std::span<const LensType> lensTypes() {
#define LENS_ROW(name) name##Lens(),
    static const std::vector<LensType> all{ALL_LENSES(LENS_ROW)};
#undef LENS_ROW
    return all;
}

const LensType* findLensType(const std::string& name) {
    const auto found = std::ranges::find(lensTypes(), name, &LensType::name);
    return found == lensTypes().end() ? nullptr : &*found;
}

Result<void> checkLensSettings(const LensType& type, const Settings& settings) {
    for (const auto& [name, value] : settings) {
        const auto field = std::ranges::find(type.fields, name, &Field::name);
        if (field == type.fields.end())
            return fail(ProblemKind::Request,
                        sentence("The lens {} has no setting of this name.", type.title),
                        Sentence::name(name));
        if (auto checked = checkField(*field, value); !checked) {
            checked.error().where = field->label;
            return checked;
        }
    }
    return {};
}

Result<std::unique_ptr<LensWork>> beginLens(const LensType& type, const LensTarget& target,
                                            const LensContext& context, const Settings& settings) {
    if (auto checked = checkLensSettings(type, settings); !checked)
        return std::unexpected(checked.error());
    if (auto suits = type.suits(target); !suits)
        return std::unexpected(suits.error());
    return type.begin(context, settings);
}

Result<LensResult> finishLens(LensWork& work) {
    while (true) {
        auto done = work.advance();
        if (!done)
            return std::unexpected(done.error());
        if (*done)
            return work.result();
    }
}

} // namespace protomind
