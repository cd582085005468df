// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/calibration_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

/// Standard deviations that chance may well make of a difference.
constexpr double kByChance = 2;
constexpr std::array kVerySure{0.5, 0.9, 0.99};

Sentence judgedSamples(Split split) {
    switch (split) {
    case Split::Training:
        return "training samples";
    case Split::Validation:
        return "validation samples";
    case Split::Test:
        return "test samples";
    case Split::Unseen:
        return "samples that the network has not learned from";
    }
    return {};
}

LensCell shareOfAllCell(double share) {
    return {.text = fmt::format("{:.1f} %", 100 * share), .value = share};
}

double shareAbove(std::span<const double> sure, double least) {
    const auto above = std::ranges::count_if(sure, [least](double one) { return one > least; });
    return static_cast<double>(above) / static_cast<double>(std::max<std::size_t>(sure.size(), 1));
}

double meanConfidence(std::span<const double> sure) {
    return std::accumulate(sure.begin(), sure.end(), 0.0) /
           static_cast<double>(std::max<std::size_t>(sure.size(), 1));
}

/// Whether so many samples that are right with the probability of their confidence may well be so far off.
bool mayBeChance(const CalibrationBin& bin) {
    const double deviation = std::sqrt(bin.confidence * (1 - bin.confidence) /
                                       static_cast<double>(std::max<std::int64_t>(bin.samples, 1)));
    return bin.gap() <= kByChance * deviation;
}

void sayHowSure(const CalibrationFindings& found, std::vector<Sentence>& say) {
    const Calibration& now = found.measured;
    say.push_back(sentence("Of {} {}, {:.1f} % are classified rightly; the network is {:.1f} % sure of its "
                           "answers on average.",
                           now.samples, judgedSamples(found.split), 100 * now.accuracy,
                           100 * now.confidence));
    const double difference = now.confidence - now.accuracy;
    say.emplace_back(std::abs(difference) <= kByChance * now.chance
                         ? "With so many samples, chance alone may make such a difference."
                     : difference > 0
                         ? "It is surer than it is right (overconfident), by more than chance explains."
                         : "It is right more often than it is sure (underconfident), by more than chance "
                           "explains.");
    if (found.split == Split::Training)
        say.emplace_back("The network learns from these samples: on new ones it may be right less often "
                         "without being less sure.");
}

void sayMeasures(const CalibrationFindings& found, std::vector<Sentence>& say) {
    const Calibration& now = found.measured;
    const auto bins = static_cast<double>(now.bins.size());
    say.push_back(sentence("Expected calibration error: {:.2f} %. So far confidence and the share of right "
                           "answers lie apart in {} bins, on average over the samples.",
                           100 * now.expectedError, now.bins.size()));
    say.push_back(sentence("Maximum calibration error: {:.1f} %, in the bin from {:.3g} to {:.3g} %, which "
                           "holds {} of the samples.",
                           100 * now.maximumError, 100 * static_cast<double>(now.worstBin) / bins,
                           100 * static_cast<double>(now.worstBin + 1) / bins,
                           now.bins[now.worstBin].samples));
    if (mayBeChance(now.bins[now.worstBin]))
        say.emplace_back("With so few samples in the bin, that may be chance.");
    say.push_back(sentence("Negative log likelihood: {:.4f} a sample. Brier score: {:.4f}. Of both, smaller "
                           "is better; a wrong answer costs the more, the surer it was.",
                           now.negativeLogLikelihood, now.brier));
    const auto classes = static_cast<double>(found.classes);
    if (found.form == ProbabilityForm::Softmax)
        say.push_back(sentence("Whoever gives all {} classes the same probability has {:.4f} and {:.4f}.",
                               found.classes, std::log(classes), 1 - 1 / classes));
}

/// What is to be known of samples that the temperature was found on and is judged on too.
Sentence noteOnFitted(const CalibrationFindings& found) {
    if (found.fitted != found.split)
        return found.split == Split::Unseen ? "The samples that it was found on are among those that it is "
                                              "judged on here, so it looks "
                                              "somewhat better than it is."
                                            : "";
    return found.split == Split::Validation
               ? "It was found on the same samples that it is judged on here, so it looks better than it is. "
                 "Choose another split to see what it is worth."
               : "No samples are kept aside for validation, so it was found on the same samples that it is "
                 "judged on here: it looks better than it is.";
}

