// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/verification.h"

#include "engine/device/registry/device_kinds.h"
#include "engine/instance/network_instance.h"
#include "studio/network/lowering.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr std::int64_t kSamplesAtOnce = 10;
/// Of what the network answers before its file is read: fewer samples are compared where each answer is
/// large.
constexpr std::int64_t kMostKeptNumbers = std::int64_t{1} << 24;

/// Some samples after another, from one on.
HostArray samplesFrom(const HostArray& samples, std::int64_t first) {
    const std::int64_t count = std::min(kSamplesAtOnce, samples.shape[0] - first);
    const std::int64_t length = samples.shape.elementCount() / samples.shape[0];
    HostArray some(samples.shape.with(0, count));
    std::copy_n(samples.values.begin() + first * length, count * length, some.values.begin());
    return some;
}

/// A network on the processor.
class Answering {
public:
    static Result<Answering> of(const Model& model, const VariableValues& values) {
        auto device = deviceKinds().front().open(0, {});
        if (!device)
            return std::unexpected(device.error());
        auto instance = NetworkInstance::create(model, **device, values);
        if (!instance)
            return std::unexpected(instance.error());
        return Answering(std::move(*device), std::move(*instance));
    }
    Result<HostArray> outputs(const HostArray& samples) { return m_instance->outputs(samples); }

private:
    Answering(std::unique_ptr<Device> device, std::unique_ptr<NetworkInstance> instance)
        : m_device(std::move(device))
        , m_instance(std::move(instance)) {}
    std::unique_ptr<Device> m_device;
    std::unique_ptr<NetworkInstance> m_instance;
};

Result<Answering> fromFile(const Format& format, const TrainedNetwork& network,
                           const std::filesystem::path& path) {
    if (format.readWeights != nullptr) {
        const auto values = format.readWeights(network, path);
        if (!values)
            return std::unexpected(values.error());
        return Answering::of(network.model, *values);
    }
    const auto read = format.read(path);
    if (!read)
        return std::unexpected(read.error());
    const auto model = lower(read->network);
    if (!model)
        return std::unexpected(model.error());
    return Answering::of(*model, read->variables);
}

/// To some samples after another, as many as give no more numbers than are kept; some at least.
Result<std::vector<HostArray>> answers(Result<Answering> network, const HostArray& samples,
                                       std::int64_t mostNumbers, const std::function<bool()>& wantsMore) {
    if (!network)
        return std::unexpected(network.error());
    std::vector<HostArray> result;
    std::int64_t kept = 0;
    for (std::int64_t first = 0; first < samples.shape[0] && kept < mostNumbers; first += kSamplesAtOnce) {
        if (!wantsMore())
            return std::unexpected(exportStopped());
        auto some = network->outputs(samplesFrom(samples, first));
        if (!some)
            return std::unexpected(some.error());
        kept += some->shape.elementCount();
        result.push_back(std::move(*some));
    }
    return result;
}

/// Counts the differences in; false: they are not even of the same shape.
bool compare(const HostArray& found, const HostArray& expected, Verification& result) {
    if (found.shape != expected.shape)
        return false;
    for (std::size_t i = 0; i < found.values.size(); ++i) {
        const double difference = std::abs(double(found.values[i]) - double(expected.values[i]));
        // NaN counts as a difference, and stays one.
        if (!(difference <= result.largestDifference) && !std::isnan(result.largestDifference))
            result.largestDifference = difference;
        result.largestOutput = std::max(result.largestOutput, std::abs(double(expected.values[i])));
    }
    return true;
}

} // namespace

bool isVerified(const Format& format) {
    return format.readWeights != nullptr || format.read != nullptr;
}

Result<Verification> verified(const Format& format, const TrainedNetwork& network,
                              const std::filesystem::path& path, const std::function<bool()>& wantsMore) {
    // One after the other, so that the weights are there only once more than they have to be.
    const auto expected = answers(Answering::of(network.model, network.checkpoint->variables),
                                  network.samples, kMostKeptNumbers, wantsMore);
    if (!expected)
        return std::unexpected(expected.error());
    auto others = fromFile(format, network, path);
    if (!others)
        return std::unexpected(others.error());
    Verification result{.weightsAlone = format.readWeights != nullptr, .isProgram = format.isProgram};
    for (const HostArray& answer : *expected) {
        if (!wantsMore())
            return std::unexpected(exportStopped());
        const auto found = others->outputs(samplesFrom(network.samples, result.samples));
        if (!found)
            return std::unexpected(found.error());
        result.samples += answer.shape[0];
        if (!compare(*found, answer, result))
            return result;
    }
    result.agrees = result.largestDifference <= kVerifiedTolerance * std::max(1.0, result.largestOutput);
    return result;
}

} // namespace protomind
