// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/commands/generate.h"
#include "cli/exit_status.h"
#include "cli/inputs/picture.h"
#include "cli/inputs/rows.h"
#include "cli/trained_session.h"
#include "engine/data/images_source.h"
#include "engine/image/image_file.h"
#include "studio/session/process/guarded_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

/// Samples that are run through the network at once.
constexpr std::size_t kRowsAtOnce = 4096;
/// Classes that a readable report names.
constexpr std::size_t kNamedClasses = 3;

struct Sample {
    std::string name;
    std::vector<float> values;
    bool inverted = false;
    bool laidOnWhite = false;
};

/// Whether the images of a data set are bright on dark, from the edges of some of them.
bool isBrightOnDark(const Experiment& experiment) {
    const auto source = openData(experiment.data, experiment.training.seed);
    if (!source || source->training->size() == 0)
        return false;
    const DataSet& data = *source->training;
    const Shape& shape = data.description().sampleShape;
    Picture picture{.width = shape[1], .height = shape[0], .channels = shape[2], .pixels = {}};
    picture.pixels.resize(static_cast<std::size_t>(shape.elementCount()));
    std::vector<float> target(static_cast<std::size_t>(data.description().targetShape.elementCount()));
    constexpr std::int64_t kLookedAt = 32;
    float sum = 0;
    for (std::int64_t i = 0; i < kLookedAt; ++i) {
        data.read(i * (data.size() - 1) / kLookedAt, picture.pixels, target);
        sum += borderBrightness(picture);
    }
    return sum / kLookedAt < 0.5f;
}

constexpr const char* kInputs =
    "An INPUT is a row of numbers (1.0,2.0), a table (.csv, .tsv, .txt), or a picture (PNG, JPEG, BMP,\n"
    "WebP, PGM, PPM).\n"
    "\n"
    "Numbers: 0.5 and 0,5 are both one half. The columns are parted by tabs, semicolons, commas or spaces;\n"
    "beside tabs and semicolons a comma is a decimal mark (0,5;-0,25), beside commas the point is. A first\n"
    "line of words in every column names the columns.\n"
    "\n"
    "Pictures: black is 0 and white is 1, with the numbers of the file in between, of whatever depth or\n"
    "palette. They stand upright, as their EXIF orientation says. What is transparent is laid on white. A\n"
    "PNG file in linear light (gAMA of 1) is brought to sRGB; colour profiles are not looked at. For a "
    "network\n"
    "that learned from a folder of pictures they are cropped, padded or stretched as those were.";

/// Turns the words of the command into samples of a shape.
class SampleReader {
public:
    SampleReader(Shape shape, const Experiment& experiment, Report& report)
        : m_shape(shape)
        , m_experiment(experiment)
        , m_report(report) {}

    [[nodiscard]] Result<std::vector<Sample>> read(const std::string& word) {
        if (looksLikeRow(word))
            return readInline(word);
        if (isTableName(word))
            return readTable(word);
        return readImage(word);
    }

private:
    Result<std::vector<Sample>> readInline(const std::string& word) const {
        auto values = readRow(word, m_shape.elementCount());
        if (!values)
            return std::unexpected(values.error());
        return std::vector{Sample{.name = word, .values = std::move(*values)}};
    }

    Result<std::vector<Sample>> readTable(const std::string& path) const {
        auto read = readRows(path, m_shape.elementCount());
        if (!read)
            return std::unexpected(read.error());
        if (read->headings.line > 0)
            m_report.note(fmt::format("{}:{} names the columns and is no sample: {}", path,
                                      read->headings.line, read->headings.text));
        std::vector<Sample> samples;
        for (NamedRow& row : read->rows)
            samples.push_back({.name = std::move(row.name), .values = std::move(row.values)});
        return samples;
    }

