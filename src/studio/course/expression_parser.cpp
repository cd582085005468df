// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression_parser.h"

#include "engine/data/source_text.h"
#include "studio/course/limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

using Kind = ExpressionNode::Kind;

std::optional<Kind> comparisonOf(const ExpressionToken& token) {
    constexpr std::pair<std::string_view, Kind> kSigns[] = {{"<", Kind::Less},    {"<=", Kind::LessEqual},
                                                            {">", Kind::Greater}, {">=", Kind::GreaterEqual},
                                                            {"==", Kind::Equal},  {"!=", Kind::NotEqual}};
    for (const auto& [sign, kind] : kSigns)
        if (token.is(sign))
            return kind;
    return std::nullopt;
}

const char* typeWord(StateType type) {
    switch (type) {
    case StateType::Number:
        return "a number";
    case StateType::Text:
        return "a text";
    case StateType::Truth:
        break;
    }
    return "a condition";
}

} // namespace

ExpressionParser::Nesting::Nesting(ExpressionParser& parser)
    : m_parser(parser) {
    if (++m_parser.m_depth > kMaxExpressionDepth)
        m_parser.wrong(m_parser.next().begin,
                       sentence("More than {} things stand inside each other here.", kMaxExpressionDepth),
                       "Take some parentheses away.");
}

ExpressionParser::Nesting::~Nesting() {
    --m_parser.m_depth;
}

std::expected<std::unique_ptr<ExpressionNode>, ExpressionError>
ExpressionParser::parse(std::optional<StateType> wanted) {
    NodePtr root = disjunction();
    if (root && next().kind != ExpressionToken::Kind::End)
        root = unexpected();
    if (root && wanted && !hasType(*root, *wanted))
        root = nullptr;
    if (!root)
        return std::unexpected(*m_error);
    return root;
}

// By how tightly they bind --------------------------------------------------------------------------------

ExpressionParser::NodePtr ExpressionParser::disjunction() {
    NodePtr left = conjunction();
    while (left && takes("or"))
        left = joined(Kind::Or, StateType::Truth, std::move(left), conjunction());
    return left;
}

ExpressionParser::NodePtr ExpressionParser::conjunction() {
    NodePtr left = negation();
    while (left && takes("and"))
        left = joined(Kind::And, StateType::Truth, std::move(left), negation());
    return left;
}

ExpressionParser::NodePtr ExpressionParser::negation() {
    const std::size_t begin = next().begin;
    if (!takes("not"))
        return comparison();
    const Nesting nesting(*this);
    if (m_error)
        return nullptr;
    NodePtr inner = negation();
    if (!inner || !hasType(*inner, StateType::Truth))
        return nullptr;
    NodePtr node = made(Kind::Not, StateType::Truth, {begin, inner->span.end});
    if (node)
        node->parts.push_back(std::move(inner));
    return node;
}

ExpressionParser::NodePtr ExpressionParser::comparison() {
    NodePtr left = sum();
    const std::optional<Kind> kind = comparisonOf(next());
    if (!left || !kind)
        return left;
    const ExpressionToken sign = next();
    ++m_at;
    NodePtr right = sum();
    if (!right || !areComparable(*left, *right, sign))
        return nullptr;
    if (comparisonOf(next()))
        return wrong(next().begin, "Comparisons can't follow each other.",
                     "Write \"a < b and b < c\" in place of \"a < b < c\".");
    NodePtr node = made(*kind, StateType::Truth, {left->span.begin, right->span.end});
    if (!node)
        return nullptr;
    node->parts.push_back(std::move(left));
    node->parts.push_back(std::move(right));
    return node;
}

ExpressionParser::NodePtr ExpressionParser::sum() {
    NodePtr left = product();
    while (left && (next().is("+") || next().is("-"))) {
        const Kind kind = next().is("+") ? Kind::Add : Kind::Subtract;
        ++m_at;
        left = joined(kind, StateType::Number, std::move(left), product());
    }
    return left;
}

ExpressionParser::NodePtr ExpressionParser::product() {
    NodePtr left = minus();
    while (left && (next().is("*") || next().is("/"))) {
        const Kind kind = next().is("*") ? Kind::Multiply : Kind::Divide;
        ++m_at;
        left = joined(kind, StateType::Number, std::move(left), minus());
    }
    return left;
}

ExpressionParser::NodePtr ExpressionParser::minus() {
    const std::size_t begin = next().begin;
    if (!takes("-"))
        return operand();
    const Nesting nesting(*this);
    if (m_error)
        return nullptr;
    NodePtr inner = minus();
    if (!inner || !hasType(*inner, StateType::Number))
        return nullptr;
    NodePtr node = made(Kind::Negate, StateType::Number, {begin, inner->span.end});
    if (node)
        node->parts.push_back(std::move(inner));
    return node;
}

