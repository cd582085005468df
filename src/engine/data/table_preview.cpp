// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_preview.h"

#include <algorithm>

namespace protomind {
namespace {

using Kind = ColumnFindings::Kind;

Sentence foundIn(const PlannedColumn& column) {
    const ColumnFindings& found = column.findings;
    switch (found.kind) {
    case Kind::Empty:
        return "nothing";
    case Kind::Unclear:
        return sentence("unclear numbers, like \"{:s}\" in row {}", found.firstOdd.text, found.firstOdd.row);
    case Kind::Text:
        return column.categories.empty() ? Sentence("texts")
                                         : sentence("{} different texts", column.categories.size());
    case Kind::Numbers:
        break;
    }
    const Sentence range = found.minimum == found.maximum
                               ? sentence("always {:.6g}", found.minimum)
                               : sentence("numbers, {:.6g} to {:.6g}", found.minimum, found.maximum);
    return found.odd == 0 ? range
                          : sentence("{}; no number in {}: \"{:s}\" in row {}", range, found.odd,
                                     found.firstOdd.text, found.firstOdd.row);
}

Sentence purposeOf(const PlannedColumn& column, const TablePlan& plan) {
    switch (column.role) {
    case PlannedColumn::Role::Target:
        return plan.targetKind == TargetKind::Class ? sentence("target, {} classes", column.categories.size())
                                                    : Sentence("target, values");
    case PlannedColumn::Role::LeftOut:
        return whyLeftOut(column.reason);
    case PlannedColumn::Role::Feature:
        break;
    }
    return column.isNumbers() ? Sentence("feature") : sentence("{} features, one a text", column.features());
}

} // namespace

Result<TablePreview> previewTable(const CsvTable& table, const TableChoices& choices) {
    TablePreview preview;
    preview.format = table.format;
    TableRows rows(table);
    while (preview.rows.size() < kPreviewRows) {
        const auto more = rows.next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        const auto fields = rows.fields().first(std::min(rows.fields().size(), kPreviewColumns));
        preview.rowNumbers.push_back(rows.row());
        std::vector<std::string>& shown = preview.rows.emplace_back();
        std::ranges::transform(fields, std::back_inserter(shown),
                               [](std::string_view field) { return frontOfText(field, kPreviewFieldBytes); });
    }
    const auto plan = planTable(table, choices);
    if (!plan) {
        preview.problem = plan.error();
        return preview;
    }
    preview.rowCount = plan->findings.rows;
    for (const PlannedColumn& column : plan->columns)
        preview.columns.push_back(
            {column.name, foundIn(column), column.findings.missing, column.role, purposeOf(column, *plan)});
    return preview;
}

} // namespace protomind
