// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_set.h"

#include "engine/data/float_set.h"

#include <fmt/format.h>

#include <filesystem>
#include <new>

namespace protomind {
namespace {

DataDescription describeTable(const CsvTable& table, const TablePlan& plan) {
    DataDescription description{.name = std::filesystem::path(table.file).stem().string(),
                                .sampleShape = {static_cast<std::int64_t>(plan.features)},
                                .targetKind = plan.targetKind,
                                .targetShape = {},
                                .classNames = {},
                                .featureNames = {}};
    if (plan.targetKind == TargetKind::Class)
        description.classNames = plan.columns[plan.target].categories;
    else
        description.targetShape = {1};
    for (const PlannedColumn& column : plan.columns) {
        if (column.role != PlannedColumn::Role::Feature)
            continue;
        if (column.isNumbers())
            description.featureNames.push_back(column.name);
        else
            for (const std::string& category : column.categories)
                description.featureNames.push_back(fmt::format("{}={}", column.name, category));
    }
    return description;
}

} // namespace

Result<DataSource> tableData(const CsvTable& table, const TableChoices& choices) {
    try {
        const auto plan = planTable(table, choices);
        if (!plan)
            return std::unexpected(plan.error());
        auto filled = fillTable(table, *plan);
        if (!filled)
            return std::unexpected(filled.error());
        DataSource source;
        source.notes = tableNotes(table, *plan, *filled);
        source.training = std::make_shared<FloatSet>(describeTable(table, *plan), std::move(filled->samples),
                                                     std::move(filled->targets));
        return source;
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for this table.", table.file);
    }
}

} // namespace protomind