void sayTemperature(const CalibrationFindings& found, std::vector<Sentence>& say) {
    if (found.temperature == 1)
        say.emplace_back("A temperature would divide all logits: that changes how sure the network is, and "
                         "none of its decisions.");
    else
        say.push_back(sentence("All logits are divided by the temperature {:.3g} here: that changes how sure "
                               "the network is, and none of its decisions.",
                               found.temperature));
    if (!found.best) {
        say.push_back(
            found.bestTemperature < 1
                ? sentence(
                      "On {} {} no temperature is better than a lower one, down to {:.3g}: there are too "
                      "few mistakes, or the logits are far too small.",
                      found.fittedSamples, judgedSamples(found.fitted), kLeastTemperature)
                : sentence(
                      "On {} {} no temperature is better than a higher one, up to {:.3g}: the logits say "
                      "nothing of the true classes, or they are far too large.",
                      found.fittedSamples, judgedSamples(found.fitted), kMostTemperature));
        return;
    }
    say.push_back(sentence("Best temperature: {:.3g}. On {} {} it makes the negative log likelihood least.",
                           found.bestTemperature, found.fittedSamples, judgedSamples(found.fitted)));
    say.push_back(sentence("With it, the {} samples looked at here have a negative log likelihood of {:.4f} "
                           "and an expected calibration error of {:.2f} %.",
                           found.best->samples, found.best->negativeLogLikelihood,
                           100 * found.best->expectedError));
    if (Sentence note = noteOnFitted(found); !note.empty())
        say.push_back(std::move(note));
}

void sayOutside(const CalibrationFindings& found, std::vector<Sentence>& say) {
    for (const OutsideConfidence& outside : found.outside)
        say.push_back(
            sentence("On {} {} it is {:.1f} % sure on average, and on {:.1f} % of them more than 99 %.",
                     outside.sure.size(), outside.things, 100 * meanConfidence(outside.sure),
                     100 * shareAbove(outside.sure, 0.99)));
    say.emplace_back("A network knows nothing but its classes: that it is sure does not mean that one of "
                     "them is there.");
}

LensCurve reliabilityCurve(Sentence name, const Calibration& of) {
    LensCurve curve{.name = std::move(name), .x = {}, .y = {}};
    for (const CalibrationBin& bin : of.bins) {
        if (bin.samples == 0)
            continue;
        curve.x.push_back(100 * bin.confidence);
        curve.y.push_back(100 * bin.accuracy());
    }
    return curve;
}

LensChart reliabilityChart(const CalibrationFindings& found) {
    LensChart chart{.title = "Reliability diagram",
                    .xLabel = "Mean confidence of a bin (%)",
                    .yLabel = "Right answers (%)"};
    chart.curves.push_back(reliabilityCurve("The network", found.measured));
    chart.curves.push_back({"As sure as right", {0, 100}, {0, 100}});
    if (found.best)
        chart.curves.push_back(reliabilityCurve(
            sentence("At the best temperature, {:.3g}", found.bestTemperature), *found.best));
    return chart;
}

/// In percent.
std::vector<double> middlesOf(std::size_t bins) {
    std::vector<double> middles;
    for (std::size_t bin = 0; bin < bins; ++bin)
        middles.push_back(100 * (static_cast<double>(bin) + 0.5) / static_cast<double>(bins));
    return middles;
}

LensChart countChart(const CalibrationFindings& found) {
    LensChart chart{.title = "How many samples each bin holds",
                    .kind = ChartKind::Histogram,
                    .xLabel = "Confidence (%)",
                    .yLabel = "Samples"};
    LensCurve& curve = chart.curves.emplace_back("Samples", middlesOf(found.measured.bins.size()));
    for (const CalibrationBin& bin : found.measured.bins)
        curve.y.push_back(static_cast<double>(bin.samples));
    return chart;
}

LensChart certaintyChart(const CalibrationFindings& found) {
    LensChart chart{.title = "How sure it is of samples and of noise",
                    .kind = ChartKind::Histogram,
                    .xLabel = "Confidence (%)",
                    .yLabel = "Share (%)"};
    const std::size_t bins = found.measured.bins.size();
    const auto add = [&](Sentence name, std::span<const double> sure) {
        LensCurve& curve =
            chart.curves.emplace_back(std::move(name), middlesOf(bins), std::vector<double>(bins));
        for (const double one : sure)
            curve.y[binOf(one, bins)] += 100 / static_cast<double>(sure.size());
    };
    add("Samples", found.sure);
    for (const OutsideConfidence& outside : found.outside)
        add(outside.title, outside.sure);
    return chart;
}

