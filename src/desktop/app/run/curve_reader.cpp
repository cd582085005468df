// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include "desktop/words/shown_number.h"
#include "engine/train/gan_recipe.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

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
/// How far over guessing an accuracy must be to be better than guessing, and how far a loss must go to have
/// fallen or risen: in standard deviations of what chance makes of them.
constexpr double kOverChance = 3;
constexpr double kOverJumps = 2;
/// Epochs whose jumps tell how far the loss jumps now; such a part of the loss is much.
constexpr std::size_t kJumpsOver = 8;
constexpr double kJumpy = 0.1;
/// So many times what guessing costs is far above it.
constexpr double kFarAbove = 3;
/// So few samples kept aside may be odd ones.
constexpr std::int64_t kFewSamples = 30;

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

/// How far a loss jumps about its own course from one epoch to the next: its standard deviation if the jumps
/// were normal. From second differences, which a steady rise or fall does not show in.
double noiseOf(std::span<const HistoryPoint> history, double HistoryPoint::*loss) {
    double sum = 0;
    for (std::size_t index = 1; index + 1 < history.size(); ++index)
        sum += std::abs(history[index - 1].*loss - 2 * history[index].*loss + history[index + 1].*loss);
    constexpr double kOfMeanJump = 1.2533 / 2.4495; // sqrt(pi / 2) / sqrt(6)
    return history.size() < 3 ? 0 : kOfMeanJump * sum / static_cast<double>(history.size() - 2);
}

/// Whether the validation loss has clearly turned up while the training loss went on falling. Few samples
/// kept aside make a validation loss that jumps, so means over several epochs are compared, and the rise must
/// stand out of the jumps, be a matter of more than the last few epochs, and be no trifle beside where it all
/// began. Gives the epoch where it was lowest.
std::optional<double> memorisesSince(std::span<const HistoryPoint> history) {
    while (!history.empty() && history.front().validationLoss < 0)
        history = history.subspan(1); // nothing was kept aside yet
    const std::size_t window = std::clamp<std::size_t>(history.size() / 6, kLookBack - 1, kLongestWindow);
    if (history.size() < 3 * window || history.back().validationLoss < 0)
        return std::nullopt;
    const auto recent = history.last(window);
    const double now = mean(recent, &HistoryPoint::validationLoss);
    double best = now;
    double bestEpoch = 0;
    double trainingThen = 0;
    for (std::size_t first = 0; first + 2 * window <= history.size(); ++first) {
        const auto before = history.subspan(first, window);
        if (const double loss = mean(before, &HistoryPoint::validationLoss); loss < best) {
            best = loss;
            bestEpoch = before.back().epoch;
            trainingThen = mean(before, &HistoryPoint::loss);
        }
    }
    const double rise = now - best;
    const double trainingNow = mean(recent, &HistoryPoint::loss);
    const double jump =
        noiseOf(history, &HistoryPoint::validationLoss) * std::sqrt(2 / static_cast<double>(window));
    if (best > 0 && rise > kClearRise * best && rise > kOverNoise * jump &&
        rise > kNoTrifle * history.front().validationLoss && trainingNow < (1 - kClearly) * trainingThen &&
        now > kApart * trainingNow)
        return bestEpoch;
    return std::nullopt;
}

enum class Course { Falls, Level, RisesALittle, Rises, Jumps };

/// How the loss went over the last epochs: from means over several, as far as there are so many, since small
/// batches make a loss that jumps.
Course courseOf(std::span<const HistoryPoint> history) {
    // A fall that slows down bends as jumps do, but never turns.
    const auto latest = history.last(std::min(history.size(), kLookBack + 1));
    if (std::ranges::is_sorted(latest, std::ranges::greater(), &HistoryPoint::loss) &&
        latest.back().loss < (1 - kClearly) * latest.front().loss)
        return Course::Falls;
    const std::size_t window = std::clamp<std::size_t>(history.size() / 2, 1, kLookBack);
    const double now = mean(history.last(window), &HistoryPoint::loss);
    const double before = mean(history.last(2 * window).first(window), &HistoryPoint::loss);
    const double noise = noiseOf(history.last(std::min(kJumpsOver, history.size())), &HistoryPoint::loss);
    const double chance = kOverJumps * noise * std::sqrt(2 / static_cast<double>(window));
    const double trifle = kNoTrifle * history.front().loss; // beside where it all began
    const double rise = now - before;
    if (-rise > std::max(kHardly * before, chance))
        return Course::Falls;
    if (rise > std::max({kClearly * before, chance, trifle}))
        return Course::Rises;
    if (history.size() >= kJumpsOver && noise > std::max(kJumpy * now, trifle))
        return Course::Jumps;
    if (rise > std::max({kHardly * before, chance, trifle}))
        return Course::RisesALittle;
    return Course::Level;
}

