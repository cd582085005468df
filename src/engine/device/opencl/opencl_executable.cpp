// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_executable.h"

#include "engine/base/index.h"
#include "engine/base/pulse.h"
#include "engine/device/opencl/opencl_error.h"
#include "engine/device/opencl/opencl_step.h"
#include "engine/program/plan_memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

namespace protomind {

namespace {

OpenClSteps makeSteps(const Program& program, const KernelLimits& limits, const ChooseWay& choose) {
    OpenClSteps steps;
    for (std::size_t i = 0; i < program.steps.size(); ++i)
        steps.push_back(makeOpenClStep(program.steps[i], i, limits, choose));
    shareKernels(steps);
    return steps;
}

/// The steps share it.
std::int64_t mostScratch(OpenClQueue& queue, const OpenClSteps& steps) {
    std::int64_t most = 0;
    for (const auto& step : steps) {
        step->prepare(queue.commands());
        most = std::max(most, step->scratchElements());
    }
    return most;
}

/// Kernels that share one text have it all; one that runs several times over stands there once.
ProgramCode codeOf(const Program& program, const OpenClSteps& steps) {
    ProgramCode code{.language = "OpenCL C", .shared = std::string(sharedKernelText())};
    std::map<std::string, std::pair<std::size_t, std::string>> firsts; // by name: the step, the text
    for (std::size_t i = 0; i < steps.size(); ++i) {
        StepCode& step = code.steps.emplace_back(stepCode(program.steps[i], steps[i]->method()));
        for (const KernelSource* source : steps[i]->sources()) {
            const auto& [first, text] = firsts.try_emplace(source->name, i, source->text).first->second;
            if (!step.kernels.empty() && step.kernels.back().name == source->name) {
                ++step.kernels.back().rounds;
                continue;
            }
            step.kernels.push_back({.name = source->name,
                                    .text = text,
                                    .results = source->results,
                                    .sharing = source->block > 1 ? 1 : source->local[1],
                                    .block = source->block,
                                    .firstStep = first});
        }
    }
    return code;
}

/// Plans a program's memory anew, in pieces as large as the device gives them, so that every value begins
/// where a buffer may. Gives the elements of a piece.
std::int64_t divideArena(Program& program, const Hardware& hardware) {
    constexpr auto kBytes = static_cast<std::int64_t>(sizeof(float));
    const std::int64_t alignment = hardware.alignmentBytes / kBytes;
    const std::int64_t piece =
        std::max<std::int64_t>(1, hardware.mostBytesOfBuffer / kBytes / alignment) * alignment;
    planMemory(program, piece, alignment);
    return piece;
}

/// Drivers and libraries build kernels at the first run, which may take them minutes; the second one shows
/// how long a run takes.
constexpr int kRunsToWaitFor = 2;
/// A run that takes longer is slow: a few of them, which may be under way together, are as long as one that
/// hangs.
constexpr std::chrono::seconds kSlowRun{1};

class OpenClExecutable final : public Executable {
public:
    OpenClExecutable(OpenClQueuePtr queue, Program program, const ChooseWay& choose)
        : m_queue(std::move(queue))
        , m_program(std::move(program))
        , m_piece(divideArena(m_program, m_queue->hardware()))
        , m_steps(makeSteps(m_program, m_queue->hardware().limits, choose))
        , m_places(m_program.values.size()) {
        const cl::Program built = m_queue->build(textOf(m_steps));
        for (const auto& step : m_steps)
            step->build(built);
        m_scratchElements = mostScratch(*m_queue, m_steps);
        for (std::int64_t begin = 0; begin == 0 || begin < m_program.arenaElements; begin += m_piece)
            m_arena.push_back(m_queue->allocate(std::min(m_piece, m_program.arenaElements - begin)));
        m_scratch = m_queue->allocate(m_scratchElements);
        for (std::size_t i = 0; i < m_program.values.size(); ++i)
            place(i);
        for (std::size_t i = 0; i < m_program.outputs.size(); ++i) {
            const Computation::Output& output = m_program.outputs[i];
            m_outputValues[output.name] = at(m_program.outputValues[i]);
            m_outputShapes[output.name] = output.node.shape();
        }
    }

    const Program& program() const override { return m_program; }

    void bind(const std::string& name, BufferPtr buffer) override {
        requireBindable(m_program, name, buffer);
        auto own = std::dynamic_pointer_cast<OpenClBuffer>(std::move(buffer));
        require(own != nullptr && own->isOf(*m_queue), "bind: a buffer of another device");
        const auto values = m_valuesOf.find(name);
        if (values == m_valuesOf.end())
            return; // simplified away: the program does not need it
        m_isBound = false;
        try {
            for (const std::size_t value : values->second)
                m_places[value] = own->place();
        } catch (const cl::Error& error) {
            m_queue->noteFailure(error);
        }
        m_bound[name] = std::move(own);
    }

    ProgramCode code() const override { return codeOf(m_program, m_steps); }

    Result<void> run(std::uint64_t run) override {
        return runSteps(run, [](std::size_t) {});
    }
    Result<void> runObserved(std::uint64_t run, const StepObserver& observer) override {
        return runSteps(run, [&](std::size_t step) {
            m_queue->commands().finish();
            observer(step);
        });
    }

    std::int64_t scratchElements() const override { return m_scratchElements; }

