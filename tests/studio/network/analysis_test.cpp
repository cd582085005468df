// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/analysis.h"
#include "studio/network/drawing.h"
#include "studio/network/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Kind = NetworkProblemKind;

/// The one problem of a kind, and every fix of it makes it go away.
NetworkProblem onlyProblem(const Network& network, Kind kind) {
    const std::vector<NetworkProblem> found = problemsOf(analyse(network), kind);
    EXPECT_EQ(found.size(), 1u);
    if (found.empty())
        return {};
    EXPECT_FALSE(found[0].fixes.empty()) << found[0].sentence;
    for (const Fix& fix : found[0].fixes)
        EXPECT_TRUE(problemsOf(analyse(applyFix(network, fix)), kind).empty())
            << found[0].sentence << " / " << fix.label;
    return found[0];
}

TEST(Analysis, GivesShapesSizesAndSums) {
    TestDrawing drawing;
    const LayerId in = drawing.input({28, 28, 1});
    const LayerId conv = drawing.convolution(16, 5, {in});
    const LayerId flat = drawing.put("flatten", {}, {conv});
    const LayerId dense = drawing.dense(10, {flat});
    const Analysis analysis = analyse(drawing.network);
    EXPECT_TRUE(analysis.problems.empty());
    EXPECT_TRUE(analysis.runnable());
    EXPECT_EQ(analysis.order, (std::vector{in, conv, flat, dense}));
    EXPECT_EQ(analysis.input, in);
    EXPECT_EQ(analysis.output, dense);
    EXPECT_EQ(analysis.layers.at(conv).inputShapes, std::vector<Shape>({Shape{28, 28, 1}}));
    EXPECT_EQ(analysis.layers.at(conv).outputShape, (Shape{24, 24, 16}));
    EXPECT_EQ(analysis.layers.at(conv).parameters.count, 5 * 5 * 16 + 16);
    EXPECT_EQ(analysis.layers.at(conv).parameters.arithmetic, "5×5×1×16 + 16");
    EXPECT_EQ(analysis.layers.at(flat).outputShape, Shape{24 * 24 * 16});
    EXPECT_EQ(analysis.parameters, 416 + 24 * 24 * 16 * 10 + 10);
    EXPECT_EQ(analysis.multiplyAdds, 24 * 24 * 16 * 25 + 24 * 24 * 16 * 10);
}

TEST(Analysis, NoInput) {
    EXPECT_THAT(onlyProblem(Network(), Kind::NoInput).sentence, HasSubstr("empty"));
    TestDrawing drawing;
    drawing.dense(2, {drawing.dense(3, {})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::NoInput);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable()) << "the new Input is wired";
}

TEST(Analysis, SeveralInputs) {
    TestDrawing drawing;
    const LayerId unused = drawing.input({3});
    drawing.dense(2, {drawing.input({2})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::SeveralInputs);
    EXPECT_EQ(problem.layer, unused) << "the one that is wired counts";
    EXPECT_FALSE(analyse(drawing.network).input);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
}

TEST(Analysis, NothingAfterInput) {
    TestDrawing drawing;
    drawing.input({2});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::NothingAfterInput);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
}

TEST(Analysis, MissingInput) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId first = drawing.dense(3, {in});
    const LayerId loose = drawing.dense(3, {});
    drawing.dense(1, {loose});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::MissingInput);
    EXPECT_EQ(problem.layer, loose);
    EXPECT_THAT(problem.sentence, HasSubstr("Nothing is wired into c"));
    const Network fixed = applyFix(drawing.network, problem.fixes[0]);
    EXPECT_EQ(fixed.wiresInto(loose).front().from, first) << "the end of the chain to the left";
    EXPECT_TRUE(analyse(fixed).runnable());
}

TEST(Analysis, UnusedCardsAreAWarningOnceThereIsAChain) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId loose = drawing.dense(3, {});
    EXPECT_EQ(onlyProblem(drawing.network, Kind::Unused).severity, Severity::Error);
    EXPECT_FALSE(analyse(drawing.network).runnable());
    drawing.dense(1, {in});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::Unused);
    EXPECT_EQ(problem.severity, Severity::Warning);
    EXPECT_EQ(problem.layer, loose);
    EXPECT_TRUE(analyse(drawing.network).runnable());
    EXPECT_FALSE(analyse(drawing.network).layers.at(loose).outputShape);
}

