// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table_set.h"

#include <gtest/gtest.h>

#include <optional>

#include "whole_set.h"

namespace protomind {

/// What became of a table that stands in a text.
struct TableOutcome {
    std::optional<DataSource> source;
    std::optional<Problem> problem;
    std::string notes; ///< a line each

    [[nodiscard]] const DataDescription& description() const { return source->training->description(); }
    [[nodiscard]] WholeSet numbers() const { return WholeSet(*source->training); }
};

inline TableOutcome outcomeOf(std::string text, const TableChoices& choices = {},
                              const CsvChoices& form = {}) {
    TableOutcome outcome;
    auto decoded = tableTextOf(std::move(text), "t.csv");
    auto table = decoded ? csvTableOf(std::move(*decoded), "t.csv", form)
                         : Result<CsvTable>(std::unexpected(decoded.error()));
    auto source = table ? tableData(*table, choices) : Result<DataSource>(std::unexpected(table.error()));
    if (!source) {
        outcome.problem = source.error();
        return outcome;
    }
    outcome.source = std::move(*source);
    for (const Sentence& note : outcome.source->notes)
        outcome.notes += note.text() + "\n";
    return outcome;
}

/// What is said where a table can't be learned from.
inline std::string refusalOf(std::string text, const TableChoices& choices = {},
                             const CsvChoices& form = {}) {
    const TableOutcome outcome = outcomeOf(std::move(text), choices, form);
    return outcome.problem ? outcome.problem->text() : std::string();
}

} // namespace protomind
