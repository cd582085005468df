// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/generated.h"

#include "engine/attack/perturbation.h"
#include "engine/data/fill.h"
#include "engine/gan/gan_loss.h"
#include "engine/nn/latent.h"
#include "studio/lens/answers.h"
#include "studio/lens/made_digits.h"
#include "studio/lens/made_points.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/player_scores.h"
#include "studio/lens/sample_rows.h"
#include "studio/lens/split_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

/// What a generator makes, and how good it is.
namespace protomind {

namespace {

/// Samples that are made, or looked at, in a slice at most.
constexpr std::int64_t kGeneratedSlice = 256;
/// Numbers of a sample that a row still shows.
constexpr std::int64_t kMostRowNumbers = 8;

const std::vector<Field>& generatedFields() {
    static const std::vector<Field> all{
        {.name = "count",
         .label = "How many",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{25},
         .minimum = 1,
         .maximum = 100,
         .help = "How many made samples are shown.",
         .shownOnCard = true},
        {.name = "seed",
         .label = "Seed",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{0},
         .minimum = 0,
         .maximum = 1e9,
         .help = "Of the random numbers that samples are made of. The same seed gives the same numbers, so "
                 "that two looks can be compared."},
        {.name = "measure",
         .label = "Measure",
         .type = FieldType::Boolean,
         .defaultValue = true,
         .help = "Whether it is measured how good they are: which of the data's clouds or digits there are, "
                 "and how far made samples are from real ones."},
        {.name = "samples",
         .label = "Measured samples",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{1000},
         .minimum = 100,
         .maximum = 10000,
         .help = "How many samples are made for that, and held against as many real ones. More take longer.",
         .logarithmic = true}};
    return all;
}

const std::vector<LensFigureName>& generatedFigures() {
    static const std::vector<LensFigureName> all{
        {"samples", "How many made samples the figures are of."},
        {"score_made", "The discriminator's mean score of made samples."},
        {"score_real", "The same of real ones."},
        {"told_apart", "How often the discriminator is right, from 0 to 1; 0.5 is guessing."},
        {"modes", "How many clouds the data come from, where that is known."},
        {"modes_found", "How many of them the generator hits."},
        {"high_quality", "The share of made samples within three standard deviations of a cloud."},
        {"high_quality_real", "The same of real ones."},
        {"mmd", "The squared mean discrepancy of made from real samples of few numbers; 0: the same."},
        {"mmd_real", "The same of real ones from others."},
        {"digits_covered", "How many of ten digits have a share of at least 0.05 of the made samples."},
        {"confidence", "How sure the digit classifier is of made digits, in the mean."},
        {"confidence_real", "The same of real ones."},
        {"frechet", "The Fréchet distance of made from real digits, in the digit classifier's features."},
        {"frechet_real", "The same of real ones from others."},
        {"frechet_samples", "Of how many samples of each kind the Fréchet distances are."}};
    return all;
}

class GeneratedWork final : public LensWork {
public:
    GeneratedWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_data(data)
        , m_measures(boolean(generatedFields(), settings, "measure"))
        , m_shown(integer(generatedFields(), settings, "count"))
        , m_isSmall(sampleShape().elementCount() <= kMostNumbersCompared)
        , m_isDigits(mayBeDigits(data.description())) {
        const std::int64_t made = m_measures ? integer(generatedFields(), settings, "samples") : m_shown;
        // Others that real ones are held against are there where something is measured.
        const std::int64_t real = m_measures ? std::max<std::int64_t>(data.size() / 2, 1) : data.size();
        m_count = {made, std::min(made, real), m_measures ? std::min(made, data.size() / 2) : 0};
        m_latents = drawLatents(*context.generator, made,
                                static_cast<std::uint64_t>(integer(generatedFields(), settings, "seed")));
        m_places = drawnPlaces(data.size(), m_count[MadeDigits::Real] + m_count[MadeDigits::Others]);
        m_slice = std::min(
            {kGeneratedSlice, fittingBatch(context.network.model()), fittingBatch(*context.generator)});
    }

    Result<bool> advance() override {
        if (m_kind == MadeDigits::kKinds)
            return conclude();
        const std::int64_t count = std::min(m_slice, m_count[m_kind] - m_done);
        if (count > 0) {
            if (auto looked = look(m_kind, m_done, count); !looked)
                return std::unexpected(looked.error());
        }
        m_done += count;
        m_all += count;
        if (m_done == m_count[m_kind]) {
            ++m_kind;
            m_done = 0;
        }
        return false;
    }

