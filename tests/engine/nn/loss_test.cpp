// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/loss.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

/// One loss with a prediction and targets for it.
struct LossCase {
    std::string label;
    std::string loss;
    TargetForm form = TargetForm::Classes;
    Shape prediction;
    Doubles targets;
};

const std::vector<LossCase> kCases{
    {"CrossEntropy", "cross_entropy", TargetForm::Classes, {5, 3}, {0, 2, 1, 1, 0}},
    {"CrossEntropyTwo", "cross_entropy", TargetForm::Classes, {3, 2}, {0, 1, 1}},
    {"CrossEntropyImage", "cross_entropy", TargetForm::Classes, {2, 1, 1, 4}, {3, 0}},
    {"Binary", "binary_cross_entropy", TargetForm::Classes, {4, 1}, {0, 1, 1, 0}},
    {"BinaryValues", "binary_cross_entropy", TargetForm::Values, {2, 3}, {0.2, 1, 0, 0.5, 0.9, 0.1}},
    {"SquaredError", "mean_squared_error", TargetForm::Values, {3, 2}, {0.5, -1, 2, 0, 3, 1}},
    {"SquaredErrorImage", "mean_squared_error", TargetForm::Values, {2, 1, 2, 1}, {0.5, -1, 2, 0}},
    {"SquaredErrorClasses", "mean_squared_error", TargetForm::Classes, {4, 3}, {0, 2, 2, 1}},
    {"SquaredErrorSingle", "mean_squared_error", TargetForm::Classes, {4, 1}, {0, 1, 1, 0}},
    {"Hinge", "hinge", TargetForm::Classes, {6, 3}, {0, 2, 1, 1, 0, 2}},
    {"HingeSingle", "hinge", TargetForm::Classes, {6, 1}, {0, 1, 1, 0, 1, 0}},
};

struct BuiltLoss {
    std::unique_ptr<Graph> graph = std::make_unique<Graph>();
    Node prediction;
    Node target;
    Node loss;
    NamedValues values;
};

BuiltLoss build(const LossCase& which) {
    BuiltLoss built;
    built.prediction = input(*built.graph, "prediction", which.prediction);
    const std::int64_t batch = which.prediction[0];
    built.target =
        input(*built.graph, "target", which.form == TargetForm::Classes ? Shape{batch} : which.prediction);
    built.loss = findLoss(which.loss)->build(built.prediction, built.target, which.form);
    built.values = {{"prediction", normalNumbers(which.prediction.elementCount(), 3)},
                    {"target", which.targets}};
    return built;
}

/// What the book says, term by term, for one sample.
double sampleLoss(const LossCase& which, const Doubles& z, const Doubles& t) {
    const auto right = static_cast<std::size_t>(t[0]);
    double loss = 0;
    if (which.loss == "cross_entropy") {
        for (const double score : z)
            loss += std::exp(score);
        return std::log(loss) - z[right];
    }
    if (which.loss == "binary_cross_entropy") {
        for (std::size_t k = 0; k < z.size(); ++k) {
            const double p = 1 / (1 + std::exp(-z[k]));
            loss -= (t[k] * std::log(p) + (1 - t[k]) * std::log(1 - p)) / static_cast<double>(z.size());
        }
        return loss;
    }
    if (which.loss == "mean_squared_error") {
        for (std::size_t k = 0; k < z.size(); ++k) {
            const double wanted =
                which.form == TargetForm::Values || z.size() == 1 ? t[k] : (k == right ? 1.0 : 0.0);
            loss += (z[k] - wanted) * (z[k] - wanted) / static_cast<double>(z.size());
        }
        return loss;
    }
    if (z.size() == 1)
        return std::max(0.0, 1 - (t[0] == 1 ? z[0] : -z[0]));
    for (std::size_t k = 0; k < z.size(); ++k)
        if (k != right)
            loss = std::max(loss, 1 + z[k] - z[right]);
    return loss;
}

class EveryLoss : public testing::TestWithParam<LossCase> {};

INSTANTIATE_TEST_SUITE_P(Cases, EveryLoss, testing::ValuesIn(kCases),
                         [](const auto& which) { return which.param.label; });

