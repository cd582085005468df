// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/source_text.h"
#include "studio/course/expression_parser.h"
#include "studio/course/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace protomind {

ExpressionParser::NodePtr ExpressionParser::call(const ExpressionToken& function) {
    const Nesting nesting(*this);
    if (m_error)
        return nullptr;
    if (function.text == "count")
        return overAll(Node::Kind::Count, function);
    if (function.text == "any")
        return overAll(Node::Kind::Any, function);
    if (function.text == "all")
        return overAll(Node::Kind::All, function);
    if (function.text == "weight")
        return weight(function);
    if (function.text == "setting")
        return setting(function);
    if (function.text == "abs")
        return calculation(Node::Kind::Absolute, 1, function);
    if (function.text == "min")
        return calculation(Node::Kind::Smaller, 2, function);
    if (function.text == "max")
        return calculation(Node::Kind::Larger, 2, function);
    return wrong(function.begin, sentence("There is no function \"{:s}\".", function.text),
                 "There are count, any, all, weight, setting, abs, min and max.");
}

ExpressionParser::NodePtr ExpressionParser::overAll(Node::Kind kind, const ExpressionToken& function) {
    const Sentence form = sentence("Write {}(layers, type == \"dense\").", function.text);
    if (!m_inside.empty())
        return wrong(function.begin,
                     sentence("{} can't stand inside of another count, any or all.", function.text));
    if (!expects("(", form))
        return nullptr;
    const std::string_view over = next().is(kPointsWord) ? kPointsWord
                                  : next().is(kRunsWord) ? kRunsWord
                                                         : kLayersWord;
    if (!expects(over, form) || !expects(",", form))
        return nullptr;
    m_inside = over;
    NodePtr condition = disjunction();
    m_inside = {};
    if (!condition || !hasType(*condition, StateType::Truth) || !expects(")", form))
        return nullptr;
    NodePtr node = made(kind, kind == Node::Kind::Count ? StateType::Number : StateType::Truth,
                        {function.begin, m_tokens[m_at - 1].end});
    if (!node)
        return nullptr;
    node->name = over;
    node->parts.push_back(std::move(condition));
    return node;
}

ExpressionParser::NodePtr ExpressionParser::setting(const ExpressionToken& function) {
    constexpr const char* kForm = "Write setting(\"hidden\", units): the layer, and which of its settings.";
    if (!expects("(", kForm))
        return nullptr;
    const ExpressionToken layer = next();
    if (layer.kind != ExpressionToken::Kind::Text)
        return wrong(layer.begin, "The name of a layer is needed here.", kForm);
    ++m_at;
    if (!expects(",", kForm))
        return nullptr;
    const ExpressionToken word = next();
    const LayerFieldName* field = findLayerFieldName(word.text);
    if (word.kind != ExpressionToken::Kind::Word || !field) {
        std::vector<std::string> names;
        for (const LayerFieldName& one : layerFieldNames())
            names.push_back(one.name);
        const std::string_view nearest = nearestName(word.text, names);
        return wrong(word.begin, "The name of a layer's setting is needed here.",
                     nearest.empty() ? kForm : sentence("Did you mean {}?", nearest));
    }
    ++m_at;
    if (!expects(")", kForm))
        return nullptr;
    NodePtr inner = made(Node::Kind::LayerField, field->type, {word.begin, word.end});
    NodePtr node =
        inner ? made(Node::Kind::Setting, field->type, {function.begin, m_tokens[m_at - 1].end}) : nullptr;
    if (!node)
        return nullptr;
    inner->name = word.text;
    node->name = layer.text;
    node->parts.push_back(std::move(inner));
    return node;
}

ExpressionParser::NodePtr ExpressionParser::weight(const ExpressionToken& function) {
    constexpr const char* kForm =
        "Write weight(\"line/kernel\", 0): the layer, its variable, and which number.";
    constexpr double kMaxIndex = 1e15;
    if (!expects("(", kForm))
        return nullptr;
    const ExpressionToken name = next();
    if (name.kind != ExpressionToken::Kind::Text || !name.text.contains('/'))
        return wrong(name.begin, "The name of a weight is needed here.", kForm);
    ++m_at;
    if (!expects(",", kForm))
        return nullptr;
    const ExpressionToken index = next();
    if (index.kind != ExpressionToken::Kind::Number || index.number != std::floor(index.number) ||
        index.number > kMaxIndex)
        return wrong(index.begin, "A whole number from 0 on is needed here.", kForm);
    ++m_at;
    if (!expects(")", kForm))
        return nullptr;
    NodePtr node = made(Node::Kind::Weight, StateType::Number, {function.begin, m_tokens[m_at - 1].end});
    if (!node)
        return nullptr;
    node->name = name.text;
    node->index = static_cast<std::int64_t>(index.number);
    return node;
}

ExpressionParser::NodePtr ExpressionParser::calculation(Node::Kind kind, std::size_t arguments,
                                                        const ExpressionToken& function) {
    const Sentence form = sentence("Write {}{}.", function.text, arguments == 1 ? "(a)" : "(a, b)");
    if (!expects("(", form))
        return nullptr;
    std::vector<NodePtr> parts;
    for (std::size_t i = 0; i < arguments; ++i) {
        if (i > 0 && !expects(",", form))
            return nullptr;
        NodePtr part = disjunction();
        if (!part || !hasType(*part, StateType::Number))
            return nullptr;
        parts.push_back(std::move(part));
    }
    if (!expects(")", form))
        return nullptr;
    NodePtr node = made(kind, StateType::Number, {function.begin, m_tokens[m_at - 1].end});
    if (node)
        std::ranges::move(parts, std::back_inserter(node->parts));
    return node;
}

} // namespace protomind
