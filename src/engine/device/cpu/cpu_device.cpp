// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"

#include "engine/base/aligned.h"
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/base/subnormals.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/loop_step.h"
#include "engine/device/cpu/thread_chooser.h"
#include "engine/device/cpu/vector_kernels.h"
#include "engine/device/host_buffer.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <map>
#include <new>
#include <string>
#include <unistd.h>
#include <utility>

namespace protomind {

namespace {

std::unexpected<Problem> outOfMemory() {
    return fail(ProblemKind::Memory, "There is not enough memory for this network and batch.", {},
                "Make the batch or the layers smaller.");
}

class CpuExecutable final : public Executable {
public:
    CpuExecutable(Program program, int threads, LoopMethod loops)
        : m_loops(loops)
        , m_program(std::move(program))
        , m_arena(uninitialisedFloats(at(m_program.arenaElements)))
        , m_pointers(m_program.values.size(), nullptr)
        , m_scratch(threads)
        , m_chooser(threads) {
        for (std::size_t i = 0; i < m_program.values.size(); ++i)
            place(static_cast<int>(i));
        for (std::size_t i = 0; i < m_program.outputs.size(); ++i) {
            const Computation::Output& output = m_program.outputs[i];
            m_outputs.emplace(output.name,
                              HostBuffer(output.node.shape(), m_pointers[at(m_program.outputValues[i])]));
        }
        for (const Step& step : m_program.steps) {
            m_steps.push_back(makeStep(step));
            m_sharesWork = m_sharesWork || m_steps.back()->sharesWork();
        }
        m_scratch.allocate();
    }

    const Program& program() const override { return m_program; }

    void bind(const std::string& name, BufferPtr buffer) override {
        float* const numbers = bindableNumbers(m_program, name, buffer);
        const auto values = m_valuesOf.find(name);
        if (values == m_valuesOf.end())
            return; // simplified away: the program does not need it
        for (const int value : values->second)
            m_pointers[at(value)] = numbers;
        m_bound[name] = std::move(buffer);
    }

    ProgramCode code() const override {
        ProgramCode code;
        for (std::size_t step = 0; step < m_steps.size(); ++step)
            code.steps.push_back(stepCode(m_program.steps[step], m_steps[step]->method()));
        return code;
    }

    Result<void> run(std::uint64_t run) override {
        const auto nobody = [](std::size_t) {};
        if (!m_sharesWork)
            return runSteps(run, m_chooser.threads(), nobody);
        using Clock = std::chrono::steady_clock;
        const Clock::time_point begin = Clock::now();
        Result<void> result = runSteps(run, m_chooser.threads(), nobody);
        m_chooser.took(std::chrono::duration<double>(Clock::now() - begin).count());
        return result;
    }
    int threads() const override { return m_chooser.threads(); }
    Result<void> runObserved(std::uint64_t run, const StepObserver& observer) override {
        return runSteps(run, m_chooser.most(), observer);
    }

    std::int64_t scratchElements() const override {
        std::int64_t elements = m_scratch.floats();
        for (const std::unique_ptr<CpuStep>& step : m_steps)
            elements += step->ownElements();
        return elements;
    }

    Buffer& output(const std::string& name) override { return m_outputs.at(name); }

private:
    template<class Observer>
    Result<void> runSteps(std::uint64_t run, int threads, const Observer& observer) {
        if (m_bound.size() != m_valuesOf.size())
            return fail(ProblemKind::Device, sentence("{} of {} inputs are not bound.",
                                                      m_valuesOf.size() - m_bound.size(), m_valuesOf.size()));
        const FlushSubnormals flush;
        const OneThread library;
        try {
            for (std::size_t step = 0; step < m_steps.size(); ++step) {
                m_steps[step]->run(m_pointers, run, threads);
                observer(step);
            }
        } catch (const dnnl::error& error) {
            if (error.status == dnnl_out_of_memory)
                return outOfMemory();
            return fail(ProblemKind::Device,
                        sentence("The processor's compute library failed: {}.", error.what()));
        } catch (const std::bad_alloc&) {
            return outOfMemory();
        }
        return {};
    }

