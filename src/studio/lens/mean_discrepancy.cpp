// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/mean_discrepancy.h"

#include "engine/base/parallel.h"
#include "engine/base/random.h"
#include "studio/lens/sample_rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

/// Samples whose distances to all others a thread finds at a time, at the least.
constexpr std::int64_t kRowsAtOnce = 8;
/// Of the draw among too many samples.
constexpr std::uint64_t kComparedSeed = 2012;

/// Those rows of samples that are compared.
std::vector<std::int64_t> comparedRows(std::int64_t count) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), std::int64_t{0});
    if (count <= kMostCompared)
        return rows;
    // The first steps of a shuffle. Not every n-th: sets often go through their classes in turn.
    RandomStream random(kComparedSeed);
    for (std::size_t i = 0; i < kMostCompared; ++i)
        std::swap(rows[i], rows[i + random.below(rows.size() - i)]);
    rows.resize(kMostCompared);
    return rows;
}

struct ComparedSamples {
    SampleRows all;
    std::vector<std::int64_t> rows;

    explicit ComparedSamples(const SampleRows& of)
        : all(of)
        , rows(comparedRows(of.count)) {}
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(rows.size()); }
    [[nodiscard]] const float* operator[](std::int64_t i) const {
        return all[rows[static_cast<std::size_t>(i)]].data();
    }
};

/// From the differences themselves: as |x|^2 - 2xy + |y|^2 little would be left of samples that lie close
/// together and far from 0.
double squaredDistance(const float* a, const float* b, std::int64_t size) {
    double sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t i = 0; i < size; ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum;
}

/// The mean of the kernel over all pairs of a and b, or over those of two different ones of the same samples.
/// Every sample's sum has its own place, so that the threads make no difference.
double meanKernel(const ComparedSamples& a, const ComparedSamples& b, bool same, double bandwidth) {
    const double scale = -1 / (2 * bandwidth * bandwidth);
    std::vector<double> sums(static_cast<std::size_t>(a.count()));
    parallelFor(a.count(), kRowsAtOnce, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            double sum = 0;
            for (std::int64_t j = same ? i + 1 : 0; j < b.count(); ++j)
                sum += std::exp(scale * squaredDistance(a[i], b[j], a.all.size));
            sums[static_cast<std::size_t>(i)] = sum;
        }
    });
    const double sum = std::accumulate(sums.begin(), sums.end(), 0.0);
    const auto m = static_cast<double>(a.count());
    return same ? 2 * sum / (m * (m - 1)) : sum / (m * static_cast<double>(b.count()));
}

Result<double> medianDistanceOf(const ComparedSamples& samples) {
    const std::int64_t count = samples.count();
    std::vector<double> squares(static_cast<std::size_t>(count * (count - 1) / 2));
    parallelFor(count, kRowsAtOnce, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            auto next = squares.begin() + i * (i - 1) / 2;
            for (std::int64_t j = 0; j < i; ++j)
                *next++ = squaredDistance(samples[i], samples[j], samples.all.size);
        }
    });
    std::erase(squares, 0.0);
    if (squares.empty())
        return fail(ProblemKind::Request, "The real samples are all the same: they have no spread.");
    const auto middle = squares.begin() + static_cast<std::ptrdiff_t>(squares.size() / 2);
    std::ranges::nth_element(squares, middle);
    return std::sqrt(*middle);
}

} // namespace

Result<double> medianDistance(const HostArray& real) {
    auto rows = finiteRows(real, kRealSamples, 2);
    if (!rows)
        return std::unexpected(rows.error());
    return medianDistanceOf(ComparedSamples(*rows));
}

Result<MeanDiscrepancy> meanDiscrepancy(const HostArray& made, const HostArray& real,
                                        std::optional<double> bandwidth) {
    require(!bandwidth || (std::isfinite(*bandwidth) && *bandwidth > 0),
            "meanDiscrepancy: a bandwidth is more than 0");
    auto madeRows = finiteRows(made, kMadeSamples, 2);
    if (!madeRows)
        return std::unexpected(madeRows.error());
    auto realRows = finiteRows(real, kRealSamples, 2);
    if (!realRows)
        return std::unexpected(realRows.error());
    if (auto same = checkSameSize(madeRows->size, realRows->size); !same)
        return std::unexpected(same.error());

    const ComparedSamples x(*madeRows);
    const ComparedSamples y(*realRows);
    if (!bandwidth) {
        auto median = medianDistanceOf(y);
        if (!median)
            return std::unexpected(median.error());
        bandwidth = *median;
    }
    return MeanDiscrepancy{.squared = meanKernel(x, x, true, *bandwidth) +
                                      meanKernel(y, y, true, *bandwidth) -
                                      2 * meanKernel(x, y, false, *bandwidth),
                           .bandwidth = *bandwidth,
                           .made = x.count(),
                           .real = y.count()};
}

} // namespace protomind
