// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/answer/problem_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace protomind {

namespace {

using nlohmann::json;

constexpr int kMaxSentenceDepth = 8;
constexpr std::size_t kMaxArguments = 32;

json sentenceJson(const Sentence& sentence) {
    json arguments = json::array();
    for (const Sentence& argument : sentence.arguments())
        arguments.push_back(sentenceJson(argument));
    return {{"kind", static_cast<int>(sentence.kind())},
            {"format", sentence.format()},
            {"arguments", std::move(arguments)}};
}

/// Without control characters: a terminal does what they say.
std::string withoutControls(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return text;
}

std::optional<Sentence> sentenceFrom(const json& value, int depth) {
    if (!value.is_object() || depth > kMaxSentenceDepth)
        return std::nullopt;
    const int kind = value.value("kind", -1);
    const json arguments = value.value("arguments", json::array());
    if (kind < 0 || kind > static_cast<int>(Sentence::Kind::Row) || !arguments.is_array() ||
        arguments.size() > kMaxArguments)
        return std::nullopt;
    std::vector<Sentence> parts;
    for (const json& argument : arguments) {
        auto part = sentenceFrom(argument, depth + 1);
        if (!part)
            return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return Sentence::fromParts(static_cast<Sentence::Kind>(kind), withoutControls(value.value("format", "")),
                               std::move(parts));
}

std::optional<Problem> problemFrom(const json& value) {
    if (!value.is_object())
        return std::nullopt;
    const int kind = value.value("kind", -1);
    if (kind < 0 || kind > static_cast<int>(ProblemKind::Unsupported))
        return std::nullopt;
    auto sentence = sentenceFrom(value.value("sentence", json()), 0);
    auto where = sentenceFrom(value.value("where", json()), 0);
    auto remedy = sentenceFrom(value.value("remedy", json()), 0);
    if (!sentence || !where || !remedy || sentence->empty())
        return std::nullopt;
    return Problem{static_cast<ProblemKind>(kind), std::move(*sentence), std::move(*where),
                   std::move(*remedy)};
}

} // namespace

std::string problemText(const Problem& problem) {
    const json value{{"kind", static_cast<int>(problem.kind)},
                     {"sentence", sentenceJson(problem.sentence)},
                     {"where", sentenceJson(problem.where)},
                     {"remedy", sentenceJson(problem.remedy)}};
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() <= kMaxProblemText)
        return text;
    return problemText({problem.kind, problem.sentence.text().substr(0, kMaxProblemText / 16), {}, {}});
}

Problem problemFromText(std::string_view text) {
    if (text.size() <= kMaxProblemText) {
        try {
            const json value = json::parse(text, nullptr, false);
            if (auto problem = problemFrom(value))
                return std::move(*problem);
        } catch (const json::exception&) {
            // A value of another kind than it should be: no problem of ours.
        }
    }
    return {ProblemKind::Input, "This file is damaged: reading it failed.", {}, {}};
}

} // namespace protomind
