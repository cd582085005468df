// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/missing_sentence.h"

#include "engine/data/source_text.h"
#include "studio/course/expression_tokens.h"
#include "studio/network/text_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace protomind {

std::expected<MissingSentence, ExpressionError> MissingSentence::parse(std::string_view text,
                                                                       std::string_view whenUnknown) {
    MissingSentence sentence;
    sentence.m_whenUnknown = whenUnknown;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
        if (brace > at)
            sentence.m_pieces.emplace_back(std::string(text.substr(at, brace - at)));
        if (brace == text.size())
            break;
        const std::size_t end = text.find('}', brace);
        if (text[brace] == '}' || end == std::string_view::npos)
            return std::unexpected(ExpressionError{columnOf(text, brace), "This brace is alone.",
                                                   "A value stands between two of them."});
        std::string_view inner = trimmed(text.substr(brace + 1, end - brace - 1));
        const bool percent = inner.ends_with('%');
        if (percent)
            inner = trimmed(inner.substr(0, inner.size() - 1));
        // A percentage is one of a number.
        auto value = percent ? Expression::parse(inner, StateType::Number) : Expression::parseValue(inner);
        if (!value) {
            ExpressionError error = std::move(value.error());
            const std::size_t begin =
                inner.empty() ? brace + 1 : static_cast<std::size_t>(inner.data() - text.data());
            error.column += columnOf(text, begin) - 1;
            return std::unexpected(std::move(error));
        }
        sentence.m_pieces.emplace_back(Value{std::move(*value), percent});
        at = end + 1;
    }
    return sentence;
}

bool MissingSentence::hasValue() const {
    return std::ranges::any_of(m_pieces,
                               [](const auto& piece) { return std::holds_alternative<Value>(piece); });
}

bool MissingSentence::canBeSaid(const LiveState& state) const {
    const auto isKnown = [&state](const auto& piece) {
        const auto* value = std::get_if<Value>(&piece);
        return value == nullptr || !std::holds_alternative<UnknownValue>(value->expression.evaluate(state));
    };
    return !m_whenUnknown.empty() || std::ranges::all_of(m_pieces, isKnown);
}

std::vector<std::string> MissingSentence::variables() const {
    std::vector<std::string> all;
    for (const auto& piece : m_pieces)
        if (const auto* value = std::get_if<Value>(&piece))
            std::ranges::copy(value->expression.variables(), std::back_inserter(all));
    return all;
}

std::string MissingSentence::text(const LiveState& state, const Written& written) const {
    std::string said;
    for (const auto& piece : m_pieces) {
        const auto* value = std::get_if<Value>(&piece);
        if (value == nullptr) {
            said += std::get<std::string>(piece);
            continue;
        }
        const StateValue present = value->expression.evaluate(state);
        if (std::holds_alternative<UnknownValue>(present) && !m_whenUnknown.empty())
            return m_whenUnknown;
        said += written(present, value->percent);
    }
    return said;
}

double shownPercent(double share) {
    constexpr double kRounding = 1e-6;
    return std::floor(1000 * share + kRounding) / 10;
}

std::string plainValue(const StateValue& value, bool percent) {
    const double* number = std::get_if<double>(&value);
    return percent && number != nullptr ? fmt::format("{:.3g} %", shownPercent(*number)) : stateText(value);
}

} // namespace protomind