TEST(Analysis, Unreachable) {
    TestDrawing drawing;
    drawing.dense(1, {drawing.input({2})});
    const LayerId loose = drawing.dense(3, {});
    const LayerId after = drawing.dense(3, {loose});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::Unreachable);
    EXPECT_EQ(problem.layer, after);
    EXPECT_EQ(problem.severity, Severity::Warning);
    EXPECT_EQ(problemsOf(analyse(drawing.network), Kind::SeveralOutputs).size(), 0u);
}

TEST(Analysis, TooFewInputs) {
    for (const char* type : {"add", "concatenate"}) {
        TestDrawing drawing;
        const LayerId in = drawing.input({2});
        const LayerId dense = drawing.dense(2, {in});
        const LayerId merge = drawing.put(type, {}, {dense});
        const NetworkProblem problem = onlyProblem(drawing.network, Kind::TooFewInputs);
        EXPECT_EQ(problem.layer, merge);
        EXPECT_THAT(problem.sentence, HasSubstr("only b is wired"));
        EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
    }
}

TEST(Analysis, SeveralOutputs) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId first = drawing.dense(3, {in});
    const LayerId side = drawing.dense(4, {first});
    drawing.dense(1, {drawing.dense(3, {first})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::SeveralOutputs);
    EXPECT_EQ(problem.layer, side) << "the deepest is the output";
    EXPECT_THAT(problem.sentence, AllOf(HasSubstr("Nothing follows c"), HasSubstr("ends in e")));
    EXPECT_FALSE(analyse(drawing.network).output);
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
}

TEST(Analysis, Circle) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId sum = drawing.put("add", {}, {in});
    const LayerId dense = drawing.dense(2, {sum});
    const LayerId back = drawing.put("dropout", {}, {dense});
    const WireId closing = drawing.join(back, sum);
    drawing.join(in, sum);
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::Circle);
    EXPECT_EQ(problem.wire, closing);
    EXPECT_THAT(problem.sentence, HasSubstr("b, c and d form a circle"));
    EXPECT_FALSE(analyse(drawing.network).runnable());
}

TEST(Analysis, LayerThatFeedsItself) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId sum = drawing.put("add", {}, {in});
    drawing.join(sum, sum);
    EXPECT_THAT(onlyProblem(drawing.network, Kind::Circle).sentence, HasSubstr("b feeds itself"));
}

TEST(Analysis, InvalidWires) {
    TestDrawing twice;
    const LayerId a = twice.input({2});
    const LayerId b = twice.dense(2, {a});
    const LayerId c = twice.dense(2, {b});
    twice.join(a, c);
    EXPECT_THAT(onlyProblem(twice.network, Kind::InvalidWire).sentence, HasSubstr("b and a are both wired"));

    TestDrawing port;
    const LayerId source = port.input({2});
    port.join(source, port.dense(2, {source}), 1);
    EXPECT_THAT(onlyProblem(port.network, Kind::InvalidWire).sentence, HasSubstr("input 2 of b"));

    TestDrawing into;
    const LayerId first = into.dense(2, {});
    into.join(first, into.input({2}));
    EXPECT_THAT(onlyProblem(into.network, Kind::InvalidWire).sentence, HasSubstr("samples come in"));

    TestDrawing merged;
    const LayerId in = merged.input({2});
    const LayerId sum = merged.put("add", {}, {in, in});
    merged.join(merged.dense(2, {in}), sum);
    EXPECT_THAT(onlyProblem(merged.network, Kind::InvalidWire).sentence, HasSubstr("wired to b twice"));
}

TEST(Analysis, UnknownType) {
    TestDrawing drawing;
    const LayerId unknown = drawing.put("attention_of_tomorrow", {}, {drawing.input({2})});
    drawing.dense(1, {unknown});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::UnknownType);
    EXPECT_THAT(problem.sentence, AllOf(HasSubstr("b is a layer"), HasSubstr("attention_of_tomorrow")));
    EXPECT_EQ(analyse(drawing.network).problems.size(), 1u) << "what follows from it is not reported as well";
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
}