    void place(int index) {
        const Value& value = m_program.values[at(index)];
        switch (value.storage) {
        case Storage::Arena:
            if (value.offset >= 0)
                m_pointers[at(index)] = m_arena.get() + value.offset;
            break;
        case Storage::Constant: {
            // Loops only ever read constants.
            const auto& values = *m_program.graph->node(value.constantNode).as<ConstantAttributes>().values;
            m_pointers[at(index)] = const_cast<float*>(values.data());
            break;
        }
        case Storage::Input:
        case Storage::Variable:
            m_valuesOf[value.name].push_back(index);
            break;
        }
    }

    std::unique_ptr<CpuStep> makeStep(const Step& step) {
        if (const auto* loop = std::get_if<Loop>(&step.work))
            return makeLoopStep(m_program, *loop, m_loops, m_scratch);
        const Kernel& kernel = std::get<Kernel>(step.work);
        const Op op = kernel.node.op();
        if (const auto* contraction = loweredAs<ContractionOp>(op))
            return makeContractionStep(*contraction, kernel);
        if (const auto* window = loweredAs<WindowOp>(op))
            return makePoolingStep(*window, kernel);
        const auto* index = loweredAs<IndexOp>(op);
        require(index != nullptr, "makeStep: an op that is no kernel");
        return makeIndexStep(*index, kernel);
    }

    std::unique_ptr<CpuStep> makeContractionStep(ContractionOp op, const Kernel& kernel) {
        switch (op) {
        case ContractionOp::MatMul:
            return makeMatMulStep(kernel, m_scratch);
        case ContractionOp::Convolution:
        case ContractionOp::ConvolutionInputGradient:
        case ContractionOp::ConvolutionKernelGradient:
            if (winogradFits(kernel))
                return makeWinogradStep(kernel, m_scratch);
            return directConvolutionFits(kernel) ? makeDirectConvolutionStep(kernel, m_scratch)
                                                 : makeConvolutionStep(kernel, m_oneDnn, m_scratch.threads());
        }
        std::unreachable();
    }

    LoopMethod m_loops;
    OneDnn m_oneDnn;
    Program m_program;
    AlignedFloats m_arena;
    std::vector<float*> m_pointers; ///< by value
    std::map<std::string, std::vector<int>> m_valuesOf;
    std::map<std::string, BufferPtr> m_bound;
    std::map<std::string, HostBuffer> m_outputs;
    Scratch m_scratch;
    std::vector<std::unique_ptr<CpuStep>> m_steps;
    bool m_sharesWork = false;
    ThreadChooser m_chooser;
};

std::string processorName() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name"))
            return line.substr(line.find(':') + 2);
    }
    return "Processor";
}

class CpuDevice final : public Device {
public:
    CpuDevice(int threads, LoopMethod loops)
        : m_threads(threads > 0 ? threads : processorThreads())
        , m_loops(loops) {}

    DeviceDescription description() const override {
        return {.id = "cpu",
                .name = processorName(),
                .detail = vectorKernels().instructionSet,
                .threads = m_threads,
                .memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE),
                .identity = processorName() + "\n" + vectorKernels().instructionSet + "\n" +
                            std::to_string(m_threads)};
    }

    Result<BufferPtr> allocate(const Shape& shape) override {
        try {
            return std::make_shared<HostBuffer>(shape);
        } catch (const std::bad_alloc&) {
            return fail(ProblemKind::Memory,
                        sentence("There is not enough memory for {} numbers.", shape.text()));
        }
    }

    /// All that is lowered: what no vectorised code fits, plainer code computes.
    Result<void> supports(const Step&) const override { return {}; }

    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (auto supported = checkSteps(*this, program); !supported)
            return std::unexpected(supported.error());
        threadPool().grow(m_threads);
        const OneThread library;
        try {
            return std::make_unique<CpuExecutable>(std::move(program), m_threads, m_loops);
        } catch (const dnnl::error& error) {
            return fail(ProblemKind::Device,
                        sentence("The processor's compute library refused a layer: {}.", error.what()));
        } catch (const std::bad_alloc&) {
            return outOfMemory();
        }
    }

private:
    int m_threads;
    LoopMethod m_loops;
};

} // namespace

std::unique_ptr<Device> makeCpuDevice(int threads, LoopMethod loops) {
    return std::make_unique<CpuDevice>(threads, loops);
}

} // namespace protomind
