// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every number of every kind of layer, worked out step by step, and every number in the steps looked up where
// it is said to stand.
#include "engine/nn/arithmetic.h"
#include "engine/nn/worked_case.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace protomind {
namespace {

using Kind = NumberPlace::Kind;
using CaseInMode = std::tuple<LayerCase, BuildMode>;

/// 60 places from the first to the last where there are more.
std::vector<std::int64_t> spread(std::int64_t count) {
    constexpr std::int64_t kMost = 60;
    std::vector<std::int64_t> places;
    for (std::int64_t i = 0; i < std::min(count, kMost); ++i)
        places.push_back(count <= kMost ? i : i * (count - 1) / (kMost - 1));
    return places;
}

/// Looks the numbers of steps up where they stand; goes into inner ones.
class LookUp {
public:
    explicit LookUp(const WorkedCase& worked)
        : m_worked(worked)
        , m_inner(worked.inner()) {}

    void check(const Arithmetic& arithmetic) {
        ASSERT_FALSE(arithmetic.steps.empty());
        for (std::size_t step = 0; step < arithmetic.steps.size(); ++step) {
            EXPECT_FALSE(arithmetic.steps[step].symbol.empty());
            ASSERT_FALSE(arithmetic.steps[step].terms.empty());
            for (const ArithmeticTerm& term : arithmetic.steps[step].terms) {
                ASSERT_FALSE(term.factors.empty());
                for (const ArithmeticFactor& factor : term.factors)
                    checkFactor(arithmetic, step, factor);
            }
        }
    }
    [[nodiscard]] const std::set<std::pair<std::size_t, std::int64_t>>& opened() const { return m_opened; }

private:
    void checkFactor(const Arithmetic& arithmetic, std::size_t step, const ArithmeticFactor& factor) {
        const ArithmeticSource source = m_worked.source();
        const NumberPlace& place = factor.place;
        const auto index = static_cast<std::size_t>(place.index);
        switch (place.kind) {
        case Kind::Output:
            FAIL() << "a number of the output is made of another";
        case Kind::Input:
            ASSERT_EQ(factor.value, source.inputs[place.which].values.at(index));
            return;
        case Kind::Batch:
            ASSERT_TRUE(source.training());
            ASSERT_EQ(place.which, 0u);
            ASSERT_EQ(factor.value, source.batch->values.at(index));
            return;
        case Kind::Variable:
            ASSERT_EQ(factor.value, source.variables[place.which].values.at(index));
            return;
        case Kind::Step:
            ASSERT_LT(place.which, step);
            ASSERT_EQ(factor.value, arithmetic.steps[place.which].value);
            return;
        case Kind::Constant:
            return;
        case Kind::Inner:
            checkInner(factor);
        }
    }
    void checkInner(const ArithmeticFactor& factor) {
        const NumberPlace& place = factor.place;
        ASSERT_LT(place.which, m_inner.size());
        const bool wholeBatch = m_inner[place.which].wholeBatch && m_worked.training();
        ASSERT_GE(place.index, 0);
        ASSERT_LT(place.index, m_inner[place.which].shape.elementCount() * (wholeBatch ? kCaseBatch : 1));
        const Arithmetic behind = m_worked.work(place);
        ASSERT_NEAR(factor.value, behind.value(), 1e-12 * (1 + std::abs(behind.value())))
            << m_inner[place.which].title << " at " << place.index;
        if (m_opened.insert({place.which, place.index}).second)
            check(behind);
    }

