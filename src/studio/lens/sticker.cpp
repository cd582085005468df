// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/universal_evaluation.h"
#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/lens/attack_fields.h"
#include "studio/lens/before_after.h"
#include "studio/lens/lens_memory.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/split_words.h"
#include "studio/lens/sticker_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

/// One and the same change for all samples, so that the network errs on most of them: a sticker (Brown et
/// al., "Adversarial patch", 2017) or a perturbation of all pixels (Moosavi-Dezfooli et al., "Universal
/// adversarial perturbations", CVPR 2017). Learned from half of the samples, judged on the others.
namespace protomind {

namespace {

constexpr std::uint64_t kJudgedNoise = 0x901e;
constexpr std::uint64_t kHalves = 0x4a1f;

const std::vector<LensFigureName>& stickerFigures() {
    static const std::vector<LensFigureName> all{
        {"success", "The share of the samples that count that it fools, or brings to the target."},
        {"noise_success", "The share of them that plain noise of the same size does that to."},
        {"learned", "How many samples it learned from."},
        {"judged", "How many others it was judged on."},
        {"counted", "How many of those count."},
        {"class_before", "The class that the network says to the shown sample without it."},
        {"class_after", "The class that it says to it with the sticker."},
        {"before", "How sure it is of the first class."},
        {"after", "How sure it is of the second class."},
        {"steps", "How many steps it learned in."},
        {"step_size", "How far the first step went."},
        {"side", "How many pixels a side of the patch takes."}};
    return all;
}

/// What was learned, and how it was judged.
struct Sticker {
    UniversalChange change;
    std::int64_t learned = 0; ///< samples
    std::int64_t judged = 0;
    std::int64_t counted = 0; ///< of those
    std::array<double, UniversalEvaluation::kLooks> fooled{};
    std::array<std::vector<std::int64_t>, UniversalEvaluation::kLooks> takenFor; ///< one a class
};

class StickerWork final : public LensWork {
public:
    StickerWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_answers(context)
        , m_data(data)
        , m_chosen(chosenSticker(settings, context.sample.shape))
        , m_task(m_chosen.task) {
        const std::int64_t samples = std::min(m_chosen.samples, data.size());
        // By lot: classes may come one after the other, or in turn.
        std::vector<std::uint32_t> drawn(static_cast<std::size_t>(samples));
        std::iota(drawn.begin(), drawn.end(), 0u);
        RandomStream(m_task.seed, kHalves).shuffle(drawn);
        const auto half = drawn.begin() + (samples + 1) / 2;
        m_learns.assign(drawn.begin(), half);
        m_judges.assign(half, drawn.end());
    }

    Result<bool> advance() override {
        if (m_found)
            return show();
        if (m_evaluation)
            return judge();
        if (m_attack)
            return learn();
        return start();
    }

    double share() const override {
        constexpr double kLearning = 0.8;
        if (m_found)
            return 1;
        return m_evaluation ? kLearning + (1 - kLearning) * m_evaluation->share()
               : m_attack   ? kLearning * m_attack->share()
                            : 0;
    }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        result.sentences = {outcome(), learning(), judging(), size(), onSample()};
        result.made = m_changed;
        addFigures(result);
        addPictures(result);
        result.charts.push_back(saidChart(m_answers, m_before, m_after));
        result.charts.push_back(takenForChart());
        return result;
    }

private:
    bool isPatch() const { return m_task.allowed.kind == UniversalKind::Patch; }

    /// All that what is learned depends on, besides weights and data.
    std::string key() const {
        const UniversalSet& allowed = m_task.allowed;
        const PatchPlace place = allowed.places.always.value_or(PatchPlace{.top = -1});
        return fmt::format(
            "sticker {} {} {} {} {} {} {} {} {} {} {} {} {} {}", static_cast<int>(allowed.kind),
            allowed.share, static_cast<int>(allowed.within.norm), allowed.epsilon, allowed.places.turned,
            place.top, place.left, place.turns, m_task.target.value_or(-1), m_task.steps, m_task.stepSize,
            m_task.seed, m_learns.size() + m_judges.size(), static_cast<int>(m_context.split));
    }

    Result<bool> start() {
        if (m_task.target.value_or(0) >= m_answers.count())
            return fail(ProblemKind::Request,
                        sentence("There is no class {}: the network tells {} apart, counted from 0.",
                                 *m_task.target, m_answers.count()),
                        "Target");
        if (m_context.memory != nullptr) {
            if (const auto* kept = m_context.memory->find<Sticker>(key())) {
                m_found = *kept;
                return false;
            }
        }
        m_attack.emplace(m_context.network, *m_context.objective->loss, m_data, m_learns, m_task);
        return false;
    }