    double share() const override {
        return static_cast<double>(m_all) / static_cast<double>(m_count[0] + m_count[1] + m_count[2] + 1);
    }

    LensResult result() override { return std::move(m_result); }

private:
    const Shape& sampleShape() const { return m_context.generator->outputShape; }

    /// What is left once all samples were looked at.
    Result<bool> conclude() {
        const bool compares = m_measures && m_isSmall && m_count[MadeDigits::Others] >= 2;
        Result<void> done;
        switch (m_conclusion++) {
        case 0:
            done = tell();
            break;
        case 1:
            done = m_distances.measureMade(keptOf(MadeDigits::Made), keptOf(MadeDigits::Real));
            break;
        default:
            done = m_distances.measureOthers(keptOf(MadeDigits::Others), keptOf(MadeDigits::Real));
            m_distances.tell(m_result);
        }
        if (!done)
            return std::unexpected(done.error());
        return !compares || m_conclusion == 3;
    }

    /// A slice of one kind of samples.
    Result<void> look(std::size_t kind, std::int64_t first, std::int64_t count) {
        std::vector<float> labels;
        auto samples = kind == MadeDigits::Made ? make(first, count) : real(kind, first, count, labels);
        if (!samples)
            return std::unexpected(samples.error());
        if (kind != MadeDigits::Others) {
            const auto scores = scoresOf(m_context.network, *samples);
            if (!scores)
                return std::unexpected(scores.error());
            m_scores[kind].insert(m_scores[kind].end(), scores->values.begin(), scores->values.end());
        }
        const std::int64_t kept = m_measures && m_isSmall    ? m_count[kind]
                                  : kind == MadeDigits::Made ? m_shown
                                                             : 0;
        const std::int64_t more =
            std::clamp<std::int64_t>(kept - first, 0, count) * sampleShape().elementCount();
        m_kept[kind].insert(m_kept[kind].end(), samples->values.begin(), samples->values.begin() + more);
        if (!m_measures || !m_isDigits)
            return {};
        if (!m_digits) {
            auto digits = MadeDigits::create(m_context.network.device());
            if (!digits)
                return std::unexpected(digits.error());
            m_digits.emplace(std::move(*digits));
        }
        return m_digits->add(static_cast<MadeDigits::Kind>(kind), std::move(*samples), labels);
    }

    Result<HostArray> make(std::int64_t first, std::int64_t count) {
        const std::int64_t size = m_context.generator->inputShape.elementCount();
        const auto begin = m_latents.values.begin() + first * size;
        auto made = generated(m_context.network, *m_context.generator,
                              HostArray(m_context.generator->inputShape.prepended(count),
                                        std::vector<float>(begin, begin + count * size)));
        if (!made)
            return made;
        if (auto finite = finiteRows(*made, kMadeSamples); !finite)
            return std::unexpected(finite.error());
        return made;
    }

    Result<HostArray> real(std::size_t kind, std::int64_t first, std::int64_t count,
                           std::vector<float>& targets) const {
        const std::int64_t before = kind == MadeDigits::Others ? m_count[MadeDigits::Real] : 0;
        HostArray samples(sampleShape().prepended(count));
        targets.resize(static_cast<std::size_t>(count * m_data.description().targetShape.elementCount()));
        fillBatch(m_data,
                  std::span(m_places).subspan(static_cast<std::size_t>(before + first),
                                              static_cast<std::size_t>(count)),
                  samples.values, targets, 1);
        return samples;
    }

    HostArray keptOf(std::size_t kind) const {
        return {sampleShape().prepended(std::ssize(m_kept[kind]) / sampleShape().elementCount()),
                m_kept[kind]};
    }

