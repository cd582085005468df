// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace protomind {

/// How alike the answers of a layer are, each a vector of all numbers that it gives for a sample. They are
/// seen from their mean: behind a ReLU all numbers are above zero, and any two answers would look alike.
class LayerLikeness {
public:
    /// size: numbers of an answer.
    explicit LayerLikeness(std::size_t size)
        : m_mean(size)
        , m_sum(size) {}

    [[nodiscard]] std::size_t size() const { return m_mean.size(); }

    /// First all answers, [n, size], to know their mean.
    void learnMean(std::span<const float> answers);

    /// Then each pair of some of them, of different samples. classes: one each; empty: they have none.
    void compareDifferent(std::span<const float> answers, std::span<const float> classes);

    /// The cosine of the angle between two answers as seen from the mean. Of two that are the same it is 1,
    /// of one that lies in the mean and another one it is 0.
    [[nodiscard]] double similarity(std::span<const float> a, std::span<const float> b) const;

    /// The mean similarity of the pairs: what answers have in common that have nothing to do with each other.
    [[nodiscard]] double floor() const;
    /// A mean similarity on the way from the floor, 0, to 1. Cut to that.
    [[nodiscard]] double normalised(double similarity) const;
    /// How many times farther apart (root of the mean square) two samples of different classes are than two
    /// of one: Fisher's idea of 1936, with distances in the place of variances. None where no two of the
    /// samples were of one class, or none of two, or all of one class are the same.
    [[nodiscard]] std::optional<double> selectivity() const;

private:
    struct Distances {
        double squares = 0;
        std::int64_t pairs = 0;
    };

    std::vector<float> m_mean;
    std::vector<double> m_sum;
    std::int64_t m_seen = 0;
    double m_similarities = 0;
    std::int64_t m_pairs = 0;
    Distances m_within;
    Distances m_between;
};

} // namespace protomind
