// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/fill.h"
#include "engine/instance/network_instance.h"
#include "engine/nn/activation.h"
#include "studio/lens/answers.h"
#include "studio/lens/calibration_report.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/out_of_distribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

/// Whether a classifier is as sure as it is right, what a temperature would do about it (Guo et al., "On
/// calibration of modern neural networks", ICML 2017), and how sure it is of what is no sample at all
/// (Hendrycks and Gimpel, "A baseline for detecting misclassified and out-of-distribution examples", ICLR
/// 2017).
namespace protomind {

namespace {

constexpr std::int64_t kLargestCalibrationBatch = 256;
/// Logits that are kept of all samples together: 128 MB.
constexpr std::int64_t kMostKeptLogits = std::int64_t{1} << 25;
/// Of noise, and of shuffled samples.
constexpr std::int64_t kOutsideSamples = 512;
constexpr std::uint64_t kOutsideChoiceSeed = 1;
constexpr std::uint64_t kOutsideNoiseSeed = 2;
constexpr std::uint64_t kOutsideShuffleSeed = 3;

const std::vector<Field>& calibrationFields() {
    static const std::vector<Field> all{
        {.name = "temperature",
         .label = "Temperature",
         .type = FieldType::Real,
         .defaultValue = 1.0,
         .minimum = kLeastTemperature,
         .maximum = kMostTemperature,
         .help = "All logits are divided by it before they become probabilities: above 1 the network is less "
                 "sure, below 1 it is surer. What it decides stays the same.",
         .logarithmic = true,
         .shownOnCard = true},
        {.name = "bins",
         .label = "Bins",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{15},
         .minimum = 5,
         .maximum = 50,
         .help = "Into how many equal parts confidence from 0 to 100 % is divided, to count in each how many "
                 "answers are right."}};
    return all;
}

Result<void> calibrationSuits(const LensTarget& target) {
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no samples to try the network on.", {},
                    "Choose data for it.");
    if (target.data->targetKind != TargetKind::Class)
        return fail(ProblemKind::Unsupported,
                    "The network does not tell classes apart: its targets are values.", {},
                    "Choose data with classes.");
    if (target.data->classNames.size() < 2)
        return fail(ProblemKind::Unsupported, "There is a single class, so there is nothing to decide.", {},
                    "Choose data with two classes or more.");
    return {};
}

/// First the logits of all samples, then those of what is none, then the search for a temperature: each slice
/// is one run on the device, or one look at all logits.
class CalibrationWork final : public LensWork {
public:
    /// fitted: what a temperature is found on, where that is another set than the judged one; else null.
    CalibrationWork(const LensContext& context, const DataSet& judged, const DataSet* fitted,
                    const Settings& settings)
        : m_context(context)
        , m_answers(context)
        , m_model(context.network.model())
        , m_outputs(static_cast<std::size_t>(m_model.outputShape.elementCount()))
        , m_temperature(real(calibrationFields(), settings, "temperature"))
        , m_bins(static_cast<std::size_t>(integer(calibrationFields(), settings, "bins")))
        , m_batch(fittingBatch(m_model, kLargestCalibrationBatch)) {
        m_sets.push_back({.data = &judged, .logits = noLogits()});
        if (fitted != nullptr)
            m_sets.push_back({.data = fitted, .logits = noLogits()});
        for (const JudgedSet& set : m_sets)
            m_wanted += set.data->size();
        m_wanted += std::min(judged.size(), kOutsideSamples) * (hasPlaces(m_model.inputShape) ? 2 : 1);
    }

    Result<bool> advance() override {
        for (JudgedSet& set : m_sets)
            if (set.done < set.data->size())
                return readBatch(set);
        if (!m_fit) {
            m_fit.emplace(m_sets.back().logits, m_sets.back().labels);
            chooseOutside();
        }
        if (m_looked < std::ssize(m_chosen))
            return lookAtRange();
        if (m_outside.empty())
            beginOutside();
        for (OutsideSet& outside : m_outside)
            if (outside.done < std::ssize(m_chosen))
                return askBatch(outside);
        return m_fit->advance();
    }

    double share() const override {
        return static_cast<double>(m_done) / static_cast<double>(std::max<std::int64_t>(m_wanted, 1));
    }