    Result<void> tell() {
        const std::vector<float>& made = m_scores[MadeDigits::Made];
        const std::vector<float>& real = m_scores[MadeDigits::Real];
        m_result.step = m_context.step;
        m_result.split = m_context.split;
        const double apart = shareToldApart(*m_context.ganLoss, real, made);
        m_result.sentences = {
            sentence("{} samples, made of the same random numbers in every look.", m_shown),
            sentence("The discriminator's mean score is {:.3g} for {} made samples, and {:.3g} for {} {}.",
                     meanOf(made), made.size(), meanOf(real), real.size(), samplesOf(m_context.split)),
            toldApartSentence(*m_context.ganLoss, apart)};
        m_result.figures = {{"samples", static_cast<double>(made.size())},
                            {"score_made", meanOf(made)},
                            {"score_real", meanOf(real)},
                            {"told_apart", apart}};
        if (isPicture(sampleShape()))
            showPictures();
        else
            showRows();
        if (!m_measures)
            return {};
        if (m_digits)
            return m_digits->tell(m_result);
        if (m_isSmall)
            return tellOfModes(m_data.description(), keptOf(MadeDigits::Made), keptOf(MadeDigits::Real),
                               m_result);
        m_result.sentences.push_back(
            sentence("How good they are is measured of digits, and of samples of at most {} numbers: nothing "
                     "that comes with the program knows these.",
                     kMostNumbersCompared));
        return {};
    }

    std::span<const float> shownSample(std::int64_t i) const {
        const auto size = static_cast<std::size_t>(sampleShape().elementCount());
        return std::span(m_kept[MadeDigits::Made]).subspan(static_cast<std::size_t>(i) * size, size);
    }

    void showPictures() {
        const auto range = sampleRange(sampleShape());
        m_result.sideBySide = true;
        for (std::int64_t i = 0; i < m_shown; ++i) {
            const auto sample = shownSample(i);
            LensPicture picture = samplePicture(
                HostArray(sampleShape(), std::vector<float>(sample.begin(), sample.end())),
                sentence("score {:.3g}", m_scores[MadeDigits::Made][static_cast<std::size_t>(i)]));
            if (range) {
                picture.low = range->low;
                picture.high = range->high;
            }
            m_result.pictures.push_back(std::move(picture));
        }
    }

    void showRows() {
        const std::vector<std::string>& names = m_data.description().featureNames;
        const std::int64_t size = sampleShape().elementCount();
        const std::int64_t shown = std::min(size, kMostRowNumbers);
        LensTable table{.name = "samples", .title = "Generated samples", .corner = "sample"};
        for (std::int64_t k = 0; k < shown; ++k)
            table.columns.push_back(std::ssize(names) == size
                                        ? Sentence::name(names[static_cast<std::size_t>(k)])
                                        : sentence("Number {}", k + 1));
        table.columns.emplace_back("Score");
        const auto cell = [](float value) {
            return LensCell{.text = fmt::format("{:.3g}", value), .value = static_cast<double>(value)};
        };
        for (std::int64_t i = 0; i < m_shown; ++i) {
            table.rows.push_back(std::to_string(i + 1));
            std::vector<LensCell>& row = table.cells.emplace_back();
            for (const float value : shownSample(i).first(static_cast<std::size_t>(shown)))
                row.push_back(cell(value));
            row.push_back(cell(m_scores[MadeDigits::Made][static_cast<std::size_t>(i)]));
        }
        m_result.tables.push_back(std::move(table));
    }

    const LensContext& m_context;
    const DataSet& m_data;
    bool m_measures;
    std::int64_t m_shown;
    bool m_isSmall;
    bool m_isDigits;
    std::array<std::int64_t, MadeDigits::kKinds> m_count{}; ///< of samples that are looked at
    HostArray m_latents;
    std::vector<std::uint32_t> m_places; ///< of real ones, then of others
    std::int64_t m_slice = 1;
    std::size_t m_kind = 0;
    std::int64_t m_done = 0; ///< of the kind
    std::int64_t m_all = 0;
    std::array<std::vector<float>, MadeDigits::kKinds> m_kept;
    std::array<std::vector<float>, 2> m_scores; ///< of made and of real ones
    std::optional<MadeDigits> m_digits;
    PointDistances m_distances;
    int m_conclusion = 0; ///< parts of it that are done
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginGenerated(const LensContext& context, const Settings& settings) {
    const auto data = realSamples(context);
    if (!data)
        return std::unexpected(data.error());
    return std::make_unique<GeneratedWork>(context, **data, settings);
}

} // namespace

const LensType& generatedLens() {
    static const LensType type{.name = "generated",
                               .title = "Generated samples",
                               .summary =
                                   "Shows what the generator makes of fixed random numbers, and measures "
                                   "how good that is.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .isLive = true,
                               .fields = generatedFields(),
                               .figures = generatedFigures(),
                               .suits = checkPlayers,
                               .begin = beginGenerated};
    return type;
}

} // namespace protomind