TEST(Analysis, UnknownField) {
    TestDrawing drawing;
    drawing.put("dense", {{"heads", std::int64_t{3}}}, {drawing.input({2})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::UnknownField);
    EXPECT_EQ(problem.severity, Severity::Warning);
    EXPECT_THAT(problem.sentence, HasSubstr("“heads”"));
    EXPECT_TRUE(analyse(drawing.network).runnable());
}

TEST(Analysis, FieldOutOfRange) {
    const std::vector<std::tuple<const char*, const char*, FieldValue, FieldValue>> cases = {
        {"dense", "units", std::int64_t{0}, std::int64_t{1}},
        {"dense", "units", std::int64_t{1} << 60, std::int64_t{65536}},
        {"dense", "units", 7.6, std::int64_t{8}},
        {"dense", "units", std::string("many"), std::int64_t{16}},
        {"dense", "activation", std::string("swish"), std::string("linear")},
        {"dense", "use_bias", std::int64_t{1}, true},
        {"dropout", "rate", 1.5, 0.95},
        {"dropout", "rate", std::numeric_limits<double>::quiet_NaN(), 0.5},
        {"convolution", "kernel", std::vector<std::int64_t>{0, 5}, std::vector<std::int64_t>{1, 5}},
        {"convolution", "kernel", std::vector<std::int64_t>{3}, std::vector<std::int64_t>{3, 3}},
        {"reshape", "shape", std::vector<std::int64_t>{}, std::vector<std::int64_t>{1}},
    };
    for (const auto& [type, field, bad, good] : cases) {
        TestDrawing drawing;
        const LayerId layer = drawing.put(type, {{field, bad}}, {drawing.input({8, 8, 1})}, "The layer");
        const NetworkProblem problem = onlyProblem(drawing.network, Kind::FieldOutOfRange);
        EXPECT_THAT(problem.sentence, HasSubstr("The layer: "));
        ASSERT_FALSE(problem.fixes.empty());
        const Network fixed = applyFix(drawing.network, problem.fixes[0]);
        EXPECT_EQ(fixed.layer(layer)->settings.at(field), good) << type << " " << field;
    }
}

TEST(Analysis, BadNames) {
    TestDrawing drawing;
    const LayerId in = drawing.put("input", {}, {}, "Same");
    drawing.put("dense", {}, {in}, "Same");
    EXPECT_THAT(onlyProblem(drawing.network, Kind::BadName).sentence,
                HasSubstr("Two layers are called Same"));
    drawing.network.layer(in)->name.clear();
    EXPECT_THAT(onlyProblem(drawing.network, Kind::BadName).sentence, HasSubstr("no name"));
}

TEST(Analysis, DenseAfterAnImage) {
    TestDrawing drawing;
    const LayerId in = drawing.input({9, 9, 1});
    const LayerId conv = drawing.put("convolution", {{"filters", std::int64_t{32}}}, {in}, "Convolution 2");
    drawing.put("dense", {}, {conv}, "Dense");
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::ShapeMismatch);
    EXPECT_EQ(problem.sentence, "Dense needs a flat list of numbers, but Convolution 2 gives 9 × 9 × 32.");
    EXPECT_EQ(problem.fixes[0].label, "Insert Flatten");
    EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
}

TEST(Analysis, ConvolutionAfterAList) {
    TestDrawing drawing;
    drawing.convolution(4, 5, {drawing.input({784})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::ShapeMismatch);
    EXPECT_THAT(problem.sentence, AllOf(HasSubstr("b needs an image"), HasSubstr("a gives 784")));
    EXPECT_EQ(problem.fixes[0].label, "Insert Reshape");
    EXPECT_EQ(analyse(applyFix(drawing.network, problem.fixes[0])).layers.at(LayerId{2}).outputShape,
              (Shape{24, 24, 4}));
}

TEST(Analysis, KernelLargerThanItsInput) {
    TestDrawing drawing;
    drawing.convolution(4, 5, {drawing.input({4, 4, 1})});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::ShapeMismatch);
    EXPECT_EQ(problem.sentence,
              "b doesn't fit after a, which gives 4 × 4 × 1: the 5×5 kernel is larger than its 4×4 input.");
    EXPECT_GE(problem.fixes.size(), 3u) << "padding, a smaller kernel, or away with it";

    TestDrawing pooling;
    pooling.put("max_pool", {}, {pooling.input({1, 8, 3})});
    EXPECT_THAT(onlyProblem(pooling.network, Kind::ShapeMismatch).sentence, HasSubstr("1 × 8 × 3"));
}

