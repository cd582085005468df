// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_likeness.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// A floor this near to 1 leaves no room above it.
constexpr double kHighestFloor = 1 - 1e-6;

double dot(std::span<const float> a, std::span<const float> b) {
    // Four sums, so that the processor need not wait for each.
    double sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= a.size(); i += 4)
        for (std::size_t j = 0; j < 4; ++j)
            sums[j] += static_cast<double>(a[i + j]) * static_cast<double>(b[i + j]);
    for (; i < a.size(); ++i)
        sums[0] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sums[0] + sums[1] + sums[2] + sums[3];
}

/// Of products of two vectors with each other and with themselves.
double cosine(double product, double aSquare, double bSquare, bool same) {
    if (same)
        return 1;
    const double lengths = std::sqrt(aSquare * bSquare);
    return lengths > 0 ? product / lengths : std::isnan(lengths) ? lengths : 0;
}

} // namespace

void LayerLikeness::learnMean(std::span<const float> answers) {
    require(answers.size() % size() == 0, "LayerLikeness: these are no answers of the layer");
    for (std::size_t i = 0; i < answers.size(); ++i)
        m_sum[i % size()] += static_cast<double>(answers[i]);
    m_seen += static_cast<std::int64_t>(answers.size() / size());
    for (std::size_t i = 0; i < size(); ++i)
        m_mean[i] = static_cast<float>(m_sum[i] / static_cast<double>(m_seen));
}

void LayerLikeness::compareDifferent(std::span<const float> answers, std::span<const float> classes) {
    const std::size_t count = answers.size() / size();
    std::vector<float> centred(answers.begin(), answers.end());
    for (std::size_t i = 0; i < centred.size(); ++i)
        centred[i] -= m_mean[i % size()];
    const auto answer = [&](std::size_t i) { return std::span(centred).subspan(i * size(), size()); };
    std::vector<double> squares;
    for (std::size_t i = 0; i < count; ++i)
        squares.push_back(dot(answer(i), answer(i)));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double product = dot(answer(i), answer(j));
            m_similarities +=
                cosine(product, squares[i], squares[j], std::ranges::equal(answer(i), answer(j)));
            ++m_pairs;
            if (classes.empty())
                continue;
            Distances& distances = classes[i] == classes[j] ? m_within : m_between;
            distances.squares += squares[i] + squares[j] - 2 * product;
            ++distances.pairs;
        }
}

double LayerLikeness::similarity(std::span<const float> a, std::span<const float> b) const {
    require(a.size() == size() && b.size() == size(), "LayerLikeness: these are no answers of the layer");
    double product = 0;
    double aSquare = 0;
    double bSquare = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        const auto fromMean = [&](float value) {
            return static_cast<double>(value) - static_cast<double>(m_mean[i]);
        };
        product += fromMean(a[i]) * fromMean(b[i]);
        aSquare += fromMean(a[i]) * fromMean(a[i]);
        bSquare += fromMean(b[i]) * fromMean(b[i]);
    }
    return cosine(product, aSquare, bSquare, std::ranges::equal(a, b));
}

double LayerLikeness::floor() const {
    return m_pairs > 0 ? m_similarities / static_cast<double>(m_pairs) : 0;
}

double LayerLikeness::normalised(double similarity) const {
    const double least = std::min(floor(), kHighestFloor);
    return std::clamp((similarity - least) / (1 - least), 0.0, 1.0);
}

std::optional<double> LayerLikeness::selectivity() const {
    if (m_within.pairs == 0 || m_between.pairs == 0)
        return std::nullopt;
    const double within = m_within.squares / static_cast<double>(m_within.pairs);
    const double between = m_between.squares / static_cast<double>(m_between.pairs);
    return within > 0 ? std::optional(std::sqrt(between / within)) : std::nullopt;
}

} // namespace protomind
