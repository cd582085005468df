// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/network_trial.h"

#include "studio/session/session_client.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

constexpr std::int64_t kSamplesShown = 18;
constexpr std::int64_t kMostPoints = 800;
constexpr std::int64_t kMapSide = 120;
constexpr std::int64_t kCurvePoints = 240;

constexpr std::array<std::string_view, 10> kClassColours{"#0072b2", "#e69f00", "#12908c", "#c0567a",
                                                         "#05b2ff", "#b05610", "#8d9440", "#2d1e69",
                                                         "#67635d", "#4e2600"};

std::array<float, 3> channelsOf(std::string_view colour) {
    std::array<float, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i)
        channels[i] =
            static_cast<float>(std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16)) / 255;
    return channels;
}

Result<Prepared> preparedFor(const TrainedNetwork& network, SessionClient& session) {
    auto prepared = session.await(PrepareRequest{network.experiment, network.checkpoint});
    if (prepared || prepared.error().kind != ProblemKind::Device)
        return prepared;
    Experiment here = network.experiment;
    here.device = "cpu";
    return session.await(PrepareRequest{std::move(here), network.checkpoint});
}

std::shared_ptr<const LensResult> lookThrough(const char* lens, Settings settings, SessionClient& session) {
    auto answered = session.await(LensRequest{.lens = lens, .settings = std::move(settings)});
    return answered ? answered->result : nullptr;
}

/// Samples of the data with what should come out, evenly picked.
struct PickedSamples {
    HostArray samples;
    std::vector<float> targets;
    std::int64_t targetSize = 1;
    TriedOn from = TriedOn::All;
    [[nodiscard]] std::int64_t count() const { return samples.shape[0]; }
    [[nodiscard]] std::span<const float> sample(std::int64_t i) const {
        const std::size_t size = samples.values.size() / static_cast<std::size_t>(count());
        return std::span(samples.values).subspan(static_cast<std::size_t>(i) * size, size);
    }
};

PickedSamples pick(const DataSource& source, const std::vector<std::uint32_t>& keptAside) {
    const bool hasTest = source.test != nullptr && source.test->size() > 0;
    const DataSet& set = hasTest ? *source.test : *source.training;
    std::vector<std::int64_t> from(keptAside.begin(), keptAside.end());
    PickedSamples picked;
    picked.from = hasTest ? TriedOn::Test : from.empty() ? TriedOn::All : TriedOn::KeptAside;
    if (hasTest || from.empty()) {
        from.resize(static_cast<std::size_t>(set.size()));
        std::iota(from.begin(), from.end(), std::int64_t{0});
    }
    const std::int64_t count = std::min(std::ssize(from), kMostPoints);
    const DataDescription& description = set.description();
    picked.samples = HostArray(description.sampleShape.prepended(count));
    picked.targetSize = description.targetShape.elementCount();
    picked.targets.resize(static_cast<std::size_t>(count * picked.targetSize));
    const auto sampleSize = static_cast<std::size_t>(description.sampleShape.elementCount());
    const auto targetSize = static_cast<std::size_t>(picked.targetSize);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        set.read(from[i * from.size() / static_cast<std::size_t>(count)],
                 std::span(picked.samples.values).subspan(i * sampleSize, sampleSize),
                 std::span(picked.targets).subspan(i * targetSize, targetSize));
    return picked;
}

std::span<const float> row(const HostArray& outputs, std::int64_t i) {
    const std::size_t size = outputs.values.size() / static_cast<std::size_t>(outputs.shape[0]);
    return std::span(outputs.values).subspan(static_cast<std::size_t>(i) * size, size);
}

/// What it says to a grid of points, as colours.
Result<Picture> mapOf(PlotSpan xs, PlotSpan ys, SessionClient& session) {
    HostArray grid(Shape{kMapSide * kMapSide, 2});
    auto next = grid.values.begin();
    const auto at = [](PlotSpan span, std::int64_t i) {
        return static_cast<float>(span.low +
                                  (static_cast<double>(i) + 0.5) / kMapSide * (span.high - span.low));
    };
    for (std::int64_t y = 0; y < kMapSide; ++y) {
        for (std::int64_t x = 0; x < kMapSide; ++x) {
            *next++ = at(xs, x);
            *next++ = at(ys, kMapSide - 1 - y);
        }
    }
    const auto said = session.await(PredictRequest{std::move(grid)});
    if (!said)
        return std::unexpected(said.error());
    Picture map{.width = kMapSide, .height = kMapSide, .channels = 3};
    for (std::int64_t i = 0; i < kMapSide * kMapSide; ++i) {
        const std::span<const float> answer = row(said->outputs, i);
        const int decided = said->reading.decidedClass(answer);
        float sure = 0.5f;
        if (said->reading.meaning == OutputMeaning::Probabilities)
            sure = std::clamp(said->reading.byClass(answer)[static_cast<std::size_t>(decided)], 0.0f, 1.0f);
        const float strength = 0.1f + 0.42f * sure * sure;
        for (const float channel : channelsOf(inkOfClass(decided)))
            map.pixels.push_back(1 + (channel - 1) * strength);
    }
    return map;
}

