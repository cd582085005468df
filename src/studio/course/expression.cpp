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
    if (node.kind == Kind::State || node.kind == Kind::Weight || node.kind == Kind::Count ||
        node.kind == Kind::Setting)
        values.push_back(&node);
    for (const auto& part : node.parts)
        collectValues(*part, values);
}

/// Whether a number or a word of what is there is looked at, not only yes or no.
bool looksAtValues(const ExpressionNode& node) {
    switch (node.kind) {
    case Kind::State:
    case Kind::LayerField:
        return node.type != StateType::Truth && node.name != "name";
    case Kind::Weight:
    case Kind::Count:
    case Kind::PointField:
    case Kind::RunField:
        return true;
    default:
        return std::ranges::any_of(node.parts, [](const auto& part) { return looksAtValues(*part); });
    }
}

bool needsTest(const ExpressionNode& node) {
    return (node.kind == Kind::State && (node.name.starts_with("test.") || node.name.starts_with("runs."))) ||
           node.name == kRunsWord ||
           std::ranges::any_of(node.parts, [](const auto& part) { return needsTest(*part); });
}

bool isTrue(const StateValue& value) {
    const bool* truth = std::get_if<bool>(&value);
    return truth != nullptr && *truth;
}

} // namespace

std::expected<Expression, ExpressionError> Expression::parse(std::string_view text, StateType wanted) {
    return read(text, wanted);
}

std::expected<Expression, ExpressionError> Expression::parseValue(std::string_view text) {
    return read(text, std::nullopt);
}

std::string Expression::written(const ExpressionNode& node) const {
    return m_text.substr(node.inner.begin, node.inner.end - node.inner.begin);
}

std::expected<Expression, ExpressionError> Expression::read(std::string_view text,
                                                            std::optional<StateType> wanted) {
    if (characterCount(text) > kMaxExpressionCharacters || text.size() > 4 * kMaxExpressionCharacters)
        return std::unexpected(ExpressionError{
            1, sentence("The condition is longer than {} characters.", kMaxExpressionCharacters),
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
    std::vector<MissingPart> missing;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ExpressionNode* part = parts[i];
        if (isTrue(protomind::evaluate(*part, state)))
            continue;
        MissingPart& found = missing.emplace_back(MissingPart{.index = i, .text = written(*part)});
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

std::vector<ConditionPart> Expression::parts() const {
    std::vector<const ExpressionNode*> nodes;
    if (!empty())
        collectParts(*m_root, nodes);
    std::vector<ConditionPart> parts;
    for (const ExpressionNode* node : nodes)
        parts.push_back({written(*node), looksAtValues(*node)});
    return parts;
}

std::vector<std::string> Expression::names() const {
    return namesOf([](const ExpressionNode& node) { return node.kind == Kind::State; });
}

bool Expression::looksAtTests() const {
    return !empty() && needsTest(*m_root);
}

std::vector<std::string> Expression::variables() const {
    return namesOf([](const ExpressionNode& node) { return node.kind == Kind::Weight; });
}

std::vector<std::string> Expression::namesOf(bool (*wanted)(const ExpressionNode&)) const {
    std::vector<const ExpressionNode*> values;
    if (!empty())
        collectValues(*m_root, values);
    std::vector<std::string> names;
    for (const ExpressionNode* value : values)
        if (wanted(*value) && std::ranges::find(names, value->name) == names.end())
            names.push_back(value->name);
    return names;
}

} // namespace protomind
