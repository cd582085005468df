// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fill.h"
#include "engine/data/picture_change.h"
#include "engine/instance/network_instance.h"
#include "studio/lens/answers.h"
#include "studio/lens/layer_likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

/// How far what each layer answers stays as it is when a picture is shifted, turned or changed otherwise: its
/// invariance. Goodfellow et al., "Measuring invariances in deep networks" (2009), ask the same of single
/// neurons, against how often they fire at all; Lenc and Vedaldi, "Understanding image representations by
/// measuring their equivariance and equivalence" (2015), of whole layers. Here: the cosine similarity of a
/// layer's answers to a picture and to the changed one, against that of its answers to different pictures.
namespace protomind {

namespace {

constexpr std::int64_t kPicturesAtOnce = 32;
/// Numbers that all layers together give for the pictures of a run.
constexpr std::int64_t kMostNumbersOfRun = 1 << 22;
/// And for a single picture.
constexpr std::int64_t kMostNumbersOfPicture = 1 << 24;
/// Curves that an eye still tells apart; the table has every layer.
constexpr std::size_t kMostLayerCurves = 8;
constexpr std::uint64_t kChoiceSeed = 1;
constexpr std::uint64_t kChangeNoiseSeed = 2;

/// A way to change pictures. Where there are several directions, pictures take them in turn.
struct ChangeKind {
    const char* name = "";
    Sentence axis; ///< with the unit of amounts
    double usual = 0;
    double limit = 0;
    Sentence (*words)(double amount) = nullptr; ///< "Pictures shifted by 4 pixels"
    PictureChange (*change)(float amount, std::size_t picture) = nullptr;
    /// What the numbers of a picture are multiplied by; null: nothing.
    float (*light)(float amount, std::size_t picture) = nullptr;
};

float eitherWay(float amount, std::size_t picture) {
    return picture % 2 == 0 ? amount : -amount;
}

const std::vector<ChangeKind>& changeKinds() {
    static const std::vector<ChangeKind> all{
        {.name = "shift",
         .axis = "Shift (pixels)",
         .usual = 4,
         .limit = 180,
         .words = [](double amount) { return sentence("Pictures shifted by {:.3g} pixels", amount); },
         .change =
             [](float amount, std::size_t picture) {
                 const float way = eitherWay(amount, picture / 2);
                 return picture % 2 == 0 ? PictureChange{.right = way} : PictureChange{.down = way};
             }},
        {.name = "turn",
         .axis = "Turn (degrees)",
         .usual = 80,
         .limit = 180,
         .words = [](double amount) { return sentence("Pictures turned by {:.3g}°", amount); },
         .change = [](float amount,
                      std::size_t picture) { return PictureChange{.turn = eitherWay(amount, picture)}; }},
        {.name = "scale",
         .axis = "Change of size (%)",
         .usual = 40,
         .limit = 90,
         .words = [](double amount) { return sentence("Pictures {:.3g} % larger or smaller", amount); },
         .change =
             [](float amount, std::size_t picture) {
                 return PictureChange{.scale = 1 + eitherWay(amount, picture) / 100};
             }},
        {.name = "brightness",
         .axis = "Change of brightness (%)",
         .usual = 80,
         .limit = 100,
         .words = [](double amount) { return sentence("Pictures {:.3g} % brighter or darker", amount); },
         .change = [](float, std::size_t) { return PictureChange(); },
         .light = [](float amount, std::size_t picture) { return 1 + eitherWay(amount, picture) / 100; }},
        {.name = "noise",
         .axis = "Noise (standard deviation)",
         .usual = 0.4,
         .limit = 1,
         .words = [](double amount) { return sentence("Pictures with noise of {:.3g}", amount); },
         .change = [](float amount, std::size_t) { return PictureChange{.noise = amount}; }}};
    return all;
}

const std::vector<Field>& toleranceFields() {
    static const std::vector<Field> all = [] {
        std::vector<std::string> names;
        for (const ChangeKind& kind : changeKinds())
            names.emplace_back(kind.name);
        return std::vector<Field>{
            {.name = "change",
             .label = "Change",
             .type = FieldType::Choice,
             .defaultValue = std::string("shift"),
             .choices = names,
             .help = "What is done to the pictures. Where there are several directions, they take turns.",
             .shownOnCard = true},
            {.name = "most",
             .label = "Largest amount",
             .type = FieldType::Real,
             .defaultValue = 0.0,
             .minimum = 0,
             .maximum = 180,
             .help = "How far at most: pixels of a shift, degrees of a turn, percent of size or brightness, "
                     "the standard deviation of noise (white is 1). 0: as far as is usual.",
             .shownOnCard = true},
            {.name = "amounts",
             .label = "Amounts",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{9},
             .minimum = 2,
             .maximum = 33,
             .help = "In how many amounts, from none at all to the largest."},
            {.name = "samples",
             .label = "Samples",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{200},
             .minimum = 2,
             .maximum = 5000,
             .help = "With how many pictures, chosen by chance, but always the same ones.",
             .logarithmic = true}};
    }();
    return all;
}

const ChangeKind& changeKind(const Settings& settings) {
    return *std::ranges::find(changeKinds(), choice(toleranceFields(), settings, "change"),
                              [](const ChangeKind& kind) { return std::string(kind.name); });
}

/// All that do more than pass on what comes in. The input comes first.
std::vector<std::size_t> comparedLayers(const Model& model) {
    constexpr std::array kPassOn{"flatten", "reshape", "dropout", "noise"};
    std::vector<std::size_t> layers{static_cast<std::size_t>(model.inputLayer)};
    for (std::size_t layer = 0; layer < model.layers.size(); ++layer)
        if (layer != layers.front() &&
            std::ranges::find(kPassOn, model.layers[layer].type->name) == kPassOn.end())
            layers.push_back(layer);
    return layers;
}

std::int64_t numbersOf(const Model& model) {
    const std::vector<Shape> shapes = layerShapes(model);
    std::int64_t numbers = 0;
    for (const std::size_t layer : comparedLayers(model))
        numbers += shapes[layer].elementCount();
    return numbers;
}

Result<void> toleranceSuits(const LensTarget& target) {
    const Shape& input = target.model.inputShape;
    if (input.rank() != 3 || input[0] < 2 || input[1] < 2)
        return fail(ProblemKind::Unsupported,
                    "The network does not look at pictures, and nothing else can be shifted or turned.", {},
                    "Choose a network whose input is height, width and channels.");
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no pictures to change.", {},
                    "Choose data for the network.");
    if (numbersOf(target.model) > kMostNumbersOfPicture)
        return fail(ProblemKind::Unsupported,
                    sentence("The layers give {} numbers for a picture; at most {} can be compared.",
                             numbersOf(target.model), kMostNumbersOfPicture));
    return {};
}

/// Twice through the pictures: first for the mean of what each layer answers, then to compare with it. A
/// slice is a run of some pictures that are changed by one amount.
class ToleranceWork final : public LensWork {
public:
    ToleranceWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_answers(context)
        , m_model(context.network.model())
        , m_data(data)
        , m_kind(changeKind(settings))
        , m_layers(comparedLayers(m_model)) {
        const double most = real(toleranceFields(), settings, "most");
        const std::int64_t amounts = integer(toleranceFields(), settings, "amounts");
        for (std::int64_t i = 0; i < amounts; ++i)
            m_amounts.push_back((most > 0 ? most : m_kind.usual) * static_cast<double>(i) /
                                static_cast<double>(amounts - 1));
        m_right.resize(m_amounts.size());
        m_similarities.assign(m_layers.size(), std::vector<double>(m_amounts.size()));
        const std::vector<Shape> shapes = layerShapes(m_model);
        for (const std::size_t layer : m_layers)
            m_likeness.emplace_back(static_cast<std::size_t>(shapes[layer].elementCount()));

        m_chosen.resize(static_cast<std::size_t>(data.size()));
        std::iota(m_chosen.begin(), m_chosen.end(), 0u);
        RandomStream(kChoiceSeed).shuffle(m_chosen);
        m_chosen.resize(
            static_cast<std::size_t>(std::min(data.size(), integer(toleranceFields(), settings, "samples"))));
        m_batch = static_cast<std::size_t>(
            std::clamp<std::int64_t>(kMostNumbersOfRun / numbersOf(m_model), 2, kPicturesAtOnce));
        m_runs = (m_chosen.size() + m_batch - 1) / m_batch * (1 + m_amounts.size());
    }

