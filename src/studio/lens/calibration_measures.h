// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// How well the confidence of a classifier fits how often it is right, from its logits: Guo et al., "On
/// calibration of modern neural networks" (ICML 2017), sections 2 and 4.2. All in double precision;
/// probabilities and errors are shares from 0 to 1, log likelihoods natural logarithms.
namespace protomind {

/// How logits become probabilities.
enum class ProbabilityForm {
    Softmax,  ///< of one class out of all: they add up to 1
    Sigmoids, ///< each class for itself, whatever the others
};

/// The logits of samples, all finite.
struct Logits {
    ProbabilityForm form = ProbabilityForm::Softmax;
    std::size_t classes = 2;     ///< at least 2
    std::vector<float> values{}; ///< [samples, classes]

    [[nodiscard]] std::size_t samples() const { return values.size() / classes; }
    [[nodiscard]] std::span<const float> of(std::size_t sample) const {
        return std::span(values).subspan(sample * classes, classes);
    }
    /// One sample. A single logit z speaks for the second of two classes: sigmoid(z) is the second number of
    /// softmax(0, z).
    void add(std::span<const float> sample);
};

/// The largest logit; of equal ones the first.
[[nodiscard]] std::size_t decisionOf(std::span<const float> logits);
/// The probability of the decided class with all logits divided by the temperature (more than 0).
[[nodiscard]] double confidenceOf(ProbabilityForm form, std::span<const float> logits, double temperature);
/// One a sample.
[[nodiscard]] std::vector<double> confidences(const Logits& logits, double temperature);

/// Of `bins` bins of one width, the one with the confidence: bin m holds (m / bins, (m + 1) / bins], and the
/// first one 0 as well.
[[nodiscard]] std::size_t binOf(double confidence, std::size_t bins);

struct CalibrationBin {
    std::int64_t samples = 0;
    std::int64_t right = 0;
    double confidence = 0; ///< mean; 0 without samples

    /// Share that is right; 0 without samples.
    [[nodiscard]] double accuracy() const;
    /// |accuracy - confidence|
    [[nodiscard]] double gap() const;
};

struct Calibration {
    std::int64_t samples = 0;
    double accuracy = 0;
    double confidence = 0; ///< mean
    /// The standard deviation that accuracy has by chance where every sample is right with the probability of
    /// its confidence.
    double chance = 0;
    /// Mean over the samples. Softmax: -log p of the true class. Sigmoids: the sum of the binary
    /// cross-entropies of all classes.
    double negativeLogLikelihood = 0;
    /// Mean over the samples of the sum over all classes of (p - t)^2, with t 1 for the true class and else
    /// 0: Brier, "Verification of forecasts expressed in terms of probability" (1950), eq. 2.
    double brier = 0;
    double expectedError = 0; ///< Guo et al., eq. 3: gaps of bins, weighed by their samples
    double maximumError = 0;  ///< eq. 5: the largest gap of a bin that has samples
    std::size_t worstBin = 0; ///< that has it
    std::vector<CalibrationBin> bins{};
};

/// labels: the true class of each sample. All of it is 0 without samples.
[[nodiscard]] Calibration calibrationOf(const Logits& logits, std::span<const std::size_t> labels,
                                        double temperature, std::size_t bins);

inline constexpr double kLeastTemperature = 0.05;
inline constexpr double kMostTemperature = 20;

/// Looks for the temperature that makes the negative log likelihood least. That is convex in 1/T: Newton's
/// method on its slope, held between bounds that only come closer.
class TemperatureFit {
public:
    /// Both outlive it.
    TemperatureFit(const Logits& logits, std::span<const std::size_t> labels);

    /// Goes through all samples once. Gives whether that was the last time.
    bool advance();
    /// Once that is done, from kLeastTemperature to kMostTemperature.
    [[nodiscard]] double temperature() const { return m_found; }
    /// Whether that is an end of the range and not known to be the best: without mistakes no temperature is
    /// better than a lower one, and where logits say nothing of the classes none is better than a higher one.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

private:
    /// Derivatives with respect to 1/T of the mean negative log likelihood.
    struct Slope {
        double first = 0;
        double second = 0;
    };
    [[nodiscard]] Slope slope() const;

    const Logits& m_logits;
    std::span<const std::size_t> m_labels;
    double m_low = 1 / kMostTemperature; ///< of 1/T, as those below
    double m_high = 1 / kLeastTemperature;
    double m_inverse = m_low; ///< where it looks next
    double m_step;
    int m_looks = 0;
    double m_found = 1;
    bool m_atEnd = false;
};

/// All of it at once; none where it is at an end.
[[nodiscard]] std::optional<double> bestTemperature(const Logits& logits,
                                                    std::span<const std::size_t> labels);

} // namespace protomind
