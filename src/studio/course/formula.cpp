// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/formula.h"

#include "studio/project/digest.h"

#include <algorithm>
#include <optional>
#include <span>

namespace protomind {

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Goes through Markdown from left to right, as the expression TOKEN of scripts/formulas does.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text) {}

    FormulaScan all() {
        while (m_at < m_text.size()) {
            if (startsLine(m_at) && skipCodeBlock())
                continue;
            switch (m_text[m_at]) {
            case '\\':
                moveTo(m_at + (m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n' ? 2 : 1));
                break;
            case '`':
                skipCode();
                break;
            case '$':
                readFormula();
                break;
            default:
                moveTo(m_at + 1);
            }
        }
        return std::move(m_scan);
    }

private:
    [[nodiscard]] bool startsLine(std::size_t at) const { return at == 0 || m_text[at - 1] == '\n'; }
    [[nodiscard]] std::size_t endOfLine(std::size_t at) const {
        return std::min(m_text.find('\n', at), m_text.size());
    }
    [[nodiscard]] std::size_t runOf(char c, std::size_t at) const {
        return std::min(m_text.find_first_not_of(c, at), m_text.size()) - at;
    }
    /// Whether the paragraph ends with the line's end at this place.
    [[nodiscard]] bool endsParagraph(std::size_t at) const {
        const std::size_t next = m_text.find_first_not_of(" \t\r", at + 1);
        return m_text[at] == '\n' && (next == std::string_view::npos || m_text[next] == '\n');
    }

    void moveTo(std::size_t to) {
        m_line += int(std::ranges::count(m_text.substr(m_at, to - m_at), '\n'));
        m_at = to;
    }

    /// The fence that a line begins with, behind blanks and marks of quotation; empty where there is none.
    [[nodiscard]] std::string_view fenceAt(std::size_t line) const {
        const std::size_t at = std::min(m_text.find_first_not_of(" \t>", line), m_text.size());
        if (at == m_text.size() || (m_text[at] != '`' && m_text[at] != '~'))
            return {};
        const std::size_t length = runOf(m_text[at], at);
        return length >= 3 ? m_text.substr(at, length) : std::string_view();
    }

    bool skipCodeBlock() {
        const std::string_view fence = fenceAt(m_at);
        if (fence.empty())
            return false;
        std::size_t line = endOfLine(m_at);
        while (line < m_text.size() && !fenceAt(line + 1).starts_with(fence))
            line = endOfLine(line + 1);
        moveTo(line < m_text.size() ? endOfLine(line + 1) : line);
        return true;
    }

    void skipCode() {
        const std::size_t ticks = runOf('`', m_at);
        std::size_t at = m_at + ticks;
        while (at < m_text.size() && !endsParagraph(at)) {
            const std::size_t run = runOf('`', at);
            at += std::max<std::size_t>(run, 1);
            if (run == ticks)
                return moveTo(at);
        }
        moveTo(m_at + ticks);
    }

    /// The next dollar of this paragraph that no backslash stands before.
    [[nodiscard]] std::optional<std::size_t> dollarFrom(std::size_t at) const {
        for (; at < m_text.size() && !endsParagraph(at); ++at) {
            if (m_text[at] == '$')
                return at;
            if (m_text[at] == '\\')
                ++at;
        }
        return std::nullopt;
    }

    void readFormula() {
        const std::size_t dollars = std::min<std::size_t>(runOf('$', m_at), 2);
        const std::size_t begin = m_at + dollars;
        const std::optional<std::size_t> end = dollarFrom(begin);
        const bool closed =
            end && (dollars == 2 ? m_text.substr(*end).starts_with("$$") : closesInLine(begin, *end));
        std::string tex = closed ? oneLine(m_text.substr(begin, *end - begin)) : std::string();
        if (tex.empty()) {
            m_scan.strayDollars.push_back(m_line);
            moveTo(closed ? *end + dollars : begin);
            return;
        }
        m_scan.formulas.push_back({std::move(tex),
                                   dollars == 2 ? FormulaMode::Displayed : FormulaMode::Inline, m_line, m_at,
                                   *end + dollars});
        moveTo(*end + dollars);
    }

    [[nodiscard]] bool closesInLine(std::size_t begin, std::size_t end) const {
        const bool digitBehind = end + 1 < m_text.size() && m_text[end + 1] >= '0' && m_text[end + 1] <= '9';
        return end > begin && !isSpace(m_text[begin]) && !isSpace(m_text[end - 1]) && !digitBehind;
    }

    static std::string oneLine(std::string_view text) {
        std::string line;
        for (const char c : text) {
            if (!isSpace(c))
                line += c;
            else if (!line.empty() && line.back() != ' ')
                line += ' ';
        }
        if (line.ends_with(' '))
            line.pop_back();
        return line;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    FormulaScan m_scan;
};

} // namespace

FormulaScan scanFormulas(std::string_view markdown) {
    return Scanner(markdown).all();
}

std::vector<FormulaInText> formulasIn(std::string_view markdown) {
    return scanFormulas(markdown).formulas;
}

std::string formulaKey(std::string_view tex, FormulaMode mode) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const Digest digest =
        digestOf((mode == FormulaMode::Displayed ? "displayed:" : "inline:") + std::string(tex));
    std::string key;
    for (const std::byte byte : std::span(digest).first(8)) {
        key += kDigits[std::to_integer<std::size_t>(byte) >> 4];
        key += kDigits[std::to_integer<std::size_t>(byte) & 15];
    }
    return key;
}

std::string inDollars(std::string_view tex, FormulaMode mode) {
    const std::string dollars = mode == FormulaMode::Displayed ? "$$" : "$";
    return dollars + std::string(tex) + dollars;
}

} // namespace protomind
