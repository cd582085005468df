// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/calibration_measures.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

struct LabelledLogits {
    Logits logits;
    std::vector<std::size_t> labels;
};

/// Two classes: the first one with each of the confidences, and whether that is right.
LabelledLogits withConfidences(const std::vector<std::pair<double, bool>>& samples) {
    LabelledLogits made;
    for (const auto& [confidence, right] : samples) {
        made.logits.add(std::array{static_cast<float>(std::log(confidence)),
                                   static_cast<float>(std::log(1 - confidence))});
        made.labels.push_back(right ? 0 : 1);
    }
    return made;
}

/// Logits by chance; each label is drawn with the probabilities that they say.
LabelledLogits drawn(std::size_t samples, ProbabilityForm form = ProbabilityForm::Softmax) {
    LabelledLogits made{.logits = {.form = form, .classes = 4}, .labels = {}};
    RandomStream random(11);
    for (std::size_t i = 0; i < samples; ++i) {
        std::array<float, 4> logits{};
        for (float& logit : logits)
            logit = 2 * random.normal();
        made.logits.add(logits);
        std::array<double, 4> weights{};
        for (std::size_t k = 0; k < 4; ++k)
            weights[k] = std::exp(static_cast<double>(logits[k]));
        double left =
            static_cast<double>(random.uniform()) * std::accumulate(weights.begin(), weights.end(), 0.0);
        std::size_t label = 0;
        while (label < 3 && (left -= weights[label]) > 0)
            ++label;
        made.labels.push_back(label);
    }
    return made;
}

Logits times(Logits logits, float factor) {
    for (float& value : logits.values)
        value *= factor;
    return logits;
}

TEST(CalibrationMeasuresTest, WhoIsAsSureAsRightHasNoError) {
    std::vector<std::pair<double, bool>> samples;
    for (const int percent : {55, 65, 75, 85, 95})
        for (int i = 0; i < 100; ++i)
            samples.emplace_back(percent / 100.0, i < percent);
    const auto [logits, labels] = withConfidences(samples);
    const Calibration found = calibrationOf(logits, labels, 1, 10);
    EXPECT_EQ(found.samples, 500);
    EXPECT_NEAR(found.expectedError, 0, 1e-6);
    EXPECT_NEAR(found.maximumError, 0, 1e-6);
    EXPECT_NEAR(found.accuracy, 0.75, 1e-12);
    EXPECT_NEAR(found.confidence, 0.75, 1e-6);
    for (std::size_t bin = 0; bin < 10; ++bin)
        EXPECT_EQ(found.bins[bin].samples, bin < 5 ? 0 : 100) << bin;
    EXPECT_NEAR(bestTemperature(logits, labels).value(), 1, 1e-5);
}

TEST(CalibrationMeasuresTest, LabelsDrawnByTheProbabilitiesFitThem) {
    const auto [logits, labels] = drawn(20000);
    const Calibration right = calibrationOf(logits, labels, 1, 15);
    EXPECT_LT(right.expectedError, 0.015);
    EXPECT_LT(std::abs(right.confidence - right.accuracy), 3 * right.chance);
    const Calibration surer = calibrationOf(times(logits, 3), labels, 1, 15);
    EXPECT_GT(surer.expectedError, 0.1);
    EXPECT_GT(surer.confidence - surer.accuracy, 10 * surer.chance);
    EXPECT_GT(surer.negativeLogLikelihood, right.negativeLogLikelihood);
    EXPECT_GT(surer.brier, right.brier);
    EXPECT_NEAR(bestTemperature(logits, labels).value(), 1, 0.05);
}

