// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_samples.h"
#include "engine/base/random.h"
#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/lens/answers.h"
#include "studio/lens/attack_fields.h"
#include "studio/lens/before_after.h"
#include "studio/lens/decision_map.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/make_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

/// A sample changed so little that hardly anybody sees it, and so that the network errs. Attacks go through
/// the logits: see oddsAgainst. fooling: Nguyen et al., "Deep neural networks are easily fooled" (CVPR 2015),
/// section 3.3, by gradient ascent from noise.
namespace protomind {

namespace {

/// Outputs that a class can be chosen among.
constexpr std::int64_t kMostClasses = 65536;
constexpr std::uint64_t kFoolingStream = 0xf001;
constexpr std::uint64_t kNoisePlace = std::uint64_t{1} << 60;
/// The sides of the map of the plane that a point moves over.
constexpr std::int64_t kMapSide = 96;
constexpr std::int64_t kUsualSteps = 40;

const std::vector<Field>& adversaryFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields{
            {.name = "attack",
             .label = "Attack",
             .type = FieldType::Choice,
             .defaultValue = std::string(kPgdAttack),
             .choices = {kOneStepAttack, kPgdAttack, kMomentumAttack, kNoiseAttack, kFoolingAttack},
             .help =
                 "From weak to strong: noise is plain chance, one step goes once along the gradient, the "
                 "others go many times. Fooling begins with a picture of noise and makes the network sure "
                 "of it.",
             .shownOnCard = true},
            {.name = "target",
             .label = "Target",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{-1},
             .minimum = -1,
             .maximum = kMostClasses - 1,
             .help = "The class that the network shall say, counted from 0. -1: any but the one it says now.",
             .shownOnCard = true}};
        std::ranges::copy(attackFields(kUsualSteps, 1), std::back_inserter(fields));
        return fields;
    }();
    return all;
}

const std::vector<LensFigureName>& adversaryFigures() {
    static const std::vector<LensFigureName> all{
        {"success", "1 where the attack led the network astray, else 0."},
        {"class_before", "The class that the network says before the attack."},
        {"class_after", "The class that it says afterwards."},
        {"before", "How sure it is of the first class before the attack."},
        {"after", "How sure it is afterwards of the class that it says then."},
        {"first_class_after", "How sure it is afterwards of the class that it said before."},
        {"noise_success", "1 where plain noise of the same size leads it astray, too, else 0."},
        {"epsilon", "How large the change was allowed to be."},
        {"steps", "How many steps the attack took."},
        {"step_size", "How far each step went."},
        {"restarts", "From how many random places the attack began."},
        {"linf", "The largest change of a number that came out."},
        {"l2", "How long all changes together are."}};
    return all;
}

class AdversaryWork final : public LensWork {
public:
    AdversaryWork(const LensContext& context, const Settings& settings, std::optional<SampleRange> range)
        : m_context(context)
        , m_answers(context)
        , m_kind(choice(adversaryFields(), settings, "attack"))
        , m_chosen(chosenAttack(m_kind, adversaryFields(), settings, range))
        , m_target(integer(adversaryFields(), settings, "target"))
        , m_sample(context.sample) {
        if (m_kind != kFoolingAttack)
            return;
        RandomStream random(m_chosen.seed, kFoolingStream);
        for (float& value : m_sample.values)
            value = random.uniform(range->low, range->high);
        // So far that any picture can be reached, and each number as fast, however the size is measured.
        const double reach = m_chosen.settings.allowed.norm == Norm::Linf
                                 ? 1
                                 : std::sqrt(static_cast<double>(m_sample.values.size()));
        m_chosen.settings.epsilon = reach * static_cast<double>(range->high - range->low);
        m_chosen.settings.stepSize = reach * kFoolingStep;
    }

