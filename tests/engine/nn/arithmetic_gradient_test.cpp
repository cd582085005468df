// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every number of every kind of layer changes with, against what happens when that is changed.
#include "engine/nn/arithmetic_gradient.h"
#include "engine/nn/worked_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using Kind = NumberPlace::Kind;

class ArithmeticGradientOf : public testing::TestWithParam<LayerCase> {
protected:
    /// From both sides, by a power of two: floats hold it exactly enough. None at a corner.
    [[nodiscard]] std::optional<double> difference(const NumberPlace& place, const NumberPlace& output) {
        constexpr float kWidth = 1.0f / 512;
        float& number = m_worked.number(place);
        const float own = number;
        const double middle = m_worked.work(output).value();
        number = own + kWidth;
        const double right = (m_worked.work(output).value() - middle) / static_cast<double>(number - own);
        number = own - kWidth;
        const double left = (middle - m_worked.work(output).value()) / static_cast<double>(own - number);
        number = own;
        if (std::abs(right - left) > 0.1 * std::max({std::abs(left), std::abs(right), 0.1}))
            return std::nullopt;
        return (left + right) / 2;
    }

    WorkedCase m_worked{GetParam(), BuildMode::Inference};
};

TEST_P(ArithmeticGradientOf, IsWhatChangesTheNumber) {
    const bool ofIndices = GetParam().type == "embedding"; // its inputs are no quantities
    m_worked.choose(0);
    int compared = 0;
    const std::int64_t stride = std::max<std::int64_t>(1, m_worked.outputs() / 12);
    for (std::int64_t index = 0; index < m_worked.outputs(); index += stride) {
        const NumberPlace output{Kind::Output, 0, index};
        const ArithmeticGradient gradient =
            gradientOf(m_worked.which().layer().arithmetic, m_worked.source(), output).value();
        int ofThis = 0;
        for (const auto& [place, slope] : gradient) {
            if ((ofIndices && place.kind == Kind::Input) || ofThis++ >= 24)
                continue;
            const auto changed = difference(place, output);
            if (!changed)
                continue;
            ++compared;
            EXPECT_NEAR(slope, *changed, 4e-3 * std::max(1.0, std::abs(slope)))
                << "output " << index << ", kind " << static_cast<int>(place.kind) << " " << place.which
                << " [" << place.index << "]";
        }
    }
    EXPECT_GT(compared, 0);
}

/// What is not in it changes nothing.
TEST_P(ArithmeticGradientOf, LeavesNothingOut) {
    if (GetParam().type == "embedding")
        return;
    m_worked.choose(0);
    const NumberPlace output{Kind::Output, 0, m_worked.outputs() - 1};
    const ArithmeticGradient gradient =
        gradientOf(m_worked.which().layer().arithmetic, m_worked.source(), output).value();
    const ArithmeticSource source = m_worked.source();
    const auto check = [&](const NumberPlace& place) {
        if (gradient.contains(place))
            return;
        if (const auto changed = difference(place, output); changed) {
            EXPECT_NEAR(*changed, 0, 1e-6);
        }
    };
    const auto some = [&](Kind kind, std::size_t which, const HostArray& array) {
        const auto count = std::ssize(array.values);
        for (std::int64_t i = 0; i < count; i += std::max<std::int64_t>(1, count / 12))
            check({kind, which, i});
    };
    for (std::size_t port = 0; port < source.inputs.size(); ++port)
        some(Kind::Input, port, source.inputs[port]);
    for (std::size_t which = 0; which < source.variables.size(); ++which)
        some(Kind::Variable, which, source.variables[which]);
}

INSTANTIATE_TEST_SUITE_P(Cases, ArithmeticGradientOf, testing::ValuesIn(layerCases()),
                         [](const auto& param) { return param.param.label; });

TEST(ArithmeticGradient, OfADotProductIsTheOtherFactor) {
    ArithmeticStep step{.symbol = "z", .kind = ArithmeticKind::Quotient};
    step.terms = {{{{{}, 3.0}}}, {{{{}, 4.0}}}};
    step.value = valueOf(step);
    EXPECT_EQ(termSlopes(step), (std::vector<double>{0.25, -3.0 / 16}));
}

TEST(ArithmeticGradient, OfAMaximumGoesToTheFirstOfEqualTerms) {
    ArithmeticStep step{.symbol = "m", .kind = ArithmeticKind::Maximum};
    step.terms = {{{{{}, 1.0}}}, {{{{}, 2.0}}}, {{{{}, 2.0}}}};
    step.value = valueOf(step);
    EXPECT_EQ(termSlopes(step), (std::vector<double>{0, 1, 0}));
}

TEST(ArithmeticGradient, OfReluAtItsCornerIsThatOfTheLeft) {
    ArithmeticStep step{.symbol = "y", .kind = ArithmeticKind::Function, .function = "relu"};
    for (const auto& [x, slope] : {std::pair{-1.0, 0.0}, {0.0, 0.0}, {1.0, 1.0}}) {
        step.terms = {{{{{}, x}}}};
        step.value = valueOf(step);
        EXPECT_NEAR(termSlopes(step)[0], slope, 1e-9);
    }
}

} // namespace
} // namespace protomind