/// Worked out by hand.
TEST(CalibrationMeasuresTest, AFewSamples) {
    const auto [logits, labels] = withConfidences({{0.55, true}, {0.75, false}, {0.95, true}, {0.95, false}});
    const Calibration found = calibrationOf(logits, labels, 1, 10);
    EXPECT_NEAR(found.accuracy, 0.5, 1e-12);
    EXPECT_NEAR(found.confidence, 0.8, 1e-6);
    EXPECT_NEAR(found.expectedError, 0.25 * 0.45 + 0.25 * 0.75 + 0.5 * 0.45, 1e-6);
    EXPECT_NEAR(found.maximumError, 0.75, 1e-6);
    EXPECT_EQ(found.worstBin, 7u);
    EXPECT_EQ(found.bins[9].samples, 2);
    EXPECT_NEAR(found.bins[9].accuracy(), 0.5, 1e-12);
    EXPECT_NEAR(found.bins[9].confidence, 0.95, 1e-6);
    EXPECT_NEAR(found.negativeLogLikelihood, -std::log(0.55 * 0.25 * 0.95 * 0.05) / 4, 1e-6);
    EXPECT_NEAR(found.brier, 2 * (0.45 * 0.45 + 0.75 * 0.75 + 0.05 * 0.05 + 0.95 * 0.95) / 4, 1e-6);
    EXPECT_NEAR(found.chance, std::sqrt(0.55 * 0.45 + 0.75 * 0.25 + 2 * 0.95 * 0.05) / 4, 1e-6);
}

TEST(CalibrationMeasuresTest, ABinHoldsItsUpperEnd) {
    EXPECT_EQ(binOf(0, 10), 0u);
    EXPECT_EQ(binOf(0.01, 10), 0u);
    EXPECT_EQ(binOf(0.5, 10), 4u);
    EXPECT_EQ(binOf(0.51, 10), 5u);
    EXPECT_EQ(binOf(1, 10), 9u);
}

TEST(CalibrationMeasuresTest, NoTemperatureChangesADecision) {
    const auto [logits, labels] = drawn(500);
    const double right = calibrationOf(logits, labels, 1, 15).accuracy;
    double sure = 1;
    for (const double temperature : {0.05, 0.3, 1.0, 4.0, 20.0}) {
        const Calibration found = calibrationOf(logits, labels, temperature, 15);
        EXPECT_EQ(found.accuracy, right) << temperature;
        EXPECT_LT(found.confidence, sure) << temperature;
        sure = found.confidence;
        // The same by dividing the logits, and the same confidences one by one.
        const Calibration divided =
            calibrationOf(times(logits, static_cast<float>(1 / temperature)), labels, 1, 15);
        EXPECT_NEAR(found.negativeLogLikelihood, divided.negativeLogLikelihood, 1e-5);
        const std::vector<double> each = confidences(logits, temperature);
        EXPECT_NEAR(std::accumulate(each.begin(), each.end(), 0.0) / 500, found.confidence, 1e-12);
    }
}

TEST(CalibrationMeasuresTest, TheBestTemperatureGrowsWithTheLogits) {
    for (const ProbabilityForm form : {ProbabilityForm::Softmax, ProbabilityForm::Sigmoids}) {
        const auto [logits, labels] = drawn(800, form);
        const double once = bestTemperature(logits, labels).value();
        for (const float factor : {0.25f, 2.0f, 4.0f})
            EXPECT_NEAR(bestTemperature(times(logits, factor), labels).value(),
                        once * static_cast<double>(factor), 1e-7);
        EXPECT_NEAR(bestTemperature(times(logits, 3), labels).value(), 3 * once, 1e-5);
    }
}

TEST(CalibrationMeasuresTest, NoOtherTemperatureIsBetterThanTheBest) {
    for (const ProbabilityForm form : {ProbabilityForm::Softmax, ProbabilityForm::Sigmoids}) {
        const auto [logits, labels] = drawn(300, form);
        const double best = bestTemperature(logits, labels).value();
        const double least = calibrationOf(logits, labels, best, 15).negativeLogLikelihood;
        for (const double factor : {0.5, 0.9, 0.99, 0.999, 1.001, 1.01, 1.1, 2.0})
            EXPECT_LT(least, calibrationOf(logits, labels, best * factor, 15).negativeLogLikelihood)
                << factor;
    }
}

