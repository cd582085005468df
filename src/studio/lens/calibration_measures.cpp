// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/calibration_measures.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kMostLooks = 100;
/// Of 1/T, relative: where Newton's method ends.
constexpr double kCloseEnough = 1e-10;

double logistic(double x) {
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

/// log(1 + e^x)
double softPlus(double x) {
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

/// The probabilities of a sample, and what its true class costs.
double probabilitiesAndCost(const Logits& logits, std::size_t sample, std::size_t label, double temperature,
                            std::vector<double>& probabilities) {
    const std::span<const float> row = logits.of(sample);
    if (logits.form == ProbabilityForm::Sigmoids) {
        double cost = 0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            const double z = static_cast<double>(row[k]) / temperature;
            probabilities[k] = logistic(z);
            cost += softPlus(k == label ? -z : z);
        }
        return cost;
    }
    const double largest = static_cast<double>(row[decisionOf(row)]);
    double sum = 0;
    for (std::size_t k = 0; k < row.size(); ++k)
        sum += probabilities[k] = std::exp((static_cast<double>(row[k]) - largest) / temperature);
    for (double& probability : probabilities)
        probability /= sum;
    return std::log(sum) - (static_cast<double>(row[label]) - largest) / temperature;
}

void gatherErrors(Calibration& of) {
    for (std::size_t bin = 0; bin < of.bins.size(); ++bin) {
        if (of.bins[bin].samples == 0)
            continue;
        const double gap = of.bins[bin].gap();
        of.expectedError += gap * static_cast<double>(of.bins[bin].samples) / static_cast<double>(of.samples);
        if (gap >= of.maximumError) {
            of.maximumError = gap;
            of.worstBin = bin;
        }
    }
}

} // namespace

void Logits::add(std::span<const float> sample) {
    if (sample.size() == 1)
        values.push_back(0);
    values.insert(values.end(), sample.begin(), sample.end());
}

std::size_t decisionOf(std::span<const float> logits) {
    return static_cast<std::size_t>(std::ranges::max_element(logits) - logits.begin());
}

double confidenceOf(ProbabilityForm form, std::span<const float> logits, double temperature) {
    const double largest = static_cast<double>(logits[decisionOf(logits)]);
    if (form == ProbabilityForm::Sigmoids)
        return logistic(largest / temperature);
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp((static_cast<double>(logit) - largest) / temperature);
    return 1 / sum;
}

std::vector<double> confidences(const Logits& logits, double temperature) {
    std::vector<double> all;
    for (std::size_t sample = 0; sample < logits.samples(); ++sample)
        all.push_back(confidenceOf(logits.form, logits.of(sample), temperature));
    return all;
}

std::size_t binOf(double confidence, std::size_t bins) {
    const double place = std::ceil(confidence * static_cast<double>(bins)) - 1;
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(bins - 1)));
}

double CalibrationBin::accuracy() const {
    return samples == 0 ? 0 : static_cast<double>(right) / static_cast<double>(samples);
}

double CalibrationBin::gap() const {
    return std::abs(accuracy() - confidence);
}

Calibration calibrationOf(const Logits& logits, std::span<const std::size_t> labels, double temperature,
                          std::size_t bins) {
    Calibration found{.samples = static_cast<std::int64_t>(labels.size()),
                      .bins = std::vector<CalibrationBin>(bins)};
    if (labels.empty())
        return found;
    std::vector<double> probabilities(logits.classes);
    double variance = 0;
    for (std::size_t sample = 0; sample < labels.size(); ++sample) {
        const std::size_t label = labels[sample];
        found.negativeLogLikelihood +=
            probabilitiesAndCost(logits, sample, label, temperature, probabilities);
        for (std::size_t k = 0; k < probabilities.size(); ++k) {
            const double wrong = probabilities[k] - (k == label ? 1 : 0);
            found.brier += wrong * wrong;
        }
        const std::size_t decided = decisionOf(logits.of(sample));
        const double sure = probabilities[decided];
        CalibrationBin& bin = found.bins[binOf(sure, bins)];
        ++bin.samples;
        bin.confidence += sure;
        found.confidence += sure;
        variance += sure * (1 - sure);
        if (decided == label) {
            ++bin.right;
            ++found.accuracy;
        }
    }
    const auto count = static_cast<double>(labels.size());
    found.accuracy /= count;
    found.confidence /= count;
    found.negativeLogLikelihood /= count;
    found.brier /= count;
    found.chance = std::sqrt(variance) / count;
    for (CalibrationBin& bin : found.bins)
        bin.confidence /= static_cast<double>(std::max<std::int64_t>(bin.samples, 1));
    gatherErrors(found);
    return found;
}

TemperatureFit::TemperatureFit(const Logits& logits, std::span<const std::size_t> labels)
    : m_logits(logits)
    , m_labels(labels)
    , m_step(m_high - m_low) {}

/// Softmax: the cost of a sample is log sum exp(z/T) - z_t/T, its first derivative the mean of z under the
/// probabilities less z_t, the second the variance of z. Sigmoids: sums of the same over single classes.
TemperatureFit::Slope TemperatureFit::slope() const {
    Slope all;
    for (std::size_t sample = 0; sample < m_labels.size(); ++sample) {
        const std::span<const float> row = m_logits.of(sample);
        const std::size_t label = m_labels[sample];
        if (m_logits.form == ProbabilityForm::Sigmoids) {
            for (std::size_t k = 0; k < row.size(); ++k) {
                const double z = k == label ? -static_cast<double>(row[k]) : static_cast<double>(row[k]);
                all.first += z * logistic(m_inverse * z);
                all.second += z * z * logistic(m_inverse * z) * logistic(-m_inverse * z);
            }
            continue;
        }
        // As seen from the largest logit, so that nothing is left of a sure and right answer, not even an
        // error of rounding.
        const double largest = static_cast<double>(row[decisionOf(row)]);
        double sum = 0;
        double mean = 0;
        double squares = 0;
        for (const float logit : row) {
            const double z = static_cast<double>(logit) - largest;
            const double weight = std::exp(m_inverse * z);
            sum += weight;
            mean += weight * z;
            squares += weight * z * z;
        }
        mean /= sum;
        all.first += mean - (static_cast<double>(row[label]) - largest);
        all.second += squares / sum - mean * mean;
    }
    return all;
}

bool TemperatureFit::advance() {
    const Slope now = slope();
    ++m_looks;
    if (m_looks <= 2) { // first at both ends
        m_atEnd = m_looks == 1 ? now.first >= 0 : now.first <= 0;
        m_found = 1 / m_inverse;
        m_inverse = m_looks == 1 ? m_high : 1;
        return m_atEnd;
    }
    (now.first < 0 ? m_low : m_high) = m_inverse;
    const double newton = now.first == 0 ? m_inverse : m_inverse - now.first / now.second;
    if (std::abs(newton - m_inverse) <= kCloseEnough * m_inverse || m_looks >= kMostLooks) {
        m_found = 1 / m_inverse;
        return true;
    }
    // Not where Newton's method leaves the bounds, or comes forward too slowly.
    const bool good = newton > m_low && newton < m_high && 2 * std::abs(newton - m_inverse) <= m_step;
    const double next = good ? newton : std::sqrt(m_low * m_high);
    m_step = std::abs(next - m_inverse);
    m_inverse = next;
    return false;
}

std::optional<double> bestTemperature(const Logits& logits, std::span<const std::size_t> labels) {
    TemperatureFit fit(logits, labels);
    while (!fit.advance()) {
    }
    return fit.isAtEnd() ? std::nullopt : std::optional(fit.temperature());
}

} // namespace protomind
