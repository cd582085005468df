// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/tune/product_trial.h"

#include "engine/base/index.h"
#include "engine/base/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

constexpr float kSameNumber = 1e-4f; ///< of the largest
constexpr int kMostTimes = 5;
constexpr double kLongEnough = 0.1; ///< seconds of a trial
/// Seconds between two looks at the clock, so that waiting for the device is little of them.
constexpr double kLongEnoughTime = 0.002;
constexpr int kMostInARow = 64;

std::vector<float> randomNumbers(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> numbers(at(count));
    std::ranges::generate(numbers, [&random] { return random.uniform(-1, 1); });
    return numbers;
}

/// One product of a batch, by plain loops.
void multiplyPlainly(const MatrixProduct& p, const float* left, const float* right, float* result) {
    for (std::int64_t row = 0; row < p.m; ++row) {
        for (std::int64_t i = 0; i < p.k; ++i) {
            const float factor = p.transposeLeft ? left[i * p.m + row] : left[row * p.k + i];
            for (std::int64_t column = 0; column < p.n; ++column)
                result[row * p.n + column] +=
                    factor * (p.transposeRight ? right[column * p.k + i] : right[i * p.n + column]);
        }
    }
}

} // namespace

ProductTrial::ProductTrial(OpenClQueuePtr queue, const MatrixProduct& product)
    : m_queue(std::move(queue))
    , m_product(product) {
    const std::vector<float> left = randomNumbers(product.batches * product.m * product.k, 1);
    const std::vector<float> right = randomNumbers(product.batches * product.k * product.n, 2);
    m_wanted.assign(at(product.batches * product.m * product.n), 0.0f);
    for (std::int64_t batch = 0; batch < product.batches; ++batch)
        multiplyPlainly(product, left.data() + batch * product.m * product.k,
                        right.data() + batch * product.k * product.n,
                        m_wanted.data() + batch * product.m * product.n);
    for (const float number : m_wanted)
        m_largest = std::max(m_largest, std::abs(number));
    const auto send = [this](const std::vector<float>& numbers) {
        const OpenClPlace place{m_queue->allocate(std::ssize(numbers)), 0};
        m_queue->write(place.memory, 0, numbers);
        return place;
    };
    m_left = send(left);
    m_right = send(right);
    m_result = send(m_wanted);
}

bool ProductTrial::isRight() {
    // What an earlier trial left must not be taken for this one's.
    std::vector<float> found(m_wanted.size(), std::numeric_limits<float>::quiet_NaN());
    m_queue->write(m_result.memory, 0, found);
    enqueueProduct(m_queue->commands(), m_product, m_left, m_right, m_result);
    m_queue->read(m_result.memory, 0, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!(std::abs(found[i] - m_wanted[i]) <= kSameNumber * m_largest)) // NaN is wrong, too
            return false;
    }
    return true;
}

double ProductTrial::seconds(double hopeless) {
    using SteadyClock = std::chrono::steady_clock;
    double least = std::numeric_limits<double>::infinity();
    double sum = 0;
    int inARow = 1;
    for (int time = 0; time < kMostTimes && sum < kLongEnough && (time == 0 || least < hopeless); ++time) {
        const auto started = SteadyClock::now();
        for (int product = 0; product < inARow; ++product)
            enqueueProduct(m_queue->commands(), m_product, m_left, m_right, m_result);
        m_queue->commands().finish();
        const double took = std::chrono::duration<double>(SteadyClock::now() - started).count();
        least = std::min(least, took / inARow);
        sum += took;
        inARow = static_cast<int>(std::clamp(std::ceil(kLongEnoughTime / least), 1.0, double{kMostInARow}));
    }
    return least;
}

double ProductTrial::rate(double seconds) const {
    return 2e-9 * static_cast<double>(m_product.batches * m_product.m * m_product.n * m_product.k) / seconds;
}

} // namespace protomind
