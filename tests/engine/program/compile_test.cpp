// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/base/random.h"
#include "engine/graph/build.h"
#include "engine/program/common_subexpressions.h"
#include "engine/program/compile.h"
#include "engine/program/lower.h"
#include "engine/program/simplify.h"
#include "engine/program/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

int loopCount(const Program& program) {
    return static_cast<int>(std::ranges::count_if(
        program.steps, [](const Step& step) { return std::holds_alternative<Loop>(step.work); }));
}

/// Dense layers with ReLU, mean squared error and gradient descent: a whole training step.
Computation trainingStep(int layers) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{64, 32});
    const Node target = input(graph, "target", Shape{64, 32});
    std::vector<Node> weights;
    Node y = x;
    for (int layer = 0; layer < layers; ++layer) {
        const std::string name = "layer" + std::to_string(layer);
        const ScopeGuard scope(graph, name);
        weights.push_back(variable(graph, name + "/kernel", Shape{32, 32}));
        weights.push_back(variable(graph, name + "/bias", Shape{32}));
        y = relu(matmul(y, weights[weights.size() - 2]) + weights.back());
    }
    const Node loss = reduceMean(square(y - target));
    computation.outputs.push_back({"loss", loss});
    const std::vector<Node> gradients = gradient(loss, weights);
    for (std::size_t i = 0; i < weights.size(); ++i)
        computation.updates.push_back({weights[i], weights[i] - 0.1f * gradients[i]});
    return computation;
}

TEST(Compile, PlansATrainingStepIntoLittleMemory) {
    const Result<Program> program = compile(trainingStep(6));
    ASSERT_TRUE(program);
    EXPECT_LT(static_cast<double>(program->arenaElements),
              0.7 * static_cast<double>(program->unsharedElements));
}

TEST(Compile, UpdatesVariablesInPlace) {
    const Result<Program> program = compile(trainingStep(3));
    ASSERT_TRUE(program);
    for (const Step& step : program->steps)
        EXPECT_NE(step.name, "update") << "a copy where none is needed";
}

TEST(Compile, FusesWhatIsComputedElementByElement) {
    const Computation computation = trainingStep(3);
    const Result<Program> fused = compile(computation);
    const Result<Program> apart = compile(computation, {.fuse = false});
    ASSERT_TRUE(fused && apart);
    EXPECT_LT(loopCount(*fused), loopCount(*apart));
    // Bias and ReLU forward (3), loss, backward masks with bias gradients (3), updates of 6 weights, at most
    // a few more.
    EXPECT_LE(loopCount(*fused), 16);
}

TEST(Compile, SharesOnePassBetweenSumsOfTheSameSpace) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{40, 8});
    computation.outputs.push_back({"mean", reduceMean(x, {0})});
    computation.outputs.push_back({"square", reduceMean(square(x), {0})});
    const Result<Program> program = compile(computation);
    ASSERT_TRUE(program);
    const auto sums = [](const Step& step) { return std::get<Loop>(step.work).reductions.size(); };
    EXPECT_TRUE(std::ranges::any_of(program->steps, [&](const Step& step) { return sums(step) == 2; }));
}

/// The deviations need the mean first: one loop for both would wait for itself.
TEST(Compile, KeepsSumsApartThatNeedEachOther) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{40, 8});
    const Node mean = reduceMean(x, {0});
    computation.outputs.push_back({"variance", reduceMean(square(x - mean), {0})});
    EXPECT_TRUE(compile(computation));
}

TEST(Compile, SaysWhatItDoes) {
    const Result<Program> program = compile(trainingStep(1));
    ASSERT_TRUE(program);
    const std::string text = print(*program);
    EXPECT_THAT(text, HasSubstr("MatMul(x, layer0/kernel)"));
    EXPECT_THAT(text, HasSubstr("layer0: "));
    EXPECT_THAT(text, HasSubstr("memory "));
}