    Result<std::vector<Sample>> readImage(const std::string& path) {
        if (m_shape.rank() != 3 || (m_shape[2] != 1 && m_shape[2] != 3)) {
            return fail(ProblemKind::Request,
                        fmt::format("This network takes {} numbers, not images.", m_shape.elementCount()),
                        path, "Give them as 1.0,2.0 or in a .csv file.");
        }
        if (const auto fit = imageFitOf(m_experiment.data); fit && m_shape[0] == m_shape[1])
            return readOwnImage(path, *fit);
        auto picture = readPicture(path, std::min(m_shape[0], m_shape[1]));
        if (!picture)
            return std::unexpected(picture.error());
        if (!m_brightOnDark)
            m_brightOnDark = isBrightOnDark(m_experiment);
        Sample sample{.name = path, .values = fitPicture(*picture, m_shape).values};
        sample.inverted = *m_brightOnDark && borderBrightness(*picture) > 0.5f;
        sample.laidOnWhite = picture->laidOnWhite;
        if (sample.inverted)
            std::ranges::transform(sample.values, sample.values.begin(),
                                   [](float value) { return 1 - value; });
        return std::vector{std::move(sample)};
    }

    /// Brought to a sample as the pictures that the network learned from were.
    Result<std::vector<Sample>> readOwnImage(const std::string& path, ImageFit fit) const {
        const auto image = readImageFile(path, {.enough = m_shape[0]});
        if (!image)
            return std::unexpected(image.error());
        std::vector<std::uint8_t> bytes(static_cast<std::size_t>(m_shape.elementCount()));
        writeImageSample(*image, fit, m_shape[0], static_cast<int>(m_shape[2]), bytes);
        Sample sample{.name = path, .values = {}};
        for (const std::uint8_t byte : bytes)
            sample.values.push_back(static_cast<float>(byte) / 255);
        sample.laidOnWhite = image->laidOnWhite;
        return std::vector{std::move(sample)};
    }

    Shape m_shape;
    const Experiment& m_experiment;
    Report& m_report;
    std::optional<bool> m_brightOnDark;
};

class Predictor {
public:
    Predictor(SessionClient& session, const Prepared& prepared, Report& report)
        : m_session(session)
        , m_prepared(prepared)
        , m_report(report) {}

