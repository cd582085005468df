// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/device.h"
#include "engine/instance/network_instance.h"
#include "studio/lens/answers.h"
#include "studio/lens/layer_named.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

/// What the device runs for a step of training, or to answer: the text of the kernels as they were built, and
/// in words what runs where there is no text. Nothing is compiled to be shown: of training it is the very
/// executable that trains.
namespace protomind {

namespace {

const std::vector<Field>& kernelFields() {
    static const std::vector<Field> all{
        {.name = "work",
         .label = "Work",
         .type = FieldType::Choice,
         .defaultValue = std::string("training"),
         .choices = {"training", "answering"},
         .help = "What the device is watched at: a step of training, which computes an answer, its mistakes "
                 "and new weights, or the answer to one sample alone.",
         .shownOnCard = true}};
    return all;
}

Result<void> kernelSuits(const LensTarget& target) {
    return checkLayer(target);
}

/// Which layers steps of a program came from: those that their nodes were built for, or, as of updates, whose
/// weights they read and write.
class StepOrigins {
public:
    StepOrigins(const Model& model, const Program& program)
        : m_model(model)
        , m_program(program)
        , m_variables(modelVariables(model)) {}

    [[nodiscard]] std::vector<std::string> of(const Step& step) const {
        std::set<std::size_t> layers;
        for (const std::string& part : step.parts) {
            if (const auto layer = layerNamed(m_model, part))
                layers.insert(*layer);
        }
        if (layers.empty()) {
            for (const int value : valuesOf(step))
                addOwner(m_program.values[static_cast<std::size_t>(value)], layers);
        }
        std::vector<std::string> names;
        for (const std::size_t layer : layers)
            names.push_back(m_model.layers[layer].name);
        return names;
    }

private:
    [[nodiscard]] static std::vector<int> valuesOf(const Step& step) {
        if (const auto* kernel = std::get_if<Kernel>(&step.work)) {
            std::vector<int> values = kernel->inputs;
            values.push_back(kernel->output);
            return values;
        }
        const Loop& loop = std::get<Loop>(step.work);
        std::vector<int> values;
        for (const Access& load : loop.loads)
            values.push_back(load.value);
        for (const Store& store : loop.stores)
            values.push_back(store.to.value);
        for (const LoopReduction& reduction : loop.reductions)
            values.push_back(reduction.to.value);
        return values;
    }

    /// "hidden/kernel", and "hidden/kernel/velocity", which an optimiser keeps beside it.
    void addOwner(const Value& value, std::set<std::size_t>& layers) const {
        if (value.storage != Storage::Variable)
            return;
        for (const ModelVariable& variable : m_variables) {
            if (value.name == variable.name || value.name.starts_with(variable.name + "/"))
                layers.insert(variable.layer);
        }
    }

    const Model& m_model;
    const Program& m_program;
    std::vector<ModelVariable> m_variables;
};

class KernelWork final : public LensWork {
public:
    KernelWork(const LensContext& context, const Settings& settings)
        : m_context(context)
        , m_training(choice(kernelFields(), settings, "work") == "training") {}