TEST(Compile, RefusesWhatIsTooLarge) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{50000, 30000});
    computation.outputs.push_back({"y", argMax(matmul(x, x, true), 0)});
    computation.outputs.push_back({"z", exp(x)});
    computation.outputs.push_back({"w", sin(x)});
    const Result<Program> program = compile(computation);
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().kind, ProblemKind::Memory);
    EXPECT_THAT(program.error().sentence, HasSubstr("GiB"));
}

TEST(Simplify, LeavesOutWhatChangesNothing) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{3, 4});
    const Node same = transpose(
        transpose(reshape(reshape((x * 1.0f + 0.0f) / 1.0f - 0.0f, Shape{12}), Shape{3, 4}), {1, 0}), {1, 0});
    computation.outputs.push_back({"y", negate(negate(same))});
    const Computation simple = simplify(computation);
    EXPECT_EQ(simple.outputs[0].node.op(), Op::Input);
}

TEST(Simplify, KeepsShapes) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{4});
    computation.outputs.push_back({"y", x * broadcastTo(constant(graph, 1.0f), Shape{3, 4})});
    const Computation simple = simplify(computation);
    EXPECT_EQ(simple.outputs[0].node.shape(), (Shape{3, 4}));
}

TEST(Simplify, ComputesConstantsBeforehand) {
    Computation computation;
    Graph& graph = *computation.graph;
    computation.outputs.push_back({"y", exp(constant(graph, 1.0f) * 2.0f - 2.0f) * 3.0f});
    const Computation simple = simplify(computation);
    const Node y = simple.outputs[0].node;
    ASSERT_EQ(y.op(), Op::Constant);
    EXPECT_FLOAT_EQ(y.as<ConstantAttributes>().values->front(), 3.0f);
}

TEST(Simplify, LetsProductsReadTurnedMatrices) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{3, 4});
    computation.outputs.push_back({"y", matmul(transpose(x, {1, 0}), x)});
    const Computation simple = simplify(computation);
    const Node y = simple.outputs[0].node;
    EXPECT_EQ(y.input(0).op(), Op::Input);
    EXPECT_TRUE(y.as<MatMulAttributes>().transposeLeft);
}

TEST(ShareCommon, ComputesEqualExpressionsOnce) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{5});
    computation.outputs.push_back({"y", exp(x) + exp(x)});
    computation.outputs.push_back({"z", exp(input(graph, "x", Shape{5}))});
    const Computation shared = shareCommonSubexpressions(computation);
    EXPECT_EQ(shared.outputs[0].node.input(0), shared.outputs[0].node.input(1));
    EXPECT_EQ(shared.outputs[1].node, shared.outputs[0].node.input(0));
}

TEST(ShareCommon, KeepsDifferentRandomStreamsApart) {
    Computation computation;
    Graph& graph = *computation.graph;
    computation.outputs.push_back(
        {"y", randomUniform(graph, Shape{5}, 1, 1) - randomUniform(graph, Shape{5}, 1, 2)});
    const Computation shared = shareCommonSubexpressions(computation);
    const Node y = shared.outputs[0].node;
    EXPECT_NE(y.input(0), y.input(1));
}

TEST(Verify, FindsValuesInOnePlace) {
    Result<Program> program = compile(trainingStep(2));
    ASSERT_TRUE(program);
    for (Value& value : program->values) {
        if (value.storage == Storage::Arena && value.offset > 0)
            value.offset = 0;
    }
    EXPECT_THROW(verify(*program), std::logic_error);
}

TEST(Verify, FindsStepsOutOfOrder) {
    Result<Program> program = compile(trainingStep(2));
    ASSERT_TRUE(program);
    std::ranges::reverse(program->steps);
    EXPECT_THROW(verify(*program), std::logic_error);
}

TEST(Verify, FindsAccessesOutsideOfTheirValue) {
    Result<Program> program = compile(trainingStep(1));
    ASSERT_TRUE(program);
    for (Step& step : program->steps) {
        if (auto* loop = std::get_if<Loop>(&step.work); loop && !loop->loads.empty())
            loop->loads.front().offset += 1 << 20;
    }
    EXPECT_THROW(verify(*program), std::logic_error);
}

} // namespace
} // namespace protomind
