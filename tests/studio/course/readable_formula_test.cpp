// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/readable_formula.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(ReadableFormulaTest, ReadsAsPeopleWriteIt) {
    EXPECT_EQ(readableFormula("y = mx + b"), "y = mx + b");
    EXPECT_EQ(readableFormula(R"(m \leftarrow m - \eta \frac{\partial L}{\partial m})"), "m ← m − η∂L/∂m");
    EXPECT_EQ(readableFormula(R"(\sigma(z) = \frac{1}{1 + e^{-z}})"), "σ(z) = 1/(1 + e^(−z))");
    EXPECT_EQ(readableFormula(R"(\frac{1}{n}\sum_{i=1}^{n}(y_i - \hat{y}_i)^2)"), "1/n∑ᵢ₌₁ⁿ(yᵢ − y\u0302ᵢ)²");
    EXPECT_EQ(readableFormula(R"(w \cdot x \ge 0)"), "w · x ≥ 0");
    EXPECT_EQ(readableFormula(R"(\mathbb{R}^n \to \mathbb{R})"), "ℝⁿ → ℝ");
    EXPECT_EQ(readableFormula(R"(\sqrt{a^2 + b^2})"), "√(a² + b²)");
    EXPECT_EQ(readableFormula(R"(w_{11}\,x_q)"), "w₁₁ x_q");
    EXPECT_EQ(readableFormula(R"(\begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases})"),
              "{ z if z > 0 ; 0 otherwise");
    EXPECT_EQ(readableFormula(R"(\operatorname{ReLU}(z))"), "ReLU(z)");
    EXPECT_EQ(readableFormula(R"(5\,\%)"), "5 %");
}

TEST(ReadableFormulaTest, KeepsWhatItDoesNotKnow) {
    EXPECT_EQ(readableFormula(R"(\strange{x})"), R"(\strangex)");
    EXPECT_EQ(readableFormula("größer"), "größer");
}

TEST(ReadableFormulaTest, SurvivesWhatIsNoFormula) {
    EXPECT_EQ(readableFormula(""), "");
    EXPECT_EQ(readableFormula("\\"), "\\");
    EXPECT_EQ(readableFormula("x^"), "x");
    EXPECT_EQ(readableFormula("}}{"), "");
    for (const char* piece : {"{", "^", "_", "\\frac", "\\hat{", "\\text{", "\\begin{"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += piece;
        EXPECT_LT(readableFormula(text).size(), text.size());
    }
}

} // namespace
} // namespace protomind