    Result<bool> learn() {
        auto done = m_attack->advance();
        if (!done || !*done)
            return done;
        m_evaluation.emplace(m_context.network, *m_context.objective->loss, m_data, m_judges, m_task.target,
                             m_attack->change(),
                             noiseChange(m_task.allowed, m_context.sample.shape, m_task.seed, kJudgedNoise),
                             m_task.seed);
        return false;
    }

    Result<bool> judge() {
        auto done = m_evaluation->advance();
        if (!done || !*done)
            return done;
        Sticker found{.change = m_attack->change(),
                      .learned = m_attack->samplesSeen(),
                      .judged = std::ssize(m_judges),
                      .counted = m_evaluation->counted(),
                      .takenFor = {}};
        for (std::size_t look = 0; look < UniversalEvaluation::kLooks; ++look) {
            const auto which = static_cast<UniversalEvaluation::Look>(look);
            found.fooled[look] = m_evaluation->shareFooled(which);
            found.takenFor[look].resize(static_cast<std::size_t>(m_answers.count()));
            for (const float decided : m_evaluation->decided(which))
                ++found.takenFor[look][static_cast<std::size_t>(decided)];
        }
        if (m_context.memory != nullptr)
            m_context.memory->keep(key(), found);
        m_found = std::move(found);
        return false;
    }

    Result<bool> show() {
        auto before = say(m_answers, m_context.sample);
        if (!before)
            return std::unexpected(before.error());
        m_before = std::move(*before);
        m_changed = m_context.sample;
        applyChange(m_found->change, m_chosen.shownAt, m_changed.shape, m_changed.values);
        auto after = say(m_answers, m_changed);
        if (!after)
            return std::unexpected(after.error());
        m_after = std::move(*after);
        return true;
    }
    double success() const { return m_found->fooled[UniversalEvaluation::Changed]; }
    double noiseSuccess() const { return m_found->fooled[UniversalEvaluation::Noise]; }

    Sentence outcome() const {
        if (m_found->counted == 0)
            return "None of the samples that it was judged on counts, so that nothing can be said of it.";
        const double fooled = 100 * success();
        const double noise = 100 * noiseSuccess();
        if (isPatch() && m_task.target)
            return sentence("Stuck on pictures that are new to it, the patch makes the network say {:s} "
                            "to {:.1f} % of them; a patch of plain noise to {:.1f} %.",
                            m_answers.name(*m_task.target), fooled, noise);
        if (isPatch())
            return sentence("Stuck on pictures that are new to it, the patch fools the network in "
                            "{:.1f} % of them; a patch of plain noise in {:.1f} %.",
                            fooled, noise);
        if (m_task.target)
            return sentence(
                "Added to samples that are new to it, one and the same change makes the network say "
                "{:s} to {:.1f} % of them; plain noise as large to {:.1f} %.",
                m_answers.name(*m_task.target), fooled, noise);
        return sentence("Added to samples that are new to it, one and the same change fools the network in "
                        "{:.1f} % of them; plain noise as large in {:.1f} %.",
                        fooled, noise);
    }

    Sentence learning() const {
        return sentence(
            "It learned from {} {} in {} steps, the first of {:.3g} and then ever smaller ones (Adam).",
            m_found->learned, samplesOf(m_context.split), m_task.steps, m_task.stepSize);
    }

    Sentence judging() const {
        return m_task.target
                   ? sentence(
                         "It was judged on {} others: the {} count that are not {:s} and are not taken for "
                         "it anyhow.",
                         m_found->judged, m_found->counted, m_answers.name(*m_task.target))
                   : sentence(
                         "It was judged on {} others: the {} count that the network gets right without it.",
                         m_found->judged, m_found->counted);
    }

    Sentence size() const {
        if (!isPatch())
            return attackSizeSentence(m_task.allowed.within.norm, m_task.allowed.epsilon);
        const std::int64_t side = m_found->change.values.shape[0];
        const Sentence where = m_task.allowed.places.always   ? "It lies always at the same place."
                               : m_task.allowed.places.turned ? "It lies anywhere, turned anyhow."
                                                              : "It lies anywhere, upright.";
        return Sentence::row({sentence("The patch covers {} × {} of {} × {} pixels.", side, side,
                                       m_changed.shape[0], m_changed.shape[1]),
                              where});
    }

    Sentence onSample() const {
        return m_after.decided == m_before.decided
                   ? sentence("On the sample that is shown the network still says {}, and said {} before.",
                              saidSentence(m_answers, m_after), saidSentence(m_answers, m_before))
                   : sentence("On the sample that is shown the network says {} now, and said {} before.",
                              saidSentence(m_answers, m_after), saidSentence(m_answers, m_before));
    }

