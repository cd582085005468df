// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/option_values.h"

#include "engine/base/typed_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

Result<double> checkedValue(const DataOption& option, const std::string& text, const std::string& where) {
    const Result<double> read = readNumber(text);
    if (!read) {
        Problem problem = read.error();
        problem.where = where;
        if (problem.remedy.empty())
            problem.remedy = sentence("Give a number from {} to {}.", option.minimum, option.maximum);
        return std::unexpected(std::move(problem));
    }
    const double value = *read;
    if (value < option.minimum || value > option.maximum)
        return fail(ProblemKind::Request,
                    sentence("{} is outside {} to {}.", text, option.minimum, option.maximum), where);
    if (option.whole && (value != std::floor(value) || couldBeThousands(text)))
        return fail(ProblemKind::Request, sentence("{} is not a whole number.", text), where);
    return value;
}

} // namespace

OptionValues::OptionValues(const BuiltInData& set)
    : m_set(&set) {
    for (const DataOption& option : set.options)
        m_values.push_back(option.defaultValue);
}

Result<OptionValues> OptionValues::checked(const BuiltInData& set,
                                           std::span<const SourceText::Option> given) {
    OptionValues values(set);
    for (const auto& [key, text] : given) {
        const auto option = std::ranges::find(set.options, key, &DataOption::name);
        if (option == set.options.end()) {
            std::vector<std::string> names;
            for (const DataOption& known : set.options)
                names.push_back(known.name);
            const std::string_view nearest = nearestName(key, names);
            return fail(
                ProblemKind::Request, sentence("\"{}\" has no option \"{}\".", set.name, key), {},
                Sentence::row({nearest.empty() ? Sentence() : sentence("Did you mean \"{}\"? ", nearest),
                               sentence("Its options are {}.", listedNames(names))},
                              ""));
        }
        const Result<double> value = checkedValue(*option, text, set.name + "?" + key);
        if (!value)
            return std::unexpected(value.error());
        values.m_values[static_cast<std::size_t>(option - set.options.begin())] = *value;
    }
    return values;
}

std::size_t OptionValues::indexOf(std::string_view name) const {
    const auto option = std::ranges::find(m_set->options, name, &DataOption::name);
    require(option != m_set->options.end(), "OptionValues: the set has no such option");
    return static_cast<std::size_t>(option - m_set->options.begin());
}

float OptionValues::number(std::string_view name) const {
    return static_cast<float>(m_values[indexOf(name)]);
}

std::int64_t OptionValues::count(std::string_view name) const {
    return static_cast<std::int64_t>(m_values[indexOf(name)]);
}

} // namespace protomind
