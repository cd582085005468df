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

/// Of a matrix that is larger a part is shown, so that a number can be seen.
constexpr std::int64_t kShownSide = 24;
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
                       const LensFollowedWeight& followed) {
    const bool own = variable == followed.variable;
    PhaseArray shown{.title = title, .numbers = {}, .variable = variable, .shape = numbers.shape};
    const Shape& shape = numbers.shape;
    if (shape.rank() == 2) {
        const std::int64_t rows = std::min(shape[0], kShownSide);
        const std::int64_t columns = std::min(shape[1], kShownSide);
        const auto firstOf = [](std::int64_t at, std::int64_t shownSide, std::int64_t all) {
            return std::clamp<std::int64_t>(at - shownSide / 2, 0, all - shownSide);
        };
        shown.firstRow = own ? firstOf(followed.at[0], rows, shape[0]) : 0;
        shown.firstColumn = own ? firstOf(followed.at[1], columns, shape[1]) : 0;
        shown.numbers = HostArray(Shape{rows, columns, 1});
        for (std::int64_t row = 0; row < rows; ++row)
            for (std::int64_t column = 0; column < columns; ++column)
                shown.numbers.values[static_cast<std::size_t>(row * columns + column)] =
                    numbers.values[static_cast<std::size_t>((shown.firstRow + row) * shape[1] +
                                                            shown.firstColumn + column)];
        if (rows < shape[0] || columns < shape[1])
            shown.title += StepPhase::tr(" (a part of %1 × %2)").arg(shape[0]).arg(shape[1]);
    } else if (shape.rank() == 4) {
        shown.channel = own ? followed.at[3] : 0;
        shown.title += StepPhase::tr(" for map %1").arg(shown.channel);
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
        const QString largest = workedText(static_cast<double>(std::ranges::max(layer.output.values)));
        StepPhase& phase =
            add(PhaseKind::Forward, layer.layer, StepPhase::tr("Forward: %1").arg(layerText(layer)),
                layer.output.values.size() == 1
                    ? StepPhase::tr("Of what comes in it makes one number: %1.").arg(largest)
                    : StepPhase::tr("Of what comes in it makes %1 numbers. The largest is %2.")
                          .arg(shapeText(layer.output.shape), largest));
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
            text += StepPhase::tr(" And it tells its inputs how they should change.");
        StepPhase& phase =
            add(PhaseKind::Backward, layer.layer, StepPhase::tr("Backward: %1").arg(layerText(layer)), text);
        phase.arrays.push_back({StepPhase::tr("The gradient that arrives"), layer.outputGradient});
        for (const LensWeightPass& weight : layer.weights)
            if (!weight.gradient.values.empty() && std::ssize(weight.gradient.values) <= kMostShownWeights)
                phase.arrays.push_back(weightTiles(StepPhase::tr("Gradient of %1").arg(shortName(weight)),
                                                   weight.variable, weight.gradient, m_step.weight));
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
                                           pass->before, m_step.weight));
        phase.arrays.push_back(
            weightTiles(StepPhase::tr("What the step adds"), pass->variable, change, m_step.weight));
    }

    [[nodiscard]] static QString shortName(const LensWeightPass& weight) {
        return QString::fromStdString(weight.variable).section(QLatin1Char('/'), -1);
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
        return {array.firstRow + row, array.firstColumn + column};
    case 3:
        return {row, column, channel};
    case 4:
        return {row, column, channel, array.channel};
    default:
        return {};
    }
}

std::optional<ArrayTiles::Cell> followedCell(const PhaseArray& array, const LensFollowedWeight& weight) {
    if (array.variable.empty() || array.variable != weight.variable)
        return std::nullopt;
    const auto at = [&weight](std::size_t axis) { return static_cast<int>(weight.at[axis]); };
    switch (array.shape.rank()) {
    case 1:
        return ArrayTiles::Cell{at(0), 0, 0};
    case 2:
        return ArrayTiles::Cell{0, at(0) - static_cast<int>(array.firstRow),
                                at(1) - static_cast<int>(array.firstColumn)};
    case 3:
    case 4:
        return ArrayTiles::Cell{at(2), at(0), at(1)};
    default:
        return std::nullopt;
    }
}

std::vector<StepPhase> phasesOf(const LensTrainingStep& step) {
    return PhaseMaker(step).all();
}

} // namespace protomind
