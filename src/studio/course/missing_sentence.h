// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/expression.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace protomind {

/// What a task says about a part of its check that does not hold, or of what came out once it is done: a
/// sentence in a learner's language, with values of what is there now in it. A cheap value, like the
/// expressions in it.
class MissingSentence {
public:
    /// How a value is written: percent where 0.97 is to be 97 %.
    using Written = std::function<std::string(const StateValue& value, bool percent)>;

    /// "So far {train.accuracy %} are right; it should be 97 %." Between braces stands anything that a check
    /// can calculate; a percent sign behind it shows a share as such. whenUnknown is said in its place while
    /// one of the values isn't known.
    [[nodiscard]] static std::expected<MissingSentence, ExpressionError>
    parse(std::string_view text, std::string_view whenUnknown = {});

    [[nodiscard]] bool hasValue() const;
    /// Whether there is something to say now: all its values are known, or it has other words where they
    /// aren't.
    [[nodiscard]] bool canBeSaid(const LiveState& state) const;
    /// Every variable that it shows a number of: "conv1/kernel".
    [[nodiscard]] std::vector<std::string> variables() const;
    [[nodiscard]] std::string text(const LiveState& state, const Written& written) const;

private:
    struct Value {
        Expression expression;
        bool percent = false;
    };
    std::vector<std::variant<std::string, Value>> m_pieces;
    std::string m_whenUnknown;
};

/// A value as a person of no particular language reads it: for the command line.
[[nodiscard]] std::string plainValue(const StateValue& value, bool percent);

/// A share as per cent, rounded down to tenths: 0.9696 never looks like the 97 % that it falls short of.
[[nodiscard]] double shownPercent(double share);

} // namespace protomind
