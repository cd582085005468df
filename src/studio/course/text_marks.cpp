// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/text_marks.h"

#include "studio/network/text_match.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace protomind {

namespace {

/// No link's words and no address are longer: what is not closed by then never was one. Keeps the time short.
constexpr std::size_t kLongestBracket = 1'000;
constexpr std::size_t kLongestFormula = 4'000;

bool isLetter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

std::string withSingleBlanks(std::string_view text) {
    std::string result;
    for (const char c : trimmed(text))
        if (!isBlank(c))
            result += c;
        else if (!result.ends_with(' '))
            result += ' ';
    return result;
}

/// Goes through a passage once; every search either finds its end within it or is left at once.
class MarkReader {
public:
    explicit MarkReader(std::string_view text)
        : m_text(text) {}

    std::vector<TextMark> read() {
        while (m_at < m_text.size()) {
            const std::size_t before = m_at;
            if (!special())
                ++m_at;
            m_line += static_cast<int>(std::ranges::count(m_text.substr(before, m_at - before), '\n'));
        }
        return std::move(m_marks);
    }

private:
    [[nodiscard]] char letter(std::size_t place) const {
        return place < m_text.size() ? m_text[place] : '\0';
    }
    [[nodiscard]] bool lineStart() const { return m_at == 0 || m_text[m_at - 1] == '\n'; }

    /// Whether something was read, and m_at is behind it.
    bool special() {
        const std::string_view rest = m_text.substr(m_at);
        switch (rest.front()) {
        case '\\':
            m_at += 2;
            m_at = std::min(m_at, m_text.size());
            return true;
        case '`':
            return code();
        case '~':
            return lineStart() && rest.starts_with("~~~") && code();
        case '$':
            return formula();
        case '!':
            return letter(m_at + 1) == '[' && bracket(m_at + 1, TextMark::Kind::Picture);
        case '[':
            return bracket(m_at, TextMark::Kind::Link);
        case '<':
            return tag();
        case 'h':
            return address();
        default:
            return false;
        }
    }

    /// As many backticks as there are here end it; a fence that nothing ends takes the rest.
    bool code() {
        const char mark = m_text[m_at];
        std::size_t count = 0;
        while (letter(m_at + count) == mark)
            ++count;
        const std::string fence(count, mark);
        std::size_t end = m_text.find(fence, m_at + count);
        while (end != std::string_view::npos && letter(end + count) == mark) {
            const std::size_t next = m_text.find_first_not_of(mark, end);
            end = next == std::string_view::npos ? next : m_text.find(fence, next);
        }
        if (end == std::string_view::npos)
            m_at = count >= 3 ? m_text.size() : m_at + count;
        else
            m_at = end + count;
        return true;
    }

    bool formula() {
        const std::size_t dollars = letter(m_at + 1) == '$' ? 2 : 1;
        const std::size_t begin = m_at + dollars;
        if (dollars == 1 && (begin >= m_text.size() || isBlank(m_text[begin])))
            return false;
        std::size_t end = begin;
        const std::size_t most = std::min(m_text.size(), begin + kLongestFormula);
        for (; end < most; ++end) {
            if (m_text[end] == '\\') {
                ++end;
            } else if (m_text[end] == '\n' && letter(end + 1) == '\n') {
                break; // A paragraph ends: these were no formula's.
            } else if (m_text[end] == '$') {
                if (dollars == 2 ? letter(end + 1) == '$'
                                 : !isBlank(m_text[end - 1]) &&
                                       std::isdigit(static_cast<unsigned char>(letter(end + 1))) == 0)
                    break;
                if (dollars == 1)
                    return false;
            }
        }
        if (end >= most || letter(end) != '$' || end == begin) {
            m_at += dollars;
            return true;
        }
        add(TextMark::Kind::Formula, withSingleBlanks(m_text.substr(begin, end - begin)),
            m_text.substr(m_at, dollars));
        m_at = end + dollars;
        return true;
    }

    /// The place of the bracket that ends the one here; npos where there is none in the paragraph.
    [[nodiscard]] std::size_t closing(std::size_t open, char opens, char closes) const {
        int depth = 0;
        const std::size_t most = std::min(m_text.size(), open + kLongestBracket);
        for (std::size_t place = open; place < most; ++place) {
            const char c = m_text[place];
            if (c == '\\')
                ++place;
            else if (c == '\n' && letter(place + 1) == '\n')
                break;
            else if (c == opens)
                ++depth;
            else if (c == closes && --depth == 0)
                return place;
        }
        return std::string_view::npos;
    }

    bool bracket(std::size_t open, TextMark::Kind kind) {
        const std::size_t end = closing(open, '[', ']');
        if (end == std::string_view::npos || letter(end + 1) != '(')
            return false;
        const std::string_view words = m_text.substr(open + 1, end - open - 1);
        const std::size_t last = closing(end + 1, '(', ')');
        if (last == std::string_view::npos)
            return false;
        std::string_view target = trimmed(m_text.substr(end + 2, last - end - 2));
        if (target.starts_with('<'))
            target = target.substr(1, target.find('>') - 1);
        else
            target = target.substr(0, target.find_first_of(" \t\n"));
        add(kind, target, words);
        // Words of a link may hold a formula: go on inside, and skip only the target.
        if (kind == TextMark::Kind::Link && words.find('$') != std::string_view::npos) {
            const std::vector<TextMark> inside = MarkReader(words).read();
            for (TextMark mark : inside) {
                mark.line += m_line;
                m_marks.push_back(std::move(mark));
            }
        }
        m_at = last + 1;
        return true;
    }

    bool tag() {
        const std::size_t name = m_at + (letter(m_at + 1) == '/' ? 2 : 1);
        if (!isLetter(letter(name)) && letter(name) != '!')
            return false;
        std::size_t end = name;
        while (std::isalnum(static_cast<unsigned char>(letter(end))) != 0)
            ++end;
        if (letter(end) == ':') { // <https://...>
            m_at = name;
            return true;
        }
        if (letter(end) != '>' && letter(end) != ' ' && letter(end) != '/')
            return false;
        const std::size_t last = m_text.substr(0, end + kLongestBracket).find('>', end);
        if (last == std::string_view::npos)
            return false;
        add(TextMark::Kind::Html, m_text.substr(m_at, std::min<std::size_t>(last - m_at + 1, 40)), {});
        m_at = last + 1;
        return true;
    }

    bool address() {
        const std::string_view rest = m_text.substr(m_at);
        if (!rest.starts_with("http://") && !rest.starts_with("https://"))
            return false;
        const std::size_t length = std::min(rest.find_first_of(" \t\n<>)\""), rest.size());
        add(TextMark::Kind::Address, rest.substr(0, length), {});
        m_at += length;
        return true;
    }

    void add(TextMark::Kind kind, std::string_view target, std::string_view text) {
        m_marks.push_back({kind, std::string(target), std::string(trimmed(text)), m_line});
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 0;
    std::vector<TextMark> m_marks;
};

} // namespace

std::vector<TextMark> textMarks(std::string_view markdown) {
    return MarkReader(markdown).read();
}

} // namespace protomind