    void addFigures(LensResult& result) const {
        const auto of = [](const Said& said) {
            return static_cast<double>(said.byClass[static_cast<std::size_t>(said.decided)]);
        };
        result.figures = {{"learned", static_cast<double>(m_found->learned)},
                          {"judged", static_cast<double>(m_found->judged)},
                          {"counted", static_cast<double>(m_found->counted)},
                          {"class_before", static_cast<double>(m_before.decided)},
                          {"class_after", static_cast<double>(m_after.decided)},
                          {"before", of(m_before)},
                          {"after", of(m_after)},
                          {"steps", static_cast<double>(m_task.steps)},
                          {"step_size", m_task.stepSize}};
        if (m_found->counted > 0)
            result.figures.insert(result.figures.end(),
                                  {{"success", success()}, {"noise_success", noiseSuccess()}});
        if (isPatch())
            result.figures.push_back({"side", static_cast<double>(m_found->change.values.shape[0])});
    }

    void addPictures(LensResult& result) const {
        const HostArray& sample = m_context.sample;
        if (!isPicture(sample.shape)) {
            result.charts.push_back(changedNumbers(m_context, sample, m_changed));
            return;
        }
        result.sideBySide = true;
        if (isPatch())
            result.pictures.push_back(samplePicture(m_found->change.values, "The patch, magnified"));
        result.pictures.push_back(
            samplePicture(sample, sentence("Before: {}", saidSentence(m_answers, m_before))));
        if (!isPatch())
            result.pictures.push_back(changePicture(m_found->change.values));
        result.pictures.push_back(
            samplePicture(m_changed, sentence("After: {}", saidSentence(m_answers, m_after))));
        if (isPatch()) {
            result.pictures.back().xSetting = "x";
            result.pictures.back().ySetting = "y";
        }
    }

    LensChart takenForChart() const {
        LensChart chart{.title = "What they are taken for (click a bar to aim)",
                        .kind = ChartKind::Bars,
                        .yLabel = "Samples",
                        .labels = {},
                        .pickSetting = "target"};
        const std::array<Sentence, UniversalEvaluation::kLooks> names{"As they are", "With it",
                                                                      "With plain noise"};
        for (std::size_t look = 0; look < UniversalEvaluation::kLooks; ++look) {
            LensCurve& bars = chart.curves.emplace_back(LensCurve{.name = names[look], .x = {}, .y = {}});
            for (const std::int64_t count : m_found->takenFor[look]) {
                bars.x.push_back(static_cast<double>(bars.x.size()));
                bars.y.push_back(static_cast<double>(count));
            }
        }
        for (std::int64_t i = 0; i < m_answers.count(); ++i)
            chart.labels.push_back(m_answers.name(i));
        return chart;
    }

    const LensContext& m_context;
    Answers m_answers;
    const DataSet& m_data;
    ChosenSticker m_chosen;
    const UniversalSettings& m_task; ///< of what is chosen
    std::vector<std::uint32_t> m_learns;
    std::vector<std::uint32_t> m_judges;
    std::optional<UniversalAttack> m_attack;
    std::optional<UniversalEvaluation> m_evaluation;
    std::optional<Sticker> m_found;
    HostArray m_changed; ///< the sample with it
    Said m_before;
    Said m_after;
};

Result<std::unique_ptr<LensWork>> beginSticker(const LensContext& context, const Settings& settings) {
    if (auto chosen = checkSample(context); !chosen)
        return std::unexpected(chosen.error());
    if (auto known = checkClassesAndLoss(context); !known)
        return std::unexpected(known.error());
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    if ((*data)->size() < 2)
        return fail(ProblemKind::Request,
                    "It takes two samples at least: one to learn from and one to be judged on.", {},
                    "Choose another split.");
    if (wantsPatch(settings) && !sampleRange(context.sample.shape))
        return fail(ProblemKind::Unsupported, "A patch is stuck on pictures, and these samples are none.", {},
                    "Choose the universal change.");
    return std::make_unique<StickerWork>(context, **data, settings);
}

} // namespace

const LensType& stickerLens() {
    static const LensType type{.name = "sticker",
                               .title = "Sticker",
                               .summary =
                                   "Learns one sticker that makes the network err on whatever it is stuck.",
                               .subject = LensSubject::Sample,
                               .usesSample = true,
                               .usesSplit = true,
                               .fields = stickerFields(),
                               .figures = stickerFigures(),
                               .suits = attackSuits,
                               .begin = beginSticker};
    return type;
}

} // namespace protomind
