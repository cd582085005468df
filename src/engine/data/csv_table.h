// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/csv_format.h"
#include "engine/data/csv_reader.h"
#include "engine/data/table_text.h"

#include <array>
#include <map>

namespace protomind {

/// A table of a person's, with how it is written.
struct CsvTable {
    std::string file; ///< for the place of problems
    std::string text;
    TextEncoding encoding = TextEncoding::Utf8;
    CsvFormat format;
};

[[nodiscard]] Result<CsvTable> openCsvTable(const std::string& file, const CsvChoices& choices);
[[nodiscard]] Result<CsvTable> csvTableOf(TableText text, const std::string& file, const CsvChoices& choices);

/// A row with another number of fields than there are columns.
struct RaggedRow {
    std::int64_t row = 0;
    std::size_t fields = 0;
};

/// Goes through the rows below the header, without empty ones.
class TableRows {
public:
    explicit TableRows(const CsvTable& table);

    /// Goes on to the next row that has a field for each column, and perhaps empty ones behind; false at the
    /// end. Problems name file and row.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] std::span<const std::string_view> fields() const {
        return m_reader.fields().first(m_columns);
    }
    [[nodiscard]] std::int64_t row() const { return m_reader.row(); }

    /// The first few of those passed over, and how many they are.
    [[nodiscard]] const std::vector<RaggedRow>& ragged() const { return m_ragged; }
    [[nodiscard]] std::int64_t raggedCount() const { return m_raggedCount; }

private:
    [[nodiscard]] bool takeRagged();

    const CsvTable& m_table;
    CsvReader m_reader;
    std::size_t m_columns;
    bool m_header;
    std::vector<RaggedRow> m_ragged;
    std::int64_t m_raggedCount = 0;
};

/// A field of a column that is not like the others.
struct OddField {
    std::int64_t row = 0;
    std::string text;
};

/// What the fields of a column are.
struct ColumnFindings {
    enum class Kind {
        Empty,   ///< no value in it
        Numbers, ///< nine tenths at least of the values are
        Text,
        Unclear, ///< numbers, but with marks that may part thousands or decimals
    };
    Kind kind = Kind::Empty;
    std::int64_t missing = 0;
    std::int64_t values = 0; ///< those that are not missing
    std::int64_t odd = 0;    ///< in a column of numbers, values that are none
    OddField firstOdd;
    double minimum = 0; ///< of numbers
    double maximum = 0;
    bool countsRows = false; ///< 1, 2, 3, ... or 0, 1, 2, ...
};

struct TableFindings {
    DecimalMark decimal = DecimalMark::Point;
    std::int64_t rows = 0; ///< without ragged ones
    std::vector<RaggedRow> ragged;
    std::int64_t raggedCount = 0;
    std::vector<ColumnFindings> columns;
};

/// Looks at every field. Fails where there is no row, where more rows have another number of fields than have
/// one for each column, and on more than kMaxTableRows.
[[nodiscard]] Result<TableFindings> findingsOf(const CsvTable& table, std::optional<DecimalMark> decimal);

/// The different values of a column and how often each is there; no more than limit + 1 are kept.
struct DistinctValues {
    std::map<std::string, std::int64_t, std::less<>> texts;
    std::map<double, std::int64_t> numbers;
};

/// Of which column, and whether its numbers or its texts are meant.
struct DistinctRequest {
    std::size_t column = 0;
    bool numbers = false;
    std::size_t limit = 0;
};
[[nodiscard]] Result<std::vector<DistinctValues>> distinctValues(const CsvTable& table, DecimalMark decimal,
                                                                 std::span<const DistinctRequest> requests);

} // namespace protomind
