// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/slow_motion/step_phase.h"

#include "desktop/opened/worked_text.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace protomind {

namespace {

/// A list of more numbers than this is no picture.
constexpr std::int64_t kMostShownWeights = 1 << 18;

QString layerText(const LensLayerPass& layer) {
    return QString::fromStdString(layer.layer);
}

QString shapeText(const Shape& shape) {
    QStringList sides;
    for (const std::int64_t side : shape.sizes())
        sides << QString::number(side);
    return sides.join(QStringLiteral(" × "));
}

bool isPicture(const Shape& shape) {
    return shape.rank() == 3 && (shape[2] == 1 || shape[2] == 3);
}

float largest(const HostArray& numbers) {
    float most = 0;
    for (const float value : numbers.values)
        most = std::max(most, std::abs(value));
    return most;
}

/// A variable's numbers as tiles.
PhaseArray weightTiles(const QString& title, const std::string& variable, const HostArray& numbers,
                       std::int64_t channel) {
    PhaseArray shown{.title = title, .numbers = {}, .variable = variable, .shape = numbers.shape};
    const Shape& shape = numbers.shape;
    if (shape.rank() == 2) {
        shown.numbers = HostArray(Shape{shape[0], shape[1], 1}, numbers.values);
    } else if (shape.rank() == 4) {
        shown.channel = std::clamp<std::int64_t>(channel, 0, shape[3] - 1);
        shown.numbers = HostArray(Shape{shape[0], shape[1], shape[2]});
        for (std::size_t i = 0; i < shown.numbers.values.size(); ++i)
            shown.numbers.values[i] =
                numbers
                    .values[i * static_cast<std::size_t>(shape[3]) + static_cast<std::size_t>(shown.channel)];
    } else {
        shown.numbers = numbers;
    }
    return shown;
}

class PhaseMaker {
public:
    explicit PhaseMaker(const LensTrainingStep& step)
        : m_step(step) {}

    std::vector<StepPhase> all() {
        addBatch();
        for (const LensLayerPass& layer : m_step.layers)
            if (&layer != &m_step.layers.front())
                addForward(layer);
        addLoss();
        for (const LensLayerPass& layer : m_step.layers | std::views::reverse)
            if (!layer.outputGradient.values.empty() && &layer != &m_step.layers.front())
                addBackward(layer);
        addUpdate();
        return std::move(m_phases);
    }

private:
    StepPhase& add(PhaseKind kind, const std::string& layer, const QString& head, const QString& text) {
        return m_phases.emplace_back(
            StepPhase{.kind = kind, .layer = layer, .head = head, .text = text, .arrays = {}});
    }

    void addBatch() {
        const auto batch = std::ssize(m_step.batch);
        const QString text =
            batch == 1
                ? StepPhase::tr("One sample of %1 is taken. It should give %2.")
                      .arg(shownCount(m_step.trainingSamples), worded(m_step.target))
                : StepPhase::tr("%1 samples of %2 are taken. You follow one of them. It should give %3.")
                      .arg(shownCount(batch), shownCount(m_step.trainingSamples), worded(m_step.target));
        const std::string input = m_step.layers.empty() ? std::string() : m_step.layers.front().layer;
        add(PhaseKind::Batch, input, StepPhase::tr("The batch"), text)
            .arrays.push_back({StepPhase::tr("The sample"), m_step.sample, isPicture(m_step.sample.shape)});
    }

    void addForward(const LensLayerPass& layer) {
        const bool scores = !layer.logits.values.empty();
        StepPhase& phase =
            add(PhaseKind::Forward, layer.layer, StepPhase::tr("Forward: %1").arg(layerText(layer)),
                StepPhase::tr("Of what comes in it makes %1 numbers. The largest is %2.")
                    .arg(shapeText(layer.output.shape),
                         workedText(static_cast<double>(std::ranges::max(layer.output.values)))));
        if (scores)
            phase.arrays.push_back({StepPhase::tr("Before the activation"), layer.logits});
        phase.arrays.push_back({StepPhase::tr("What goes out"), layer.output});
    }