    [[nodiscard]] Result<void> predict(const std::vector<Sample>& samples) {
        for (std::size_t first = 0; first < samples.size(); first += kRowsAtOnce) {
            const std::size_t count = std::min(kRowsAtOnce, samples.size() - first);
            if (auto done = predict(std::span(samples).subspan(first, count)); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> predict(std::span<const Sample> samples) {
        HostArray input(m_prepared.sampleShape.prepended(static_cast<std::int64_t>(samples.size())));
        auto next = input.values.begin();
        for (const Sample& sample : samples)
            next = std::ranges::copy(sample.values, next).out;
        const auto predicted = m_session.await(PredictRequest{std::move(input)});
        if (!predicted)
            return std::unexpected(predicted.error());
        const std::size_t width = predicted->outputs.values.size() / samples.size();
        for (std::size_t i = 0; i < samples.size(); ++i)
            tell(samples[i], std::span(predicted->outputs.values).subspan(i * width, width),
                 predicted->reading);
        return {};
    }

    void tell(const Sample& sample, std::span<const float> outputs, const OutputReading& reading) {
        nlohmann::ordered_json fields{
            {"input", sample.name}, {"inverted", sample.inverted}, {"laid_on_white", sample.laidOnWhite}};
        std::string line = sample.name + ": ";
        if (m_prepared.classNames.empty()) {
            line += fmt::format("{:.4f}", fmt::join(outputs, ", "));
            fields["values"] = std::vector<float>(outputs.begin(), outputs.end());
        } else {
            const bool probable = reading.meaning == OutputMeaning::Probabilities;
            const std::vector<float> each = reading.byClass(outputs);
            std::vector<std::size_t> order(each.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return each[a] > each[b]; });
            for (std::size_t i = 0; i < std::min(kNamedClasses, order.size()); ++i)
                line += (i == 0 ? "" : ", ") + name(order[i]) +
                        (probable ? fmt::format(" ({:.1f} %)", 100 * each[order[i]])
                                  : fmt::format(" (score {:.4g})", each[order[i]]));
            fields["class"] = name(static_cast<std::size_t>(reading.decidedClass(outputs)));
            fields[probable ? "probability" : "score"] = each[order[0]];
            fields[probable ? "probabilities" : "scores"] = each;
        }
        if (sample.laidOnWhite)
            line += "  [what is transparent was laid on white]";
        if (sample.inverted)
            line += "  [dark on bright: inverted, as the network learned from bright on dark]";
        m_report.line(line);
        m_report.event("prediction", fields);
    }

    [[nodiscard]] std::string name(std::size_t which) const {
        return which < m_prepared.classNames.size() ? m_prepared.classNames[which] : std::to_string(which);
    }

    SessionClient& m_session;
    const Prepared& m_prepared;
    Report& m_report;
};

Problem nothingToLookAt() {
    return {.kind = ProblemKind::Request,
            .sentence = "What is it to look at?",
            .where = "predict",
            .remedy = "Give images, .csv files or rows like 1.0,2.0."};
}

Result<GenerateWords> generateWords(const CommandOptions& options) {
    GenerateWords words;
    words.output = options.text("output");
    if (options.has("samples")) {
        const auto count = options.count("samples");
        if (!count)
            return std::unexpected(count.error());
        if (*count > kMostGenerated)
            return fail(ProblemKind::Request,
                        fmt::format("At most {} samples are made at once.", kMostGenerated), "--samples");
        words.count = *count;
    }
    if (options.has("seed")) {
        const auto seed = options.count("seed");
        if (!seed)
            return std::unexpected(seed.error());
        words.seed = static_cast<std::uint64_t>(*seed);
    }
    return words;
}

} // namespace

int runPredict(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("predict"), {"project", "input"}, true);
    options.addText("data", "SOURCE", "data with the network's classes, if not the project's");
    options.addText("samples", "N", "of two players: how many samples the generator makes (16)");
    options.addText("seed", "N", "of two players: of the latents that they are made of (0)");
    options.addText("output,o", "FILE", "of two players: where the samples go, FILE.csv or FILE.png");
    options.addCommon();
    options.explain(kInputs);
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    const bool generates = options.has("samples") || options.has("output") || options.has("seed");
    // Of a network alone the inputs are the question; two players make samples of their own.
    if (!options.has("input") && !options.has("project"))
        return report.problem(nothingToLookAt());
    SessionClient session([&report](const EventEnvelope& event) { tellDeviceNews(event, report); }, {},
                          openGuardedSession);
    Experiment experiment;
    const auto prepared = prepareTrained(options, session, report, experiment);
    if (!prepared)
        return report.problem(prepared.error());
    if (hasGenerator(experiment.network) && !options.has("input")) {
        const auto asked = generateWords(options);
        if (!asked)
            return report.problem(asked.error());
        if (auto made = generateSamples(session, experiment.network, *asked, report); !made)
            return report.problem(made.error());
        report.event("result", {{"samples", asked->count}, {"device", prepared->device}});
        return kExitDone;
    }
    if (generates)
        return report.problem(
            {.kind = ProblemKind::Request,
             .sentence = "--samples, --seed and --output are of two players, without an INPUT.",
             .where = "predict",
             .remedy = "Leave them out, or name a project that has a generator."});
    if (!options.has("input"))
        return report.problem(nothingToLookAt());
    SampleReader reader(prepared->sampleShape, experiment, report);
    Predictor predictor(session, *prepared, report);
    std::size_t count = 0;
    for (const std::string& word : options.texts("input")) {
        const auto samples = reader.read(word);
        if (!samples)
            return report.problem(samples.error());
        if (auto done = predictor.predict(*samples); !done)
            return report.problem(done.error());
        count += samples->size();
    }
    report.event("result", {{"predictions", count}, {"device", prepared->device}});
    return kExitDone;
}

} // namespace protomind
