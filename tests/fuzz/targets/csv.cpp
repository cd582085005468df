// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_preview.h"
#include "engine/data/table_set.h"

#include "target.h"

namespace protomind {

namespace {

void tryTable(std::string_view input, const CsvChoices& form, const TableChoices& choices) {
    auto text = tableTextOf(std::string(input), "t.csv");
    if (!text)
        return;
    const auto table = csvTableOf(std::move(*text), "t.csv", form);
    if (!table)
        return;
    (void)previewTable(*table, choices);
    const auto data = tableData(*table, choices);
    if (!data)
        return;
    const DataSet& set = *data->training;
    std::vector<float> sample(static_cast<std::size_t>(set.description().sampleShape.elementCount()));
    std::vector<float> target(1);
    for (std::int64_t i = 0; i < set.size(); ++i)
        set.read(i, sample, target);
    if (set.description().targetKind == TargetKind::Class)
        require(target[0] >= 0 && std::size_t(target[0]) < set.description().classNames.size(),
                "a class that there is not");
    for (const float value : sample)
        require(value == value, "a feature that is no number");
}

} // namespace

/// A person's table, read as is found, and as is said.
void tryInput(std::string_view input) {
    tryTable(input, {}, {});
    tryTable(input, {.delimiter = ';', .decimal = DecimalMark::Comma, .header = false},
             {.target = "column 1",
              .task = TableTask::Classes,
              .scale = TableScale::MinMax,
              .missing = TableMissing::Drop,
              .without = {},
              .decimal = DecimalMark::Comma});
    tryTable(input, {.delimiter = ',', .decimal = DecimalMark::Point, .header = true},
             {.target = {}, .task = TableTask::Values, .scale = TableScale::None, .without = {}});
}

} // namespace protomind