ExpressionParser::NodePtr ExpressionParser::operand() {
    const ExpressionToken token = next();
    if (token.is("("))
        return parenthesised();
    if (token.kind == ExpressionToken::Kind::Word)
        return named();
    const bool number = token.kind == ExpressionToken::Kind::Number;
    if (!number && token.kind != ExpressionToken::Kind::Text)
        return unexpected();
    ++m_at;
    NodePtr node =
        made(Kind::Constant, number ? StateType::Number : StateType::Text, {token.begin, token.end});
    if (node && number)
        node->constant = token.number;
    else if (node)
        node->constant = token.text;
    return node;
}

ExpressionParser::NodePtr ExpressionParser::parenthesised() {
    const Nesting nesting(*this);
    const std::size_t begin = next().begin;
    ++m_at;
    NodePtr node = m_error ? nullptr : disjunction();
    if (!node || !expects(")", "Put ) behind it."))
        return nullptr;
    node->span = {begin, m_tokens[m_at - 1].end};
    return node;
}

// Names and calls -----------------------------------------------------------------------------------------

ExpressionParser::NodePtr ExpressionParser::named() {
    const ExpressionToken word = next();
    if (word.text == "and" || word.text == "or" || word.text == "not")
        return unexpected();
    ++m_at;
    if (next().is("("))
        return call(word);
    const Span span{word.begin, word.end};
    if (word.text == "true" || word.text == "false") {
        NodePtr node = made(Kind::Constant, StateType::Truth, span);
        if (node)
            node->constant = word.text == "true";
        return node;
    }
    if (word.text == kLayersWord)
        return wrong(word.begin, "\"layers\" can only stand in count, any and all.",
                     "Write any(layers, type == \"dense\"), or network.layers for their number.");
    if (word.text == kPointsWord)
        return wrong(word.begin, "\"points\" can only stand in count, any and all.",
                     "Write any(points, x > 2 and y > 2), or line.points for their number.");
    if (word.text == kRunsWord)
        return wrong(word.begin, "\"runs\" can only stand in count, any and all.",
                     "Write any(runs, accuracy > 0.9), or runs.tested for their number.");
    if (m_inside == kRunsWord && findRunFieldName(word.text)) {
        NodePtr node = made(Kind::RunField, StateType::Number, span);
        if (node)
            node->name = word.text;
        return node;
    }
    if (m_inside == kPointsWord && (word.text == "x" || word.text == "y")) {
        NodePtr node = made(Kind::PointField, StateType::Number, span);
        if (node)
            node->index = word.text == "y" ? 1 : 0;
        return node;
    }
    const StateName* state = findStateName(word.text);
    const LayerFieldName* field = findLayerFieldName(word.text);
    if (!state && field && m_inside != kLayersWord)
        return wrong(word.begin, sentence("\"{:s}\" belongs to a layer.", word.text),
                     sentence("Say of which layers: any(layers, ... {} ...).", word.text));
    if (!state && !field)
        return unknownName(word);
    NodePtr node = made(state ? Kind::State : Kind::LayerField, state ? state->type : field->type, span);
    if (node)
        node->name = word.text;
    return node;
}

// Nodes and their types ------------------------------------------------------------------------------------

ExpressionParser::NodePtr ExpressionParser::made(Kind kind, StateType type, Span span) {
    if (++m_nodes > kMaxExpressionNodes)
        return wrong(span.begin, sentence("The condition has more than {} parts.", kMaxExpressionNodes),
                     "Make it shorter.");
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->type = type;
    node->span = span;
    node->inner = span;
    return node;
}

ExpressionParser::NodePtr ExpressionParser::joined(Kind kind, StateType type, NodePtr left, NodePtr right) {
    // What is joined is of the type that comes out.
    if (!left || !right || !hasType(*left, type) || !hasType(*right, type))
        return nullptr;
    NodePtr node = made(kind, type, {left->span.begin, right->span.end});
    if (!node)
        return nullptr;
    node->parts.push_back(std::move(left));
    node->parts.push_back(std::move(right));
    return node;
}

bool ExpressionParser::hasType(const Node& node, StateType wanted) {
    if (node.type == wanted)
        return true;
    Sentence remedy;
    if (wanted == StateType::Truth)
        remedy = node.type == StateType::Number ? "Compare it with something, as in test.loss < 0.1."
                                                : "Compare it with something, as in data.name == \"spiral\".";
    wrong(node.span.begin,
          sentence("\"{:s}\" is {}, but {} is needed here.", written(node.inner), typeWord(node.type),
                   typeWord(wanted)),
          std::move(remedy));
    return false;
}

