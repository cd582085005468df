// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/tune/tuner.h"

#include "engine/device/opencl/opencl_error.h"
#include "engine/device/opencl/tune/candidates.h"
#include "engine/device/opencl/tune/override.h"
#include "engine/device/opencl/tune/product_trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

/// Of the time, for each of the two kernels; the rest is for choosing between them.
constexpr double kShareOfKernel = 0.45;
constexpr std::size_t kAlways = 1;
constexpr std::size_t kNever = 1 << 15;
/// Edges of cubes that both kernels are compared at.
constexpr std::array<std::int64_t, 7> kEdges{64, 128, 192, 256, 384, 512, 768};
constexpr std::uint64_t kSeed = 1;

/// Products that networks ask for: a dense layer's, a square one, a convolution's over its columns.
constexpr MatrixProduct kDense{.m = 64, .n = 256, .k = 784};
constexpr MatrixProduct kColumns{.m = 6272, .n = 32, .k = 400};
/// Compute units that a square one of 512 has no tiles enough for.
constexpr std::size_t kManyUnits = 16;

MatrixProduct squareFor(const KernelLimits& limits) {
    const std::int64_t edge = limits.computeUnits > kManyUnits ? 1024 : 512;
    return {.m = edge, .n = edge, .k = edge};
}

class Tuner {
public:
    Tuner(Hardware hardware, double seconds, const std::function<bool(const TuningProgress&)>& shouldContinue)
        : m_queue(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})))
        , m_former(presentParameters(device()))
        , m_seconds(seconds)
        , m_shouldContinue(shouldContinue)
        , m_trials{ProductTrial(m_queue, kDense),
                   ProductTrial(m_queue, squareFor(m_queue->hardware().limits)),
                   ProductTrial(m_queue, kColumns)} {}

    /// Where the driver fails in between, the library is left as it was. Throws cl::Error.
    Result<TuningReport> run() {
        try {
            return search();
        } catch (const cl::Error&) {
            overrideParameters(device(), m_former);
            throw;
        }
    }

