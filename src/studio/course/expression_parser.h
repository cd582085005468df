// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/expression_node.h"
#include "studio/course/expression_tokens.h"

#include <memory>
#include <optional>

namespace protomind {

/// Makes nodes of the words and signs of a condition, from the loosest binding to the tightest: or, and, not,
/// comparisons, sums, products, minus. Names and types are checked on the way. Recursion goes as deep as
/// kMaxExpressionDepth allows and no deeper.
class ExpressionParser {
public:
    ExpressionParser(std::string_view text, std::vector<ExpressionToken> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens)) {}

    /// wanted: what it must give; any type where there is none.
    [[nodiscard]] std::expected<std::unique_ptr<ExpressionNode>, ExpressionError>
    parse(std::optional<StateType> wanted);

private:
    using Node = ExpressionNode;
    using NodePtr = std::unique_ptr<ExpressionNode>;
    using Span = ExpressionNode::Span;

    // Null where something is wrong: m_error then says what.
    NodePtr disjunction();
    NodePtr conjunction();
    NodePtr negation();
    NodePtr comparison();
    NodePtr sum();
    NodePtr product();
    NodePtr minus();
    NodePtr operand();
    NodePtr parenthesised();
    NodePtr named();
    NodePtr call(const ExpressionToken& function);
    NodePtr overAll(Node::Kind kind, const ExpressionToken& function);
    NodePtr weight(const ExpressionToken& function);
    NodePtr setting(const ExpressionToken& function);
    NodePtr calculation(Node::Kind kind, std::size_t arguments, const ExpressionToken& function);

    NodePtr made(Node::Kind kind, StateType type, Span span);
    NodePtr joined(Node::Kind kind, StateType type, NodePtr left, NodePtr right);
    bool hasType(const Node& node, StateType wanted);
    bool areComparable(const Node& left, const Node& right, const ExpressionToken& sign);
    bool isPossible(const Node& value, const Node& text);
    bool takes(std::string_view sign);
    bool expects(std::string_view sign, const Sentence& remedy);
    NodePtr unexpected();
    NodePtr unknownName(const ExpressionToken& word);
    NodePtr wrong(std::size_t byte, Sentence sentence, Sentence remedy = {});

    [[nodiscard]] const ExpressionToken& next() const { return m_tokens[m_at]; }
    [[nodiscard]] std::string_view written(Span span) const {
        return m_text.substr(span.begin, span.end - span.begin);
    }

    /// Counts how deep things stand inside each other.
    class Nesting {
    public:
        explicit Nesting(ExpressionParser& parser);
        ~Nesting();
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

    private:
        ExpressionParser& m_parser;
    };

    std::string_view m_text;
    std::vector<ExpressionToken> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_nodes = 0;
    int m_depth = 0;
    std::string_view m_inside; ///< what Count, Any or All go over; empty outside of them
    std::optional<ExpressionError> m_error;
};

} // namespace protomind