TEST(Analysis, GroupsAndReshapesThatDoNotDivide) {
    TestDrawing groups;
    groups.put("convolution", {{"groups", std::int64_t{2}}}, {groups.input({8, 8, 3})});
    EXPECT_THAT(onlyProblem(groups.network, Kind::ShapeMismatch).sentence, HasSubstr("8 × 8 × 3"));
    TestDrawing reshape;
    reshape.put("reshape", {{"shape", std::vector<std::int64_t>{3, 3}}}, {reshape.input({10})});
    EXPECT_THAT(onlyProblem(reshape.network, Kind::ShapeMismatch).sentence,
                AllOf(HasSubstr("a gives 10"), HasSubstr("3 × 3")));
}

TEST(Analysis, InputTooLarge) {
    TestDrawing drawing;
    drawing.put("flatten", {}, {drawing.input({1 << 20, 1 << 20, 3})});
    EXPECT_THAT(onlyProblem(drawing.network, Kind::ShapeMismatch).sentence, HasSubstr("a: "));
}

TEST(Analysis, OfThreeMergedInputsNamesTheOddOne) {
    TestDrawing drawing;
    const LayerId in = drawing.input({4});
    const LayerId same = drawing.dense(4, {in});
    const LayerId odd = drawing.dense(5, {in});
    drawing.put("add", {}, {in, same, odd}, "Sum");
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::ShapeMismatch);
    EXPECT_EQ(problem.sentence, "Sum needs inputs of equal sizes, but a gives 4 and c gives 5.");
    EXPECT_EQ(problem.wire, drawing.network.wiresInto(LayerId{4}).back().id);
}

TEST(Analysis, MergedInputsOfDifferentSizes) {
    struct Case {
        const char* type;
        std::vector<std::int64_t> input;
        std::vector<std::pair<const char*, Settings>> branch;
        const char* fix;
    };
    const std::vector<std::int64_t> two{2, 2};
    const std::vector<Case> cases = {
        {"add", {8}, {{"dense", {{"units", std::int64_t{4}}}}}, "Insert Dense after a"},
        {"add", {8, 8, 3}, {{"convolution", {{"filters", std::int64_t{16}}}}}, "Insert Convolution after a"},
        {"add", {8, 8, 3}, {{"convolution", {{"stride", two}}}}, "Insert Convolution after a"},
        {"add", {8, 8, 3}, {{"max_pool", {}}}, "Insert Max pooling after a"},
        {"add", {8, 8, 3}, {{"flatten", {}}}, "Insert Flatten after a"},
        {"concatenate", {8, 8, 3}, {{"max_pool", {}}}, "Insert Max pooling after a"},
        {"concatenate", {8, 8, 3}, {{"flatten", {}}, {"dense", {}}}, "Insert Flatten after a"},
    };
    for (const Case& entry : cases) {
        TestDrawing drawing;
        const LayerId in = drawing.input(entry.input);
        LayerId last = in;
        for (const auto& [type, settings] : entry.branch)
            last = drawing.put(type, settings, {last}, "Branch " + drawing.network.freeName(type));
        drawing.put(entry.type, {}, {last, in}, "Merge");
        const NetworkProblem problem = onlyProblem(drawing.network, Kind::ShapeMismatch);
        const Analysis analysis = analyse(drawing.network);
        EXPECT_THAT(problem.sentence,
                    AllOf(HasSubstr("Merge needs"), HasSubstr("a gives " + Shape(entry.input).text()),
                          HasSubstr(" gives " + analysis.layers.at(last).outputShape->text())));
        ASSERT_FALSE(problem.fixes.empty());
        EXPECT_EQ(problem.fixes[0].label, entry.fix) << problem.sentence;
        EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable()) << problem.sentence;
    }
}