    const WorkedCase& m_worked;
    std::vector<InnerNumbers> m_inner;
    std::set<std::pair<std::size_t, std::int64_t>> m_opened; ///< inner numbers that were looked into
};

class LayerArithmeticOf : public testing::TestWithParam<CaseInMode> {};

INSTANTIATE_TEST_SUITE_P(Cases, LayerArithmeticOf,
                         testing::Combine(testing::ValuesIn(layerCases()),
                                          testing::Values(BuildMode::Inference, BuildMode::Training)),
                         [](const auto& which) {
                             const bool training = std::get<1>(which.param) == BuildMode::Training;
                             return std::get<0>(which.param).label + (training ? "Training" : "Inference");
                         });

TEST_P(LayerArithmeticOf, GivesWhatTheGraphGives) {
    WorkedCase worked(std::get<0>(GetParam()), std::get<1>(GetParam()));
    for (std::int64_t sample = 0; sample < kCaseBatch; ++sample) {
        worked.choose(sample);
        for (const std::int64_t index : spread(worked.outputs())) {
            const double right = worked.right(sample, index);
            ASSERT_NEAR(worked.work({Kind::Output, 0, index}).value(), right,
                        worked.tolerance() * (1 + std::abs(right)))
                << "sample " << sample << " element " << index;
        }
    }
}

TEST_P(LayerArithmeticOf, HasNumbersThatStandWhereItSays) {
    WorkedCase worked(std::get<0>(GetParam()), std::get<1>(GetParam()));
    for (std::int64_t sample = 0; sample < kCaseBatch; ++sample) {
        worked.choose(sample);
        LookUp lookUp(worked);
        for (const std::int64_t index : spread(worked.outputs()))
            lookUp.check(worked.work({Kind::Output, 0, index}));
        // All that is declared can be asked for, also where no output needs it.
        const std::vector<InnerNumbers> inner = worked.inner();
        for (std::size_t which = 0; which < inner.size(); ++which)
            for (const std::int64_t index : spread(inner[which].shape.elementCount()))
                lookUp.check(worked.work({Kind::Inner, which, index}));
    }
}

TEST(LayerArithmetic, IsDeclaredByEveryLayer) {
    for (const LayerType& type : layerTypes())
        EXPECT_NE(type.arithmetic.work, nullptr) << type.name;
    for (const LayerCase& which : layerCases()) {
        WorkedCase worked(which, BuildMode::Inference);
        worked.choose(0);
        std::set<std::string> titles;
        for (const InnerNumbers& numbers : worked.inner()) {
            EXPECT_FALSE(numbers.symbol.empty()) << which.label;
            EXPECT_TRUE(titles.insert(numbers.title).second) << which.label << ": " << numbers.title;
        }
    }
}

const LayerCase& caseCalled(const std::string& label) {
    return *std::ranges::find(layerCases(), label, &LayerCase::label);
}

Arithmetic outputOf(const std::string& label, BuildMode mode, std::int64_t index) {
    WorkedCase worked(caseCalled(label), mode);
    worked.choose(0);
    return worked.work({Kind::Output, 0, index});
}

TEST(LayerArithmetic, OfAMaximumAndAMeanHasTheCellsInside) {
    const Arithmetic largest = outputOf("MaxPoolSame", BuildMode::Inference, 0);
    ASSERT_EQ(largest.steps.size(), 1u);
    EXPECT_EQ(largest.steps[0].kind, ArithmeticKind::Maximum);
    EXPECT_EQ(largest.steps[0].terms.size(), 6u); // of nine, at the upper border
    const Arithmetic whole = outputOf("MaxPool", BuildMode::Inference, 0);
    EXPECT_EQ(whole.steps[0].terms.size(), 4u);
    const Arithmetic mean = outputOf("AveragePool", BuildMode::Inference, 3);
    EXPECT_EQ(mean.steps[0].kind, ArithmeticKind::Mean);
    EXPECT_EQ(mean.steps[0].terms.size(), 4u);
    EXPECT_EQ(mean.steps[0].terms[1].factors[0].place, (NumberPlace{Kind::Input, 0, 7}));
}

TEST(LayerArithmetic, OfADroppedNumberIsTimesZero) {
    int dropped = 0;
    for (std::int64_t index = 0; index < 40; ++index) {
        const Arithmetic arithmetic = outputOf("Dropout", BuildMode::Training, index);
        ASSERT_EQ(arithmetic.steps.size(), 1u);
        const ArithmeticTerm& term = arithmetic.steps[0].terms.at(0);
        ASSERT_EQ(term.factors.size(), 2u);
        EXPECT_EQ(term.factors[1].place, (NumberPlace{Kind::Input, 0, index}));
        EXPECT_TRUE(term.factors[0].value == 0 || term.factors[0].value == 2) << term.factors[0].value;
        dropped += term.factors[0].value == 0 ? 1 : 0;
    }
    EXPECT_GT(dropped, 0);
    EXPECT_LT(dropped, 40);
    EXPECT_EQ(outputOf("Dropout", BuildMode::Inference, 5).steps[0].terms[0].factors.size(), 1u);
}

TEST(LayerArithmetic, OfBatchNormalisationGoesByTheBatchOrByWhatItRemembers) {
    WorkedCase training(caseCalled("BatchNormImage"), BuildMode::Training);
    training.choose(1);
    const Arithmetic mean = training.work({Kind::Inner, 0, 1});
    ASSERT_EQ(mean.steps.size(), 1u);
    EXPECT_EQ(mean.steps[0].kind, ArithmeticKind::Mean);
    EXPECT_EQ(mean.steps[0].terms.size(), static_cast<std::size_t>(kCaseBatch * 3 * 2));
    for (const ArithmeticTerm& term : mean.steps[0].terms) {
        EXPECT_EQ(term.factors[0].place.kind, Kind::Batch);
        EXPECT_EQ(term.factors[0].place.index % 2, 1);
    }
    const Arithmetic variance = training.work({Kind::Inner, 1, 1});
    ASSERT_EQ(variance.steps[0].terms[0].factors.size(), 2u);
    EXPECT_GT(variance.value(), 0);
    const Arithmetic answer = outputOf("BatchNormImage", BuildMode::Inference, 3);
    ASSERT_EQ(answer.steps.size(), 5u);
    EXPECT_EQ(answer.steps[0].terms[1].factors[1].place, (NumberPlace{Kind::Variable, 2, 1}));
    EXPECT_EQ(answer.steps[2].function, "sqrt");
    EXPECT_EQ(answer.steps[3].kind, ArithmeticKind::Quotient);
}

TEST(LayerArithmetic, OfCausalAttentionLeavesLaterStepsOut) {
    WorkedCase worked(caseCalled("AttentionCausal"), BuildMode::Inference);
    worked.choose(0);
    constexpr std::int64_t kSteps = 4;
    constexpr std::size_t kWeights = 5;
    constexpr std::size_t kFound = 6;
    ASSERT_EQ(worked.inner().at(kWeights).title, "Attention weights");
    for (std::int64_t step = 0; step < kSteps; ++step) {
        double sum = 0;
        for (std::int64_t other = 0; other < kSteps; ++other) {
            const double weight = worked.work({Kind::Inner, kWeights, step * kSteps + other}).value();
            EXPECT_EQ(weight > 0, other <= step) << step << " looks at " << other;
            sum += weight;
        }
        EXPECT_NEAR(sum, 1, 1e-12);
        EXPECT_EQ(worked.work({Kind::Inner, kFound, step * 3}).steps[0].terms.size(),
                  static_cast<std::size_t>(step + 1));
    }
}

TEST(LayerArithmetic, OfAnLstmHasPagesOfAFewNumbers) {
    WorkedCase worked(caseCalled("Lstm"), BuildMode::Inference);
    worked.choose(2);
    const Arithmetic last = worked.work({Kind::Output, 0, 1});
    ASSERT_EQ(last.steps.size(), 2u);
    EXPECT_EQ(last.steps[0].function, "tanh");
    EXPECT_EQ(last.steps[1].terms[0].factors[0].place, (NumberPlace{Kind::Inner, 3, 3 * 3 + 1}));
    const Arithmetic cell = worked.work({Kind::Inner, 4, 3 * 3 + 1});
    ASSERT_EQ(cell.steps[0].terms.size(), 2u);
    EXPECT_EQ(cell.steps[0].terms[0].factors[1].place, (NumberPlace{Kind::Inner, 4, 2 * 3 + 1}));
    EXPECT_EQ(worked.work({Kind::Inner, 4, 1}).steps[0].terms.size(), 1u); // nothing is remembered yet
    LookUp lookUp(worked);
    lookUp.check(last);
    // Back to the first step: six numbers for three units at three steps, but for forget gates at the first,
    // and five for one unit at the last.
    EXPECT_EQ(lookUp.opened().size(), 6u * 3 * 3 - 3 + 5);
}

TEST(LayerArithmetic, OfAWindowOnTheBorderAloneIsZero) {
    const Settings settings{{"filters", std::int64_t{1}},
                            {"kernel", std::vector<std::int64_t>{2, 2}},
                            {"dilation", std::vector<std::int64_t>{4, 4}},
                            {"use_bias", false}};
    WorkedCase worked({"", "convolution", settings, {{1, 1, 1}}}, BuildMode::Inference);
    worked.choose(0);
    EXPECT_EQ(worked.right(0, 0), 0);
    EXPECT_EQ(worked.work({Kind::Output, 0, 0}).value(), 0);
}

TEST(LayerArithmetic, OfAnEmbeddingTakesTheRowOfTheWord) {
    const LayerCase& which = caseCalled("Embedding"); // four words, three features
    const HostArray words(Shape{6}, std::vector<float>{2, 0, 3, 4, -1, 1});
    HostArray table(Shape{4, 3});
    for (std::size_t i = 0; i < table.values.size(); ++i)
        table.values[i] = static_cast<float>(i) + 0.5f;
    const ArithmeticSource source{
        .settings = which.settings, .inputs = std::span(&words, 1), .variables = std::span(&table, 1)};
    const auto valueAt = [&](std::int64_t index) {
        return which.layer().arithmetic.work(source, {Kind::Output, 0, index}).value();
    };
    EXPECT_EQ(valueAt(1), 7.5);
    EXPECT_EQ(valueAt(5), 2.5);
    EXPECT_EQ(valueAt(9), 0); // no such word
    EXPECT_EQ(valueAt(12), 0);
    EXPECT_EQ(valueAt(15), 3.5);
}

} // namespace
} // namespace protomind