    Result<bool> advance() override {
        m_result.step = m_context.step;
        m_result.layer = m_context.layer;
        if (m_training) {
            if (const Executable* const step = m_context.trainingStep()) {
                show(*step);
                return true;
            }
            m_training = false;
            m_result.sentences.emplace_back("This network is not in training. Shown is how it answers.");
        }
        const auto answer = computationOf(m_context.network.model(), {.outputs = true}, 1, m_context.seed);
        if (!answer)
            return std::unexpected(answer.error());
        const auto compiled = m_context.network.load(*answer);
        if (!compiled)
            return std::unexpected(compiled.error());
        show((*compiled)->executable());
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override { return std::move(m_result); }

private:
    void show(const Executable& executable) {
        const Program& program = executable.program();
        const ProgramCode code = executable.code();
        findSharers(code);
        const StepOrigins origins(m_context.network.model(), program);
        for (std::size_t step = 0; step < code.steps.size(); ++step) {
            std::vector<std::string> layers = origins.of(program.steps[step]);
            if (m_context.layer.empty() || std::ranges::find(layers, m_context.layer) != layers.end())
                m_result.codes.push_back(codeOf(program, code, step, std::move(layers)));
        }
        const bool text =
            std::ranges::any_of(m_result.codes, [](const LensCode& one) { return !one.text.empty(); });
        if (text)
            m_result.codes.push_back({.title = "What all of them may call",
                                      .note =
                                          "Functions that stand in front of all kernels, so that each can "
                                          "call them.",
                                      .text = code.shared,
                                      .language = code.language});
        tell(program, code);
    }

    /// Which steps run a kernel, by the kernel's name.
    void findSharers(const ProgramCode& code) {
        for (std::size_t step = 0; step < code.steps.size(); ++step) {
            for (const KernelCode& kernel : code.steps[step].kernels)
                m_sharers[kernel.name].push_back(step);
        }
    }

    LensCode codeOf(const Program& program, const ProgramCode& code, std::size_t number,
                    std::vector<std::string> layers) const {
        const StepCode& step = code.steps[number];
        LensCode shown{.title = sentence("Step {}", number),
                       .name = program.steps[number].name,
                       .layers = std::move(layers)};
        std::vector<Sentence> notes{step.words};
        for (std::size_t i = 0; i < step.kernels.size(); ++i) {
            const KernelCode& kernel = step.kernels[i];
            notes.push_back(howOften(kernel, i > 0));
            if (kernel.rounds > 1)
                notes.push_back(sentence("That happens {} times, one after the other.", kernel.rounds));
            if (const Sentence others = sharedWith(kernel, number); !others.empty())
                notes.push_back(others);
            shown.text += kernel.text;
        }
        if (!shown.text.empty())
            shown.language = code.language;
        if (!step.library.empty() && !code.language.empty())
            notes.emplace_back("The library has kernels of its own, which it does not show.");
        shown.note = Sentence::row(std::move(notes));
        return shown;
    }

    static Sentence runsOnce(bool second) {
        return second ? "Then a second one runs once, for all that it computes."
                      : "This small program runs once, for all that it computes.";
    }

    static Sentence howOften(const KernelCode& kernel, bool second) {
        if (kernel.block > 1) {
            const std::size_t blocks = (kernel.results + kernel.block - 1) / kernel.block;
            if (blocks == 1)
                return runsOnce(second);
            return second
                       ? sentence("Then a second one runs {} times at once, each time for a block of {} of "
                                  "the numbers that it computes.",
                                  blocks, kernel.block)
                       : sentence("This small program runs {} times at once, each time for a block of {} of "
                                  "the numbers that it computes.",
                                  blocks, kernel.block);
        }
        const std::size_t items = kernel.results * kernel.sharing;
        if (items == 1)
            return runsOnce(second);
        if (kernel.results == 1)
            return second ? sentence("Then a second one runs {} times at once: all together make one number.",
                                     items)
                          : sentence("This small program runs {} times at once: all together make one "
                                     "number.",
                                     items);
        if (kernel.sharing == 1)
            return second ? sentence("Then a second one runs {} times at once, once for each number that it "
                                     "computes.",
                                     items)
                          : sentence("This small program runs {} times at once, once for each number that it "
                                     "computes.",
                                     items);
        return second
                   ? sentence("Then a second one runs {} times at once: {} together make one of {} numbers.",
                              items, kernel.sharing, kernel.results)
                   : sentence("This small program runs {} times at once: {} together make one of {} numbers.",
                              items, kernel.sharing, kernel.results);
    }

    Sentence sharedWith(const KernelCode& kernel, std::size_t number) const {
        constexpr std::size_t kMostNamed = 8;
        std::vector<std::size_t> others = m_sharers.at(kernel.name);
        std::erase(others, number);
        if (others.empty())
            return {};
        if (others.size() > kMostNamed)
            return sentence("{} other steps run the same kernel, on other numbers.", others.size());
        return sentence("The same kernel runs, on other numbers, in: step {:s}.",
                        fmt::format("{}", fmt::join(others, ", ")));
    }

    void tell(const Program& program, const ProgramCode& code) {
        const auto calls =
            std::ranges::count_if(code.steps, [](const StepCode& step) { return !step.library.empty(); });
        const std::string device = m_context.network.device().description().name;
        m_result.figures = {{"program_steps", static_cast<double>(code.steps.size())},
                            {"kernels", static_cast<double>(m_sharers.size())},
                            {"library_calls", static_cast<double>(calls)}};
        if (code.language.empty())
            m_result.sentences.push_back(sentence(
                "There are no kernels to be read here: {:s} runs code for processors, which is said "
                "in words. A kernel is a small program that a graphics card runs many times at once. "
                "Train on one (OpenCL) to read them.",
                device));
        else
            m_result.sentences.push_back(
                sentence("A kernel is a small program that is run many times at once, each time for another "
                         "number. These were written for this network, and {:s} runs them.",
                         device));
        const auto samples = program.leaves.find(kSamples);
        const std::int64_t batch = samples == program.leaves.end() ? 1 : samples->second[0];
        if (!m_sharers.empty())
            m_result.sentences.push_back(
                sentence("Kernels: {}; calls of a library: {}.", m_sharers.size(), calls));
        m_result.sentences.push_back(
            m_training
                ? sentence("A batch is learned from in steps, one after the other. Samples: {}; steps: {}.",
                           batch, code.steps.size())
                : sentence("A sample is answered in steps, one after the other: {}.", code.steps.size()));
        if (!m_context.layer.empty() && m_result.codes.empty())
            m_result.sentences.emplace_back(
                "This layer needs no step of its own: nothing is computed for it, "
                "or others read its numbers in another order.");
    }

    const LensContext& m_context;
    bool m_training;
    LensResult m_result;
    std::map<std::string, std::vector<std::size_t>> m_sharers;
};

Result<std::unique_ptr<LensWork>> beginKernel(const LensContext& context, const Settings& settings) {
    return std::make_unique<KernelWork>(context, settings);
}

} // namespace

const LensType& kernelLens() {
    static const LensType type{
        .name = "kernel",
        .title = "The running kernel",
        .summary =
            "Shows what your graphics card is running now: the text of every kernel, and the layers that "
            "it came from. Where the processor computes, it is said in words.",
        .subject = LensSubject::Layer,
        .fields = kernelFields(),
        .figures = {{"program_steps", "How many steps the program has."},
                    {"kernels", "How many kernels it runs."},
                    {"library_calls", "How many of its steps call a library."}},
        .suits = kernelSuits,
        .begin = beginKernel};
    return type;
}

} // namespace protomind
