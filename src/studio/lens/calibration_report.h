// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/calibration_measures.h"
#include "studio/lens/lens_type.h"

#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// How sure a classifier is of things that are none of its samples.
struct OutsideConfidence {
    std::string name;         ///< of its figures: "noise"
    Sentence title;           ///< "Noise"
    Sentence things;          ///< "samples of pure noise": after a number, with what was done to them
    std::vector<double> sure; ///< confidence of each
};

/// What was found out about the calibration of a classifier, as numbers.
struct CalibrationFindings {
    ProbabilityForm form = ProbabilityForm::Softmax;
    std::int64_t classes = 2;
    double temperature = 1; ///< that all but best is at
    Calibration measured{}; ///< of the judged samples
    std::vector<double> sure{};
    Split split = Split::Test;        ///< of the judged samples
    Split fitted = Split::Validation; ///< of those that the best temperature was looked for on
    std::int64_t fittedSamples = 0;
    double bestTemperature = 1;
    std::optional<Calibration> best{}; ///< of the judged samples with it; none where it is at an end
    std::vector<OutsideConfidence> outside{};
};

/// All figures that are added.
[[nodiscard]] const std::vector<LensFigureName>& calibrationFigures();
/// Adds what is said of them: sentences, charts, tables and figures.
void addCalibration(const CalibrationFindings& findings, LensResult& result);

} // namespace protomind