LensTable binTable(const CalibrationFindings& found) {
    LensTable table{.name = "bins",
                    .title = "Each bin that holds samples",
                    .corner = "how sure",
                    .columns = {"In the bin", "Mean confidence", "Right answers", "Gap"}};
    const auto width = 100 / static_cast<double>(found.measured.bins.size());
    for (std::size_t i = 0; i < found.measured.bins.size(); ++i) {
        const CalibrationBin& bin = found.measured.bins[i];
        if (bin.samples == 0)
            continue;
        table.rows.push_back(fmt::format("{:.3g} – {:.3g} %", width * static_cast<double>(i),
                                         width * static_cast<double>(i + 1)));
        table.cells.push_back(
            {{.text = std::to_string(bin.samples), .value = static_cast<double>(bin.samples)},
             shareOfAllCell(bin.confidence),
             shareOfAllCell(bin.accuracy()),
             shareOfAllCell(bin.gap())});
    }
    return table;
}

LensTable certaintyTable(const CalibrationFindings& found) {
    LensTable table{.name = "certainty",
                    .title = "Of how many it is so sure",
                    .corner = "surer than",
                    .columns = {"Samples"}};
    for (const OutsideConfidence& outside : found.outside)
        table.columns.push_back(outside.title);
    for (const double least : kVerySure) {
        table.rows.push_back(fmt::format("{:.0f} %", 100 * least));
        std::vector<LensCell>& row = table.cells.emplace_back();
        row.push_back(shareOfAllCell(shareAbove(found.sure, least)));
        for (const OutsideConfidence& outside : found.outside)
            row.push_back(shareOfAllCell(shareAbove(outside.sure, least)));
    }
    return table;
}

} // namespace

const std::vector<LensFigureName>& calibrationFigures() {
    static const std::vector<LensFigureName> all{
        {"samples", "How many samples were judged."},
        {"accuracy", "The share of them that is right."},
        {"confidence", "How sure the network is of its answers in the mean."},
        {"ece", "The expected calibration error: by how much it is surer, or less sure, than right."},
        {"mce", "The same in the bin where it is worst."},
        {"nll", "The negative log-likelihood of the true classes in the mean."},
        {"brier", "The Brier score: the squared distance of the probabilities from the truth in the mean."},
        {"best_temperature", "The temperature that was found to suit best."},
        {"best_nll", "The negative log-likelihood at that temperature."},
        {"best_ece", "The expected calibration error at that temperature."},
        {"noise_confidence", "How sure it is of pure noise in the mean."},
        {"noise_above_90", "The share of pure noise that it is surer of than 90 %."},
        {"noise_above_99", "The share of pure noise that it is surer of than 99 %."},
        {"shuffled_confidence", "How sure it is in the mean of samples whose pixels or steps are shuffled."},
        {"shuffled_above_90", "The share of shuffled samples that it is surer of than 90 %."},
        {"shuffled_above_99", "The share of shuffled samples that it is surer of than 99 %."}};
    return all;
}

void addCalibration(const CalibrationFindings& findings, LensResult& result) {
    sayHowSure(findings, result.sentences);
    sayMeasures(findings, result.sentences);
    sayTemperature(findings, result.sentences);
    sayOutside(findings, result.sentences);
    result.charts = {reliabilityChart(findings), countChart(findings), certaintyChart(findings)};
    result.tables = {binTable(findings), certaintyTable(findings)};
    const Calibration& now = findings.measured;
    result.figures = {{"samples", static_cast<double>(now.samples)},
                      {"accuracy", now.accuracy},
                      {"confidence", now.confidence},
                      {"ece", now.expectedError},
                      {"mce", now.maximumError},
                      {"nll", now.negativeLogLikelihood},
                      {"brier", now.brier}};
    if (findings.best) {
        result.figures.push_back({"best_temperature", findings.bestTemperature});
        result.figures.push_back({"best_nll", findings.best->negativeLogLikelihood});
        result.figures.push_back({"best_ece", findings.best->expectedError});
    }
    for (const OutsideConfidence& outside : findings.outside) {
        result.figures.push_back({outside.name + "_confidence", meanConfidence(outside.sure)});
        result.figures.push_back({outside.name + "_above_90", shareAbove(outside.sure, 0.9)});
        result.figures.push_back({outside.name + "_above_99", shareAbove(outside.sure, 0.99)});
    }
}

} // namespace protomind
