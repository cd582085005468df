// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/robust_evaluation.h"
#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/lens/answers.h"
#include "studio/lens/attack_fields.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/split_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

/// How many samples a network still gets right while each of them is attacked, over the size of the attack:
/// Madry et al., "Towards deep learning models resistant to adversarial attacks" (ICLR 2018), figure 6; with
/// the checks of Carlini et al., "On evaluating adversarial robustness" (2019), section 3.2.
namespace protomind {

namespace {

/// Two attacks that differ by less are equally strong: a sample or two.
constexpr double kNoDifference = 0.015;
/// What may be left where any change is allowed: samples whose starts all led nowhere.
constexpr double kNextToNothing = 0.05;

const std::vector<Field>& robustnessFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields = attackFields(20, 1);
        for (Field& field : fields) {
            if (field.name == "epsilon") {
                field.label = "Largest epsilon";
                field.defaultValue = 0.3;
            }
        }
        fields.push_back({.name = "points",
                          .label = "Points",
                          .type = FieldType::Integer,
                          .defaultValue = std::int64_t{6},
                          .minimum = 1,
                          .maximum = 50,
                          .help = "For how many sizes of the attack, up to the largest, it is measured."});
        fields.push_back({.name = "samples",
                          .label = "How many",
                          .type = FieldType::Integer,
                          .defaultValue = std::int64_t{200},
                          .minimum = 1,
                          .maximum = 1e9,
                          .help = "How many samples of the split are attacked: the first so many.",
                          .logarithmic = true,
                          .shownOnCard = true});
        return fields;
    }();
    return all;
}

const std::vector<LensFigureName>& robustnessFigures() {
    static const std::vector<LensFigureName> all{
        {"clean", "The share of right answers without an attack."},
        {"robust", "The share of right answers under the largest attack with many steps."},
        {"robust_first_start", "The same after the first start of that attack alone."},
        {"one_step", "The share of right answers under the largest attack with one step."},
        {"noise", "The share of right answers with plain noise of the largest size."},
        {"epsilon", "How large the largest attack is."},
        {"steps", "How many steps the attack with many of them takes."},
        {"step_size", "How far each of these steps goes."},
        {"restarts", "From how many random places that attack begins."},
        {"samples", "How many samples were attacked."},
        {"falls", "1 where fewer answers are right the larger the attack is, else 0."},
        {"many_steps_stronger", "1 where many steps are at least as strong as one, else 0."},
        {"nothing_left",
         "1 where next to nothing is left once any change is allowed, else 0; of pictures alone."}};
    return all;
}

enum Curve : std::size_t { kNoise, kOneStep, kManySteps, kCurves };
constexpr std::array<const char*, kCurves> kCurveKinds{kNoiseAttack, kOneStepAttack, kPgdAttack};
constexpr std::array<const char*, kCurves> kCurveNames{"Plain noise", "One step (FGSM)", "Many steps (PGD)"};

class RobustnessWork final : public LensWork {
public:
    RobustnessWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_data(data)
        , m_settings(settings)
        , m_range(sampleRange(data.description().sampleShape))
        , m_samples(std::min(integer(robustnessFields(), settings, "samples"), data.size())) {
        const std::int64_t points = integer(robustnessFields(), settings, "points");
        const double largest = real(robustnessFields(), settings, "epsilon");
        for (std::int64_t i = 1; i <= points; ++i)
            m_epsilons.push_back(largest * static_cast<double>(i) / static_cast<double>(points));
    }

    Result<bool> advance() override {
        if (!m_evaluation)
            m_evaluation.emplace(m_context.network, *m_context.objective->loss, m_data, task(m_task));
        auto done = m_evaluation->advance();
        if (!done || !*done)
            return done;
        m_found.push_back({.clean = m_evaluation->clean(),
                           .first = m_evaluation->afterRestarts().front(),
                           .worst = m_evaluation->standing()});
        m_evaluation.reset();
        return ++m_task == tasks();
    }

    double share() const override {
        return (static_cast<double>(m_task) + (m_evaluation ? m_evaluation->share() : 0)) /
               static_cast<double>(tasks());
    }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        const double clean = shareOf(m_found.front().clean);
        const ChosenAttack largest = chosen(kPgdAttack, m_epsilons.back());
        result.sentences = {
            sentence(
                "{:.1f} % are right without an attack, and {:.1f} % under the largest one, of the first {} "
                "{}.",
                100 * clean, 100 * accuracy(kManySteps, last()), m_samples, samplesOf(m_context.split)),
            attackSentence(largest)};
        result.figures = {{"clean", clean},
                          {"robust", accuracy(kManySteps, last())},
                          {"robust_first_start", shareOf(found(kManySteps, last()).first)},
                          {"one_step", accuracy(kOneStep, last())},
                          {"noise", accuracy(kNoise, last())},
                          {"epsilon", m_epsilons.back()},
                          {"steps", static_cast<double>(largest.settings.steps)},
                          {"step_size", largest.settings.stepSize},
                          {"restarts", static_cast<double>(largest.restarts)},
                          {"samples", static_cast<double>(m_samples)}};
        addChecks(result);
        addCurves(clean, result);
        addTable(result);
        return result;
    }