bool ExpressionParser::areComparable(const Node& left, const Node& right, const ExpressionToken& sign) {
    const bool same = sign.is("==") || sign.is("!=");
    if (left.type != right.type) {
        wrong(sign.begin,
              sentence("\"{:s}\" is {}, but \"{:s}\" is {}.", written(left.inner), typeWord(left.type),
                       written(right.inner), typeWord(right.type)),
              "Compare numbers with numbers and texts with texts.");
        return false;
    }
    if (!same && left.type != StateType::Number) {
        wrong(sign.begin, "Only numbers can be larger or smaller.", "Compare with == or != here.");
        return false;
    }
    return isPossible(left, right) && isPossible(right, left);
}

bool ExpressionParser::isPossible(const Node& value, const Node& text) {
    const auto* word = std::get_if<std::string>(&text.constant);
    if (word == nullptr)
        return true;
    static const std::vector<std::string> any;
    const Node& named = value.kind == Kind::Setting ? *value.parts[0] : value;
    const std::vector<std::string>& choices = named.kind == Kind::State ? stateChoices(named.name)
                                              : named.kind == Kind::LayerField
                                                  ? findLayerFieldName(named.name)->choices
                                                  : any;
    if (choices.empty() || std::ranges::find(choices, *word) != choices.end())
        return true;
    const std::string_view nearest = nearestName(*word, choices);
    wrong(text.span.begin, sentence("{} is never \"{:s}\".", named.name, *word),
          nearest.empty() ? sentence("It can be {}.", listedNames(choices))
                          : sentence("Did you mean \"{:s}\"?", nearest));
    return false;
}

// Words
// ------------------------------------------------------------------------------------------------------

bool ExpressionParser::takes(std::string_view sign) {
    if (!next().is(sign))
        return false;
    ++m_at;
    return true;
}

bool ExpressionParser::expects(std::string_view sign, const Sentence& remedy) {
    if (takes(sign))
        return true;
    const bool ends = next().kind == ExpressionToken::Kind::End;
    wrong(next().begin,
          ends ? sentence("The condition ends where \"{:s}\" is needed.", sign)
               : sentence("\"{:s}\" is needed in place of \"{:s}\".", sign,
                          written({next().begin, next().end})),
          remedy);
    return false;
}

ExpressionParser::NodePtr ExpressionParser::unexpected() {
    const ExpressionToken& token = next();
    const bool beginning = m_at == 0;
    if (token.kind == ExpressionToken::Kind::End)
        return wrong(token.begin, beginning ? "There is no condition." : "The condition ends too early.",
                     "Write for example test.loss < 0.1.");
    const auto remedy = [&]() -> const char* {
        if (token.is(","))
            return "Write numbers with a point: 0.5.";
        if (token.is(")"))
            return "Nothing that it would end was begun, or nothing stands in front of it.";
        if (token.is("not"))
            return "Put parentheses around \"not\" and what follows it.";
        if (token.kind == ExpressionToken::Kind::Sign || token.is("and") || token.is("or"))
            return "A name, a number or a text is needed in front of it.";
        return "Put \"and\" or \"or\" between two conditions.";
    };
    return wrong(token.begin, sentence("\"{:s}\" can't stand here.", written({token.begin, token.end})),
                 remedy());
}

ExpressionParser::NodePtr ExpressionParser::unknownName(const ExpressionToken& word) {
    if (word.text.starts_with(kLensNames))
        return wrong(word.begin, sentence("There is no state \"{:s}\".", word.text),
                     lensNameRemedy(word.text));
    std::vector<std::string> names = {"true", "false", "not"};
    for (const StateName& state : stateNames())
        names.emplace_back(state.name);
    if (m_inside == kPointsWord)
        names.insert(names.end(), {"x", "y"});
    if (m_inside == kRunsWord)
        for (const RunFieldName& field : runFieldNames())
            names.emplace_back(field.name);
    if (m_inside == kLayersWord)
        for (const LayerFieldName& field : layerFieldNames())
            names.push_back(field.name);
    Sentence remedy;
    if (const std::string_view nearest = nearestName(word.text, names); !nearest.empty()) {
        remedy = sentence("Did you mean {}?", nearest);
    } else {
        const std::string group = word.text.substr(0, word.text.find('.')) + ".";
        std::erase_if(names, [&](const std::string& name) { return !name.starts_with(group); });
        remedy = names.empty() ? sentence("Write a text in quotation marks: \"{:s}\".", word.text)
                               : sentence("There are {}.", listedNames(names));
    }
    return wrong(word.begin,
                 m_inside == kLayersWord ? sentence("There is no state or setting \"{:s}\".", word.text)
                                         : sentence("There is no state \"{:s}\".", word.text),
                 std::move(remedy));
}

ExpressionParser::NodePtr ExpressionParser::wrong(std::size_t byte, Sentence sentence, Sentence remedy) {
    // The first is the reason; what follows from it says nothing new.
    if (!m_error)
        m_error = ExpressionError{columnOf(m_text, byte), std::move(sentence), std::move(remedy)};
    return nullptr;
}

} // namespace protomind