    LensResult result() override {
        const JudgedSet& judged = m_sets.front();
        CalibrationFindings findings{.form = judged.logits.form,
                                     .classes = m_answers.count(),
                                     .temperature = m_temperature,
                                     .measured =
                                         calibrationOf(judged.logits, judged.labels, m_temperature, m_bins),
                                     .sure = confidences(judged.logits, m_temperature),
                                     .split = m_context.split,
                                     .fitted = m_sets.size() == 2 ? Split::Validation : m_context.split,
                                     .fittedSamples = std::ssize(m_sets.back().labels),
                                     .bestTemperature = m_fit->temperature()};
        if (!m_fit->isAtEnd())
            findings.best = calibrationOf(judged.logits, judged.labels, findings.bestTemperature, m_bins);
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        for (OutsideSet& outside : m_outside) {
            outside.found.sure = confidences(outside.logits, m_temperature);
            findings.outside.push_back(std::move(outside.found));
        }
        addCalibration(findings, result);
        return result;
    }

private:
    struct JudgedSet {
        const DataSet* data = nullptr;
        Logits logits;
        std::vector<std::size_t> labels{};
        std::int64_t done = 0; ///< samples
    };
    struct OutsideSet {
        OutsideConfidence found;
        bool shuffled = false; ///< the chosen samples; else noise
        RandomStream random;
        Logits logits;
        std::int64_t done = 0;
    };

    [[nodiscard]] Logits noLogits() const {
        const ModelLayer& last = m_model.layers[static_cast<std::size_t>(m_model.outputLayer)];
        const Activation* activation = activationOf(last.type->fields, last.settings);
        const bool sigmoids = m_outputs > 1 && activation != nullptr && activation->name == "sigmoid";
        return {.form = sigmoids ? ProbabilityForm::Sigmoids : ProbabilityForm::Softmax,
                .classes = static_cast<std::size_t>(m_answers.count())};
    }

    /// The logits of up to a batch of samples, each [outputs].
    Result<std::vector<float>> logitsOf(std::span<const float> samples) {
        // The last batch is filled up, so that only one size is ever compiled.
        HostArray batch(m_model.inputShape.prepended(m_batch));
        std::ranges::copy(samples, batch.values.begin());
        auto found = m_context.network.ask({.logits = true}, {{kSamples, std::move(batch)}});
        if (!found)
            return std::unexpected(found.error());
        std::vector<float> logits = std::move(found->at(kLogits).values);
        logits.resize(samples.size() / sampleSize() * m_outputs);
        if (!std::ranges::all_of(logits, [](float logit) { return std::isfinite(logit); }))
            return fail(ProblemKind::Unsupported,
                        "The network answers to some samples with numbers that are not finite.", {},
                        "Train it anew, with a smaller learning rate.");
        return logits;
    }
    [[nodiscard]] std::size_t sampleSize() const {
        return static_cast<std::size_t>(m_model.inputShape.elementCount());
    }
    [[nodiscard]] int threads() const { return m_context.network.device().description().threads; }

    Result<bool> readBatch(JudgedSet& set) {
        const std::int64_t count = std::min(m_batch, set.data->size() - set.done);
        const ReadSamples read = readSamples(*set.data, set.done, count, threads());
        const auto logits = logitsOf(read.samples.values);
        if (!logits)
            return std::unexpected(logits.error());
        for (std::size_t i = 0; i < read.targets.size(); ++i) {
            if (read.targets[i] < 0 || read.targets[i] >= static_cast<float>(m_answers.count()))
                continue;
            set.logits.add(std::span(*logits).subspan(i * m_outputs, m_outputs));
            set.labels.push_back(static_cast<std::size_t>(read.targets[i]));
        }
        set.done += count;
        m_done += count;
        return false;
    }

    /// Samples that say what noise is drawn between, and that are shuffled. Never all of them at once.
    void chooseOutside() {
        const DataSet& data = *m_sets.front().data;
        m_chosen.resize(static_cast<std::size_t>(data.size()));
        std::iota(m_chosen.begin(), m_chosen.end(), 0u);
        RandomStream(kOutsideChoiceSeed).shuffle(m_chosen);
        m_chosen.resize(static_cast<std::size_t>(std::min(data.size(), kOutsideSamples)));
    }

