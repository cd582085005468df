// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/course/live_state.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace protomind {

/// Where an expression is off: columns count from 1.
struct ExpressionError {
    int column = 1;
    Sentence sentence;
    Sentence remedy;
};

/// A part of a condition that does not hold, for a learner to read.
struct MissingPart {
    std::size_t index = 0; ///< of the part, among Expression::parts()
    std::string text;      ///< of the part, as written
    /// The present values of the names, weights and counts in it: {"test.loss", "0.31"}; "not known yet"
    /// where there is none.
    std::vector<std::pair<std::string, std::string>> values;
    /// It does hold now, but not yet for two epochs in a row; the values are those of the epoch before.
    bool holdsSinceAnEpoch = false;
};

/// What stands between the outermost "and"s of a condition.
struct ConditionPart {
    std::string text; ///< as written
    /// Whether it looks at a number or a word, which a sentence about it can name. "run.diverged" does not.
    bool hasValue = false;
};

struct ExpressionNode;

/// A condition over a LiveState: parsed and checked once, evaluated as often as things change. Without side
/// effects, without loops but those over the layers, and of bounded size. A cheap value: copies share the
/// tree. An empty one asks for nothing and always holds.
class Expression {
public:
    Expression() = default;
    /// Names, types and sizes are checked here, so that evaluation can't fail. wanted: what it must give.
    [[nodiscard]] static std::expected<Expression, ExpressionError>
    parse(std::string_view text, StateType wanted = StateType::Truth);
    /// What gives a value of any type.
    [[nodiscard]] static std::expected<Expression, ExpressionError> parseValue(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_root == nullptr; }
    [[nodiscard]] StateValue evaluate(const LiveState& state) const;
    /// Whether it is known, and true.
    [[nodiscard]] bool holds(const LiveState& state) const;
    /// The parts between its outermost "and"s that do not hold; empty where all of it does.
    [[nodiscard]] std::vector<MissingPart> missing(const LiveState& state) const;
    /// From left to right; none of an empty one.
    [[nodiscard]] std::vector<ConditionPart> parts() const;
    /// Every name of stateNames() in it, once.
    [[nodiscard]] std::vector<std::string> names() const;
    /// Whether it looks at what a test of the network gives.
    [[nodiscard]] bool looksAtTests() const;
    /// Every variable that it looks at a number of, once: "conv1/kernel".
    [[nodiscard]] std::vector<std::string> variables() const;

private:
    [[nodiscard]] static std::expected<Expression, ExpressionError> read(std::string_view text,
                                                                         std::optional<StateType> wanted);
    [[nodiscard]] std::vector<std::string> namesOf(bool (*wanted)(const ExpressionNode&)) const;
    [[nodiscard]] std::string written(const ExpressionNode& node) const;

    std::string m_text;
    std::shared_ptr<const ExpressionNode> m_root;
};

} // namespace protomind