    Result<bool> advance() override {
        const std::size_t batches = (m_chosen.size() + m_batch - 1) / m_batch;
        const bool first = m_done < batches;
        const std::size_t batch = first ? m_done : (m_done - batches) / m_amounts.size();
        const std::size_t amount = first ? 0 : (m_done - batches) % m_amounts.size();
        auto answers = answersTo(batch * m_batch, amount);
        if (!answers)
            return std::unexpected(answers.error());
        if (first) {
            for (std::size_t i = 0; i < m_layers.size(); ++i)
                m_likeness[i].learnMean((*answers)[i]);
        } else {
            if (amount == 0)
                takeUnchanged(std::move(*answers));
            else
                compare(*answers, amount);
            countRight(amount);
        }
        return ++m_done == m_runs;
    }

    double share() const override { return static_cast<double>(m_done) / static_cast<double>(m_runs); }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        addSentences(result);
        result.charts.push_back(chart());
        result.tables.push_back(table());
        addFigures(result);
        return result;
    }

private:
    /// Of each compared layer, [pictures here, its numbers].
    using LayerAnswers = std::vector<std::vector<float>>;

    void changeOne(std::span<float> picture, std::size_t amount, std::size_t which) const {
        const auto by = static_cast<float>(m_amounts[amount]);
        RandomStream noise(kChangeNoiseSeed, which);
        changePicture(m_kind.change(by, which), m_model.inputShape, picture, noise);
        if (m_kind.light != nullptr && amount > 0)
            for (float& value : picture)
                value = std::clamp(value * m_kind.light(by, which), 0.0f, 1.0f);
    }