/// Over the last epochs, on the samples that are learned from and on those kept aside.
bool isNearlyAlwaysRight(std::span<const HistoryPoint> history) {
    const auto recent = history.last(std::min(kLookBack, history.size()));
    const HistoryPoint& last = history.back();
    return last.accuracy >= 0 && mean(recent, &HistoryPoint::accuracy) >= kNearlyAlways &&
           (last.validationAccuracy < 0 || mean(recent, &HistoryPoint::validationAccuracy) >= kNearlyAlways);
}

QString percent(double share) {
    return shownNumber(100 * share, 'f', 1);
}

/// Whether so few answers are right that always naming the commonest class would do as well, as far as so
/// many samples can tell; the sentence has the figures.
std::optional<QString> guessing(double accuracy, const CurveGround& ground) {
    const double share = ground.commonestShare;
    if (share <= 0 || ground.trainingSamples <= 0 || accuracy < 0 || (accuracy >= 1 && share < 1))
        return std::nullopt;
    if (accuracy <= share)
        return CurveReader::tr(
                   "No better than guessing so far: %1 % right, and always giving the same answer "
                   "would make it %2 %.")
            .arg(percent(accuracy), percent(share));
    if (overGuessing(accuracy, share, ground.trainingSamples) < kOverChance)
        return CurveReader::tr(
                   "Not clearly better than guessing so far: %1 % right of %3 samples, and always "
                   "giving the same answer would make it %2 %.")
            .arg(percent(accuracy), percent(share), shownCount(ground.trainingSamples));
    return std::nullopt;
}

CurveReading readMemorising(double sinceEpoch, const CurveGround& ground) {
    QString sentence =
        CurveReader::tr(
            "The training loss falls, but the validation loss has risen since epoch %1: it begins to "
            "memorise. Stop here, or try more data, Dropout or L2.")
            .arg(shownNumber(sinceEpoch, 'f', 0));
    if (ground.validationSamples > 0 && ground.validationSamples < kFewSamples)
        sentence += CurveReader::tr(" But with only %1 samples kept aside it may be chance.")
                        .arg(ground.validationSamples);
    return {Mood::Attention, sentence};
}

CurveReading readCourse(std::span<const HistoryPoint> history, const CurveGround& ground) {
    const bool isEarly = history.size() <= kLookBack;
    switch (courseOf(history)) {
    case Course::Falls:
        return {Mood::Good, CurveReader::tr("The loss falls: it is learning.")};
    case Course::Rises:
        if (isEarly)
            return {Mood::Neutral, CurveReader::tr("The loss has not fallen yet.")};
        if (ground.penalised)
            return {Mood::Neutral,
                    CurveReader::tr(
                        "The loss rises. Training makes it small together with the penalty, and may be "
                        "giving up some of one for the other.")};
        if (ground.attacked &&
            history.last(std::min(history.size(), 2 * kLookBack)).front().epoch < ground.rampEpochs)
            return {Mood::Neutral,
                    CurveReader::tr("The loss rises while the attacks grow: they are harder to "
                                    "stand. Watch the curve of the attacked samples.")};
        return {Mood::Attention, CurveReader::tr("The loss rises: the learning rate may be too high.")};
    case Course::RisesALittle:
        return {Mood::Neutral, isEarly
                                   ? CurveReader::tr("The loss has not fallen yet.")
                                   : CurveReader::tr("The loss has risen a little over the last epochs.")};
    case Course::Jumps:
        return {Mood::Attention,
                CurveReader::tr("The loss jumps up and down from epoch to epoch: a lower learning "
                                "rate or a larger batch may calm it.")};
    case Course::Level:
        break;
    }
    if (history.back().loss > (1 + kClearly) * history.front().loss)
        return {Mood::Neutral, CurveReader::tr("The loss has not fallen yet.")};
    if (isEarly)
        return {Mood::Neutral, history.back().loss < (1 - kClearly) * history.front().loss
                                   ? CurveReader::tr("The loss has fallen since the first epoch.")
                                   : CurveReader::tr("The loss has hardly changed yet.")};
    if (history.back().loss > (1 - kClearly) * history.front().loss)
        return {Mood::Neutral,
                CurveReader::tr("The loss has hardly changed since the first epoch. See what a higher "
                                "and a lower learning rate do.")};
    return {Mood::Neutral,
            CurveReader::tr(
                "The loss hardly changes any more: this may be all that it can learn with these settings.")};
}

