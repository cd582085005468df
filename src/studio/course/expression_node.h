// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/live_state.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// What Count, Any and All go over.
inline constexpr std::string_view kLayersWord = "layers";
inline constexpr std::string_view kPointsWord = "points";
inline constexpr std::string_view kRunsWord = "runs";

/// A part of a condition. Types were checked when it was made: what stands in a node fits its kind.
struct ExpressionNode {
    enum class Kind {
        Constant,
        State,      ///< a name of stateNames()
        LayerField, ///< a name of layerFieldNames(), inside of Count, Any and All
        PointField, ///< index 0: x, 1: y, inside of Count, Any and All over points
        RunField,   ///< a name of runFieldNames(), inside of Count, Any and All over runs
        Setting,    ///< of the layer called name: parts[0] says which
        Weight,     ///< name and index
        Not,
        Negate,
        And,
        Or,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        Equal,
        NotEqual,
        Add,
        Subtract,
        Multiply,
        Divide,
        Absolute,
        Smaller,
        Larger,
        Count,
        Any,
        All,
    };
    /// Bytes of the expression's text: from, and behind the last.
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    Kind kind = Kind::Constant;
    StateType type = StateType::Truth;
    StateValue constant;
    std::string name; ///< of Count, Any and All: what they go over: one of the words above
    std::int64_t index = 0;
    std::vector<std::unique_ptr<const ExpressionNode>> parts;
    Span span;  ///< with the parentheses around it
    Span inner; ///< without
};

/// The value of a node. In the way of Kleene, "Introduction to Metamathematics" (1952), section 64: what
/// does not depend on unknown values is known. Comparisons with a setting that a layer does not have are
/// false.
[[nodiscard]] StateValue evaluate(const ExpressionNode& node, const LiveState& state);

} // namespace protomind