    Result<LayerAnswers> answersTo(std::size_t first, std::size_t amount) {
        const std::size_t here = std::min(m_batch, m_chosen.size() - first);
        const std::size_t size = m_likeness[0].size();
        // The last batch is filled up, so that only one size is ever compiled.
        HostArray pictures(m_model.inputShape.prepended(static_cast<std::int64_t>(m_batch)));
        m_targets.assign(here * static_cast<std::size_t>(m_data.description().targetShape.elementCount()), 0);
        fillBatch(m_data, std::span(m_chosen).subspan(first, here),
                  std::span(pictures.values).first(here * size), m_targets,
                  m_context.network.device().description().threads);
        for (std::size_t i = 0; i < here; ++i)
            changeOne(std::span(pictures.values).subspan(i * size, size), amount, first + i);
        LayerAnswers answers{
            {pictures.values.begin(), pictures.values.begin() + static_cast<std::ptrdiff_t>(here * size)}};
        NetworkQuery query{.logits = true, .layers = {m_layers.begin() + 1, m_layers.end()}};
        auto found = m_context.network.ask(query, {{kSamples, std::move(pictures)}});
        if (!found)
            return std::unexpected(found.error());
        for (std::size_t i = 1; i < m_layers.size(); ++i) {
            std::vector<float>& values = found->at(layerOutputName(m_layers[i])).values;
            values.resize(here * m_likeness[i].size());
            answers.push_back(std::move(values));
        }
        m_logits = std::move(found->at(kLogits).values);
        return answers;
    }

    void takeUnchanged(LayerAnswers answers) {
        const bool classes = m_data.description().targetKind == TargetKind::Class;
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            m_likeness[i].compareDifferent(answers[i], classes ? std::span<const float>(m_targets)
                                                               : std::span<const float>());
        m_unchanged = std::move(answers);
        compare(m_unchanged, 0);
    }

