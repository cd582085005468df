// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression.h"

#include "studio/course/expression_node.h"
#include "studio/course/expression_parser.h"
#include "studio/course/expression_tokens.h"
#include "studio/course/limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

using Kind = ExpressionNode::Kind;

/// The parts between the outermost "and"s, as written from left to right.
void collectParts(const ExpressionNode& node, std::vector<const ExpressionNode*>& parts) {
    if (node.kind != Kind::And) {
        parts.push_back(&node);
        return;
    }
    for (const auto& part : node.parts)
        collectParts(*part, parts);
}

/// The nodes below that a person would ask the value of.
void collectValues(const ExpressionNode& node, std::vector<const ExpressionNode*>& values) {
    if (node.kind == Kind::State || node.kind == Kind::Weight || node.kind == Kind::Count)
        values.push_back(&node);
    for (const auto& part : node.parts)
        collectValues(*part, values);
}

bool isTrue(const StateValue& value) {
    const bool* truth = std::get_if<bool>(&value);
    return truth != nullptr && *truth;
}

} // namespace

std::expected<Expression, ExpressionError> Expression::parse(std::string_view text, StateType wanted) {
    if (characterCount(text) > kMaxExpressionCharacters || text.size() > 4 * kMaxExpressionCharacters)
        return std::unexpected(ExpressionError{
            1, fmt::format("The condition is longer than {} characters.", kMaxExpressionCharacters),
            "Make it shorter."});
    auto tokens = expressionTokens(text);
    if (!tokens)
        return std::unexpected(std::move(tokens.error()));
    auto root = ExpressionParser(text, std::move(*tokens)).parse(wanted);
    if (!root)
        return std::unexpected(std::move(root.error()));
    Expression expression;
    expression.m_text = text;
    expression.m_root = std::move(*root);
    return expression;
}

StateValue Expression::evaluate(const LiveState& state) const {
    return empty() ? StateValue(true) : protomind::evaluate(*m_root, state);
}

bool Expression::holds(const LiveState& state) const {
    return isTrue(evaluate(state));
}

std::vector<MissingPart> Expression::missing(const LiveState& state) const {
    std::vector<const ExpressionNode*> parts;
    if (!empty())
        collectParts(*m_root, parts);
    const auto written = [this](const ExpressionNode& node) {
        return m_text.substr(node.inner.begin, node.inner.end - node.inner.begin);
    };
    std::vector<MissingPart> missing;
    for (const ExpressionNode* part : parts) {
        if (isTrue(protomind::evaluate(*part, state)))
            continue;
        MissingPart& found = missing.emplace_back(MissingPart{.text = written(*part)});
        std::vector<const ExpressionNode*> values;
        collectValues(*part, values);
        for (const ExpressionNode* value : values) {
            std::pair<std::string, std::string> shown(written(*value),
                                                      stateText(protomind::evaluate(*value, state)));
            if (std::ranges::find(found.values, shown) == found.values.end())
                found.values.push_back(std::move(shown));
        }
    }
    return missing;
}

std::vector<std::string> Expression::names() const {
    std::vector<const ExpressionNode*> values;
    if (!empty())
        collectValues(*m_root, values);
    std::vector<std::string> names;
    for (const ExpressionNode* value : values)
        if (value->kind == Kind::State && std::ranges::find(names, value->name) == names.end())
            names.push_back(value->name);
    return names;
}

} // namespace protomind
