// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/transfer.h"

#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/lens/answers.h"
#include "studio/lens/attack_fields.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/split_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

/// Whether what is made to fool this network fools another one too, and what that says of the other one's
/// gradients: Athalye et al., "Obfuscated gradients give a false sense of security" (ICML 2018), section 3.1:
/// an attack from outside that beats the direct one is a sign that gradients are masked.
namespace protomind {

namespace {

/// Shares that differ by less say nothing: a sample or two.
constexpr double kNoShareDifference = 0.015;
constexpr double kFewSamples = 3;

const std::vector<Field>& transferFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields{
            {.name = "attack",
             .label = "Attack",
             .type = FieldType::Choice,
             .defaultValue = std::string(kPgdAttack),
             .choices = {kOneStepAttack, kPgdAttack, kMomentumAttack},
             .help =
                 "How samples are made to fool this network. What momentum or one step make often carries "
                 "over better than what PGD makes.",
             .shownOnCard = true}};
        std::ranges::copy(attackFields(20, 1), std::back_inserter(fields));
        fields.push_back({.name = "samples",
                          .label = "How many",
                          .type = FieldType::Integer,
                          .defaultValue = std::int64_t{200},
                          .minimum = 1,
                          .maximum = 1e9,
                          .help = "How many samples of the split are looked at: the first so many. Those "
                                  "that both networks get right are attacked.",
                          .logarithmic = true,
                          .shownOnCard = true});
        return fields;
    }();
    return all;
}

const std::vector<LensFigureName>& transferFigures() {
    static const std::vector<LensFigureName> all{
        {"samples", "How many samples were looked at."},
        {"clean", "The share of them that this network gets right."},
        {"other_clean", "The share of them that the other one gets right."},
        {"both_right", "How many both get right: those are attacked."},
        {"fooled", "The share of those attacked that fools this network."},
        {"transferred", "The share of them that fools the other one too."},
        {"direct", "The share of them that fools the other one when it is attacked itself."},
        {"noise", "The share of them that fools it with plain noise."},
        {"gradient_masking", "1 where the attack from outside is the stronger one, else 0."},
        {"epsilon", "How large the change was allowed to be."},
        {"steps", "How many steps the attack took."},
        {"step_size", "How far each step went."},
        {"restarts", "From how many random places the attack began."}};
    return all;
}

class TransferWork final : public LensWork {
public:
    TransferWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_chosen(chosenAttack(choice(transferFields(), settings, "attack"), transferFields(), settings,
                                sampleRange(data.description().sampleShape)))
        , m_evaluation({.network = context.network, .loss = *context.objective->loss},
                       {.network = *context.other.network, .loss = *context.other.objective->loss}, data,
                       {.attack = m_chosen.settings,
                        .restarts = m_chosen.restarts,
                        .samples = integer(transferFields(), settings, "samples"),
                        .seed = m_chosen.seed}) {}

    Result<bool> advance() override { return m_evaluation.advance(); }
    double share() const override { return m_evaluation.share(); }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        const TransferCounts& found = m_evaluation.counts();
        result.sentences.push_back(
            sentence("This network gets {:.1f} % right, {:s} {:.1f} %, and both of them {}, of the first {} "
                     "{}. Those that both get right are attacked.",
                     100 * ofAll(found.cleanFrom), m_context.other.name, 100 * ofAll(found.cleanTo),
                     found.bothRight, found.samples, samplesOf(m_context.split)));
        if (m_context.split != Split::Test)
            result.sentences.push_back(
                sentence("Of the samples, {:s} may have learned from any: they were parted for this network.",
                         m_context.other.name));
        if (found.bothRight > 0)
            addOutcome(result);
        else
            result.sentences.emplace_back("There is nothing to attack. Do both networks tell the same "
                                          "classes apart, in the same order?");
        result.sentences.push_back(attackSentence(m_chosen));
        result.figures = {{"samples", static_cast<double>(found.samples)},
                          {"clean", ofAll(found.cleanFrom)},
                          {"other_clean", ofAll(found.cleanTo)},
                          {"both_right", static_cast<double>(found.bothRight)},
                          {"epsilon", m_chosen.settings.epsilon},
                          {"steps", static_cast<double>(m_chosen.settings.steps)},
                          {"step_size", m_chosen.settings.stepSize},
                          {"restarts", static_cast<double>(m_chosen.restarts)}};
        // Of no sample nothing can be said.
        if (found.bothRight > 0)
            result.figures.insert(result.figures.end(), {{"fooled", ofAttacked(found.fooledFrom)},
                                                         {"transferred", ofAttacked(found.transferred)},
                                                         {"direct", ofAttacked(found.direct)},
                                                         {"noise", ofAttacked(found.noise)},
                                                         {"gradient_masking", masks() ? 1.0 : 0.0}});
        return result;
    }