    void compare(const LayerAnswers& changed, std::size_t amount) {
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            const std::size_t size = m_likeness[i].size();
            for (std::size_t at = 0; at < changed[i].size(); at += size)
                m_similarities[i][amount] +=
                    m_likeness[i].similarity(std::span(m_unchanged[i]).subspan(at, size),
                                             std::span(changed[i]).subspan(at, size)) /
                    static_cast<double>(m_chosen.size());
        }
    }

    void countRight(std::size_t amount) {
        if (!m_answers.areClasses())
            return;
        const std::size_t width = m_logits.size() / m_batch;
        for (std::size_t i = 0; i < m_targets.size(); ++i)
            m_right[amount] += m_answers.decided(std::span(m_logits).subspan(i * width, width)) ==
                               static_cast<std::int64_t>(m_targets[i]);
    }

    [[nodiscard]] const std::string& nameOf(std::size_t i) const { return m_model.layers[m_layers[i]].name; }
    /// In percent.
    [[nodiscard]] double tolerance(std::size_t i, std::size_t amount) const {
        return 100 * m_likeness[i].normalised(m_similarities[i][amount]);
    }
    [[nodiscard]] double meanTolerance(std::size_t i) const {
        double sum = 0;
        for (std::size_t amount = 1; amount < m_amounts.size(); ++amount)
            sum += tolerance(i, amount);
        return sum / static_cast<double>(m_amounts.size() - 1);
    }
    /// In percent.
    [[nodiscard]] double rightShare(std::size_t amount) const {
        return 100 * static_cast<double>(m_right[amount]) / static_cast<double>(m_chosen.size());
    }
    /// The amount that sentences and the table speak of: where curves have come apart.
    [[nodiscard]] std::size_t middle() const { return m_amounts.size() / 2; }

    void addSentences(LensResult& result) const {
        const Sentence changed = m_kind.words(m_amounts[middle()]);
        const std::size_t last = m_layers.size() - 1;
        result.sentences.push_back(
            last > 1
                ? sentence("{}: the first layer, {:s}, keeps {:.0f} % of its pattern, the last one, {:s}, "
                           "{:.0f} %.",
                           changed, nameOf(1), tolerance(1, middle()), nameOf(last),
                           tolerance(last, middle()))
                : sentence("{}: the layer {:s} keeps {:.0f} % of its pattern.", changed, nameOf(last),
                           tolerance(last, middle())));
        if (m_answers.areClasses())
            result.sentences.push_back(sentence(
                "The network still gets {:.0f} % of {} such pictures right; {:.0f} % of them as they are.",
                rightShare(middle()), m_chosen.size(), rightShare(0)));
        result.sentences.emplace_back("100 %: a layer answers just as to the unchanged picture. 0 %: its "
                                      "answers are no more alike than "
                                      "those to two different pictures.");
        result.sentences.emplace_back(
            "Tolerance is (s - f) / (1 - f), cut to 0 and 100 %. s: the mean cosine similarity of a layer's "
            "answers to a picture and to the changed one; f: that of its answers to different pictures. Both "
            "as "
            "seen from the mean of all its answers.");
        result.sentences.emplace_back("Selectivity says how many times farther apart a layer's answers to "
                                      "two classes are than those to "
                                      "two pictures of one class. At 1 it does not tell classes apart.");
        if (curves().size() < m_layers.size())
            result.sentences.push_back(sentence("The chart shows {} of {} layers; the table has all of them.",
                                                curves().size(), m_layers.size()));
    }

    /// Those that the chart shows: evenly, with the first and the last.
    [[nodiscard]] std::vector<std::size_t> curves() const {
        std::vector<std::size_t> chosen;
        const std::size_t count = std::min(kMostLayerCurves, m_layers.size());
        for (std::size_t i = 0; i < count; ++i)
            chosen.push_back(count == 1 ? 0 : i * (m_layers.size() - 1) / (count - 1));
        return chosen;
    }

    [[nodiscard]] LensChart chart() const {
        LensChart chart{.title = "What is kept of the answers of each layer",
                        .xLabel = m_kind.axis,
                        .yLabel = "Tolerance (%)"};
        for (const std::size_t i : curves()) {
            LensCurve& curve = chart.curves.emplace_back(Sentence::name(nameOf(i)), m_amounts);
            for (std::size_t amount = 0; amount < m_amounts.size(); ++amount)
                curve.y.push_back(tolerance(i, amount));
        }
        if (m_answers.areClasses()) {
            LensCurve& curve = chart.curves.emplace_back("Right answers", m_amounts);
            for (std::size_t amount = 0; amount < m_amounts.size(); ++amount)
                curve.y.push_back(rightShare(amount));
        }
        return chart;
    }

    static LensCell cell(std::optional<double> value, const char* unit = "") {
        if (!value || !std::isfinite(*value))
            return {.text = kNoValue};
        // No "-0.00".
        const double shown = std::abs(*value) < 0.005 ? 0 : *value;
        return {.text = fmt::format("{:.{}f}{}", shown, *unit == '\0' ? 2 : 0, unit), .value = value};
    }

    [[nodiscard]] LensTable table() const {
        LensTable table{.name = "layers",
                        .title = sentence("{}: tolerance and selectivity", m_kind.words(m_amounts[middle()])),
                        .corner = "layer",
                        .columns = {"Tolerance", "Selectivity", "Mean tolerance", "Floor f"}};
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            table.rows.push_back(nameOf(i));
            table.cells.push_back({cell(tolerance(i, middle()), " %"), cell(m_likeness[i].selectivity()),
                                   cell(meanTolerance(i), " %"), cell(m_likeness[i].floor())});
        }
        return table;
    }

    void addFigures(LensResult& result) const {
        result.figures.push_back({"pictures", static_cast<double>(m_chosen.size())});
        if (m_answers.areClasses()) {
            result.figures.push_back({"accuracy_unchanged", rightShare(0) / 100});
            result.figures.push_back({"accuracy_changed", rightShare(middle()) / 100});
        }
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            result.figures.push_back({nameOf(i) + " tolerance", meanTolerance(i) / 100});
            if (const auto selectivity = m_likeness[i].selectivity())
                result.figures.push_back({nameOf(i) + " selectivity", *selectivity});
        }
    }

    const LensContext& m_context;
    Answers m_answers;
    const Model& m_model;
    const DataSet& m_data;
    const ChangeKind& m_kind;
    std::vector<std::size_t> m_layers;
    std::vector<double> m_amounts;
    std::vector<std::uint32_t> m_chosen; ///< pictures of the split
    std::size_t m_batch = 1;
    std::size_t m_runs = 0;
    std::size_t m_done = 0;

    std::vector<float> m_targets; ///< of the last run
    std::vector<float> m_logits;
    LayerAnswers m_unchanged;
    std::vector<LayerLikeness> m_likeness;           ///< one a layer
    std::vector<std::vector<double>> m_similarities; ///< [layer][amount], mean over the pictures
    std::vector<std::int64_t> m_right;               ///< [amount]
};

