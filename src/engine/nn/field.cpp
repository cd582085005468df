// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/field.h"

#include "engine/tensor/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace protomind {

namespace {

template<class T>
const T& valueAs(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    const T* value = std::get_if<T>(&valueOf(fields, settings, name));
    if (value == nullptr)
        throw std::logic_error(fmt::format("The value of {} is of another type.", name));
    return *value;
}

std::string text(const FieldValue& value) {
    struct Visitor {
        std::string operator()(std::int64_t whole) const { return fmt::format("{}", whole); }
        std::string operator()(double real) const { return fmt::format("{:g}", real); }
        std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
        std::string operator()(const std::string& word) const { return fmt::format("“{}”", word); }
        std::string operator()(const std::vector<std::int64_t>& all) const {
            return all.empty() ? "an empty list" : fmt::format("{}", fmt::join(all, " × "));
        }
    };
    return std::visit(Visitor{}, value);
}

bool inRange(const Field& field, double value) {
    return value >= field.minimum && value <= field.maximum;
}

/// Compared as whole numbers, so that a large one is not rounded into the range.
bool inRange(const Field& field, std::int64_t value) {
    return value >= static_cast<std::int64_t>(field.minimum) &&
           value <= static_cast<std::int64_t>(field.maximum);
}

bool isSizes(const Field& field, const std::vector<std::int64_t>& all) {
    const bool count = field.sizeCount > 0
                           ? all.size() == field.sizeCount
                           : !all.empty() && all.size() <= static_cast<std::size_t>(kMaxRank - 1);
    return count && std::ranges::all_of(all, [&](std::int64_t size) { return inRange(field, size); });
}

bool isValid(const Field& field, const FieldValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* number = std::get_if<double>(&value);
    switch (field.type) {
    case FieldType::Integer:
        return whole != nullptr && inRange(field, *whole);
    case FieldType::Real:
        if (whole != nullptr)
            return inRange(field, static_cast<double>(*whole));
        return number != nullptr && std::isfinite(*number) && inRange(field, *number);
    case FieldType::Boolean:
        return std::holds_alternative<bool>(value);
    case FieldType::Choice: {
        const auto* word = std::get_if<std::string>(&value);
        return word != nullptr && std::ranges::find(field.choices, *word) != field.choices.end();
    }
    case FieldType::Sizes: {
        const auto* all = std::get_if<std::vector<std::int64_t>>(&value);
        return all != nullptr && isSizes(field, *all);
    }
    }
    return false;
}

/// "a whole number from 1 to 512"
Sentence wanted(const Field& field) {
    const Sentence range = sentence("from {:.12g} to {:.12g}", field.minimum, field.maximum);
    switch (field.type) {
    case FieldType::Integer:
        return sentence("a whole number {}", range);
    case FieldType::Real:
        return sentence("a number {}", range);
    case FieldType::Boolean:
        return "yes or no";
    case FieldType::Choice:
        return sentence("one of {}", fmt::join(field.choices, ", "));
    case FieldType::Sizes:
        if (field.sizeCount > 0)
            return sentence("{} whole numbers {}", field.sizeCount, range);
        return sentence("one to {} whole numbers {}", kMaxRank - 1, range);
    }
    return {};
}

} // namespace

const Field* findField(std::span<const Field> fields, FieldRole role) {
    const auto found = std::ranges::find(fields, role, &Field::role);
    return role == FieldRole::None || found == fields.end() ? nullptr : &*found;
}

const FieldValue& valueOf(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    const auto field = std::ranges::find(fields, name, &Field::name);
    if (field == fields.end())
        throw std::logic_error(fmt::format("There is no field called {}.", name));
    const auto setting = settings.find(name);
    return setting == settings.end() ? field->defaultValue : setting->second;
}

std::int64_t integer(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    return valueAs<std::int64_t>(fields, settings, name);
}

double real(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    if (const auto* whole = std::get_if<std::int64_t>(&valueOf(fields, settings, name)))
        return static_cast<double>(*whole);
    return valueAs<double>(fields, settings, name);
}

bool boolean(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    return valueAs<bool>(fields, settings, name);
}

const std::string& choice(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    return valueAs<std::string>(fields, settings, name);
}

const std::vector<std::int64_t>& sizes(std::span<const Field> fields, const Settings& settings,
                                       const std::string& name) {
    return valueAs<std::vector<std::int64_t>>(fields, settings, name);
}

Result<void> checkField(const Field& field, const FieldValue& value) {
    if (isValid(field, value))
        return {};
    return fail(ProblemKind::Request,
                sentence("{} must be {}, not {}.", field.label, wanted(field), text(value)), field.name);
}

} // namespace protomind