TEST_P(EveryLoss, IsTheMeanOverTheBatchOfItsFormula) {
    const BuiltLoss built = build(GetParam());
    EXPECT_EQ(built.loss.shape(), Shape());
    const auto batch = static_cast<std::size_t>(GetParam().prediction[0]);
    const Doubles& all = built.values.at("prediction");
    double wanted = 0;
    for (std::size_t n = 0; n < batch; ++n) {
        const auto part = [&](const Doubles& values) {
            const auto width = static_cast<std::ptrdiff_t>(values.size() / batch);
            const auto from = values.begin() + static_cast<std::ptrdiff_t>(n) * width;
            return Doubles(from, from + width);
        };
        wanted += sampleLoss(GetParam(), part(all), part(GetParam().targets)) / static_cast<double>(batch);
    }
    EXPECT_NEAR(valueOf(built.loss, built.values)[0], wanted, 1e-6 * (1 + wanted));
}

TEST_P(EveryLoss, HasRightGradients) {
    const BuiltLoss built = build(GetParam());
    EXPECT_EQ(gradientMismatch(built.loss, std::array{built.prediction}, built.values), "");
}

TEST_P(EveryLoss, StaysFiniteForHugePredictions) {
    BuiltLoss built = build(GetParam());
    const Node slope = gradient(built.loss, std::array{built.prediction})[0];
    for (const double size : {1000.0, -1000.0}) {
        Doubles& prediction = built.values.at("prediction");
        for (std::size_t i = 0; i < prediction.size(); ++i)
            prediction[i] = i % 2 == 0 ? size : -size;
        const double loss = valueOf(built.loss, built.values)[0];
        EXPECT_TRUE(std::isfinite(loss));
        EXPECT_GT(loss, 0);
        for (const double number : valueOf(slope, built.values))
            EXPECT_TRUE(std::isfinite(number));
    }
}

TEST(Losses, AreAllTried) {
    for (const LossType& loss : lossTypes())
        EXPECT_GE(std::ranges::count(kCases, loss.name, &LossCase::loss), 2) << loss.name;
}

/// Loss of given predictions, and its gradient.
std::pair<double, Doubles> lossAndSlope(const LossCase& which, const Doubles& prediction) {
    BuiltLoss built = build(which);
    const Node slope = gradient(built.loss, std::array{built.prediction})[0];
    built.values["prediction"] = prediction;
    return {valueOf(built.loss, built.values)[0], valueOf(slope, built.values)};
}

TEST(CrossEntropy, IsExactWhereTheExponentialWouldOverflow) {
    const LossCase two{"", "cross_entropy", TargetForm::Classes, {2, 2}, {0, 1}};
    const auto [loss, slope] = lossAndSlope(two, {1000, -1000, 1000, -1000});
    EXPECT_DOUBLE_EQ(loss, (0.0 + 2000.0) / 2);
    EXPECT_EQ(slope, (Doubles{0, 0, 0.5, -0.5}));
}

TEST(CrossEntropy, OfEqualScoresIsTheLogarithmOfTheClasses) {
    const LossCase four{"", "cross_entropy", TargetForm::Classes, {1, 4}, {2}};
    const auto [loss, slope] = lossAndSlope(four, {5, 5, 5, 5});
    EXPECT_NEAR(loss, std::log(4), 1e-12);
    EXPECT_NEAR(slope[2], -0.75, 1e-12);
    EXPECT_NEAR(slope[0], 0.25, 1e-12);
}

TEST(BinaryCrossEntropy, IsExactWhereTheExponentialWouldOverflow) {
    const LossCase four{"", "binary_cross_entropy", TargetForm::Classes, {4, 1}, {0, 1, 0, 1}};
    const auto [loss, slope] = lossAndSlope(four, {1000, 1000, -1000, -1000});
    EXPECT_DOUBLE_EQ(loss, (1000.0 + 0.0 + 0.0 + 1000.0) / 4);
    EXPECT_EQ(slope, (Doubles{0.25, 0, 0, -0.25}));
}