Result<std::unique_ptr<LensWork>> beginTolerance(const LensContext& context, const Settings& settings) {
    const DataSet* data = context.samples(context.split);
    if (data == nullptr || data->size() < 2)
        return fail(ProblemKind::Request, "There are no pictures of this split to compare.", {},
                    "Choose another split.");
    const ChangeKind& kind = changeKind(settings);
    if (const double most = real(toleranceFields(), settings, "most"); most > kind.limit)
        return fail(ProblemKind::Request,
                    sentence("{:.3g} is too much: this change goes up to {:.3g}.", most, kind.limit),
                    "Largest amount");
    return std::make_unique<ToleranceWork>(context, *data, settings);
}

} // namespace

const LensType& toleranceLens() {
    static const LensType type{
        .name = "tolerance",
        .title = "Tolerance to changes",
        .summary = "Shows how far what each layer answers stays the same when pictures "
                   "are shifted, turned or changed otherwise: its invariance.",
        .subject = LensSubject::Network,
        .usesSplit = true,
        .fields = toleranceFields(),
        .figures = {{"pictures", "How many pictures were changed."},
                    {"accuracy_unchanged", "The share of them that is right as they are."},
                    {"accuracy_changed", "The share that is right changed by half the largest amount."}},
        .suits = toleranceSuits,
        .begin = beginTolerance};
    return type;
}

} // namespace protomind
