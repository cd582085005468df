// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_fill.h"

#include "engine/base/typed_number.h"
#include "engine/data/limits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
/// Targets larger than this, or all smaller than its inverse, are counted in another unit: losses and steps
/// would be out of proportion.
constexpr double kLargestTarget = 10;

/// The field's number; NaN where it is missing or none.
double numberIn(std::string_view field, DecimalMark decimal) {
    const TableCell cell = readCell(field);
    return isNumber(cell.form, decimal) ? cell.value : std::numeric_limits<double>::quiet_NaN();
}

/// The index of a text among the different ones of a column; none where it is missing.
std::optional<std::size_t> categoryIn(std::string_view field, const PlannedColumn& column) {
    field = withoutOuterSpaces(field);
    if (readCell(field).form == CellForm::Missing)
        return std::nullopt;
    const auto found = std::ranges::lower_bound(column.categories, field, std::less<>());
    return found != column.categories.end() && *found == field
               ? std::optional(static_cast<std::size_t>(found - column.categories.begin()))
               : std::nullopt;
}

/// The target's number or class; NaN where it is missing.
double targetIn(std::string_view field, const TablePlan& plan) {
    const PlannedColumn& column = plan.columns[plan.target];
    if (plan.targetKind == TargetKind::Class && !column.isNumbers()) {
        const auto category = categoryIn(field, column);
        return category ? double(*category) : std::numeric_limits<double>::quiet_NaN();
    }
    const double number = numberIn(field, plan.findings.decimal);
    if (plan.targetKind == TargetKind::Values || std::isnan(number))
        return number;
    const auto found = std::ranges::lower_bound(plan.numberClasses, number);
    return double(found - plan.numberClasses.begin());
}

/// Taken off before a number becomes a float, so that the years of a table, or its seconds since 1970, keep
/// their figures.
double offsetOf(const PlannedColumn& column, TableScale scale) {
    return scale == TableScale::None ? 0 : column.findings.minimum;
}

/// Writes the features of a row, with NaN for what is missing; whether there is any.
bool writeFeatures(std::span<const std::string_view> fields, const TablePlan& plan, std::span<float> sample) {
    bool complete = true;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const PlannedColumn& column = plan.columns[i];
        if (column.role != PlannedColumn::Role::Feature)
            continue;
        const auto features = sample.subspan(column.feature, column.features());
        if (column.isNumbers()) {
            features.front() = static_cast<float>(numberIn(fields[i], plan.findings.decimal) -
                                                  offsetOf(column, plan.choices.scale));
            complete = complete && !std::isnan(features.front());
        } else if (const auto category = categoryIn(fields[i], column)) {
            std::ranges::fill(features, 0.0f);
            features[*category] = 1;
        } else {
            std::ranges::fill(features, kNothing);
            complete = false;
        }
    }
    return complete;
}

/// The numbers of one feature in all rows.
class FeatureColumn {
public:
    FeatureColumn(std::vector<float>& samples, std::size_t features, std::size_t feature)
        : m_samples(samples)
        , m_features(features)
        , m_feature(feature) {}

    template<class Function>
    void each(Function function) {
        for (std::size_t at = m_feature; at < m_samples.size(); at += m_features)
            function(m_samples[at]);
    }

private:
    std::vector<float>& m_samples;
    std::size_t m_features;
    std::size_t m_feature;
};

FeatureScale scaleNumbers(FeatureColumn values, TableScale scale) {
    FeatureScale result;
    double sum = 0;
    double count = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    values.each([&](float value) {
        if (std::isnan(value)) {
            ++result.filled;
            return;
        }
        sum += double(value);
        count += 1;
        least = std::min(least, double(value));
        most = std::max(most, double(value));
    });
    const double mean = count > 0 ? sum / count : 0;
    double squares = 0;
    values.each([&](float value) {
        if (!std::isnan(value))
            squares += (double(value) - mean) * (double(value) - mean);
    });
    result.constant = count == 0 || least == most;
    result.fill = mean;
    if (scale != TableScale::None)
        result.center = count == 0 ? 0 : scale == TableScale::Standard && !result.constant ? mean : least;
    if (scale != TableScale::None && !result.constant)
        result.spread = scale == TableScale::Standard ? std::sqrt(squares / count) : most - least;
    values.each([&](float& value) {
        const double known = std::isnan(value) ? mean : double(value);
        value = static_cast<float>((known - result.center) / result.spread);
    });
    return result;
}

