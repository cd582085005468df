// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/kept_ways.h"

#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text/convolution_shape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace protomind {

namespace {

/// Another way must be so much faster than the usual one: less is chance.
constexpr double kWorthwhile = 0.95;

} // namespace

ConvolutionWay KeptWays::of(const Kernel& kernel) {
    const std::vector<ConvolutionWay> ways = promisingWays(kernel, m_limits);
    if (ways.size() == 1)
        return ways.front();
    const std::string key = keyOf(kernel);
    const auto known = m_known.find(key);
    if (known != m_known.end())
        return known->second;
    return m_known[key] = chosen(kernel, key, ways);
}

/// All that a choice depends on. The kernels' texts are the program's version: what was measured of other
/// kernels says nothing of these.
std::string KeptWays::keyOf(const Kernel& kernel) const {
    const ConvolutionShape shape(kernel);
    const ConvolutionAttributes& c = shape.attributes();
    std::string texts;
    for (const ConvolutionWay way : promisingWays(kernel, m_limits)) {
        const auto step = makeConvolutionStep(way, kernel, {"f", "f"}, m_limits);
        texts += nameOf(way);
        for (const KernelSource* source : step->sources())
            texts += source->text;
    }
    return fmt::format("way of a convolution\n{}\n{} {} {} {} stride {} padding {} {} dilation {} groups {} "
                       "kernels {:016x}",
                       m_conditions, info(kernel.node.op()).name, shape.image.text(), shape.weights.text(),
                       shape.output.text(), fmt::join(c.stride, " "), fmt::join(c.paddingBefore, " "),
                       fmt::join(c.paddingAfter, " "), fmt::join(c.dilation, " "), c.groups,
                       std::hash<std::string>()(texts));
}

std::optional<ConvolutionWay> KeptWays::kept(const std::string& key, const Kernel& kernel) const {
    const auto entry = m_store.find(key);
    if (!entry || entry->size() != 1)
        return std::nullopt;
    const auto way = static_cast<ConvolutionWay>(entry->front());
    const std::vector<ConvolutionWay> ways = fittingWays(kernel, m_limits);
    return std::ranges::find(ways, way) != ways.end() ? std::optional(way) : std::nullopt;
}

bool KeptWays::canKeep() {
    if (!m_canKeep) {
        const std::string key = "way of a convolution\n" + m_conditions;
        m_store.keep(key, {0});
        m_canKeep = m_store.find(key).has_value();
    }
    return *m_canKeep;
}

ConvolutionWay KeptWays::chosen(const Kernel& kernel, const std::string& key,
                                const std::vector<ConvolutionWay>& ways) {
    if (const auto way = kept(key, kernel))
        return *way;
    const ConvolutionWay usual = usualWay(kernel, m_limits);
    if (!canKeep())
        return usual;
    std::optional<double> least;
    ConvolutionWay fastest = usual;
    if (const auto seconds = m_measure(usual, kernel))
        least = *seconds * kWorthwhile;
    for (const ConvolutionWay way : ways) {
        if (way == usual)
            continue;
        const auto seconds = m_measure(way, kernel);
        if (seconds && (!least || *seconds < *least)) {
            least = seconds;
            fastest = way;
        }
    }
    // A driver that refuses all that promises something may still run the straight way.
    if (!least && m_measure(ConvolutionWay::Direct, kernel))
        fastest = ConvolutionWay::Direct;
    // Another program may have chosen meanwhile: then that holds.
    if (!kept(key, kernel))
        m_store.keep(key, {static_cast<unsigned char>(fastest)});
    return kept(key, kernel).value_or(usual);
}

} // namespace protomind
