// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/random_expression.h"

#include "studio/network/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

std::optional<double> calculated(char sign, std::optional<double> a, std::optional<double> b) {
    if (!a || !b)
        return std::nullopt;
    const double result = sign == '+' ? *a + *b : sign == '-' ? *a - *b : sign == '*' ? *a * *b : *a / *b;
    return std::isnan(result) ? std::nullopt : std::optional(result);
}

std::optional<bool> compared(const std::string& sign, std::optional<double> a, std::optional<double> b) {
    if (!a || !b)
        return std::nullopt;
    if (sign == "<")
        return *a < *b;
    if (sign == "<=")
        return *a <= *b;
    if (sign == ">")
        return *a > *b;
    if (sign == ">=")
        return *a >= *b;
    return (*a == *b) == (sign == "==");
}

std::optional<bool> joined(std::optional<bool> a, std::optional<bool> b, bool decisive) {
    if (a == decisive || b == decisive)
        return decisive;
    return a && b ? std::optional(!decisive) : std::nullopt;
}

} // namespace

Expected<bool> RandomExpression::disjunction(int depth) {
    Expected<bool> left = conjunction(depth);
    while (rarely()) {
        const Expected<bool> right = conjunction(depth);
        left = {left.text + " or " + blank() + right.text, joined(left.value, right.value, true)};
    }
    return left;
}

Expected<bool> RandomExpression::conjunction(int depth) {
    Expected<bool> left = negation(depth);
    while (rarely()) {
        const Expected<bool> right = negation(depth);
        left = {left.text + blank() + " and " + right.text, joined(left.value, right.value, false)};
    }
    return left;
}

Expected<bool> RandomExpression::negation(int depth) {
    const Expected<bool> inner = condition(depth);
    if (!rarely())
        return inner;
    return {"not " + blank() + inner.text, inner.value ? std::optional(!*inner.value) : std::nullopt};
}

Expected<bool> RandomExpression::condition(int depth) {
    switch (m_random.below(depth > 0 ? 6 : 3)) {
    case 0:
        return {"true", true};
    case 1:
        return {"run.trained", m_state.trained};
    case 2: {
        const std::string text = m_random.below(2) == 0 ? "\"sgd\"" : "'adam'";
        const bool same = text.substr(1, text.size() - 2) == m_state.experiment.training.optimizer;
        return m_random.below(2) == 0 ? Expected<bool>{"training.optimizer == " + text, same}
                                      : Expected<bool>{text + "!=training.optimizer", !same};
    }
    case 3: {
        const Expected<bool> inner = disjunction(depth - 1);
        return {"(" + blank() + inner.text + blank() + ")", inner.value};
    }
    default: {
        constexpr std::array kSigns = {"<", "<=", ">", ">=", "==", "!="};
        const std::string sign = kSigns[m_random.below(kSigns.size())];
        const Expected<double> a = sum(depth - 1);
        const Expected<double> b = sum(depth - 1);
        return {a.text + blank() + sign + blank() + b.text, compared(sign, a.value, b.value)};
    }
    }
}

Expected<double> RandomExpression::sum(int depth) {
    Expected<double> left = product(depth);
    while (rarely()) {
        const char sign = m_random.below(2) == 0 ? '+' : '-';
        const Expected<double> right = product(depth);
        left = {left.text + blank() + sign + blank() + right.text, calculated(sign, left.value, right.value)};
    }
    return left;
}

Expected<double> RandomExpression::product(int depth) {
    Expected<double> left = operand(depth);
    while (rarely()) {
        const char sign = m_random.below(2) == 0 ? '*' : '/';
        const Expected<double> right = operand(depth);
        left = {left.text + blank() + sign + blank() + right.text, calculated(sign, left.value, right.value)};
    }
    return left;
}

Expected<double> RandomExpression::constant() {
    const double value = std::round(m_random.normal() * 100) / 8;
    return {fmt::format("{}", std::abs(value)), std::abs(value)};
}

Expected<double> RandomExpression::operand(int depth) {
    switch (m_random.below(depth > 0 ? 7 : 4)) {
    case 0:
        return constant();
    case 1:
        return {"run.steps", static_cast<double>(m_state.steps)};
    case 2:
        return {"train.loss", m_state.train.loss};
    case 3:
        return {"test.loss", m_state.test.loss};
    case 4: {
        const Expected<double> inner = operand(depth - 1);
        return {"-" + blank() + inner.text, inner.value ? std::optional(-*inner.value) : std::nullopt};
    }
    case 5: {
        const Expected<double> a = sum(depth - 1);
        const Expected<double> b = sum(depth - 1);
        const bool smaller = m_random.below(2) == 0;
        std::optional<double> value;
        if (a.value && b.value)
            value = smaller ? std::min(*a.value, *b.value) : std::max(*a.value, *b.value);
        return {(smaller ? "min(" : "max (") + a.text + "," + blank() + b.text + ")", value};
    }
    default: {
        const Expected<double> inner = sum(depth - 1);
        return {"( " + inner.text + ")", inner.value};
    }
    }
}

LiveState sampleState() {
    LiveState state;
    state.experiment.network = findTemplate("playground")->make();
    state.analysis = analyse(state.experiment.network);
    state.experiment.training.optimizer = "sgd";
    state.experiment.training.learningRate = 0.1;
    state.dataName = "spiral";
    state.dataSamples = 200;
    state.run = RunState::Paused;
    state.trained = true;
    state.steps = 12;
    state.epochs = 1.5;
    state.train.loss = 0.25;
    return state;
}

} // namespace protomind
