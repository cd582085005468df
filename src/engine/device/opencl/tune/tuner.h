// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/device/opencl/tune/tuning.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace protomind {

/// How far a search is.
struct TuningProgress {
    double share = 0; ///< of the time it may take, 0 to 1
    int tried = 0;    ///< sets of parameters
    double speed = 0; ///< of the best so far over the library's own, at least 1
};

/// What a search gave.
struct TuningReport {
    /// A product of [m, k] and [k, n], and its speed in 1e9 multiply-adds times two a second.
    struct Product {
        std::int64_t m = 0;
        std::int64_t n = 0;
        std::int64_t k = 0;
        double before = 0;
        double after = 0;
    };
    std::string identity; ///< the device and driver it holds for
    Tuning tuning;
    std::vector<Product> products;
    int tried = 0;
    int refused = 0; ///< that the driver could not build or run
    int wrong = 0;   ///< that gave other numbers than plain loops
    double seconds = 0;
};

/// Looks for fast parameters of CLBlast's product kernels on an OpenCL device, for so many seconds: sets are
/// drawn at random, checked against plain loops (a set that gives wrong numbers never wins) and timed on
/// products that networks ask for. In force in this process from then on. shouldContinue is asked after every
/// set; where it says no, all is as before and the problem says so.
[[nodiscard]] Result<TuningReport>
tuneProducts(std::size_t device, double seconds,
             const std::function<bool(const TuningProgress&)>& shouldContinue);

} // namespace protomind