TEST(Analysis, TooManyParameters) {
    TestDrawing drawing;
    const LayerId first = drawing.dense(10, {drawing.input({100})});
    const LayerId wide = drawing.dense(20'000, {first});
    const LayerId wider = drawing.dense(20'000, {wide});
    drawing.dense(10, {wider});
    const NetworkProblem problem = onlyProblem(drawing.network, Kind::TooManyParameters);
    EXPECT_EQ(problem.layer, wider);
    ASSERT_FALSE(problem.fixes.empty());
    EXPECT_THAT(problem.sentence,
                AllOf(HasSubstr("50 million"), HasSubstr("d alone"), HasSubstr("400 million")));
    EXPECT_LE(analyse(applyFix(drawing.network, problem.fixes[0])).parameters, kMaxParameters);
}

TEST(Analysis, TooManyParametersOfEachLayerThatSaysHowManyNumbersGoOut) {
    struct Large {
        const char* type;
        std::vector<std::int64_t> input;
        Settings settings;
        const char* fix;
    };
    const std::vector<std::int64_t> side{64, 64};
    for (const Large& large :
         {Large{"convolution",
                {64, 64, 64},
                {{"filters", std::int64_t{1024}}, {"kernel", side}},
                "Set Filters of Large to 190"},
          Large{"embedding",
                {20},
                {{"vocabulary", std::int64_t{100'000}}, {"features", std::int64_t{1000}}},
                "Set Features of Large to 500"}}) {
        TestDrawing drawing;
        const LayerId in = drawing.input(large.input);
        drawing.put(large.type, large.settings, {in}, "Large");
        const NetworkProblem problem = onlyProblem(drawing.network, Kind::TooManyParameters);
        ASSERT_FALSE(problem.fixes.empty());
        EXPECT_EQ(problem.fixes[0].label, large.fix);
        EXPECT_TRUE(analyse(applyFix(drawing.network, problem.fixes[0])).runnable());
    }
}

TEST(Analysis, ParametersAtTheLimitAreFine) {
    TestDrawing drawing;
    drawing.dense(10'000, {drawing.input({4'999})});
    EXPECT_EQ(analyse(drawing.network).parameters, kMaxParameters);
    EXPECT_TRUE(analyse(drawing.network).runnable());
}

TEST(Analysis, SoftmaxInTheMiddle) {
    TestDrawing drawing;
    const LayerId in = drawing.input({4});
    const LayerId soft = drawing.put("dense", {{"activation", std::string("softmax")}}, {in});
    drawing.dense(2, {soft});
    EXPECT_EQ(onlyProblem(drawing.network, Kind::SoftmaxInside).layer, soft);
    EXPECT_TRUE(analyse(drawing.network).runnable());
    TestDrawing layer;
    layer.dense(2, {layer.put("activation", {{"function", std::string("softmax")}}, {layer.input({4})})});
    onlyProblem(layer.network, Kind::SoftmaxInside);
}

TEST(Analysis, SoftmaxOverASingleNumber) {
    TestDrawing drawing;
    drawing.put("dense", {{"units", std::int64_t{1}}, {"activation", std::string("softmax")}},
                {drawing.input({4})});
    EXPECT_EQ(onlyProblem(drawing.network, Kind::SingleSoftmax).severity, Severity::Warning);
}

TEST(Analysis, PutsErrorsBeforeWarnings) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 7);
        const Network network = randomDrawing(random);
        const Analysis analysis = analyse(network, {{4}, 3, ""});
        EXPECT_TRUE(std::ranges::is_sorted(analysis.problems, {}, &NetworkProblem::severity));
        EXPECT_EQ(analysis.layers.size(), network.layers().size());
        for (const NetworkProblem& problem : analysis.problems) {
            EXPECT_FALSE(problem.sentence.empty());
            EXPECT_TRUE(!problem.layer || network.layer(problem.layer) != nullptr);
            EXPECT_TRUE(!problem.wire || network.wire(problem.wire) != nullptr);
        }
    }
}

TEST(Analysis, FixingTheFirstProblemAgainAndAgainMakesAnyDrawingRunnable) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 8);
        Network network = randomDrawing(random);
        int fixes = 0;
        for (; fixes < 200 && !analyse(network).runnable(); ++fixes) {
            const NetworkProblem problem = analyse(network).problems.front();
            ASSERT_FALSE(problem.fixes.empty()) << problem.sentence;
            network = applyFix(network, problem.fixes.front());
        }
        EXPECT_LT(fixes, 200) << "seed " << seed << ": " << analyse(network).problems.front().sentence;
    }
}

} // namespace
} // namespace protomind