void fillColumns(const TablePlan& plan, FilledTable& filled) {
    filled.scales.resize(plan.columns.size());
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const PlannedColumn& column = plan.columns[i];
        if (column.role != PlannedColumn::Role::Feature)
            continue;
        if (column.isNumbers()) {
            FeatureScale& scale = filled.scales[i];
            scale = scaleNumbers({filled.samples, plan.features, column.feature}, plan.choices.scale);
            scale.center += offsetOf(column, plan.choices.scale);
            scale.fill += offsetOf(column, plan.choices.scale);
            continue;
        }
        for (std::size_t k = 0; k < column.categories.size(); ++k) {
            std::int64_t missing = 0;
            FeatureColumn(filled.samples, plan.features, column.feature + k).each([&](float& value) {
                if (!std::isnan(value))
                    return;
                value = k == column.mostFrequent ? 1.0f : 0.0f;
                ++missing;
            });
            filled.scales[i].filled = missing;
        }
    }
}

/// A power of ten that brings the largest target to between 0.1 and 1, where it is far from there.
double unitOf(const std::vector<float>& targets) {
    double largest = 0;
    for (const float target : targets)
        largest = std::max(largest, std::abs(double(target)));
    if (largest == 0 || (largest <= kLargestTarget && largest >= 1 / kLargestTarget))
        return 1;
    return std::pow(10.0, std::ceil(std::log10(largest)));
}

Result<void> checkPlan(const CsvTable& table, const TablePlan& plan) {
    if (plan.columns.size() == 1)
        return fail(ProblemKind::Input,
                    "The table has a single column, and so nothing to learn the target from.", table.file,
                    "If it has more, choose the delimiter that parts them.");
    if (plan.features == 0) {
        const auto column =
            std::ranges::find(plan.columns, PlannedColumn::Role::LeftOut, &PlannedColumn::role);
        return fail(ProblemKind::Input,
                    "No column is left to learn from: all others than the target are left out.", table.file,
                    column == plan.columns.end() ? Sentence()
                                                 : sentence("The first of them is \"{:s}\", {}.",
                                                            column->name, whyLeftOut(column->reason)));
    }
    if (static_cast<std::int64_t>(plan.features) > kMaxTableNumbers / plan.findings.rows)
        return fail(ProblemKind::Memory,
                    sentence("The table would become {} rows of {} features, more than {} million numbers.",
                             plan.findings.rows, plan.features, kMaxTableNumbers / 1'000'000),
                    table.file, "Keep fewer rows, or leave columns out.");
    return {};
}

} // namespace

Result<FilledTable> fillTable(const CsvTable& table, const TablePlan& plan) {
    if (auto checked = checkPlan(table, plan); !checked)
        return std::unexpected(checked.error());
    FilledTable filled;
    filled.samples.resize(static_cast<std::size_t>(plan.findings.rows) * plan.features);
    filled.targets.reserve(static_cast<std::size_t>(plan.findings.rows));
    filled.classSamples.resize(plan.columns[plan.target].categories.size());
    TableRows rows(table);
    while (true) {
        const auto more = rows.next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        const double target = targetIn(rows.fields()[plan.target], plan);
        if (std::isnan(target)) {
            ++filled.withoutTarget;
            continue;
        }
        const auto sample =
            std::span(filled.samples).subspan(filled.targets.size() * plan.features, plan.features);
        if (!writeFeatures(rows.fields(), plan, sample) && plan.choices.missing == TableMissing::Drop) {
            ++filled.dropped;
            continue;
        }
        filled.targets.push_back(static_cast<float>(target));
        if (plan.targetKind == TargetKind::Class)
            ++filled.classSamples[static_cast<std::size_t>(target)];
    }
    filled.rows = static_cast<std::int64_t>(filled.targets.size());
    if (filled.rows == 0)
        return fail(ProblemKind::Input, "No row is left: in each of them a value is missing.", table.file,
                    "Fill missing values with the mean instead, or leave out the columns that lack them.");
    filled.samples.resize(static_cast<std::size_t>(filled.rows) * plan.features);
    fillColumns(plan, filled);
    if (plan.targetKind == TargetKind::Values) {
        filled.targetUnit = unitOf(filled.targets);
        for (float& target : filled.targets)
            target = static_cast<float>(double(target) / filled.targetUnit);
    }
    return filled;
}

} // namespace protomind