Result<TriedPlane> planeOf(const PickedSamples& picked, SessionClient& session) {
    const auto said = session.await(PredictRequest{picked.samples});
    if (!said)
        return std::unexpected(said.error());
    TriedPlane plane;
    std::vector<Spot> spots;
    for (std::int64_t i = 0; i < picked.count(); ++i) {
        spots.push_back({picked.sample(i)[0], picked.sample(i)[1]});
        plane.points.push_back({.at = spots.back(),
                                .truth = static_cast<int>(picked.targets[static_cast<std::size_t>(i)]),
                                .decided = said->reading.decidedClass(row(said->outputs, i))});
    }
    plane.x = spanOf(spots, true, 0.08);
    plane.y = spanOf(spots, false, 0.08);
    auto map = mapOf(plane.x, plane.y, session);
    if (!map)
        return std::unexpected(map.error());
    plane.map = std::move(*map);
    return plane;
}

Result<std::vector<Spot>> curveOver(PlotSpan span, SessionClient& session) {
    HostArray inputs(Shape{kCurvePoints, 1});
    for (std::size_t i = 0; i < inputs.values.size(); ++i)
        inputs.values[i] = static_cast<float>(span.low + static_cast<double>(i) / (kCurvePoints - 1) *
                                                             (span.high - span.low));
    const auto said = session.await(PredictRequest{inputs});
    if (!said)
        return std::unexpected(said.error());
    std::vector<Spot> curve;
    for (std::int64_t i = 0; i < kCurvePoints; ++i)
        curve.push_back({inputs.values[static_cast<std::size_t>(i)], row(said->outputs, i)[0]});
    return curve;
}

Result<TriedValues> valuesOf(const PickedSamples& picked, SessionClient& session) {
    const auto said = session.await(PredictRequest{picked.samples});
    if (!said)
        return std::unexpected(said.error());
    TriedValues values{.samples = {}, .curve = {}, .outputs = picked.targetSize};
    const bool isLine = picked.sample(0).size() == 1;
    double sum = 0;
    double squares = 0;
    for (std::int64_t i = 0; i < picked.count(); ++i) {
        const double wanted = picked.targets[static_cast<std::size_t>(i * picked.targetSize)];
        const double found = row(said->outputs, i)[0];
        values.samples.push_back(isLine ? Spot{picked.sample(i)[0], wanted} : Spot{wanted, found});
        values.squareError += (found - wanted) * (found - wanted);
        sum += wanted;
        squares += wanted * wanted;
    }
    const auto count = static_cast<double>(picked.count());
    values.squareError /= count;
    values.spread = std::max(0.0, squares / count - (sum / count) * (sum / count));
    if (isLine) {
        auto curve = curveOver(spanOf(values.samples, true, 0), session);
        if (!curve)
            return std::unexpected(curve.error());
        values.curve = std::move(*curve);
    }
    return values;
}

/// Pictures of what it does with numbers: only those that suit the kind of data.
void lookAtPoints(const TrainedNetwork& network, SessionClient& session, NetworkTrial& trial) {
    const bool isPlane =
        network.data->targetKind == TargetKind::Class && network.data->sampleShape == Shape{2};
    if (!isPlane && network.data->targetKind != TargetKind::Values)
        return;
    const auto source = openData(network.experiment.data, network.experiment.training.seed);
    if (!source)
        return;
    // Points are seen all at once: there it is of interest where those lie that it has learned from.
    const PickedSamples picked =
        pick(*source, isPlane ? std::vector<std::uint32_t>{} : trial.prepared->keptAside);
    trial.triedOn = picked.from;
    if (isPlane) {
        if (auto plane = planeOf(picked, session))
            trial.plane = std::move(*plane);
    } else if (auto values = valuesOf(picked, session)) {
        trial.values = std::move(*values);
    }
}

} // namespace

std::string_view inkOfClass(int which) {
    return kClassColours[static_cast<std::size_t>(std::max(which, 0)) % kClassColours.size()];
}

NetworkTrial tryNetwork(const TrainedNetwork& network) {
    NetworkTrial trial;
    if (network.experiment.data.empty()) {
        trial.obstacle = {.kind = ProblemKind::Request,
                          .sentence = "The project has no data that the network could be tried on.",
                          .where = {},
                          .remedy = {}};
        return trial;
    }
    SessionClient session;
    auto prepared = preparedFor(network, session);
    if (!prepared) {
        trial.obstacle = std::move(prepared.error());
        return trial;
    }
    trial.prepared = std::move(*prepared);
    auto evaluated = session.await(EvaluateRequest{});
    if (evaluated)
        trial.evaluated = std::move(*evaluated);
    else
        trial.obstacle = std::move(evaluated.error());
    if (network.data && network.data->targetKind == TargetKind::Class) {
        trial.confusion = lookThrough("confusion", {}, session);
        const auto shown = [](const char* which) {
            return Settings{{"show", std::string(which)}, {"count", kSamplesShown}};
        };
        trial.wrong = lookThrough("samples", shown("wrong"), session);
        trial.right = lookThrough("samples", shown("right"), session);
    }
    if (network.data)
        lookAtPoints(network, session, trial);
    return trial;
}

} // namespace protomind
