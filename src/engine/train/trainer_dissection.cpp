// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fill.h"
#include "engine/train/dissected_step.h"
#include "engine/train/trainer.h"

#include <fmt/format.h>

#include <algorithm>

// How a trainer takes its next step apart.
namespace protomind {

namespace {

/// Numbers of a dissection, before any of them is computed.
std::int64_t numbersOf(const Model& model, const VariableStore& variables) {
    std::int64_t numbers = 0;
    const std::vector<Shape> shapes = layerShapes(model);
    for (std::size_t layer = 0; layer < shapes.size(); ++layer) {
        numbers += 2 * shapes[layer].elementCount();
        for (const int input : model.layers[layer].inputs)
            numbers += shapes[static_cast<std::size_t>(input)].elementCount();
    }
    for (const VariableInfo& variable : variables.variables())
        numbers += (variable.ofNetwork ? 4 : 2) * variable.shape.elementCount();
    return numbers;
}

LayerPass layerPass(CompiledComputation& step, std::size_t layer, std::size_t ports, bool answers) {
    LayerPass pass;
    pass.output = step.read(layerOutputName(layer));
    const bool fromLogits = answers && step.gives(kLogits);
    if (fromLogits)
        pass.logits = step.read(kLogits);
    pass.outputGradient = step.read(gradientName(fromLogits ? kLogits : layerOutputName(layer)));
    for (std::size_t port = 0; port < ports; ++port)
        pass.passedOn.push_back(step.read(passedOnName(layer, port)));
    return pass;
}

VariablePass variablePass(CompiledComputation& step, const VariableInfo& variable, HostArray before) {
    const auto readWhere = [&step](const std::string& output) {
        return step.gives(output) ? step.read(output) : HostArray();
    };
    const std::string after = newValueName(variable.name);
    VariablePass pass{.name = variable.name,
                      .ofNetwork = variable.ofNetwork,
                      .updated = step.gives(after),
                      .before = std::move(before),
                      .gradient = readWhere(gradientName(variable.name)),
                      .penaltyGradient = readWhere(penaltyGradientName(variable.name)),
                      .after = {}};
    pass.after = pass.updated ? step.read(after) : pass.before;
    return pass;
}

} // namespace

NextStep Trainer::nextStep() const {
    EpochPlan plan = m_plan; // it orders an epoch when it is asked for one
    const auto rest = plan.batch(m_step).subspan(static_cast<std::size_t>(m_part.samples));
    return {.step = m_step,
            .samples = {rest.begin(), rest.end()},
            .learningRate = learningRate(),
            .run = runNumber()};
}

Result<StepDissection> Trainer::dissectNextStep(std::int64_t place) const {
    StepDissection whole{.given = nextStep(), .seen = samplesNow(), .place = static_cast<std::size_t>(place)};
    const auto batch = std::ssize(whole.given.samples);
    if (place < 0 || place >= batch)
        return fail(ProblemKind::Request,
                    sentence("The next batch has {} samples: there is none at place {}.", batch, place), {},
                    sentence("Choose a place from 0 to {}.", batch - 1));
    if (const std::int64_t numbers = numbersOf(model(), variables()); numbers > kMostDissectedNumbers)
        return fail(ProblemKind::Memory,
                    sentence("Taken apart, a step of this network is {} numbers; at most {} are shown.",
                             numbers, kMostDissectedNumbers),
                    {}, "Take a smaller network.");
    const TrainingPhase& phase = m_steps.phase(m_step);
    const PhaseOptimizer optimizer = optimizerOf(phase, m_settings);
    whole.optimizer = findOptimizer(optimizer.name);
    whole.optimizerSettings = optimizer.settings;
    whole.learningRate = whole.given.learningRate * optimizer.learningRateFactor;
    whole.l1 = m_settings.l1;

    const auto make = [&] { return dissectedStep(phase, model(), m_objective, m_settings, batch); };
    auto compiled =
        m_network->compiled(fmt::format("dissected step {} {}", m_steps.phaseOf(m_step), batch), make);
    if (!compiled)
        return std::unexpected(compiled.error());
    CompiledComputation& step = **compiled;
    fillBatch(*whole.seen, whole.given.samples, step.input(kSamples)->span(), step.input(kTargets)->span(),
              step.threads());
    step.input(kLearningRate)->span()[0] = static_cast<float>(whole.given.learningRate);
    step.input(kPlace)->span()[0] = static_cast<float>(place);
    if (auto ran = step.run(whole.given.run); !ran)
        return std::unexpected(ran.error());

    const DataDescription& data = whole.seen->description();
    whole.sample = HostArray(data.sampleShape);
    whole.target = HostArray(data.targetShape);
    whole.seen->read(whole.given.samples[whole.place], whole.sample.values, whole.target.values);
    whole.loss = static_cast<double>(step.read(kLoss).values[0]);
    whole.sampleLoss = static_cast<double>(step.read(kSampleLoss).values[0]);
    if (step.gives(kPenalty))
        whole.penalty = static_cast<double>(step.read(kPenalty).values[0]);
    for (std::size_t layer = 0; layer < model().layers.size(); ++layer)
        whole.layers.push_back(layerPass(step, layer, model().layers[layer].inputs.size(),
                                         static_cast<int>(layer) == model().outputLayer));
    for (const VariableInfo& variable : variables().variables()) {
        auto before = variables().read(variable.name);
        if (!before)
            return std::unexpected(before.error());
        whole.variables.push_back(variablePass(step, variable, std::move(*before)));
    }
    if (auto sound = m_network->device().check(); !sound)
        return std::unexpected(sound.error());
    return whole;
}

} // namespace protomind