    Result<bool> advance() override {
        if (m_before.byClass.empty())
            return begin();
        if (!m_attack)
            attackNext();
        auto done = m_attack->advance();
        recordPath();
        if (!done || !*done)
            return done;
        keepBest();
        m_attack.reset();
        return m_begun < m_chosen.restarts ? false : finish();
    }

    double share() const override {
        const double under = m_attack ? m_attack->share() * static_cast<double>(m_begun - m_over) : 0;
        return (static_cast<double>(m_over) + under) / static_cast<double>(m_chosen.restarts);
    }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.sentences = {outcome(), attackSentence(m_chosen)};
        if (m_kind != kFoolingAttack)
            result.sentences.push_back(sizes());
        if (m_kind != kNoiseAttack && m_kind != kFoolingAttack && !isAimedAtItself())
            result.sentences.push_back(noiseSentence());
        result.made = HostArray(m_sample.shape, m_after);
        addFigures(result);
        addPictures(result);
        result.charts.push_back(saidChart(m_answers, m_before, m_said));
        return result;
    }

private:
    static constexpr double kFoolingStep = 0.02;

    HostArray sampleOf(std::span<const float> values) const {
        return {m_sample.shape, {values.begin(), values.end()}};
    }

    Result<bool> begin() {
        auto before = say(m_answers, m_sample);
        if (!before)
            return std::unexpected(before.error());
        m_before = std::move(*before);
        if (m_target >= m_answers.count())
            return fail(ProblemKind::Request,
                        sentence("There is no class {}: the network tells {} apart, counted from 0.",
                                 m_target, m_answers.count()),
                        "Target");
        const bool towards = m_target >= 0 || m_kind == kFoolingAttack;
        m_chosen.settings.towards = towards;
        m_given = m_target >= 0 ? m_target : m_before.decided;
        return false;
    }

    /// From as many of the starts as fit into memory together.
    void attackNext() {
        const std::int64_t starts =
            std::min(m_chosen.restarts - m_begun, fittingAttackBatch(m_context.network.model()));
        AttackBatch batch{
            .samples = HostArray(m_sample.shape.prepended(starts)),
            .classes = std::vector<float>(static_cast<std::size_t>(starts), static_cast<float>(m_given)),
            .places = {}};
        for (std::int64_t start = 0; start < starts; ++start) {
            std::ranges::copy(m_sample.values,
                              batch.samples.values.begin() + start * std::ssize(m_sample.values));
            batch.places.push_back(static_cast<std::uint64_t>(m_begun + start));
        }
        m_begun += starts;
        m_attack.emplace(m_context.network, *m_context.objective->loss, m_chosen.settings, std::move(batch),
                         m_chosen.seed);
        m_path.clear();
        recordPath();
    }

    bool isPointInAPlane() const { return m_sample.shape == Shape{2}; }
    /// Of points in the plane: where each of the starts under way has come to.
    void recordPath() {
        if (isPointInAPlane())
            m_path.push_back(m_attack->perturbed().values);
    }

    /// Of the starts that are over now and all before.
    void keepBest() {
        m_over = m_begun;
        const auto odds = m_attack->odds();
        const auto best =
            m_chosen.settings.towards ? std::ranges::min_element(odds) : std::ranges::max_element(odds);
        if (!m_after.empty() && (m_chosen.settings.towards ? *best >= m_bestOdds : *best <= m_bestOdds))
            return;
        m_bestOdds = *best;
        const std::size_t size = m_sample.values.size();
        const std::size_t first = static_cast<std::size_t>(best - odds.begin()) * size;
        const auto ofBest = [&](const std::vector<float>& all) {
            const auto found = std::span(all).subspan(first, size);
            return std::vector<float>(found.begin(), found.end());
        };
        m_after = ofBest(m_attack->perturbed().values);
        m_bestPath.clear();
        for (const std::vector<float>& points : m_path)
            m_bestPath.push_back(ofBest(points));
    }

    Result<bool> finish() {
        auto after = say(m_answers, sampleOf(m_after));
        if (!after)
            return std::unexpected(after.error());
        m_said = std::move(*after);
        return compareWithNoise();
    }

    Result<bool> compareWithNoise() {
        AttackSettings noise = m_chosen.settings;
        noise.start = AttackStart::Surface;
        noise.steps = 0;
        const Attack drawn(m_context.network, *m_context.objective->loss, noise,
                           {.samples = HostArray(m_sample.shape.prepended(1), m_sample.values),
                            .classes = {static_cast<float>(m_given)},
                            .places = {kNoisePlace}},
                           m_chosen.seed);
        auto said = say(m_answers, sampleOf(drawn.perturbed().values));
        if (!said)
            return std::unexpected(said.error());
        m_noise = std::move(*said);
        if (isPointInAPlane()) {
            m_bestPath.insert(m_bestPath.begin(), m_sample.values);
            auto map = decisionMap(m_context, m_answers, m_before.decided, m_bestPath, kMapSide);
            if (!map)
                return std::unexpected(map.error());
            m_map = std::move(*map);
        }
        return true;
    }

    /// Whether an answer is what the attack wants. To be brought to what one says anyhow is no feat.
    bool isLedAstray(const Said& said) const {
        return m_chosen.settings.towards ? said.decided == m_given && !isAimedAtItself()
                                         : said.decided != m_before.decided;
    }
    bool isAimedAtItself() const {
        return m_kind != kFoolingAttack && m_chosen.settings.towards && m_given == m_before.decided;
    }
    bool succeeded() const { return isLedAstray(m_said); }

    Sentence answer(const Said& said) const { return saidSentence(m_answers, said); }

    Sentence outcome() const {
        if (m_kind == kFoolingAttack)
            return succeeded()
                       ? sentence("Nothing but noise, and the network says {}.", answer(m_said))
                       : sentence("The network does not see {:s} in it yet: it says {}. More steps may help.",
                                  m_answers.name(m_given), answer(m_said));
        if (isAimedAtItself())
            return sentence("The target is what the network says anyhow: {}.", answer(m_before));
        if (succeeded())
            return sentence("Fooled: the network says {} now, and said {} before.", answer(m_said),
                            answer(m_before));
        return Sentence::row({sentence("Not fooled: the network says {}, and said {} before.", answer(m_said),
                                       answer(m_before)),
                              m_kind == kNoiseAttack || m_kind == kOneStepAttack
                                  ? Sentence("A larger epsilon may do it.")
                                  : Sentence("A larger epsilon or more steps may do it.")});
    }

    double largestChange() const {
        double largest = 0;
        for (std::size_t i = 0; i < m_after.size(); ++i)
            largest = std::max(largest, std::abs(static_cast<double>(m_after[i] - m_sample.values[i])));
        return largest;
    }
    double lengthOfChange() const {
        double squares = 0;
        for (std::size_t i = 0; i < m_after.size(); ++i)
            squares += std::pow(static_cast<double>(m_after[i] - m_sample.values[i]), 2);
        return std::sqrt(squares);
    }

    Sentence sizes() const {
        return sentence(
            "What came out: the largest change of a number is {:.3g}, all of them together are {:.3g} "
            "long (L2).",
            largestChange(), lengthOfChange());
    }

    Sentence noiseSentence() const {
        if (m_chosen.settings.towards)
            return isLedAstray(m_noise)
                       ? sentence("Plain noise of the same size leads it there too: it says {}.",
                                  answer(m_noise))
                       : sentence("Plain noise of the same size does not lead it there: it says {}.",
                                  answer(m_noise));
        return m_noise.decided == m_before.decided
                   ? sentence("Plain noise of the same size does not fool it: it still says {}.",
                              answer(m_noise))
                   : sentence("Plain noise of the same size fools it too: it says {}.", answer(m_noise));
    }

    void addFigures(LensResult& result) const {
        const auto of = [](const Said& said, std::int64_t which) {
            return static_cast<double>(said.byClass[static_cast<std::size_t>(which)]);
        };
        result.figures = {{"success", succeeded() ? 1.0 : 0.0},
                          {"class_before", static_cast<double>(m_before.decided)},
                          {"class_after", static_cast<double>(m_said.decided)},
                          {"before", of(m_before, m_before.decided)},
                          {"after", of(m_said, m_said.decided)},
                          {"first_class_after", of(m_said, m_before.decided)},
                          {"noise_success", isLedAstray(m_noise) ? 1.0 : 0.0},
                          {"epsilon", m_chosen.settings.epsilon},
                          {"steps", static_cast<double>(m_chosen.settings.steps)},
                          {"step_size", m_chosen.settings.stepSize},
                          {"restarts", static_cast<double>(m_chosen.restarts)},
                          {"linf", largestChange()},
                          {"l2", lengthOfChange()}};
    }

    void addPictures(LensResult& result) const {
        const HostArray after(m_sample.shape, m_after);
        HostArray change = after;
        for (std::size_t i = 0; i < m_after.size(); ++i)
            change.values[i] -= m_sample.values[i];
        if (!isPicture(m_sample.shape)) {
            addNumbers(after, result);
            return;
        }
        result.sideBySide = true;
        result.pictures.push_back(samplePicture(m_sample, sentence("Before: {}", answer(m_before))));
        if (m_kind != kFoolingAttack)
            result.pictures.push_back(changePicture(std::move(change)));
        result.pictures.push_back(samplePicture(after, sentence("After: {}", answer(m_said))));
    }

    void addNumbers(const HostArray& after, LensResult& result) const {
        if (m_map) {
            LensPicture map = m_map->picture;
            for (const std::vector<float>& point : m_bestPath)
                map.path.push_back(m_map->placeOf(point));
            result.pictures.push_back(std::move(map));
        }
        result.charts.push_back(changedNumbers(m_context, m_sample, after));
    }

    const LensContext& m_context;
    Answers m_answers;
    std::string m_kind;
    ChosenAttack m_chosen;
    std::int64_t m_target;
    HostArray m_sample;
    std::int64_t m_given = 0; ///< the class that it goes away from, or towards
    Said m_before;
    Said m_said; ///< to what came out
    Said m_noise;
    std::int64_t m_begun = 0;               ///< starts
    std::int64_t m_over = 0;                ///< of those
    std::optional<Attack> m_attack;         ///< from several starts
    std::vector<std::vector<float>> m_path; ///< the places of those, step by step
    float m_bestOdds = 0;                   ///< of all starts that are over
    std::vector<float> m_after;             ///< where the best one came to
    std::vector<std::vector<float>> m_bestPath;
    std::optional<DecisionMap> m_map;
};

Result<std::unique_ptr<LensWork>> beginAdversary(const LensContext& context, const Settings& settings) {
    if (auto chosen = checkSample(context); !chosen)
        return std::unexpected(chosen.error());
    if (auto known = checkClassesAndLoss(context); !known)
        return std::unexpected(known.error());
    const std::optional<SampleRange> range = sampleRange(context.sample.shape);
    if (choice(adversaryFields(), settings, "attack") == kFoolingAttack && !range)
        return fail(ProblemKind::Unsupported, "Fooling begins with a picture, and these samples are none.",
                    {}, "Choose another attack.");
    return std::make_unique<AdversaryWork>(context, settings, range);
}

} // namespace

const LensType& adversaryLens() {
    static const LensType type{.name = "adversary",
                               .title = "Adversary",
                               .summary = "Changes a sample a little, so that the network errs.",
                               .subject = LensSubject::Sample,
                               .usesSample = true,
                               .isLive = true,
                               .fields = adversaryFields(),
                               .figures = adversaryFigures(),
                               .suits = attackSuits,
                               .begin = beginAdversary};
    return type;
}

} // namespace protomind