private:
    double ofAll(std::int64_t count) const {
        return static_cast<double>(count) / static_cast<double>(m_evaluation.counts().samples);
    }
    double ofAttacked(std::int64_t count) const {
        return static_cast<double>(count) /
               static_cast<double>(std::max<std::int64_t>(m_evaluation.counts().bothRight, 1));
    }
    /// How much more often the one fools than the other, of those attacked.
    double moreThan(std::int64_t other) const {
        return ofAttacked(m_evaluation.counts().transferred - other);
    }
    /// By more than a few samples, and more than chance: the difference of two counts has a standard
    /// deviation of at most the root of their sum.
    bool masks() const {
        const TransferCounts& found = m_evaluation.counts();
        const auto more = static_cast<double>(found.transferred - found.direct);
        return moreThan(found.direct) > kNoShareDifference && more >= kFewSamples &&
               more > 2 * std::sqrt(static_cast<double>(found.transferred + found.direct));
    }

    void addOutcome(LensResult& result) const {
        const TransferCounts& found = m_evaluation.counts();
        const std::string& other = m_context.other.name;
        result.sentences.push_back(
            sentence("The attack on this network fools it with {:.1f} % of them. The same samples fool {:s} "
                     "with {:.1f} %; a direct attack of the same strength {:.1f} %, plain noise {:.1f} %.",
                     100 * ofAttacked(found.fooledFrom), other, 100 * ofAttacked(found.transferred),
                     100 * ofAttacked(found.direct), 100 * ofAttacked(found.noise)));
        result.sentences.push_back(verdict());
        const std::array<Sentence, 4> kinds{"This network, attacked", "The other one, by the same samples",
                                            "The other one, attacked directly", "The other one, plain noise"};
        const std::array counts{found.fooledFrom, found.transferred, found.direct, found.noise};
        const std::string epsilon = fmt::format("{:.3g}", m_chosen.settings.epsilon);
        LensChart chart{.title = "Fooled, of the samples that are attacked",
                        .kind = ChartKind::Bars,
                        .xLabel = "Epsilon",
                        .yLabel = "Share",
                        .labels = {epsilon}};
        LensTable table{.name = "transfer",
                        .title = "Fooled, of the samples that are attacked",
                        .corner = "Epsilon",
                        .rows = {epsilon}};
        std::vector<LensCell>& row = table.cells.emplace_back();
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const double share = ofAttacked(counts[i]);
            chart.curves.push_back({.name = kinds[i], .x = {0}, .y = {share}});
            table.columns.push_back(kinds[i]);
            row.push_back({.text = fmt::format("{:.1f} %", 100 * share), .value = share});
        }
        result.charts.push_back(std::move(chart));
        result.tables.push_back(std::move(table));
    }

    Sentence verdict() const {
        const std::string& other = m_context.other.name;
        if (masks())
            return sentence(
                "What was made for another network is stronger than the direct attack: the "
                "gradients of {:s} lead astray (gradient masking), so that it is less robust than "
                "direct attacks make it seem, or the direct attack takes too few steps.",
                other);
        if (moreThan(m_evaluation.counts().noise) > kNoShareDifference)
            return sentence(
                "The attack carries over: {:s} errs more often than with plain noise, though nobody "
                "looked into it.",
                other);
        return sentence("The attack does not carry over: to {:s} it is no worse than plain noise.", other);
    }

    const LensContext& m_context;
    ChosenAttack m_chosen;
    TransferEvaluation m_evaluation;
};

/// What keeps the same samples from fitting both networks.
Result<void> checkAlike(const LensContext& context, std::int64_t classes) {
    const OtherNetworkContext& other = context.other;
    const Shape& here = context.network.model().inputShape;
    const Shape& there = other.network->model().inputShape;
    if (here != there)
        return fail(ProblemKind::Unsupported,
                    sentence("The samples of this network are {}, those of {:s} {}: what is made for the one "
                             "does not fit the other.",
                             here.text(), other.name, there.text()),
                    {}, "Choose a network for the same samples.");
    const std::int64_t outputs = other.network->model().outputShape.elementCount();
    const std::int64_t classesThere = outputs == 1 ? 2 : outputs;
    if (classes != classesThere)
        return fail(
            ProblemKind::Unsupported,
            sentence("This network tells {} classes apart, and {:s} {}.", classes, other.name, classesThere),
            {}, "Choose a network for the same classes.");
    if (auto suits = attackSuits({.model = other.network->model()}); !suits)
        return fail(ProblemKind::Unsupported,
                    sentence("The other network, {:s}, can't be attacked itself.", other.name), {},
                    "Choose one that takes numbers which can be changed a little.");
    if (other.objective == nullptr)
        return fail(ProblemKind::Unsupported, "It is not known which classes the other network tells apart.");
    return {};
}

Result<std::unique_ptr<LensWork>> beginTransfer(const LensContext& context, const Settings& settings) {
    const Answers answers(context);
    if (auto known = checkClassesAndLoss(context); !known)
        return std::unexpected(known.error());
    if (context.other.network == nullptr)
        return fail(ProblemKind::Request, "There is no other network to try the attack on.", {},
                    "Choose another trained project.");
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    if (auto alike = checkAlike(context, answers.count()); !alike)
        return std::unexpected(alike.error());
    return std::make_unique<TransferWork>(context, **data, settings);
}

} // namespace

const LensType& transferLens() {
    static const LensType type{.name = "transfer",
                               .title = "Transfer",
                               .summary =
                                   "Tries on another network what is made to fool this one: a check whether "
                                   "the other one's gradients lead attacks astray.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .usesOther = true,
                               .fields = transferFields(),
                               .figures = transferFigures(),
                               .suits = attackSuits,
                               .begin = beginTransfer};
    return type;
}

} // namespace protomind