TEST(CalibrationMeasuresTest, SomeHaveNoBestTemperature) {
    const auto [right, labels] = withConfidences({{0.9, true}, {0.6, true}, {0.999999, true}});
    EXPECT_EQ(bestTemperature(right, labels), std::nullopt); // the surer the better
    EXPECT_EQ(bestTemperature(times(right, 1000), labels), std::nullopt);
    EXPECT_EQ(bestTemperature(times(right, -1), labels), std::nullopt); // the less sure the better
    EXPECT_EQ(bestTemperature(times(right, 0), labels), std::nullopt);  // all the same
    EXPECT_EQ(bestTemperature({}, {}), std::nullopt);
}

/// Far from 1, where the slope says little of where it ends.
TEST(CalibrationMeasuresTest, FindsWhatLiesAtTheEnds) {
    std::vector<std::pair<double, bool>> samples;
    for (int i = 0; i < 100; ++i)
        samples.emplace_back(0.75, i < 75);
    const auto [logits, labels] = withConfidences(samples);
    EXPECT_NEAR(bestTemperature(times(logits, 19.5f), labels).value(), 19.5, 1e-4);
    EXPECT_NEAR(bestTemperature(times(logits, 0.051f), labels).value(), 0.051, 1e-6);
    EXPECT_EQ(bestTemperature(times(logits, 21), labels), std::nullopt);
    EXPECT_EQ(bestTemperature(times(logits, 0.049f), labels), std::nullopt);
}

TEST(CalibrationMeasuresTest, ASingleLogitIsASigmoid) {
    Logits logits;
    logits.add(std::array{1.5f});
    logits.add(std::array{-0.5f});
    ASSERT_EQ(logits.samples(), 2u);
    EXPECT_EQ(decisionOf(logits.of(0)), 1u);
    EXPECT_EQ(decisionOf(logits.of(1)), 0u);
    EXPECT_NEAR(confidenceOf(logits.form, logits.of(0), 1), 1 / (1 + std::exp(-1.5)), 1e-12);
    EXPECT_NEAR(confidenceOf(logits.form, logits.of(1), 2), 1 / (1 + std::exp(-0.25)), 1e-12);
    const Calibration found = calibrationOf(logits, std::vector<std::size_t>{1, 1}, 1, 5);
    EXPECT_NEAR(found.negativeLogLikelihood, (std::log1p(std::exp(-1.5)) + std::log1p(std::exp(0.5))) / 2,
                1e-12);
    EXPECT_EQ(found.accuracy, 0.5);
}

TEST(CalibrationMeasuresTest, SigmoidsStandForThemselves) {
    Logits logits{.form = ProbabilityForm::Sigmoids, .classes = 3};
    logits.add(std::array{1.0f, 2.0f, -1.0f});
    const auto p = [](double z) { return 1 / (1 + std::exp(-z)); };
    const Calibration found = calibrationOf(logits, std::vector<std::size_t>{0}, 1, 10);
    EXPECT_EQ(found.accuracy, 0);
    EXPECT_NEAR(found.confidence, p(2), 1e-12);
    EXPECT_NEAR(found.negativeLogLikelihood, -std::log(p(1)) - std::log(p(-2)) - std::log(p(1)), 1e-12);
    EXPECT_NEAR(found.brier, p(-1) * p(-1) + p(2) * p(2) + p(-1) * p(-1), 1e-12);
}

TEST(CalibrationMeasuresTest, HugeLogitsStayNumbers) {
    Logits logits{.classes = 3};
    logits.add(std::array{1e30f, -1e30f, 0.0f});
    logits.add(std::array{5000.0f, 4990.0f, -1e30f});
    for (const std::size_t label : {0u, 1u}) {
        const Calibration found = calibrationOf(logits, std::vector<std::size_t>(2, label), 0.05, 15);
        EXPECT_TRUE(std::isfinite(found.negativeLogLikelihood));
        EXPECT_NEAR(found.confidence, 1, 1e-12);
        EXPECT_EQ(found.bins[14].samples, 2);
    }
}

TEST(CalibrationMeasuresTest, NothingComesOfNoSamples) {
    const Calibration found = calibrationOf({}, {}, 1, 7);
    EXPECT_EQ(found.samples, 0);
    EXPECT_EQ(found.bins.size(), 7u);
    EXPECT_EQ(found.expectedError, 0);
    EXPECT_EQ(found.negativeLogLikelihood, 0);
}

} // namespace
} // namespace protomind
