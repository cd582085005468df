// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_reader.h"

#include "engine/data/limits.h"

#include <algorithm>

namespace protomind {

std::unexpected<Problem> CsvReader::tooLong() const {
    return fail(ProblemKind::Memory, sentence("A field is longer than {} KiB.", kMaxTableFieldBytes / 1024),
                sentence("row {}", m_row), "Is a quotation mark missing there?");
}

Result<std::string_view> CsvReader::plainField() {
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && !endsField(m_text[m_at]))
        ++m_at;
    if (m_at - begin > kMaxTableFieldBytes)
        return tooLong();
    return m_text.substr(begin, m_at - begin);
}

/// m_at is at the opening quotation mark.
Result<std::string_view> CsvReader::quotedField() {
    const std::size_t begin = ++m_at;
    std::string* pieces = nullptr; // Where the field is more than one piece of the text.
    std::size_t piece = begin;
    while (true) {
        const std::size_t close = m_text.find('"', m_at);
        if (std::min(close, m_text.size()) - begin > kMaxTableFieldBytes)
            return tooLong();
        if (close == std::string_view::npos)
            return fail(ProblemKind::Input, "A quotation mark is opened here and never closed.",
                        sentence("row {}", m_row));
        m_at = close + 1;
        const bool doubled = m_at < m_text.size() && m_text[m_at] == '"';
        const bool ends = m_at == m_text.size() || endsField(m_text[m_at]);
        if (ends && !pieces)
            return m_text.substr(begin, close - begin);
        if (!pieces)
            pieces = &m_unquoted.emplace_back();
        pieces->append(m_text.substr(piece, close - piece));
        if (doubled) {
            *pieces += '"';
            piece = ++m_at;
            continue;
        }
        const auto rest = plainField();
        if (!rest)
            return rest;
        return pieces->append(*rest);
    }
}

Result<bool> CsvReader::next() {
    m_fields.clear();
    m_unquoted.clear();
    if (m_at >= m_text.size())
        return false;
    ++m_row;
    while (true) {
        std::size_t quote = m_at;
        while (quote < m_text.size() && m_text[quote] == ' ')
            ++quote;
        const bool quoted = quote < m_text.size() && m_text[quote] == '"';
        if (quoted)
            m_at = quote;
        const auto field = quoted ? quotedField() : plainField();
        if (!field)
            return std::unexpected(field.error());
        if (m_fields.size() == kMaxTableColumns)
            return fail(ProblemKind::Memory, sentence("The row has more than {} fields.", kMaxTableColumns),
                        sentence("row {}", m_row), "Keep fewer columns of the table.");
        m_fields.push_back(*field);
        if (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
            ++m_at;
            continue;
        }
        m_at += m_text.substr(m_at).starts_with("\r\n") ? 2 : 1;
        m_at = std::min(m_at, m_text.size());
        return true;
    }
}

} // namespace protomind
