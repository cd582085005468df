// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace protomind {

namespace {

using Mood = CurveReading::Mood;

/// Epochs over which a loss is compared with itself.
constexpr std::size_t kLookBack = 3;
/// Relative changes of a loss that mean something.
constexpr double kClearly = 0.05;
constexpr double kHardly = 0.005;
/// How far over guessing an accuracy must be to be better than guessing.
constexpr double kOverChance = 1.3;

QString tr(const char* text) {
    return QCoreApplication::translate("protomind::CurveReader", text);
}

bool memorises(std::span<const HistoryPoint> history) {
    if (history.size() < kLookBack + 1 || history.back().validationLoss < 0)
        return false;
    const auto best = std::ranges::min_element(history, {}, &HistoryPoint::validationLoss);
    const bool longAgo = static_cast<std::size_t>(history.end() - best) > kLookBack;
    return longAgo && best->validationLoss > 0 &&
           history.back().validationLoss > best->validationLoss * (1 + kClearly) &&
           history.back().loss < best->loss;
}

/// The change of the loss over the last epochs, relative to what it was.
double recentChange(std::span<const HistoryPoint> history) {
    const std::size_t back = std::min(kLookBack, history.size() - 1);
    const double before = history[history.size() - 1 - back].loss;
    return before > 0 ? (history.back().loss - before) / before : 0;
}

CurveReading readEpochs(std::span<const HistoryPoint> history, std::int64_t classes) {
    const HistoryPoint& last = history.back();
    if (history.size() < 2)
        return {Mood::Neutral,
                tr("The first epoch is done: every sample was seen once. Watch whether the loss falls.")};
    if (memorises(history))
        return {Mood::Attention,
                tr("The training loss falls, but the validation loss rises: it begins to memorise. "
                   "Stop here, or try more data, Dropout or L2.")};
    const double change = recentChange(history);
    const bool guessing = classes > 1 && last.accuracy >= 0 && history.size() > kLookBack &&
                          last.accuracy < kOverChance / static_cast<double>(classes);
    if (guessing && change > -kClearly)
        return {Mood::Attention,
                tr("It is no better than guessing so far. Try another learning rate, or a larger network.")};
    if (change > kClearly)
        return {Mood::Attention, tr("The loss rises: the learning rate may be too high.")};
    if (last.accuracy >= 0.995 && (last.validationAccuracy < 0 || last.validationAccuracy >= 0.98))
        return {Mood::Good, tr("Nearly every answer is right.")};
    if (change < -kHardly)
        return {Mood::Good, tr("The loss falls: it is learning.")};
    if (history.size() <= kLookBack)
        return {Mood::Neutral, tr("The loss has hardly changed yet.")};
    return {Mood::Neutral,
            tr("The loss hardly changes any more: this may be all that it can learn with these settings.")};
}

} // namespace

CurveReading readCurves(RunState state, std::span<const HistoryPoint> history, std::int64_t classes) {
    if (state == RunState::Diverged)
        return {Mood::Attention, tr("The numbers grew beyond all bounds. The last good weights are back: "
                                    "lower the learning rate.")};
    if (history.empty()) {
        switch (state) {
        case RunState::Training:
            return {Mood::Neutral, tr("Training: the first epoch is under way.")};
        case RunState::Paused:
            return {Mood::Neutral, tr("Paused. Train goes on from here.")};
        default:
            return {Mood::Neutral, tr("Press Train to let the network learn from the data.")};
        }
    }
    CurveReading reading = readEpochs(history, classes);
    if (state == RunState::Paused)
        reading.sentence += tr(" Train goes on from here.");
    else if (state == RunState::Finished)
        reading.sentence += tr(" Train goes on for as many epochs again.");
    return reading;
}

} // namespace protomind
