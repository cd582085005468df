// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/hardware.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/opencl/opencl_executable.h"
#include "engine/device/random_programs.h"

#include <gmock/gmock.h>

#include <set>

namespace protomind {
namespace {

std::unique_ptr<Executable> loaded(const Computation& computation) {
    static const std::unique_ptr<Device> device = *makeOpenClDevice(0, {});
    return *device->load(*compile(computation));
}

/// What is shown is what was built, each kernel once, in the order of the steps.
TEST(StepCode, IsTheTextThatIsBuilt) {
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        const RandomComputation random(seed);
        const auto executable = loaded(random.computation);
        const ProgramCode code = executable->code();
        std::string text = code.shared;
        std::set<std::string> seen;
        for (std::size_t step = 0; step < code.steps.size(); ++step) {
            for (const KernelCode& kernel : code.steps[step].kernels) {
                EXPECT_EQ(seen.insert(kernel.name).second, kernel.firstStep == step);
                if (kernel.firstStep == step)
                    text += kernel.text;
                EXPECT_THAT(kernel.text, testing::HasSubstr("__kernel void " + kernel.name + "("));
            }
        }
        EXPECT_EQ(text, kernelText(executable->program(), findHardware().at(0).limits)) << "seed " << seed;
    }
}

TEST(StepCode, SaysWhichStepsShareAKernel) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{6, 8});
    Node state = input(*computation.graph, "state", Shape{2, 8});
    for (int step = 0; step < 3; ++step)
        state = matmul(tanh(slice(x, {2 * step, 0}, {2, 8}) + state),
                       input(*computation.graph, "weight", Shape{8, 8}));
    computation.outputs = {{"y", state}};
    const ProgramCode code = loaded(computation)->code();
    ASSERT_EQ(code.steps.size(), 6u);
    for (std::size_t step = 0; step < 6; ++step) {
        ASSERT_EQ(code.steps[step].kernels.size(), 1u);
        EXPECT_EQ(code.steps[step].kernels[0].firstStep, step % 2);
        EXPECT_EQ(code.steps[step].kernels[0].text, code.steps[step % 2].kernels[0].text);
    }
}

TEST(StepCode, CountsTheResultsOfAKernelAndWhoSharesOne) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{30, 70});
    computation.outputs = {{"all", exp(x)}, {"sums", reduceSum(x * x, {1})}};
    std::size_t plain = 0;
    std::size_t shared = 0;
    for (const StepCode& step : loaded(computation)->code().steps) {
        for (const KernelCode& kernel : step.kernels) {
            (kernel.sharing == 1 ? plain : shared) += 1;
            EXPECT_EQ(kernel.results % (kernel.sharing == 1 ? 2100u : 30u), 0u) << kernel.text;
        }
    }
    EXPECT_EQ(plain, 1u);
    EXPECT_EQ(shared, 1u);
}

TEST(StepCode, NamesTheLibraryWhereItIsCalled) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{64, 784});
    computation.outputs = {{"y", matmul(x, input(*computation.graph, "w", Shape{784, 128}))}};
    const ProgramCode code = loaded(computation)->code();
    ASSERT_EQ(code.steps.size(), 1u);
    EXPECT_EQ(code.steps[0].library, "CLBlast");
    EXPECT_TRUE(code.steps[0].kernels.empty());
    EXPECT_EQ(code.steps[0].words, "A product of [64 × 784] and [784 × 128], by the library CLBlast.");
}

} // namespace
} // namespace protomind
