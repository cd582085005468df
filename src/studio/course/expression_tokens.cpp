// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression_tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace protomind {

namespace {

using TokenKind = ExpressionToken::Kind;

bool isDigit(char sign) {
    return sign >= '0' && sign <= '9';
}

bool beginsWord(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
}

bool isInWord(char sign) {
    return beginsWord(sign) || isDigit(sign) || sign == '.';
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// The two-letter signs in front, so that "<=" is not taken for "<".
constexpr std::array<std::string_view, 13> kOperators = {"<=", ">=", "==", "!=", "<", ">", "+",
                                                         "-",  "*",  "/",  "(",  ")", ","};

/// What people write who think of another language, or of mathematics.
struct ForeignSign {
    std::string_view sign;
    const char* remedy;
};
constexpr std::array<ForeignSign, 16> kForeignSigns = {{
    {"&&", "Write \"and\"."},
    {"&", "Write \"and\"."},
    {"||", "Write \"or\"."},
    {"|", "Write \"or\"."},
    {"!", "Write \"not\", or != for \"is not\"."},
    {"=", "Write == to compare."},
    {"%", "Write 5 % as 0.05."},
    {"^", "Write a square as x * x."},
    {"\u2264", "Write <=."},
    {"\u2265", "Write >=."},
    {"\u2260", "Write !=."},
    {"\u2212", "Write - with the key beside the digits."},
    {"\u00b7", "Write *."},
    {"\u00d7", "Write *."},
    {"\u201c", "Write quotation marks as \"."},
    {"\u201e", "Write quotation marks as \"."},
}};

class Tokens {
public:
    explicit Tokens(std::string_view text)
        : m_text(text) {}

    std::expected<std::vector<ExpressionToken>, ExpressionError> all() {
        std::vector<ExpressionToken> tokens;
        for (;;) {
            m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
            const std::expected<ExpressionToken, ExpressionError> token = next();
            if (!token)
                return std::unexpected(token.error());
            tokens.push_back(*token);
            if (token->kind == TokenKind::End)
                return tokens;
        }
    }

private:
    using Found = std::expected<ExpressionToken, ExpressionError>;

    Found next() {
        if (m_at == m_text.size())
            return token(TokenKind::End, m_at);
        const char first = m_text[m_at];
        const bool point = first == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]);
        if (isDigit(first) || point)
            return number();
        if (beginsWord(first)) {
            std::size_t end = m_at;
            while (end < m_text.size() && isInWord(m_text[end]))
                ++end;
            return token(TokenKind::Word, end);
        }
        if (first == '"' || first == '\'')
            return quoted(first);
        for (const std::string_view sign : kOperators)
            if (m_text.substr(m_at).starts_with(sign))
                return token(TokenKind::Sign, m_at + sign.size());
        return foreign();
    }

    ExpressionToken token(TokenKind kind, std::size_t end) {
        ExpressionToken found{
            .kind = kind, .text = std::string(m_text.substr(m_at, end - m_at)), .begin = m_at, .end = end};
        m_at = end;
        return found;
    }

    Found number() {
        double value = 0;
        const auto [stop, error] =
            std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
        auto end = static_cast<std::size_t>(stop - m_text.data());
        if (error != std::errc() || (end < m_text.size() && isInWord(m_text[end]))) {
            while (end < m_text.size() && isInWord(m_text[end]))
                ++end;
            return wrong(sentence("\"{:s}\" is not a number.", m_text.substr(m_at, end - m_at)),
                         "Write numbers as 1, 0.5 or 1e-3.");
        }
        ExpressionToken found = token(TokenKind::Number, end);
        found.number = value;
        return found;
    }

    Found quoted(char quote) {
        const std::size_t end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos)
            return wrong("A text begins here and does not end.", sentence("Put {} behind it.", quote));
        ExpressionToken found = token(TokenKind::Text, end + 1);
        found.text = found.text.substr(1, found.text.size() - 2);
        return found;
    }

    Found foreign() {
        for (const auto& [sign, remedy] : kForeignSigns)
            if (m_text.substr(m_at).starts_with(sign))
                return wrong(sentence("\"{:s}\" has no meaning here.", sign), remedy);
        std::size_t end = m_at + 1;
        while (end < m_text.size() && isContinuation(m_text[end]))
            ++end;
        const std::string_view sign = m_text.substr(m_at, end - m_at);
        // Bytes that are no text don't belong into a sentence.
        const bool readable = sign.size() == 1 && sign[0] > ' ' && sign[0] < 0x7f;
        return wrong(
            readable ? sentence("\"{:s}\" has no meaning here.", sign)
                     : Sentence("This sign has no meaning here."),
            "Conditions are made of names, numbers, texts in quotation marks, and + - * / < > = ! ( ).");
    }

    [[nodiscard]] std::unexpected<ExpressionError> wrong(Sentence sentence, Sentence remedy) const {
        return std::unexpected(
            ExpressionError{columnOf(m_text, m_at), std::move(sentence), std::move(remedy)});
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::expected<std::vector<ExpressionToken>, ExpressionError> expressionTokens(std::string_view text) {
    return Tokens(text).all();
}

std::size_t characterCount(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return !isContinuation(byte); }));
}

int columnOf(std::string_view text, std::size_t byte) {
    return 1 + static_cast<int>(characterCount(text.substr(0, byte)));
}

} // namespace protomind
