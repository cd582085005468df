// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/runs/run_record.h"

#include "engine/data/file_source.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <tuple>

namespace protomind {

namespace {

/// Devices add in different orders; between two steps of training there is more than that.
constexpr double kSameLoss = 1e-5;

bool isNearlySame(double a, double b) {
    return std::abs(a - b) <= kSameLoss * std::max(std::abs(a), std::abs(b));
}

bool isSameResult(const RunRecord& a, const RunRecord& b) {
    if (a.experiment.training == b.experiment.training)
        return isNearlySame(a.loss, b.loss) && isNearlySame(a.accuracy, b.accuracy);
    // The settings may have changed since, and the weights not: then the loss is the same to the last digit.
    // Other weights have another, but for 0: that is what every training comes to that fits all samples.
    return a.loss == b.loss && a.loss != 0 && a.accuracy == b.accuracy;
}

} // namespace

std::optional<RunRecord> recordOf(const TestedRun& tested) {
    if (tested.steps <= 0 || tested.result.samples <= 0 || !std::isfinite(tested.result.loss))
        return std::nullopt;
    const std::int64_t perEpoch = std::max<std::int64_t>(tested.facts.stepsPerEpoch, 1);
    return RunRecord{.when = tested.when,
                     .experiment = tested.experiment,
                     .split = tested.result.split,
                     .samples = tested.result.samples,
                     .learnedFrom = tested.result.learnedFrom,
                     .loss = tested.result.loss,
                     .accuracy = tested.result.accuracy >= 0 ? tested.result.accuracy : -1,
                     .parameters = tested.facts.parameters,
                     .steps = tested.steps,
                     .epochs = static_cast<double>(tested.steps) / static_cast<double>(perEpoch),
                     .seconds = tested.seconds};
}

std::string dataNameOf(const std::string& data) {
    if (!namesFiles(data))
        return data.substr(0, data.find('?'));
    const std::filesystem::path path(pathOf(data));
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

TestGround groundOf(const RunRecord& run) {
    return {.data = run.experiment.data, .split = run.split, .samples = run.samples};
}

bool isSameTest(const RunRecord& a, const RunRecord& b) {
    return a.steps == b.steps && groundOf(a) == groundOf(b) &&
           a.experiment.training.seed == b.experiment.training.seed && isSameResult(a, b) &&
           sameStructure(a.experiment.network, b.experiment.network);
}

bool isBetter(const RunRecord& a, const RunRecord& b) {
    const auto key = [](const RunRecord& run) {
        const double first = run.accuracy >= 0 ? -run.accuracy : run.loss;
        return std::tuple(!run.isFair(), first, run.parameters, run.loss, run.when);
    };
    return key(a) < key(b);
}

bool isOf(const RunRecord& run, const Experiment& experiment) {
    return run.experiment.data == experiment.data && run.experiment.training == experiment.training &&
           sameStructure(run.experiment.network, experiment.network);
}

} // namespace protomind
