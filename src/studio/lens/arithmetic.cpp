// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/layer_numbers.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/number_place.h"
#include "studio/lens/receptive_field.h"
#include "studio/lens/working_text.h"

#include <algorithm>
#include <cmath>

/// How one number of a layer is worked out of what the layer was given for a sample and what it has learned.
namespace protomind {

namespace {

constexpr std::int64_t kLargest = -1; ///< of the setting "at"

const std::vector<Field>& arithmeticFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields{
            {.name = "at",
             .label = "Number",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{kLargest},
             .minimum = kLargest,
             .maximum = 1 << 30,
             .help = "Which number of the layer, by its coordinates, counted from 0: row, column and channel "
                     "of an "
                     "image, the place in a list. -1: the largest one."},
            {.name = "stage",
             .label = "Stage",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{0},
             .minimum = 0,
             .maximum = 64,
             .help =
                 "0: a number that the layer gives. Others: one on the way to it, such as a logit before a "
                 "softmax or a gate of an LSTM, in the order in which they are listed."},
            {.name = "terms",
             .label = "Terms",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{16},
             .minimum = 2,
             .maximum = 4096,
             .help = "Of longer sums so many terms are shown, the largest first; the others in one.",
             .logarithmic = true}};
        for (const Field& field : numbersFields())
            fields.push_back(field);
        return fields;
    }();
    return all;
}

Result<void> arithmeticSuits(const LensTarget& target) {
    return checkLayer(target);
}

class ArithmeticWork final : public LensWork {
public:
    ArithmeticWork(const LensContext& context, const Settings& settings, std::size_t layer)
        : m_context(context)
        , m_model(context.network.model())
        , m_at(sizes(arithmeticFields(), settings, "at"))
        , m_stage(static_cast<std::size_t>(integer(arithmeticFields(), settings, "stage")))
        , m_terms(static_cast<std::size_t>(integer(arithmeticFields(), settings, "terms")))
        , m_wish(numbersWish(settings))
        , m_index(layer)
        , m_layer(m_model.layers[layer]) {}