private:
    static constexpr double kEndless = std::numeric_limits<double>::infinity();
    using Trials = std::vector<ProductTrial*>;

    Result<TuningReport> search() {
        m_report.identity = m_queue->hardware().description.identity;
        m_report.tuning = m_former;
        for (ProductTrial& trial : m_trials) {
            const MatrixProduct& p = trial.product();
            if (!trial.isRight())
                return fail(ProblemKind::Device, "The device multiplies wrongly as it is.",
                            m_queue->hardware().description.name,
                            "Install another driver, or train on the CPU.");
            m_report.products.push_back({p.m, p.n, p.k, trial.rate(trial.seconds(kEndless)), 0});
        }
        const bool finished =
            improve(kIndirectProduct, kAlways, {&m_trials[1], &m_trials[2]}, kShareOfKernel) &&
            improve(kDirectProduct, kNever, {&m_trials[0], &m_trials[1]}, 2 * kShareOfKernel);
        if (!finished) {
            overrideParameters(device(), m_former);
            return fail(ProblemKind::Request, "The search was stopped; all is as before.");
        }
        chooseBorder();
        if (!overrideParameters(device(), m_report.tuning) || !worksForAll()) {
            overrideParameters(device(), m_former);
            m_report.tuning = m_former;
        }
        measureAgain();
        if (gain() < 1) { // each kernel alone was faster, but not the choice between them
            overrideParameters(device(), m_former);
            m_report.tuning = m_former;
            measureAgain();
        }
        m_report.seconds = elapsed();
        return m_report;
    }

    const cl::Device& device() const { return m_queue->hardware().device; }
    double elapsed() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
    }

    void measureAgain() {
        for (std::size_t i = 0; i < m_trials.size(); ++i) {
            static_cast<void>(m_trials[i].isRight()); // the first run builds the kernels
            m_report.products[i].after = m_trials[i].rate(m_trials[i].seconds(kEndless));
        }
    }

    /// The geometric mean of what the products gained.
    double gain() const {
        double sum = 0;
        for (const TuningReport::Product& product : m_report.products)
            sum += std::log(product.after / product.before);
        return std::exp(sum / static_cast<double>(m_report.products.size()));
    }

    /// Tries sets of parameters for a kernel until so much of the time is over; false where it was stopped.
    bool improve(const std::string& kernel, std::size_t border, const Trials& trials, double until) {
        RandomStream random(kSeed);
        std::vector<KernelParameters> candidates =
            tuningCandidates(kernel, m_queue->hardware().limits, random);
        if ((device().getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_GPU) != 0) {
            const std::vector<KernelParameters> known = knownCandidates(kernel, m_queue->hardware().limits);
            candidates.insert(candidates.begin(), known.begin(), known.end());
        }
        candidates.insert(candidates.begin(), m_former[kernel]); // first of all, what there is
        overrideParameters(device(), {{kProductRoutine, {{kLeastIndirect, border}}}});
        std::vector<double> first;
        double best = 1;
        for (const KernelParameters& candidate : candidates) {
            if (!first.empty() && elapsed() > until * m_seconds)
                break;
            if (!m_shouldContinue({.share = std::min(1.0, elapsed() / m_seconds),
                                   .tried = m_report.tried,
                                   .speed = std::max(best, m_bestSpeed)}))
                return false;
            ++m_report.tried;
            const std::vector<double> times = timesOf(kernel, candidate, trials, first);
            if (times.empty())
                continue;
            if (first.empty())
                first = times;
            double gain = 0;
            for (std::size_t i = 0; i < times.size(); ++i)
                gain += std::log(first[i] / times[i]) / static_cast<double>(times.size());
            if (std::exp(gain) > best) {
                best = std::exp(gain);
                m_report.tuning[kernel] = candidate;
            }
        }
        m_bestSpeed = std::max(m_bestSpeed, best);
        overrideParameters(device(), {{kernel, m_report.tuning[kernel]}});
        return true;
    }

    /// Seconds for each product; empty where a set is no good.
    std::vector<double> timesOf(const std::string& kernel, const KernelParameters& candidate,
                                const Trials& trials, const std::vector<double>& first) {
        std::vector<double> times;
        try {
            if (!overrideParameters(device(), {{kernel, candidate}})) {
                ++m_report.refused;
                return {};
            }
            for (ProductTrial* trial : trials) {
                if (!trial->isRight()) {
                    ++m_report.wrong;
                    return {};
                }
                times.push_back(trial->seconds(first.empty() ? kEndless : 2 * first[times.size()]));
            }
        } catch (const cl::Error&) {
            ++m_report.refused;
            return {};
        }
        return times;
    }

    /// From what size on matrices are worth laying out anew.
    void chooseBorder() {
        std::size_t border = kNever;
        for (const std::int64_t edge : kEdges) {
            ProductTrial cube(m_queue, {.m = edge, .n = edge, .k = edge});
            const auto secondsWith = [&](std::size_t least) {
                overrideParameters(device(), {{kProductRoutine, {{kLeastIndirect, least}}}});
                try {
                    return cube.isRight() ? cube.seconds(kEndless) : kEndless;
                } catch (const cl::Error&) {
                    return kEndless; // as good as wrong
                }
            };
            if (secondsWith(kAlways) < secondsWith(kNever)) {
                border = static_cast<std::size_t>(edge);
                break;
            }
        }
        m_report.tuning[kProductRoutine] = {{kLeastIndirect, border}};
    }

    /// Parameters that were good for some products may be none that the driver runs for others.
    bool worksForAll() {
        try {
            return allIsRight();
        } catch (const cl::Error&) {
            return false;
        }
    }

    /// Products of odd sizes with every transposition, and several at once, as networks ask for them.
    bool allIsRight() {
        for (const bool transposeLeft : {false, true}) {
            for (const bool transposeRight : {false, true}) {
                for (const std::int64_t batches : {1, 3}) {
                    for (const std::int64_t edge : {67, 301}) {
                        ProductTrial odd(m_queue, {.batches = batches,
                                                   .m = edge,
                                                   .n = edge / 2,
                                                   .k = edge + 6,
                                                   .transposeLeft = transposeLeft,
                                                   .transposeRight = transposeRight});
                        if (!odd.isRight())
                            return false;
                    }
                }
            }
        }
        return std::ranges::all_of(m_trials, &ProductTrial::isRight);
    }

    OpenClQueuePtr m_queue;
    Tuning m_former;
    double m_seconds;
    const std::function<bool(const TuningProgress&)>& m_shouldContinue;
    std::array<ProductTrial, 3> m_trials;
    TuningReport m_report;
    double m_bestSpeed = 1;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
};

} // namespace

Result<TuningReport> tuneProducts(std::size_t device, double seconds,
                                  const std::function<bool(const TuningProgress&)>& shouldContinue) {
    std::vector<Hardware> all = findHardware();
    if (device >= all.size())
        return fail(ProblemKind::Device, "There is no such OpenCL device.", fmt::format("opencl:{}", device));
    const std::string name = all[device].description.name;
    try {
        return Tuner(std::move(all[device]), seconds, shouldContinue).run();
    } catch (const cl::Error& error) {
        return std::unexpected(problemOf(error, name));
    }
}

} // namespace protomind
