// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Reads a table row by row, as RFC 4180 has it: fields are parted by a delimiter; one that begins with a
/// quotation mark ends with the next, and may hold delimiters, line breaks and, doubled, quotation marks.
/// Rows end in LF, CR LF or CR. More generous than that: spaces before an opening quotation mark count for
/// nothing, and what follows a closing one belongs to the field. Memory for one row is taken.
class CsvReader {
public:
    /// The text must outlive the reader.
    CsvReader(std::string_view text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter) {}

    /// Goes on to the next row; false at the end. Fails on a quotation mark that is never closed, a field
    /// longer than kMaxTableFieldBytes, and more than kMaxTableColumns fields; problems name the row alone.
    [[nodiscard]] Result<bool> next();

    /// The fields of the row, valid until the next; a row without anything has one, which is empty.
    [[nodiscard]] std::span<const std::string_view> fields() const { return m_fields; }
    /// Counted from 1 as a spreadsheet counts: empty rows too, a row with line breaks in its fields once.
    [[nodiscard]] std::int64_t row() const { return m_row; }
    /// Whether there is nothing in it.
    [[nodiscard]] bool isEmpty() const { return m_fields.size() == 1 && m_fields.front().empty(); }
    /// How many bytes have been read.
    [[nodiscard]] std::size_t position() const { return m_at; }

private:
    [[nodiscard]] bool endsField(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }
    [[nodiscard]] Result<std::string_view> plainField();
    [[nodiscard]] Result<std::string_view> quotedField();
    [[nodiscard]] std::unexpected<Problem> tooLong() const;

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    std::int64_t m_row = 0;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_unquoted; ///< fields that don't stand in the text as they are
};

} // namespace protomind