    Result<bool> advance() override {
        auto numbers = numbersOf(m_context, m_index, m_wish);
        if (!numbers)
            return std::unexpected(numbers.error());
        m_numbers = std::move(*numbers);
        const ArithmeticSource source = m_numbers.source(m_layer);
        if (m_layer.type->arithmetic.inner != nullptr)
            m_inner = m_layer.type->arithmetic.inner(m_layer.settings, m_numbers.inputShapes());
        if (m_stage > m_inner.size())
            return fail(ProblemKind::Request,
                        sentence("{:s} has {} stages on the way.", m_layer.name, m_inner.size()), "stage");
        const Shape shape = m_stage == 0 ? m_numbers.output.shape : m_inner[m_stage - 1].shape;
        const auto index = indexIn(shape);
        if (!index)
            return std::unexpected(index.error());
        const NumberPlace wanted =
            m_stage == 0 ? NumberPlace{NumberPlace::Kind::Output, 0, *index}
                         : NumberPlace{NumberPlace::Kind::Inner, m_stage - 1, *index + offsetOf(m_stage - 1)};
        show(m_layer.type->arithmetic.work(source, wanted), shape, *index);
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override { return std::move(m_result); }

private:
    /// Where the sample's own numbers begin, of an inner array that is one of the whole batch.
    [[nodiscard]] std::int64_t offsetOf(std::size_t inner) const {
        const bool batch = m_wish.training && m_inner[inner].wholeBatch;
        return batch ? m_wish.place * m_inner[inner].shape.elementCount() : 0;
    }

    /// Of the number that was asked for.
    [[nodiscard]] Result<std::int64_t> indexIn(const Shape& shape) const {
        if (m_at.front() == kLargest) {
            if (m_stage != 0)
                return 0;
            return std::ranges::max_element(m_numbers.output.values) - m_numbers.output.values.begin();
        }
        if (!hasPlace(shape, m_at))
            return fail(ProblemKind::Request,
                        sentence("The layer gives {} numbers: there is none at this place.", shape.text()),
                        Sentence::name(withPlace(m_layer.name, m_at)));
        return indexOf(shape, m_at);
    }

    void show(const Arithmetic& arithmetic, const Shape& shape, std::int64_t index) {
        LensWorking working;
        working.numbers.push_back({Sentence::name(m_layer.name), "y", m_numbers.output.shape});
        for (const InnerNumbers& inner : m_inner)
            working.numbers.push_back({inner.title, inner.symbol, inner.shape});
        working.which = m_stage;
        working.at = coordinatesOf(shape, index);
        working.name =
            Sentence::name(withPlace(m_stage == 0 ? m_layer.name : m_inner[m_stage - 1].symbol, working.at));
        for (const ArithmeticStep& step : arithmetic.steps)
            working.steps.push_back(stepOf(step, arithmetic));
        working.value = arithmetic.value();
        working.formula = m_layer.type->formula;
        working.window = windowOf(arithmetic);
        if (m_stage == 0) {
            working.given = static_cast<double>(m_numbers.output.values[static_cast<std::size_t>(index)]);
            if (const auto box = receptiveField(m_model, m_index, working.at))
                working.receptiveField = {box->top, box->left, box->bottom, box->right};
        }
        m_result.layer = m_layer.name;
        m_result.step = m_context.step;
        m_result.sentences.push_back(
            sentence("How {} comes to be {:s}:", working.name, workedNumber(working.value)));
        for (const LensStep& step : working.steps)
            m_result.sentences.push_back(equationOf(step));
        const Sentence title = m_wish.titleIn(m_context);
        if (!title.empty())
            m_result.sentences.push_back(sentence("Looked at: {}.", title));
        const auto sum = std::ranges::find(arithmetic.steps, ArithmeticKind::Sum, &ArithmeticStep::kind);
        if (sum != arithmetic.steps.end()) {
            m_result.figures.push_back({"terms", static_cast<double>(sum->terms.size())});
            m_result.figures.push_back({"sum", sum->value});
        }
        m_result.figures.push_back({"value", working.value});
        if (working.given)
            m_result.figures.push_back({"given", *working.given});
        if (isPicture(m_numbers.sample.shape))
            m_result.pictures.push_back(samplePicture(m_numbers.sample, title));
        m_result.workings.push_back(std::move(working));
    }

    [[nodiscard]] std::vector<std::int64_t> windowOf(const Arithmetic& arithmetic) const {
        std::vector<std::int64_t> window;
        for (const ArithmeticStep& step : arithmetic.steps)
            for (const ArithmeticTerm& term : step.terms)
                for (const ArithmeticFactor& factor : term.factors)
                    if (factor.place.kind == NumberPlace::Kind::Input && factor.place.which == 0)
                        widen(window, coordinatesOf(m_numbers.inputs[0].shape, factor.place.index));
        return window;
    }

    static void widen(std::vector<std::int64_t>& window, const std::vector<std::int64_t>& at) {
        if (window.empty())
            for (const std::int64_t one : at)
                window.insert(window.end(), {one, one});
        for (std::size_t axis = 0; axis < at.size(); ++axis) {
            window[2 * axis] = std::min(window[2 * axis], at[axis]);
            window[2 * axis + 1] = std::max(window[2 * axis + 1], at[axis]);
        }
    }

    [[nodiscard]] LensStep stepOf(const ArithmeticStep& from, const Arithmetic& arithmetic) const {
        LensStep step{.symbol = from.symbol,
                      .kind = from.kind,
                      .function = from.function,
                      .parameter = from.parameter,
                      .value = from.value};
        std::vector<std::size_t> shown(from.terms.size());
        for (std::size_t i = 0; i < shown.size(); ++i)
            shown[i] = i;
        if (shown.size() > m_terms) {
            std::ranges::stable_sort(shown, std::ranges::greater(),
                                     [&](std::size_t i) { return std::abs(from.terms[i].value()); });
            if (from.kind == ArithmeticKind::Maximum)
                std::ranges::stable_sort(shown, std::ranges::greater(),
                                         [&](std::size_t i) { return from.terms[i].value(); });
            for (std::size_t i = m_terms; i < shown.size(); ++i)
                step.foldedSum += from.terms[shown[i]].value();
            step.folded = static_cast<std::int64_t>(shown.size() - m_terms);
            shown.resize(m_terms);
        }
        for (const std::size_t i : shown) {
            LensTerm& term = step.terms.emplace_back();
            term.value = from.terms[i].value();
            for (const ArithmeticFactor& factor : from.terms[i].factors)
                term.factors.push_back(factorOf(factor, arithmetic));
        }
        return step;
    }

    [[nodiscard]] LensFactor factorOf(const ArithmeticFactor& from, const Arithmetic& arithmetic) const {
        LensFactor factor{.place = from.place, .value = from.value};
        const NumberPlace& place = from.place;
        switch (place.kind) {
        case NumberPlace::Kind::Output:
            factor.at = coordinatesOf(m_numbers.output.shape, place.index);
            factor.name = Sentence::name(withPlace(m_layer.name, factor.at));
            break;
        case NumberPlace::Kind::Input: {
            factor.at = coordinatesOf(m_numbers.inputs[place.which].shape, place.index);
            const std::string name =
                m_layer.inputs.empty()
                    ? m_layer.name
                    : m_model.layers[static_cast<std::size_t>(m_layer.inputs[place.which])].name;
            factor.name = Sentence::name(withPlace(name, factor.at));
            break;
        }
        case NumberPlace::Kind::Batch: {
            factor.at = coordinatesOf(m_numbers.batch.shape, place.index);
            factor.name = sentence("{:s} of sample {}",
                                   withPlace(m_numbers.inputNames.front(), std::span(factor.at).subspan(1)),
                                   factor.at.front());
            break;
        }
        case NumberPlace::Kind::Constant:
            break;
        case NumberPlace::Kind::Variable:
            factor.at = coordinatesOf(m_numbers.variables[place.which].shape, place.index);
            factor.name = Sentence::name(withPlace(m_numbers.variableNames[place.which], factor.at));
            break;
        case NumberPlace::Kind::Inner:
            // Of the whole batch there are as many for every sample.
            factor.at = coordinatesOf(m_inner[place.which].shape,
                                      place.index % m_inner[place.which].shape.elementCount());
            factor.name = Sentence::name(withPlace(m_inner[place.which].symbol, factor.at));
            break;
        case NumberPlace::Kind::Step:
            factor.name = Sentence::name(arithmetic.steps[place.which].symbol);
            break;
        }
        return factor;
    }

    const LensContext& m_context;
    const Model& m_model;
    std::vector<std::int64_t> m_at;
    std::size_t m_stage;
    std::size_t m_terms;
    NumbersWish m_wish;
    std::size_t m_index;
    const ModelLayer& m_layer;
    LayerNumbers m_numbers;
    std::vector<InnerNumbers> m_inner;
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginArithmetic(const LensContext& context, const Settings& settings) {
    const Model& model = context.network.model();
    if (!numbersWish(settings).training && context.sample.values.empty())
        return fail(ProblemKind::Request, "There is no sample to work with.", {}, "Choose data for it.");
    // Without a chosen layer: the one that answers.
    const std::size_t layer =
        layerNamed(model, context.layer).value_or(static_cast<std::size_t>(model.outputLayer));
    return std::make_unique<ArithmeticWork>(context, settings, layer);
}

} // namespace

const LensType& arithmeticLens() {
    static const LensType type{.name = "arithmetic",
                               .title = "Arithmetic",
                               .summary =
                                   "How one number of a layer is worked out, step by step, of what came "
                                   "in and what it has learned.",
                               .subject = LensSubject::Layer,
                               .usesSample = true,
                               .isLive = true,
                               .fields = arithmeticFields(),
                               .figures = {{"terms", "How many terms the sum has."},
                                           {"sum", "What they add up to."},
                                           {"value", "The number that is worked out."},
                                           {"given", "The same number as the device has it."}},
                               .suits = arithmeticSuits,
                               .begin = beginArithmetic};
    return type;
}

} // namespace protomind
