// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/program_cache.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace protomind {

/// Seconds that a convolution takes in a way; none where it fails or is much too slow.
using MeasureWay = std::function<std::optional<double>(ConvolutionWay, const Kernel&)>;

/// Chooses for each convolution the fastest way, by measuring once. Ways round differently, so the first
/// choice is kept on disk and stays: whoever computes the same on the same machine again gets the same
/// numbers. Where it can't be kept nothing is measured, and the usual way is taken.
class KeptWays {
public:
    /// conditions: what a choice depends on besides the convolution: device, driver, the library's tuning.
    KeptWays(ProgramCache store, std::string conditions, const KernelLimits& limits, MeasureWay measure)
        : m_store(std::move(store))
        , m_conditions(std::move(conditions))
        , m_limits(limits)
        , m_measure(std::move(measure)) {}

    [[nodiscard]] ConvolutionWay of(const Kernel& kernel);

private:
    [[nodiscard]] std::string keyOf(const Kernel& kernel) const;
    [[nodiscard]] std::optional<ConvolutionWay> kept(const std::string& key, const Kernel& kernel) const;
    [[nodiscard]] bool canKeep();
    [[nodiscard]] ConvolutionWay chosen(const Kernel& kernel, const std::string& key,
                                        const std::vector<ConvolutionWay>& ways);

    ProgramCache m_store;
    std::string m_conditions;
    KernelLimits m_limits;
    MeasureWay m_measure;
    std::map<std::string, ConvolutionWay> m_known; ///< by key, since the device was opened
    std::optional<bool> m_canKeep;
};

} // namespace protomind
