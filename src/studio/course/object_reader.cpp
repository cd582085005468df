// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/object_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

std::string kindText(const nlohmann::json& value) {
    using Type = nlohmann::json::value_t;
    switch (value.type()) {
    case Type::object:
        return "an object in braces";
    case Type::array:
        return "a list";
    case Type::string:
        return "a text";
    case Type::boolean:
        return value.get<bool>() ? "true" : "false";
    case Type::number_integer:
    case Type::number_unsigned:
    case Type::number_float:
        return value.dump();
    default:
        return "null";
    }
}

std::optional<std::int64_t> asWhole(const nlohmann::json& value) {
    if (!value.is_number_integer())
        return std::nullopt;
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return value.get<std::int64_t>();
}

std::optional<double> asNumber(const nlohmann::json& value) {
    if (!value.is_number() || !std::isfinite(value.get<double>()))
        return std::nullopt;
    return value.get<double>();
}

ObjectReader::ObjectReader(const JsonPlace& place, std::string what, const ProblemSheet& sheet)
    : m_place(place)
    , m_what(std::move(what))
    , m_sheet(sheet) {
    if (!isObject())
        m_sheet.error(line(),
                      sentence("{} is an object in braces, not {}.", m_what, kindText(m_place.value())));
}

std::optional<JsonPlace> ObjectReader::take(const std::string& key) {
    m_asked.push_back(key);
    return m_place.member(key);
}

std::optional<JsonPlace> ObjectReader::need(const std::string& key) {
    auto found = take(key);
    if (!found && isObject())
        m_sheet.error(line(), sentence("{} has no \"{:s}\".", m_what, key), "Add it.");
    return found;
}

std::optional<std::string> ObjectReader::text(const std::string& key, bool needed) {
    const auto found = needed ? need(key) : take(key);
    if (!found)
        return std::nullopt;
    if (found->value().is_string())
        return found->value().get<std::string>();
    m_sheet.error(found->line(),
                  sentence("\"{:s}\" is a text in quotes, not {}.", key, kindText(found->value())));
    return std::nullopt;
}

std::optional<double> ObjectReader::number(const std::string& key, double low, double high, bool needed) {
    const auto found = needed ? need(key) : take(key);
    if (!found)
        return std::nullopt;
    const auto number = asNumber(found->value());
    if (number && *number >= low && *number <= high)
        return number;
    m_sheet.error(found->line(), sentence("\"{:s}\" is a number from {:.12g} to {:.12g}, not {}.", key, low,
                                          high, kindText(found->value())));
    return std::nullopt;
}

std::optional<std::int64_t> ObjectReader::wholeNumber(const std::string& key, std::int64_t low,
                                                      std::int64_t high, bool needed) {
    const auto found = needed ? need(key) : take(key);
    if (!found)
        return std::nullopt;
    const auto number = asWhole(found->value());
    if (number && *number >= low && *number <= high)
        return number;
    m_sheet.error(found->line(), sentence("\"{:s}\" is a whole number from {} to {}, not {}.", key, low, high,
                                          kindText(found->value())));
    return std::nullopt;
}

std::vector<JsonPlace> ObjectReader::list(const std::string& key, std::size_t most, bool needed) {
    const auto found = needed ? need(key) : take(key);
    if (!found)
        return {};
    if (!found->value().is_array()) {
        m_sheet.error(found->line(), sentence("\"{:s}\" is a list in square brackets, not {}.", key,
                                              kindText(found->value())));
        return {};
    }
    if (found->value().size() > most) {
        m_sheet.error(found->line(), sentence("\"{:s}\" has {} entries; at most {} are allowed.", key,
                                              found->value().size(), most));
        return {};
    }
    return found->elements();
}

void ObjectReader::finish() {
    for (const auto& [key, place] : m_place.members())
        if (std::ranges::find(m_asked, key) == m_asked.end())
            m_sheet.error(place.line(), sentence("{} has no use for \"{:s}\".", m_what, key),
                          nameRemedy(key, m_asked));
}

} // namespace protomind
