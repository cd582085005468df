// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/analysis.h"
#include "studio/network/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Kind = NetworkProblemKind;

const DataShapes kDigits{{28, 28, 1}, 10, "Digits"};
const DataShapes kSpiral{{2}, 2, "Spiral"};
const DataShapes kCurve{{2}, 3, "Curve", false};

NetworkProblem onlyDataProblem(const Network& network, const DataShapes& data, Kind kind) {
    const std::vector<NetworkProblem> found = problemsOf(analyse(network, data), kind);
    EXPECT_EQ(found.size(), 1u);
    if (found.empty())
        return {};
    EXPECT_FALSE(found[0].fixes.empty()) << found[0].sentence;
    for (const Fix& fix : found[0].fixes)
        EXPECT_TRUE(problemsOf(analyse(applyFix(network, fix), data), kind).empty())
            << found[0].sentence << " / " << fix.label;
    return found[0];
}

Settings denseOf(std::int64_t units, const char* activation) {
    return {{"units", units}, {"activation", std::string(activation)}};
}

TEST(DataFit, SamplesOfAnotherShape) {
    TestDrawing drawing;
    drawing.dense(10, {drawing.put("flatten", {}, {drawing.input({2})})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kDigits, Kind::SampleShape);
    EXPECT_EQ(problem.sentence, "The samples of Digits are 28 × 28 × 1, but a takes 2.");
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0]), kDigits).runnable());
}

TEST(DataFit, NewInputsGetTheSamplesShape) {
    TestDrawing drawing;
    drawing.dense(10, {drawing.put("flatten", {}, {})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kDigits, Kind::NoInput);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0]), kDigits).problems.empty());
}

TEST(DataFit, AnotherNumberOfClasses) {
    TestDrawing drawing;
    const LayerId last = drawing.put("dense", denseOf(2, "softmax"),
                                     {drawing.put("flatten", {}, {drawing.input({28, 28, 1})})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kDigits, Kind::OutputCount);
    EXPECT_EQ(problem.sentence, "Digits has 10 classes, but c gives 2 numbers.");
    const Network fixed = applyFix(drawing.network, problem.fixes[0]);
    EXPECT_EQ(std::get<std::int64_t>(fixed.layer(last)->settings.at("units")), 10);
    EXPECT_TRUE(analyse(fixed, kDigits).problems.empty());
}

TEST(DataFit, SetsTheLastLayerThatHasASize) {
    TestDrawing drawing;
    const LayerId dense = drawing.dense(5, {drawing.input({2})});
    drawing.put("dropout", {}, {drawing.put("batch_norm", {}, {dense})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kSpiral, Kind::OutputCount);
    const Network fixed = applyFix(drawing.network, problem.fixes[0]);
    EXPECT_EQ(std::get<std::int64_t>(fixed.layer(dense)->settings.at("units")), 2);
}

TEST(DataFit, AddsALayerWhereNoSizeHelps) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    drawing.put("concatenate", {}, {drawing.dense(5, {in}), in});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kSpiral, Kind::OutputCount);
    EXPECT_EQ(problem.fixes.size(), 1u);
    EXPECT_EQ(problem.fixes[0].label, "Add Dense with 2");
}

TEST(DataFit, ASingleOutputTellsTwoClassesApart) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    drawing.put("dense", denseOf(1, "sigmoid"), {in});
    EXPECT_TRUE(analyse(drawing.network, kSpiral).problems.empty());
    onlyDataProblem(drawing.network, {{2}, 3, "Three"}, Kind::OutputCount);
    EXPECT_THAT(onlyDataProblem(drawing.network, kCurve, Kind::OutputCount).sentence,
                HasSubstr("Curve has 3 values to predict, but b gives 1 number."));
}

TEST(DataFit, AnImageAtTheEnd) {
    TestDrawing drawing;
    drawing.convolution(10, 28, {drawing.input({28, 28, 1})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, kDigits, Kind::OutputNotFlat);
    EXPECT_THAT(problem.sentence, AllOf(HasSubstr("Digits has 10 classes"), HasSubstr("b gives 1 × 1 × 10")));
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0]), kDigits).problems.empty());
}

TEST(DataFit, AnImageWhereOneIsWanted) {
    const DataShapes edges{
        .sample = {16, 16, 1}, .outputs = 196, .dataName = "Edges", .classes = false, .target = {14, 14, 1}};
    TestDrawing drawing;
    drawing.convolution(1, 3, {drawing.input({16, 16, 1})});
    EXPECT_TRUE(analyse(drawing.network, edges).problems.empty());
    TestDrawing larger;
    larger.convolution(1, 5, {larger.input({16, 16, 1})});
    EXPECT_THAT(onlyDataProblem(larger.network, edges, Kind::OutputNotFlat).sentence,
                HasSubstr("Edges has 196 values to predict"));
}

TEST(DataFit, LastActivations) {
    const auto sentence = [](const DataShapes& data, std::int64_t units, const char* activation) {
        TestDrawing drawing;
        drawing.put("dense", denseOf(units, activation), {drawing.input({2})});
        return onlyDataProblem(drawing.network, data, Kind::LastActivation).sentence;
    };
    EXPECT_THAT(sentence(kSpiral, 2, "sigmoid"), HasSubstr("softmax"));
    EXPECT_THAT(sentence(kSpiral, 2, "relu"), HasSubstr("relu"));
    EXPECT_THAT(sentence(kSpiral, 1, "tanh"), HasSubstr("sigmoid"));
    EXPECT_THAT(sentence(kCurve, 3, "softmax"), HasSubstr("add up to 1"));
    for (const char* fine : {"softmax", "linear"}) {
        TestDrawing drawing;
        drawing.put("dense", denseOf(2, fine), {drawing.input({2})});
        EXPECT_TRUE(analyse(drawing.network, kSpiral).problems.empty()) << fine;
    }
}

TEST(DataFit, ALastLayerWithoutSuchAnActivationGetsOneBehindIt) {
    const DataShapes melodies{{5, 3}, 4, "Melodies"};
    TestDrawing drawing;
    drawing.put("rnn", {{"units", std::int64_t{4}}}, {drawing.input({5, 3})});
    const NetworkProblem problem = onlyDataProblem(drawing.network, melodies, Kind::LastActivation);
    ASSERT_EQ(problem.fixes.size(), 1u);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0]), melodies).problems.empty());
}

TEST(DataFit, SaysNothingOfTheEndWhileThereIsNone) {
    TestDrawing drawing;
    drawing.input({2});
    const Analysis analysis = analyse(drawing.network, kSpiral);
    EXPECT_EQ(analysis.problems.size(), 1u);
    EXPECT_EQ(analysis.problems[0].kind, Kind::NothingAfterInput);
}

} // namespace
} // namespace protomind