    void addLoss() {
        QString text = StepPhase::tr("How wrong is that? For this sample the loss is %1, on average over the "
                                     "batch %2.")
                           .arg(workedText(m_step.sampleLoss), workedText(m_step.loss));
        if (m_step.penalty >= 0)
            text += StepPhase::tr(" A penalty of %1 is added.").arg(workedText(m_step.penalty));
        const std::string last = m_step.layers.empty() ? std::string() : m_step.layers.back().layer;
        StepPhase& phase = add(PhaseKind::Loss, last, StepPhase::tr("The loss"), text);
        if (!m_step.layers.empty())
            phase.arrays.push_back({StepPhase::tr("The answer; it should be %1").arg(worded(m_step.target)),
                                    m_step.layers.back().output});
    }

    void addBackward(const LensLayerPass& layer) {
        QString text =
            StepPhase::tr(
                "The gradient that arrives tells how the loss changes with each of its numbers; the "
                "largest is %1.")
                .arg(workedText(static_cast<double>(largest(layer.outputGradient))));
        const bool learns = std::ranges::any_of(
            layer.weights, [](const LensWeightPass& weight) { return !weight.gradient.values.empty(); });
        if (learns)
            text += StepPhase::tr(" From it follow the gradients of its weights.");
        if (!layer.passedOn.empty())
            text += StepPhase::tr(" What it owes to its inputs is passed on.");
        StepPhase& phase =
            add(PhaseKind::Backward, layer.layer, StepPhase::tr("Backward: %1").arg(layerText(layer)), text);
        phase.arrays.push_back({StepPhase::tr("The gradient that arrives"), layer.outputGradient});
        for (const LensWeightPass& weight : layer.weights)
            if (!weight.gradient.values.empty() && std::ssize(weight.gradient.values) <= kMostShownWeights)
                phase.arrays.push_back(weightTiles(StepPhase::tr("Gradient of %1").arg(shortName(weight)),
                                                   weight.variable, weight.gradient, channelOf(weight)));
        for (const LensArray& passed : layer.passedOn)
            phase.arrays.push_back(
                {StepPhase::tr("Passed on to %1").arg(worded(passed.name)), passed.numbers});
    }

    void addUpdate() {
        const LensFollowedWeight& followed = m_step.weight;
        if (followed.variable.empty()) {
            add(PhaseKind::Update, {}, StepPhase::tr("The update"),
                StepPhase::tr("No layer has weights that learn: nothing changes."));
            return;
        }
        std::string of;
        const LensWeightPass* pass = nullptr;
        for (const LensLayerPass& layer : m_step.layers)
            for (const LensWeightPass& weight : layer.weights)
                if (weight.variable == followed.variable) {
                    of = layer.layer;
                    pass = &weight;
                }
        StepPhase& phase = add(
            PhaseKind::Update, of, StepPhase::tr("The update: %1").arg(worded(followed.optimizer)),
            StepPhase::tr("Every weight takes a small step down its gradient; the learning rate is %1. The "
                          "numbers below are those of the weight that you follow.")
                .arg(workedText(m_step.learningRate)));
        if (pass == nullptr || std::ssize(pass->before.values) > kMostShownWeights)
            return;
        HostArray change = pass->after;
        for (std::size_t i = 0; i < change.values.size(); ++i)
            change.values[i] -= pass->before.values[i];
        phase.arrays.push_back(weightTiles(StepPhase::tr("%1 before").arg(shortName(*pass)), pass->variable,
                                           pass->before, channelOf(*pass)));
        phase.arrays.push_back(
            weightTiles(StepPhase::tr("What the step adds"), pass->variable, change, channelOf(*pass)));
    }

    [[nodiscard]] static QString shortName(const LensWeightPass& weight) {
        return QString::fromStdString(weight.variable).section(QLatin1Char('/'), -1);
    }
    /// Of a kernel: the output channel that the followed weight is of.
    [[nodiscard]] std::int64_t channelOf(const LensWeightPass& weight) const {
        return weight.variable == m_step.weight.variable && !m_step.weight.at.empty()
                   ? m_step.weight.at.back()
                   : 0;
    }

    const LensTrainingStep& m_step;
    std::vector<StepPhase> m_phases;
};

} // namespace

std::vector<std::int64_t> weightPlace(const PhaseArray& array, int channel, int row, int column) {
    switch (array.shape.rank()) {
    case 1:
        return {channel};
    case 2:
        return {row, column};
    case 3:
        return {row, column, channel};
    case 4:
        return {row, column, channel, array.channel};
    default:
        return {};
    }
}

std::vector<StepPhase> phasesOf(const LensTrainingStep& step) {
    return PhaseMaker(step).all();
}

} // namespace protomind