/// A loss that has still to come down to where not knowing anything begins.
std::optional<QString> farAboveGuessing(double loss, const CurveGround& ground) {
    if (ground.guessLoss <= 0 || !(loss > kFarAbove * ground.guessLoss))
        return std::nullopt;
    return CurveReader::tr("It is still far above what guessing costs: %1, where guessing costs %2.")
        .arg(shownNumber(loss, 'g', 3), shownNumber(ground.guessLoss, 'g', 3));
}

/// Whether right answers to attacked samples are no more than guessing would give, while those to samples as
/// they are may be.
std::optional<QString> attackedGuessing(double accuracy, const CurveGround& ground) {
    if (!ground.attacked || !guessing(accuracy, ground))
        return std::nullopt;
    return CurveReader::tr(
               " Of the attacked training samples %1 % are right, which guessing would give too: a smaller "
               "epsilon, or one that grows over some epochs, is easier to learn.")
        .arg(percent(accuracy));
}

/// No loss tells how well two players do.
CurveReading readPlayers(const HistoryPoint& last) {
    QString sentence = CurveReader::tr(
        "Neither loss of two players goes to zero: the better one gets, the harder it is for the other. Look "
        "at what the generator makes.");
    if (const double apart = figureIn(last.others, kToldApart); apart >= 0)
        sentence += CurveReader::tr(" The discriminator is right %1 % of the time, where 50 % is guessing.")
                        .arg(percent(apart));
    return {Mood::Neutral, sentence};
}

CurveReading readEpochs(std::span<const HistoryPoint> history, const CurveGround& ground) {
    if (isOfTwoPlayers(history.back().others))
        return readPlayers(history.back());
    if (history.size() < 2)
        return {
            Mood::Neutral,
            CurveReader::tr("The first epoch is done: every training sample was seen once. Watch whether the "
                            "loss falls.")};
    if (const auto since = memorisesSince(history))
        return readMemorising(*since, ground);
    const CurveReading course = readCourse(history, ground);
    if (const auto far = farAboveGuessing(history.back().loss, ground)) {
        if (course.mood == Mood::Good)
            return {Mood::Neutral, CurveReader::tr("The loss falls. ") + *far};
        return {course.mood, course.sentence + QLatin1Char(' ') + *far};
    }
    // Only samples as they are tell what the network knows of the classes.
    CurveGround plain = ground;
    if (ground.attacked)
        plain.trainingSamples = ground.validationSamples;
    const HistoryPoint& last = history.back();
    if (const auto guess = guessing(ground.attacked ? last.validationAccuracy : last.accuracy, plain);
        guess && history.size() > kLookBack) {
        if (course.mood == Mood::Good)
            return {Mood::Neutral, CurveReader::tr("The loss falls. ") + *guess};
        if (ground.commonestShare >= 1)
            return {Mood::Attention, *guess}; // No setting makes a difference.
        return {Mood::Attention,
                *guess + (ground.penalised
                              ? CurveReader::tr(" See what it does without the penalty.")
                              : CurveReader::tr(" See what a higher and a lower learning rate do."))};
    }
    if (isNearlyAlwaysRight(history))
        return {Mood::Good,
                history.back().validationAccuracy >= 0
                    ? CurveReader::tr("Nearly every answer is right, on the samples kept aside as well.")
                    : CurveReader::tr(
                          "Nearly every answer on the training samples is right. None are kept aside, to "
                          "tell whether it can do more than memorise.")};
    if (const auto attacked = attackedGuessing(last.accuracy, ground); attacked && history.size() > kLookBack)
        return {Mood::Neutral, course.sentence + *attacked};
    return course;
}

} // namespace

double overGuessing(double accuracy, double commonestShare, std::int64_t samples) {
    const double deviation = std::sqrt(commonestShare * (1 - commonestShare) / static_cast<double>(samples));
    return deviation > 0 ? (accuracy - commonestShare) / deviation : 0;
}

CurveReading readCurves(RunState state, std::span<const HistoryPoint> history, const CurveGround& ground) {
    // What made it diverge, and what helps, is said where that was found.
    if (state == RunState::Diverged && ground.robustnessLost)
        return {Mood::Attention,
                CurveReader::tr("The network suddenly stood attacks no more. Its most robust "
                                "weights are back.")};
    if (state == RunState::Diverged)
        return {Mood::Attention,
                CurveReader::tr("The numbers grew beyond all bounds. The last good weights are back.")};
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
    CurveReading reading = readEpochs(history, ground);
    if (ground.scheduleIsOver && (state == RunState::Paused || state == RunState::Finished))
        reading.sentence +=
            CurveReader::tr(" The schedule of the learning rate is over: Train asks how to go on.");
    else if (state == RunState::Paused)
        reading.sentence += CurveReader::tr(" Train goes on from here.");
    else if (state == RunState::Finished)
        reading.sentence += CurveReader::tr(" Train goes on for as many epochs again.");
    return reading;
}

} // namespace protomind
