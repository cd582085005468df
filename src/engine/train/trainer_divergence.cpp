// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fill.h"
#include "engine/train/non_finite.h"
#include "engine/train/trainer.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// The cause was not looked for to its end.
bool isOfTheDevice(const Problem& problem) {
    return problem.kind == ProblemKind::Device || problem.kind == ProblemKind::Memory;
}

} // namespace

Problem Trainer::diverged(std::int64_t step) {
    for (const OnTheWay& later : m_onTheWay)
        static_cast<void>(later.runner->takeFigures());
    m_onTheWay.clear();
    m_divergedAt = step;
    m_step = step;
    const double rate = learningRate();
    const Result<Problem> cause = findCause(step);
    returnToSnapshot();
    // Where the device failed meanwhile, that is what to know of. Where it only lacked memory for looking,
    // the training diverged all the same.
    if (!cause && cause.error().kind == ProblemKind::Device)
        return cause.error();
    if (auto sound = m_network->variables().check(); !sound)
        return sound.error();
    Problem problem = cause.value_or(Problem());
    problem.kind = ProblemKind::Diverged;
    if (problem.sentence.empty()) {
        problem.sentence =
            sentence("At step {} the numbers grew beyond what can be computed with.", step + 1);
        if (!cause)
            problem.sentence = Sentence::row(
                {problem.sentence, "There is not enough memory to find out in which layer it began."});
        problem.remedy = sentence("Lower the learning rate (it was {:g}), or scale large values in the data. "
                                  "The last finite state, after step {}, is restored.",
                                  rate, m_step);
    }
    return problem;
}

Result<Problem> Trainer::findCause(std::int64_t step) {
    if (m_generator)
        return causeInGame(step);
    // The update of the failing step has spoiled every weight, so the way there is gone again from the last
    // finite state: the steps are the same, bit for bit. Then a single forward pass shows every layer.
    Problem problem;
    returnToSnapshot();
    for (m_step = m_snapshot.place().step; m_step <= step; ++m_step, m_part = {}) {
        const std::span<const std::uint32_t> indices = nextSamples();
        auto runner = m_forwardWithActivations.forBatch(static_cast<std::int64_t>(indices.size()));
        if (!runner && isOfTheDevice(runner.error()))
            return std::unexpected(runner.error());
        if (!runner)
            break;
        (*runner)->fill(*samplesNow(), indices);
        if (auto inData =
                nonFiniteData((*runner)->samples(), (*runner)->targets(), indices, "the training samples")) {
            problem.sentence = *inData;
            problem.where = model().layers[static_cast<std::size_t>(model().inputLayer)].name;
            problem.remedy = "Mend the data, or leave that sample out.";
            return problem;
        }
        if (m_step == step) {
            if (auto ran = (*runner)->run(runNumber()); !ran)
                return std::unexpected(ran.error());
            problem.where = firstNonFiniteLayer(model(), **runner);
        }
        if (auto ran = runStep(); !ran && isOfTheDevice(ran.error()))
            return std::unexpected(ran.error());
        else if (!ran)
            break;
    }
    if (problem.where.empty()) {
        // Forward all was well, so it was the update that left the range of numbers.
        VariableValues values;
        m_network->variables().read(values);
        problem.where = firstLayerWithNonFiniteVariable(model(), values);
    }
    if (problem.where.empty())
        problem.where = model().layers[static_cast<std::size_t>(model().outputLayer)].name;
    return problem;
}

Problem Trainer::causeInGame(std::int64_t step) {
    // Either player may have carried the other away, so only the data is looked at.
    Problem problem;
    returnToSnapshot();
    const DataDescription& data = m_data.training()->description();
    std::vector<float> samples;
    std::vector<float> targets;
    for (; m_step <= step; ++m_step, m_part = {}) {
        const std::span<const std::uint32_t> indices = nextSamples();
        samples.resize(indices.size() * static_cast<std::size_t>(data.sampleShape.elementCount()));
        targets.resize(indices.size() * static_cast<std::size_t>(data.targetShape.elementCount()));
        fillBatch(*samplesNow(), indices, samples, targets);
        if (auto inData = nonFiniteData(samples, {}, indices, "the training samples")) {
            problem.sentence = *inData;
            problem.where = model().layers[static_cast<std::size_t>(model().inputLayer)].name;
            problem.remedy = "Mend the data, or leave that sample out.";
            break;
        }
    }
    return problem;
}

} // namespace protomind