// A network whose weights are all zero starts here: without a gradient it would never learn.
TEST(BinaryCrossEntropy, HasAGradientAtZero) {
    const LossCase two{"", "binary_cross_entropy", TargetForm::Classes, {2, 1}, {0, 1}};
    const auto [loss, slope] = lossAndSlope(two, {0, 0});
    EXPECT_NEAR(loss, std::log(2), 1e-12);
    EXPECT_NEAR(slope[0], 0.25, 1e-12);
    EXPECT_NEAR(slope[1], -0.25, 1e-12);
}

TEST(Hinge, CostsNothingBeyondTheMargin) {
    const LossCase three{"", "hinge", TargetForm::Classes, {1, 3}, {1}};
    EXPECT_EQ(lossAndSlope(three, {0.5, 2, -1}).first, 0);
    EXPECT_EQ(lossAndSlope(three, {0.5, 2, -1}).second, (Doubles{0, 0, 0}));
    EXPECT_NEAR(lossAndSlope(three, {1.5, 2, -1}).first, 0.5, 1e-12);
    EXPECT_EQ(lossAndSlope(three, {1.5, 2, -1}).second, (Doubles{1, -1, 0}));
}

TEST(Losses, SuitTheTargetWhenLeftToChoose) {
    EXPECT_EQ(autoLoss(TargetForm::Classes, 10, 10).name, "cross_entropy");
    EXPECT_EQ(autoLoss(TargetForm::Classes, 2, 2).name, "cross_entropy");
    EXPECT_EQ(autoLoss(TargetForm::Classes, 2, 1).name, "binary_cross_entropy");
    EXPECT_EQ(autoLoss(TargetForm::Values, 0, 1).name, "mean_squared_error");
    EXPECT_EQ(autoLoss(TargetForm::Values, 0, 7).name, "mean_squared_error");
}

TEST(Losses, AcceptWhatTheyWouldBeChosenFor) {
    for (const auto& [form, classes, outputs] :
         {std::tuple{TargetForm::Classes, 10, 10}, {TargetForm::Classes, 2, 1}, {TargetForm::Values, 0, 3}})
        EXPECT_TRUE(autoLoss(form, classes, outputs).check(form, classes, outputs).has_value());
}

std::string lossComplaint(const char* loss, TargetForm form, std::int64_t classes, std::int64_t outputs) {
    const Result<void> good = findLoss(loss)->check(form, classes, outputs);
    return good ? "fine" : good.error().sentence;
}

TEST(Losses, SayWhatTheyNeed) {
    EXPECT_EQ(lossComplaint("cross_entropy", TargetForm::Classes, 10, 2),
              "Cross-entropy needs one output for each of the 10 classes, but the network gives 2.");
    EXPECT_EQ(lossComplaint("cross_entropy", TargetForm::Classes, 2, 1),
              "Cross-entropy compares at least two outputs, but the network gives only 1.");
    EXPECT_EQ(lossComplaint("cross_entropy", TargetForm::Values, 0, 1),
              "Cross-entropy needs classes to tell apart, but the data has numbers to predict.");
    EXPECT_EQ(lossComplaint("binary_cross_entropy", TargetForm::Classes, 3, 3),
              "Binary cross-entropy tells 2 classes apart with 1 output; here are 3 classes and 3 outputs.");
    EXPECT_EQ(lossComplaint("binary_cross_entropy", TargetForm::Values, 0, 3), "fine");
    EXPECT_EQ(lossComplaint("mean_squared_error", TargetForm::Classes, 10, 10), "fine");
    EXPECT_EQ(lossComplaint("mean_squared_error", TargetForm::Classes, 2, 1), "fine");
    EXPECT_EQ(lossComplaint("mean_squared_error", TargetForm::Classes, 3, 1),
              "Mean squared error needs one output for each of the 3 classes, but the network gives 1.");
    EXPECT_EQ(lossComplaint("hinge", TargetForm::Classes, 2, 1), "fine");
    EXPECT_EQ(lossComplaint("hinge", TargetForm::Values, 0, 1),
              "Hinge loss needs classes to tell apart, but the data has numbers to predict.");
}

} // namespace
} // namespace protomind
