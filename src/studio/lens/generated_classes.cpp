// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/generated_classes.h"

#include "studio/lens/sample_rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

/// By which the sum of a row may miss 1.
constexpr double kSumTolerance = 1e-3;

double entropyTerm(double probability) {
    return probability > 0 ? -probability * std::log(probability) : 0;
}

bool areProbabilities(std::span<const float> row) {
    return std::ranges::all_of(row, [](float p) { return p >= 0; }) &&
           std::abs(std::accumulate(row.begin(), row.end(), 0.0) - 1) <= kSumTolerance;
}

} // namespace

Result<ClassCoverage> classCoverage(const HostArray& probabilities, double leastConfidence) {
    require(leastConfidence >= 0 && leastConfidence <= 1, "classCoverage: a confidence is from 0 to 1");
    auto rows = finiteRows(probabilities, kAnswersToSamples);
    if (!rows)
        return std::unexpected(rows.error());
    const auto classes = static_cast<std::size_t>(rows->size);
    ClassCoverage coverage{.samples = rows->count,
                           .counts = std::vector<std::int64_t>(classes),
                           .shares = std::vector<double>(classes)};
    for (std::int64_t i = 0; i < rows->count; ++i) {
        const std::span<const float> row = (*rows)[i];
        if (!areProbabilities(row))
            return fail(
                ProblemKind::Request,
                sentence("Answer {} is no probabilities: they are 0 or more, and their sum is 1.", i + 1));
        const auto largest = std::ranges::max_element(row);
        const auto confidence = static_cast<double>(*largest);
        coverage.confidence += confidence;
        for (const float p : row)
            coverage.entropyOfAnswers += entropyTerm(static_cast<double>(p));
        if (confidence < leastConfidence)
            ++coverage.undecided;
        else
            ++coverage.counts[static_cast<std::size_t>(largest - row.begin())];
    }
    const auto all = static_cast<double>(rows->count);
    coverage.confidence /= all;
    coverage.entropyOfAnswers /= all;
    const std::int64_t decided = rows->count - coverage.undecided;
    for (std::size_t k = 0; k < classes && decided > 0; ++k) {
        coverage.shares[k] = static_cast<double>(coverage.counts[k]) / static_cast<double>(decided);
        coverage.entropyOfShares += entropyTerm(coverage.shares[k]);
    }
    return coverage;
}

} // namespace protomind
