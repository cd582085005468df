// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens the machine's first OpenCL device, tests it, trains a tiny network and asks it things, and says in
// its last line what came of it: "problem SENTENCE", or "done NUMBER", where the number is made of all
// results, bit for bit. Whatever else it does is a mistake: exceptions are caught nowhere.
//
//   train_under_faults [FOLDER]   where built kernels are kept; without it nowhere

#include "engine/data/data_set.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/instance/model_chain.h"
#include "engine/train/trainer.h"
#include "studio/session/self_test.h"

#include <bit>
#include <cstdio>

namespace protomind {
namespace {

class Outcome {
public:
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
    void add(std::span<const float> numbers) {
        for (const float number : numbers)
            add(std::uint64_t{std::bit_cast<std::uint32_t>(number)});
    }
    std::uint64_t number() const { return m_number; }

private:
    /// FNV-1a of Fowler, Noll and Vo.
    void add(std::uint64_t bits) {
        for (int byte = 0; byte < 8; ++byte)
            m_number = (m_number ^ ((bits >> (8 * byte)) & 0xffu)) * 0x100000001b3u;
    }
    std::uint64_t m_number = 0xcbf29ce484222325u;
};

/// Something of everything: a convolution, statistics, chance, pooling, products.
Model everything() {
    using Sizes = std::vector<std::int64_t>;
    return chain({28, 28, 1},
                 {{"max_pool", {{"window", Sizes{4, 4}}, {"stride", Sizes{4, 4}}}},
                  {"convolution", {{"filters", std::int64_t{3}}, {"kernel", Sizes{3, 3}}}},
                  {"batch_norm", {}},
                  {"dropout", {}},
                  {"flatten", {}},
                  {"dense", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}}}});
}

Result<std::uint64_t> train(const std::string& cacheFolder) {
    auto device = makeOpenClDevice(0, {.cacheFolder = cacheFolder});
    if (!device)
        return std::unexpected(device.error());
    if (const SelfTest test = testDevice(**device); !test.passed)
        return fail(ProblemKind::Device, test.sentence);
    const auto data = openData("digits?samples=30&test=10", 1);
    require(data.has_value(), "train_under_faults: no digits");
    TrainingSettings settings;
    settings.batchSize = 8;
    settings.epochs = 2;
    settings.validation = 0.2; // 24 samples are left: three steps an epoch
    auto trainer = Trainer::prepare(everything(), *data, settings, **device);
    if (!trainer)
        return std::unexpected(trainer.error());
    Outcome outcome;
    while ((*trainer)->stepsDone() < (*trainer)->plannedSteps()) {
        // The first epoch ahead, where figures come when they come; the second step by step.
        const bool ahead = (*trainer)->stepsDone() < 3;
        const auto figures = ahead ? (*trainer)->stepAhead() : (*trainer)->step();
        if (!figures)
            return std::unexpected(figures.error());
        if (!ahead) {
            outcome.add(figures->loss);
            outcome.add(static_cast<double>(figures->correct));
        }
        if (figures->epoch) {
            outcome.add(figures->epoch->loss);
            outcome.add(figures->epoch->validationLoss);
            outcome.add(figures->epoch->validationAccuracy);
        }
    }
    if (const auto rest = (*trainer)->settle(); !rest)
        return std::unexpected(rest.error());
    const auto tested = (*trainer)->evaluate(Split::Test);
    if (!tested)
        return std::unexpected(tested.error());
    outcome.add(tested->loss);
    outcome.add(tested->accuracy);
    for (const auto& row : tested->confusion)
        for (const std::int64_t count : row)
            outcome.add(static_cast<double>(count));
    HostArray samples(Shape{2, 28, 28, 1});
    std::vector<float> target(1);
    for (std::size_t i = 0; i < 2; ++i)
        data->test->read(static_cast<std::int64_t>(i), std::span(samples.values).subspan(i * 784, 784),
                         target);
    const auto said = (*trainer)->predict(samples);
    if (!said)
        return std::unexpected(said.error());
    outcome.add(said->values);
    const Checkpoint checkpoint = (*trainer)->checkpoint();
    if (const auto sound = (*device)->check(); !sound)
        return std::unexpected(sound.error());
    for (const auto& [name, value] : checkpoint.variables)
        outcome.add(value.values);
    outcome.add(static_cast<double>(checkpoint.step));
    if (const auto restored = (*trainer)->restore(checkpoint); !restored)
        return std::unexpected(restored.error());
    const auto more = (*trainer)->step();
    if (!more)
        return std::unexpected(more.error());
    outcome.add(more->loss);
    return outcome.number();
}

} // namespace
} // namespace protomind

int main(int count, char** words) {
    const auto outcome = protomind::train(count > 1 ? words[1] : "");
    if (outcome)
        std::printf("\ndone %016llx\n", static_cast<unsigned long long>(*outcome));
    else
        std::printf("\nproblem %s\n", outcome.error().text().c_str());
    return 0;
}