    [[nodiscard]] HostArray chosenSamples(std::int64_t first, std::int64_t count) const {
        HostArray samples(m_model.inputShape.prepended(count));
        std::vector<float> targets(static_cast<std::size_t>(count));
        fillBatch(*m_sets.front().data,
                  std::span(m_chosen).subspan(static_cast<std::size_t>(first), targets.size()),
                  samples.values, targets, threads());
        return samples;
    }

    Result<bool> lookAtRange() {
        const std::int64_t count = std::min(m_batch, std::ssize(m_chosen) - m_looked);
        m_range.add(chosenSamples(m_looked, count));
        m_looked += count;
        return false;
    }

    void beginOutside() {
        m_outside.push_back(
            {.found = {.name = "noise",
                       .title = "Noise",
                       .things =
                           m_model.inputShape.rank() == 1
                               ? Sentence("samples of pure noise (each number drawn from the range that "
                                          "it has in the data)")
                               : sentence("samples of pure noise (each number drawn from {:.3g} to "
                                          "{:.3g})",
                                          m_range.low(), m_range.high())},
             .random = RandomStream(kOutsideNoiseSeed),
             .logits = noLogits()});
        if (!hasPlaces(m_model.inputShape))
            return;
        m_outside.push_back(
            {.found = {.name = "shuffled",
                       .title = "Shuffled",
                       .things = m_model.inputShape.rank() == 3 ? "samples with all their pixels shuffled"
                                                                : "samples with all their steps shuffled"},
             .shuffled = true,
             .random = RandomStream(kOutsideShuffleSeed),
             .logits = noLogits()});
    }

    Result<bool> askBatch(OutsideSet& outside) {
        const std::int64_t count = std::min(m_batch, std::ssize(m_chosen) - outside.done);
        const HostArray samples = outside.shuffled
                                      ? shuffledPlaces(chosenSamples(outside.done, count), outside.random)
                                      : m_range.draw(m_model.inputShape.prepended(count), outside.random);
        const auto logits = logitsOf(samples.values);
        if (!logits)
            return std::unexpected(logits.error());
        for (std::size_t at = 0; at < logits->size(); at += m_outputs)
            outside.logits.add(std::span(*logits).subspan(at, m_outputs));
        outside.done += count;
        m_done += count;
        return false;
    }

    const LensContext& m_context;
    Answers m_answers;
    const Model& m_model;
    std::size_t m_outputs;
    double m_temperature;
    std::size_t m_bins;
    std::int64_t m_batch;
    std::vector<JudgedSet> m_sets;       ///< the judged one; where it is another, that which is fitted on
    std::vector<std::uint32_t> m_chosen; ///< in the judged set
    std::int64_t m_looked = 0;           ///< of those, for the range
    NoiseRange m_range;
    std::vector<OutsideSet> m_outside; ///< once the range is known
    std::optional<TemperatureFit> m_fit;
    std::int64_t m_done = 0; ///< of all that the network is asked
    std::int64_t m_wanted = 0;
};

Result<std::unique_ptr<LensWork>> beginCalibration(const LensContext& context, const Settings& settings) {
    const Answers answers(context);
    if (auto known = checkClasses(context); !known)
        return std::unexpected(known.error());
    if (answers.reading().meaning != OutputMeaning::Probabilities)
        return fail(
            ProblemKind::Unsupported,
            "The network gives scores, not probabilities: they don't say how sure it is.", {},
            "Let it end in a softmax (a single output in a sigmoid), or train it with cross-entropy.");
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    const DataSet* fitted = context.validation != *data ? context.validation : nullptr;
    if (fitted != nullptr && fitted->size() == 0)
        fitted = nullptr;
    const std::int64_t samples = (*data)->size() + (fitted != nullptr ? fitted->size() : 0);
    if (samples * answers.count() > kMostKeptLogits)
        return fail(ProblemKind::Unsupported,
                    sentence("The network gives {} logits for all {} samples; at most {} can be kept.",
                             samples * answers.count(), samples, kMostKeptLogits),
                    {}, "Choose another split.");
    return std::make_unique<CalibrationWork>(context, **data, fitted, settings);
}

} // namespace

const LensType& calibrationLens() {
    static const LensType type{.name = "calibration",
                               .title = "Calibration",
                               .summary = "Shows whether the network is as sure as it is right, and how sure "
                                          "it is of pure noise.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .fields = calibrationFields(),
                               .figures = calibrationFigures(),
                               .suits = calibrationSuits,
                               .begin = beginCalibration};
    return type;
}

} // namespace protomind
