// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/perturbation.h"
#include "engine/data/data_set.h"
#include "engine/nn/loss.h"
#include "engine/nn/model.h"
#include "engine/train/settings.h"

namespace protomind {

/// What a model is to learn from some data: the loss, and what targets look like.
struct Objective {
    const LossType* loss = nullptr;
    TargetForm form = TargetForm::Classes;
    std::int64_t classes = 0;                 ///< 0 where the targets are values
    Shape targetShape;                        ///< of one sample
    std::optional<SampleRange> sampleRange{}; ///< that valid samples keep within
};

/// Checks that data, model and settings fit together; the sentence says what does not, with the sizes.
[[nodiscard]] Result<Objective> chooseObjective(const Model& model, const DataDescription& data,
                                                const TrainingSettings& settings);

} // namespace protomind
