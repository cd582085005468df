// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/generate.h"

#include "cli/outputs/result_picture.h"
#include "cli/outputs/write_png.h"
#include "engine/nn/latent.h"
#include "studio/network/lowering.h"
#include "studio/network/players.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace protomind {

namespace {

/// Samples that are made at once.
constexpr std::int64_t kGeneratedAtOnce = 4096;
/// The most that one picture shows.
constexpr std::int64_t kMostShown = 400;
/// A sample of more numbers is not written into a line.
constexpr std::int64_t kMostInALine = 16;

Result<HostArray> samplesOf(SessionClient& session, const Model& generator, const GenerateWords& words) {
    const HostArray latents = drawLatents(generator, words.count, words.seed);
    const auto width = static_cast<std::size_t>(generator.inputShape.elementCount());
    HostArray samples(generator.outputShape.prepended(words.count));
    auto next = samples.values.begin();
    for (std::int64_t first = 0; first < words.count; first += kGeneratedAtOnce) {
        const std::int64_t count = std::min(kGeneratedAtOnce, words.count - first);
        HostArray part(generator.inputShape.prepended(count));
        std::copy_n(latents.values.begin() +
                        static_cast<std::ptrdiff_t>(static_cast<std::size_t>(first) * width),
                    part.values.size(), part.values.begin());
        const auto made = session.await(GenerateRequest{std::move(part)});
        if (!made)
            return std::unexpected(made.error());
        next = std::ranges::copy(made->samples.values, next).out;
    }
    return samples;
}

std::span<const float> sampleAt(const HostArray& samples, std::int64_t index) {
    const auto width = static_cast<std::size_t>(samples.shape.elementCount() / samples.shape[0]);
    return std::span(samples.values).subspan(static_cast<std::size_t>(index) * width, width);
}

Result<void> writeTable(const std::string& path, const HostArray& samples) {
    std::ofstream file(path);
    for (std::int64_t i = 0; i < samples.shape[0]; ++i)
        file << fmt::format("{:.7g}\n", fmt::join(sampleAt(samples, i), ","));
    file.close();
    if (!file)
        return fail(ProblemKind::Input, "The samples can't be written there.", path,
                    "Choose another place, or make room.");
    return {};
}

Result<void> writePictures(const std::string& path, const HostArray& samples, Report& report) {
    const bool pictures = samples.shape.rank() == 4 && (samples.shape[3] == 1 || samples.shape[3] == 3);
    if (!pictures)
        return fail(ProblemKind::Request, "What this generator makes are no pictures.", path,
                    "Give a .csv file.");
    LensResult sheet;
    const std::int64_t shown = std::min(samples.shape[0], kMostShown);
    if (shown < samples.shape[0])
        report.note(fmt::format("The picture shows the first {} of {}.", shown, samples.shape[0]));
    const Shape grey{samples.shape[1], samples.shape[2]};
    const Shape coloured{samples.shape[1], samples.shape[2], 3};
    for (std::int64_t i = 0; i < shown; ++i) {
        HostArray values(samples.shape[3] == 1 ? grey : coloured);
        std::ranges::copy(sampleAt(samples, i), values.values.begin());
        sheet.pictures.push_back({.values = std::move(values)});
    }
    const auto picture = pictureOf(sheet);
    if (!picture)
        return std::unexpected(picture.error());
    return writePng(path, *picture);
}

} // namespace

bool hasGenerator(const Network& network) {
    return playersOf(network).two();
}

Result<void> generateSamples(SessionClient& session, const Network& network, const GenerateWords& words,
                             Report& report) {
    const auto models = modelsOf(network);
    if (!models)
        return std::unexpected(models.error());
    const auto samples = samplesOf(session, *models->generator, words);
    if (!samples)
        return std::unexpected(samples.error());
    if (!words.output.empty()) {
        const auto written = words.output.ends_with(".png") ? writePictures(words.output, *samples, report)
                                                            : writeTable(words.output, *samples);
        if (!written)
            return written;
        report.line("Written as " + words.output + ".");
        return {};
    }
    const bool fits = samples->shape.elementCount() / samples->shape[0] <= kMostInALine;
    if (!fits)
        report.note("These samples are too large for a line: write them with --output FILE.png or FILE.csv.");
    for (std::int64_t i = 0; i < samples->shape[0]; ++i) {
        const std::span<const float> sample = sampleAt(*samples, i);
        if (fits)
            report.line(fmt::format("{:.4f}", fmt::join(sample, ", ")));
        report.event("sample", {{"values", std::vector<float>(sample.begin(), sample.end())}});
    }
    return {};
}

} // namespace protomind
