// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

using Mood = CurveReading::Mood;

/// Epochs over which a loss is compared with itself.
constexpr std::size_t kLookBack = 3;
/// Relative changes of a loss that mean something.
constexpr double kClearly = 0.05;
constexpr double kHardly = 0.005;
/// When a validation loss has turned up: over so many epochs at most, by such a part of its best, by so many
/// times what chance explains, by such a part of where it began, and so far over the training loss.
constexpr std::size_t kLongestWindow = 12;
constexpr double kClearRise = 0.15;
constexpr double kOverNoise = 4;
constexpr double kNoTrifle = 0.03;
constexpr double kApart = 1.15;
/// Right answers of which one no longer wants more.
constexpr double kNearlyAlways = 0.985;
/// How far over guessing an accuracy must be to be better than guessing.
constexpr double kOverChance = 1.3;

/// Gives the sentences their context for translators.
class CurveReader {
    Q_DECLARE_TR_FUNCTIONS(protomind::CurveReader)
};

double mean(std::span<const HistoryPoint> points, double HistoryPoint::*figure) {
    double sum = 0;
    for (const HistoryPoint& point : points)
        sum += point.*figure;
    return sum / static_cast<double>(points.size());
}

/// How far the validation loss jumps about its own course from one epoch to the next: its standard deviation
/// if the jumps were normal. From second differences, which a steady rise or fall does not show in.
double validationNoise(std::span<const HistoryPoint> history) {
    double sum = 0;
    for (std::size_t index = 1; index + 1 < history.size(); ++index)
        sum += std::abs(history[index - 1].validationLoss - 2 * history[index].validationLoss +
                        history[index + 1].validationLoss);
    constexpr double kOfMeanJump = 1.2533 / 2.4495; // sqrt(pi / 2) / sqrt(6)
    return history.size() < 3 ? 0 : kOfMeanJump * sum / static_cast<double>(history.size() - 2);
}

/// Whether the validation loss has clearly turned up while the training loss went on falling. Few samples
/// kept aside make a validation loss that jumps, so means over several epochs are compared, and the rise must
/// stand out of the jumps, be a matter of more than the last few epochs, and be no trifle beside where it all
/// began.
bool memorises(std::span<const HistoryPoint> history) {
    while (!history.empty() && history.front().validationLoss < 0)
        history = history.subspan(1); // nothing was kept aside yet
    const std::size_t window = std::clamp<std::size_t>(history.size() / 6, kLookBack - 1, kLongestWindow);
    if (history.size() < 3 * window || history.back().validationLoss < 0)
        return false;
    const auto recent = history.last(window);
    const double now = mean(recent, &HistoryPoint::validationLoss);
    double best = now;
    double trainingThen = 0;
    for (std::size_t first = 0; first + 2 * window <= history.size(); ++first) {
        const auto before = history.subspan(first, window);
        if (const double loss = mean(before, &HistoryPoint::validationLoss); loss < best) {
            best = loss;
            trainingThen = mean(before, &HistoryPoint::loss);
        }
    }
    const double rise = now - best;
    const double trainingNow = mean(recent, &HistoryPoint::loss);
    const double jump = validationNoise(history) * std::sqrt(2 / static_cast<double>(window));
    return best > 0 && rise > kClearRise * best && rise > kOverNoise * jump &&
           rise > kNoTrifle * history.front().validationLoss && trainingNow < (1 - kClearly) * trainingThen &&
           now > kApart * trainingNow;
}

/// The change of the loss over the last epochs, relative to what it was: of means over several epochs, as far
/// as there are so many, since small batches make a loss that jumps.
struct RecentChange {
    double relative = 0;
    bool isTrifle = false; ///< beside where it all began
};

RecentChange recentChange(std::span<const HistoryPoint> history) {
    const std::size_t window = std::clamp<std::size_t>(history.size() / 2, 1, kLookBack);
    const double now = mean(history.last(window), &HistoryPoint::loss);
    const double before = mean(history.last(2 * window).first(window), &HistoryPoint::loss);
    return {before > 0 ? (now - before) / before : 0, now - before < kNoTrifle * history.front().loss};
}

/// Over the last epochs, on the samples that are learned from and on those kept aside.
bool isNearlyAlwaysRight(std::span<const HistoryPoint> history) {
    const auto recent = history.last(std::min(kLookBack, history.size()));
    const HistoryPoint& last = history.back();
    return last.accuracy >= 0 && mean(recent, &HistoryPoint::accuracy) >= kNearlyAlways &&
           (last.validationAccuracy < 0 || mean(recent, &HistoryPoint::validationAccuracy) >= kNearlyAlways);
}

CurveReading readEpochs(std::span<const HistoryPoint> history, std::int64_t classes) {
    const HistoryPoint& last = history.back();
    if (history.size() < 2)
        return {Mood::Neutral,
                CurveReader::tr(
                    "The first epoch is done: every sample was seen once. Watch whether the loss falls.")};
    if (memorises(history))
        return {
            Mood::Attention,
            CurveReader::tr("The training loss falls, but the validation loss rises: it begins to memorise. "
                            "Stop here, or try more data, Dropout or L2.")};
    if (isNearlyAlwaysRight(history))
        return {Mood::Good, CurveReader::tr("Nearly every answer is right.")};
    const auto [change, isTrifle] = recentChange(history);
    const bool guessing = classes > 1 && last.accuracy >= 0 && history.size() > kLookBack &&
                          last.accuracy < kOverChance / static_cast<double>(classes);
    if (guessing && change > -kClearly)
        return {Mood::Attention,
                CurveReader::tr(
                    "It is no better than guessing so far. Try another learning rate, or a larger network.")};
    if (change > kClearly && !isTrifle)
        return {Mood::Attention, CurveReader::tr("The loss rises: the learning rate may be too high.")};
    if (change < -kHardly)
        return {Mood::Good, CurveReader::tr("The loss falls: it is learning.")};
    if (history.size() <= kLookBack)
        return {Mood::Neutral, CurveReader::tr("The loss has hardly changed yet.")};
    return {Mood::Neutral,
            CurveReader::tr(
                "The loss hardly changes any more: this may be all that it can learn with these settings.")};
}

} // namespace

CurveReading readCurves(RunState state, std::span<const HistoryPoint> history, std::int64_t classes) {
    if (state == RunState::Diverged)
        return {Mood::Attention,
                CurveReader::tr("The numbers grew beyond all bounds. The last good weights are back: "
                                "lower the learning rate.")};
    if (history.empty()) {
        switch (state) {
        case RunState::Training:
            return {Mood::Neutral, CurveReader::tr("Training: the first epoch is under way.")};
        case RunState::Paused:
            return {Mood::Neutral, CurveReader::tr("Paused. Train goes on from here.")};
        default:
            return {Mood::Neutral, CurveReader::tr("Press Train to let the network learn from the data.")};
        }
    }
    CurveReading reading = readEpochs(history, classes);
    if (state == RunState::Paused)
        reading.sentence += CurveReader::tr(" Train goes on from here.");
    else if (state == RunState::Finished)
        reading.sentence += CurveReader::tr(" Train goes on for as many epochs again.");
    return reading;
}

} // namespace protomind
