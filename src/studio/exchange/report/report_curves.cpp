// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/gan_recipe.h"
#include "studio/exchange/report/plot.h"
#include "studio/exchange/report/report_chapters.h"

#include <algorithm>
#include <map>

namespace protomind {

namespace {

constexpr double kWidth = 680;
constexpr double kHeight = 300;
constexpr const char* kDashes = "7 4";

struct NamedCurve {
    Sentence name;
    std::vector<Spot> spots;
    const Ink* colour = &ink::kTraining;
    const char* dashes = nullptr;
};

std::vector<Spot> spotsOf(const std::vector<HistoryPoint>& history, double HistoryPoint::*figure) {
    std::vector<Spot> spots;
    for (const HistoryPoint& point : history) {
        if (point.*figure >= 0)
            spots.push_back({point.epoch, point.*figure});
    }
    return spots;
}

Sentence endText(const NamedCurve& curve) {
    return sentence("{} from {:.3g} to {:.3g}", curve.name, curve.spots.front().y, curve.spots.back().y);
}

/// accuracy: from 0 to 1, told in per cent.
void addPlot(ReportBuilder& report, const Sentence& title, std::vector<NamedCurve> curves, bool accuracy) {
    std::erase_if(curves, [](const NamedCurve& curve) { return curve.spots.empty(); });
    if (curves.empty())
        return;
    std::vector<Spot> all;
    for (NamedCurve& curve : curves) {
        if (accuracy)
            std::ranges::for_each(curve.spots, [](Spot& spot) { spot.y *= 100; });
        all.insert(all.end(), curve.spots.begin(), curve.spots.end());
    }
    constexpr double kRoomBelow = 1.1;
    const double lowest = std::ranges::min(all, {}, &Spot::y).y;
    PlotScale scale{.x = spanOf(all, true, 0),
                    .y = spanOf(all, false),
                    .xTitle = report.say("Epochs"),
                    .yTitle = report.say(accuracy ? sentence("{} in %", title) : title),
                    .logarithmicY = !accuracy && lowest > 0 && needsLogarithm(all),
                    .wholeX = true};
    if (accuracy)
        scale.y.high = std::min(scale.y.high, 100.0);
    if (scale.logarithmicY)
        scale.y = {spanOf(all, false, 0).low / 1.2, spanOf(all, false, 0).high * 1.2};
    else
        scale.y.low = std::max(scale.y.low, std::min(lowest, 0.0) * kRoomBelow);
    Plot plot(kWidth, kHeight, scale);
    std::vector<Sentence> ends;
    for (const NamedCurve& curve : curves) {
        plot.curve(curve.spots, *curve.colour, curve.dashes);
        plot.legend(report.say(curve.name), *curve.colour, curve.dashes);
        ends.push_back(endText(curve));
    }
    const Sentence axis = scale.logarithmicY
                              ? Sentence("The axis is logarithmic: equal steps on it are equal factors.")
                              : Sentence();
    report.add(plot.drawing().picture(
        report.say(sentence("{} over the epochs: {}.", title, Sentence::row(std::move(ends), "; "))),
        report.say(axis)));
}

/// Figures that some ways of training have besides, by their names.
std::vector<NamedCurve> otherCurves(const std::vector<HistoryPoint>& history) {
    static constexpr std::array kColours{&ink::kOther, &ink::kTraining, &ink::kValidation, &ink::kWrong};
    std::vector<NamedCurve> curves;
    for (const HistoryPoint& point : history) {
        for (const Figure& figure : point.others) {
            const auto same = [&](const NamedCurve& curve) { return curve.name == figure.name; };
            auto found = std::ranges::find_if(curves, same);
            if (found == curves.end())
                found = curves.insert(curves.end(),
                                      {.name = figure.name,
                                       .spots = {},
                                       .colour = kColours[curves.size() % kColours.size()],
                                       .dashes = curves.size() < kColours.size() ? nullptr : kDashes});
            found->spots.push_back({point.epoch, figure.value});
        }
    }
    return curves;
}

/// The curves of some figures, under names for people.
std::vector<NamedCurve> curvesOf(const std::vector<HistoryPoint>& history,
                                 const std::vector<std::pair<std::string, Sentence>>& names) {
    static constexpr std::array kColours{&ink::kTraining, &ink::kValidation, &ink::kOther};
    std::vector<NamedCurve> curves;
    for (const auto& [figure, name] : names) {
        NamedCurve curve{.name = name, .spots = {}, .colour = kColours[curves.size() % kColours.size()]};
        for (const HistoryPoint& point : history) {
            const auto told = std::ranges::find(point.others, figure, &Figure::name);
            if (told != point.others.end())
                curve.spots.push_back({point.epoch, told->value});
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

/// The mean of both losses says nothing.
void addPlayers(ReportBuilder& report, const std::vector<HistoryPoint>& history) {
    const std::string loss = std::string(kLossFigure) + "/";
    addPlot(report, "Losses of the two players",
            curvesOf(history,
                     {{loss + kDiscriminatorPhase, "Discriminator"}, {loss + kGeneratorPhase, "Generator"}}),
            false);
    addPlot(report, "Told apart", curvesOf(history, {{kToldApart, "Told apart"}}), true);
    addPlot(report, "Scores", curvesOf(history, {{kRealScore, "Real samples"}, {kMadeScore, "Made samples"}}),
            false);
    addPlot(report, "Squared slopes of the score",
            curvesOf(history, {{kRealSlope, "At real samples"},
                               {kMadeSlope, "At made samples"},
                               {kSlopePrice, "Distance of the slope from 1"}}),
            false);
    report.explain(
        "Two networks learn against each other here, and neither loss goes to zero: the better one "
        "gets, the harder it is for the other. Told apart is how often the discriminator is right "
        "about what is real and what is made; 50 % is guessing. How good the generator is can be "
        "seen only in what it makes.");
}

} // namespace

void addCurves(ReportBuilder& report, const TrainedNetwork& network) {
    const std::vector<HistoryPoint>& history = network.checkpoint->history;
    if (history.empty())
        return;
    report.heading(2, "Learning curves");
    if (isOfTwoPlayers(history.back().others)) {
        addPlayers(report, history);
        return;
    }
    const auto pair = [&](double HistoryPoint::*training, double HistoryPoint::*validation) {
        return std::vector<NamedCurve>{
            {"Training", spotsOf(history, training)},
            {"Validation", spotsOf(history, validation), &ink::kValidation, kDashes}};
    };
    addPlot(report, "Loss", pair(&HistoryPoint::loss, &HistoryPoint::validationLoss), false);
    addPlot(report, "Accuracy", pair(&HistoryPoint::accuracy, &HistoryPoint::validationAccuracy), true);
    addPlot(report, "Other figures", otherCurves(history), false);
    report.explain("The loss should fall, and the accuracy should rise. The network learns from the training "
                   "samples alone; "
                   "validation samples are kept aside and show how it does on what it has not seen. Where "
                   "the training curve "
                   "goes on getting better while the validation curve gets worse, the network begins to "
                   "learn its samples by "
                   "heart: that is called overfitting.");
}

} // namespace protomind
