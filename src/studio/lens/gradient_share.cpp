// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/gradient_share.h"

#include "engine/nn/arithmetic_gradient.h"
#include "engine/train/step_dissection.h"
#include "studio/lens/number_place.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Products that are looked at: about half a second.
constexpr std::int64_t kMostShareProducts = 2'000'000;
constexpr std::size_t kMostTerms = 8;

class ShareWork {
public:
    ShareWork(const StepDissection& step, const Model& model, std::size_t layer)
        : m_layer(model.layers[layer])
        , m_pass(step.layers[layer]) {
        std::vector<Shape> shapes;
        for (const int input : m_layer.inputs) {
            m_inputs.push_back(step.layers[static_cast<std::size_t>(input)].output);
            shapes.push_back(m_inputs.back().shape);
        }
        m_declared = m_layer.type->variables(m_layer.settings, shapes);
        for (const LayerVariable& variable : m_declared) {
            const auto pass =
                std::ranges::find(step.variables, variable.nameIn(m_layer.name), &VariablePass::name);
            m_variables.push_back(pass->before);
        }
        if (m_layer.type->arithmetic.inner != nullptr)
            m_inner = m_layer.type->arithmetic.inner(m_layer.settings, shapes);
    }

    LensStep of(std::size_t variable, std::int64_t index) {
        LensStep share{.symbol = R"(\partial L / \partial w)"};
        // What is kept from batch to batch is known of the whole batch alone.
        if (m_pass.outputGradient.values.empty() ||
            !std::ranges::all_of(m_declared, &LayerVariable::trainable))
            return share;
        const NumberPlace weight{NumberPlace::Kind::Variable, variable, index};
        const std::int64_t channels = m_pass.output.shape.back(0);
        const std::int64_t only = channelOf(variable, index);
        for (std::int64_t place = 0; place < std::ssize(m_pass.outputGradient.values); ++place) {
            const float arrives = m_pass.outputGradient.values[static_cast<std::size_t>(place)];
            if (arrives == 0 || (only >= 0 && place % channels != only))
                continue;
            const auto gradient = gradientOf(m_layer.type->arithmetic, source(), numberAt(place));
            m_products += gradient ? std::ssize(*gradient) : kMostShareProducts;
            if (m_products >= kMostShareProducts)
                return {.symbol = share.symbol};
            if (const auto slope = gradient->find(weight); slope != gradient->end() && slope->second != 0)
                add(share, place, static_cast<double>(arrives), slope->second);
        }
        keepLargest(share);
        return share;
    }

private:
    [[nodiscard]] ArithmeticSource source() const { return {m_layer.settings, m_inputs, m_variables}; }

    /// Where the gradient arrives: at the logits, where there are some.
    [[nodiscard]] Arithmetic numberAt(std::int64_t place) const {
        const bool logits = !m_pass.logits.values.empty();
        const bool softmax = logits && !m_inner.empty() && m_inner.front().shape == m_pass.output.shape;
        Arithmetic number = m_layer.type->arithmetic.work(
            source(), softmax ? NumberPlace{NumberPlace::Kind::Inner, 0, place}
                              : NumberPlace{NumberPlace::Kind::Output, 0, place});
        if (logits && !softmax && number.steps.size() > 1)
            number.steps.pop_back();
        return number;
    }

    /// Of the output, the only one that the weight takes part in; -1: it may be any.
    [[nodiscard]] std::int64_t channelOf(std::size_t variable, std::int64_t index) const {
        // What stands on the way may lead from any number to any other: a softmax, a step before.
        if (!m_inner.empty() && m_pass.logits.values.empty())
            return -1;
        const LayerVariable& declared = m_declared[variable];
        const auto axis = std::ranges::find_if(declared.axes, [this](const VariableAxis& one) {
            return one.meaning == AxisMeaning::OutputChannel && one.parts.empty() &&
                   one.size == m_pass.output.shape.back(0);
        });
        return axis == declared.axes.end()
                   ? -1
                   : coordinatesOf(declared.shape(),
                                   index)[static_cast<std::size_t>(axis - declared.axes.begin())];
    }

    void add(LensStep& share, std::int64_t place, double arrives, double slope) const {
        const std::vector<std::int64_t> at = coordinatesOf(m_pass.output.shape, place);
        const std::string name = withPlace(m_layer.name, at);
        LensTerm& term = share.terms.emplace_back();
        term.factors.push_back({.name = sentence("what arrives at {:s}", name),
                                .place = {NumberPlace::Kind::Output, 0, place},
                                .at = at,
                                .value = arrives});
        term.factors.push_back(
            {.name = sentence("how much {:s} changes with the weight", name), .place = {}, .value = slope});
        term.value = arrives * slope;
        share.value += term.value;
    }

    static void keepLargest(LensStep& share) {
        std::ranges::stable_sort(share.terms, std::ranges::greater(),
                                 [](const LensTerm& term) { return std::abs(term.value); });
        for (std::size_t i = kMostTerms; i < share.terms.size(); ++i)
            share.foldedSum += share.terms[i].value;
        if (share.terms.size() > kMostTerms) {
            share.folded = static_cast<std::int64_t>(share.terms.size() - kMostTerms);
            share.terms.resize(kMostTerms);
        }
    }

    const ModelLayer& m_layer;
    const LayerPass& m_pass;
    std::vector<HostArray> m_inputs;
    std::vector<HostArray> m_variables;
    std::vector<LayerVariable> m_declared;
    std::vector<InnerNumbers> m_inner;
    std::int64_t m_products = 0;
};

} // namespace

LensStep shareOfGradient(const StepDissection& step, const Model& model, std::size_t layer,
                         std::size_t variable, std::int64_t index) {
    return ShareWork(step, model, layer).of(variable, index);
}

} // namespace protomind