private:
    struct Found {
        std::int64_t clean = 0;
        std::int64_t first = 0; ///< right still after the first start
        std::int64_t worst = 0; ///< after all of them
    };

    /// Each kind at each size, and for pictures one at which everything can be changed into anything.
    std::size_t tasks() const { return kCurves * m_epsilons.size() + (checksEverything() ? 1 : 0); }
    bool checksEverything() const {
        return m_range && choice(robustnessFields(), m_settings, "norm") == std::string("linf");
    }
    ChosenAttack chosen(const char* kind, double epsilon, bool usualStep = false) const {
        Settings settings = m_settings;
        settings["epsilon"] = epsilon;
        if (usualStep)
            settings.erase("step_size");
        return chosenAttack(kind, robustnessFields(), settings, m_range);
    }
    RobustSettings task(std::size_t number) const {
        const std::size_t curve = number / m_epsilons.size();
        const ChosenAttack attack =
            curve < kCurves ? chosen(kCurveKinds[curve], m_epsilons[number % m_epsilons.size()])
                            : chosen(kPgdAttack, static_cast<double>(m_range->high - m_range->low), true);
        return {.attack = attack.settings,
                .restarts = attack.restarts,
                .samples = m_samples,
                .seed = attack.seed};
    }

    std::size_t last() const { return m_epsilons.size() - 1; }
    const Found& found(std::size_t curve, std::size_t point) const {
        return m_found[curve * m_epsilons.size() + point];
    }
    double shareOf(std::int64_t right) const {
        return static_cast<double>(right) / static_cast<double>(m_samples);
    }
    double accuracy(std::size_t curve, std::size_t point) const { return shareOf(found(curve, point).worst); }

    /// What a researcher looks for before believing such figures.
    void addChecks(LensResult& result) const {
        bool falls = true;
        bool stronger = true;
        for (std::size_t point = 0; point < m_epsilons.size(); ++point) {
            falls = falls && (point == 0 ||
                              accuracy(kManySteps, point) <= accuracy(kManySteps, point - 1) + kNoDifference);
            stronger = stronger && accuracy(kManySteps, point) <= accuracy(kOneStep, point) + kNoDifference;
        }
        const auto check = [&result](bool holds, const char* name, Sentence yes, Sentence no) {
            result.sentences.push_back(Sentence::row({Sentence::name(holds ? "✓" : "✗"), holds ? yes : no}));
            result.figures.push_back({name, holds ? 1.0 : 0.0});
        };
        check(falls, "falls", "It falls as attacks grow.",
              "It does not fall as attacks grow: the attack misses what it looks for. Take more steps.");
        check(stronger, "many_steps_stronger", "Many steps are at least as strong as one.",
              "One step is stronger than many: the gradients lead astray (gradient masking), or the steps "
              "are too "
              "few.");
        if (checksEverything()) {
            const double left = shareOf(m_found.back().worst);
            check(left <= kNextToNothing, "nothing_left",
                  "Where any change is allowed, next to nothing is left.",
                  sentence(
                      "Where any change is allowed, {:.1f} % are still right, though every picture could be "
                      "made into any other: the gradients lead astray (gradient masking).",
                      100 * left));
        }
    }

    void addCurves(double clean, LensResult& result) const {
        LensChart chart{.title = "Right answers under attack",
                        .kind = ChartKind::Lines,
                        .xLabel = "Epsilon",
                        .yLabel = "Accuracy"};
        const auto add = [&](Sentence name, const auto& at) {
            LensCurve curve{.name = std::move(name), .x = {0}, .y = {clean}};
            for (std::size_t point = 0; point < m_epsilons.size(); ++point) {
                curve.x.push_back(m_epsilons[point]);
                curve.y.push_back(at(point));
            }
            chart.curves.push_back(std::move(curve));
        };
        for (std::size_t curve = 0; curve < kCurves; ++curve)
            add(kCurveNames[curve], [&](std::size_t point) { return accuracy(curve, point); });
        if (integer(robustnessFields(), m_settings, "restarts") > 1)
            add("Many steps, first start alone",
                [&](std::size_t point) { return shareOf(found(kManySteps, point).first); });
        result.charts.push_back(std::move(chart));
    }

    void addTable(LensResult& result) const {
        LensTable table{.name = "robustness",
                        .title = "Right answers under attack",
                        .corner = "Epsilon",
                        .columns = {kCurveNames.begin(), kCurveNames.end()}};
        for (std::size_t point = 0; point < m_epsilons.size(); ++point) {
            table.rows.push_back(fmt::format("{:.3g}", m_epsilons[point]));
            std::vector<LensCell>& row = table.cells.emplace_back();
            for (std::size_t curve = 0; curve < kCurves; ++curve)
                row.push_back({.text = fmt::format("{:.1f} %", 100 * accuracy(curve, point)),
                               .value = accuracy(curve, point)});
        }
        result.tables.push_back(std::move(table));
    }

    const LensContext& m_context;
    const DataSet& m_data;
    Settings m_settings;
    std::optional<SampleRange> m_range;
    std::int64_t m_samples;
    std::vector<double> m_epsilons;
    std::size_t m_task = 0;
    std::optional<RobustEvaluation> m_evaluation; ///< of the task
    std::vector<Found> m_found;                   ///< of those before
};

Result<std::unique_ptr<LensWork>> beginRobustness(const LensContext& context, const Settings& settings) {
    if (auto known = checkClassesAndLoss(context); !known)
        return std::unexpected(known.error());
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    return std::make_unique<RobustnessWork>(context, **data, settings);
}

} // namespace

const LensType& robustnessLens() {
    static const LensType type{.name = "robustness",
                               .title = "Robustness",
                               .summary =
                                   "Attacks many samples, and counts those that the network still gets "
                                   "right.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .fields = robustnessFields(),
                               .figures = robustnessFigures(),
                               .suits = attackSuits,
                               .begin = beginRobustness};
    return type;
}

} // namespace protomind