    Buffer& output(const std::string& name) override {
        std::unique_ptr<OpenClBuffer>& view = m_outputs[name];
        if (!view)
            view = std::make_unique<OpenClBuffer>(m_queue, m_outputShapes.at(name), placeOf(name));
        view->setFailure(m_failure);
        return *view;
    }

private:
    /// Of the last run, or none.
    void setFailure(const std::optional<Problem>& failure) {
        m_failure = failure;
        for (const auto& [name, view] : m_outputs)
            view->setFailure(failure);
    }

    /// A command that the driver refused is this program's alone: what others put in the queue is done, and
    /// later runs of theirs too. Some variables may be changed already and others not: nobody goes on from
    /// these.
    std::unexpected<Problem> failed(const cl::Error& error) {
        Problem problem = problemOf(error, m_queue->hardware().description.name);
        setFailure(problem);
        for (const Computation::Update& update : m_program.updates) {
            const auto bound = m_bound.find(update.variable.as<LeafAttributes>().name);
            if (bound != m_bound.end())
                bound->second->setFailure(problem);
        }
        return std::unexpected(std::move(problem));
    }

    /// Whether all that a run takes in is there.
    Result<void> checkBound() const {
        if (m_bound.size() != m_valuesOf.size())
            return fail(ProblemKind::Device, sentence("{} of {} inputs are not bound.",
                                                      m_valuesOf.size() - m_bound.size(), m_valuesOf.size()));
        if (m_queue->failure())
            return std::unexpected(*m_queue->failure());
        for (const auto& [name, buffer] : m_bound) {
            if (auto sound = buffer->check(); !sound)
                return sound;
        }
        return {};
    }

    /// Nowhere, where the driver fails: what is read there is NaN.
    OpenClPlace placeOf(const std::string& output) const {
        try {
            return m_places[m_outputValues.at(output)];
        } catch (const cl::Error& error) {
            m_queue->noteFailure(error);
            return {};
        }
    }

    template<class Observer>
    Result<void> runSteps(std::uint64_t run, const Observer& observer) {
        if (auto sound = checkBound(); !sound) {
            setFailure(sound.error());
            return sound;
        }
        std::optional<LongCall> call;
        if (m_runs < kRunsToWaitFor)
            call.emplace();
        const auto started = std::chrono::steady_clock::now();
        try {
            if (!m_isBound) {
                for (const auto& step : m_steps)
                    step->bind(m_places, m_scratch);
                m_isBound = true;
            }
            for (std::size_t step = 0; step < m_steps.size(); ++step) {
                m_steps[step]->enqueue(m_queue->commands(), run);
                givePulse();
                observer(step);
            }
            if (m_runs < kRunsToWaitFor) {
                m_queue->commands().finish();
                ++m_runs;
                // From here on it is no sign of a driver that hangs that nothing comes of one run for long.
                if (m_runs == kRunsToWaitFor && std::chrono::steady_clock::now() - started > kSlowRun)
                    m_isSlow.emplace();
            } else {
                m_queue->commands().flush();
            }
        } catch (const cl::Error& error) {
            return failed(error);
        }
        if (m_failure)
            setFailure({});
        return {};
    }

    void place(std::size_t index) {
        const Value& value = m_program.values[index];
        switch (value.storage) {
        case Storage::Arena:
            m_places[index] = {m_arena[at(std::max<std::int64_t>(0, value.offset) / m_piece)],
                               std::max<std::int64_t>(0, value.offset) % m_piece};
            break;
        case Storage::Constant: {
            const std::vector<float>& values =
                *m_program.graph->node(value.constantNode).as<ConstantAttributes>().values;
            cl::Buffer memory = m_queue->allocate(value.elements);
            if (!values.empty())
                m_queue->write(memory, 0, values);
            m_places[index] = {std::move(memory), 0};
            break;
        }
        case Storage::Input:
        case Storage::Variable:
            m_valuesOf[value.name].push_back(index);
            break;
        }
    }

    OpenClQueuePtr m_queue;
    int m_runs = 0;                   ///< at most kRunsToWaitFor are counted
    std::optional<LongCall> m_isSlow; ///< a run of it takes very long
    Program m_program;
    std::int64_t m_piece; ///< elements
    OpenClSteps m_steps;
    std::vector<OpenClPlace> m_places; ///< by value
    std::vector<cl::Buffer> m_arena;   ///< in pieces
    cl::Buffer m_scratch;
    std::int64_t m_scratchElements = 0;
    std::map<std::string, std::vector<std::size_t>> m_valuesOf;
    std::map<std::string, std::shared_ptr<OpenClBuffer>> m_bound;
    std::map<std::string, std::size_t> m_outputValues;
    std::map<std::string, Shape> m_outputShapes;
    std::map<std::string, std::unique_ptr<OpenClBuffer>> m_outputs;
    std::optional<Problem> m_failure; ///< of the last run
    bool m_isBound = false;           ///< the steps know where all values are
};

} // namespace

std::unique_ptr<Executable> makeOpenClExecutable(OpenClQueuePtr queue, Program program,
                                                 const ChooseWay& choose) {
    return std::make_unique<OpenClExecutable>(std::move(queue), std::move(program), choose);
}

std::int64_t scratchElements(OpenClQueue& queue, const Program& program, const ChooseWay& choose) {
    return mostScratch(queue, makeSteps(program, queue.hardware().limits, choose));
}

std::string kernelText(const Program& program, const KernelLimits& limits) {
    return textOf(makeSteps(program, limits, usualWays(limits)));
}

} // namespace protomind
