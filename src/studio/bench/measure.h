// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "studio/bench/works.h"

#include <functional>
#include <string>
#include <vector>

namespace protomind {

/// What one line of a table of figures says.
struct Figure {
    std::string name;
    double seconds = 0;        ///< median of a run
    double low = 0;            ///< the quarter of the runs that were quickest took at most this
    double high = 0;           ///< and the slowest quarter at least this
    double gigaflops = 0;      ///< useful operations a second; 0 where they are not counted
    double share = 0;          ///< of the rate of a 1024 x 1024 x 1024 product on the same threads
    double compileSeconds = 0; ///< 0 where nothing was compiled
    std::int64_t runs = 0;
};

/// The rate of a product of two 1024 x 1024 matrices, in 1e9 operations a second: what the shares are shares
/// of.
[[nodiscard]] Result<double> productRate(Device& device);

/// The figures of this machine: whole training steps, and the answers of the convolutional network for one
/// image and for many. Only works with filter in their name. Tells each figure as soon as it is there; told
/// returns false to stop.
[[nodiscard]] Result<std::vector<Figure>> measure(Device& device, const std::string& filter,
                                                  const std::function<bool(const Figure&)>& told);

} // namespace protomind
