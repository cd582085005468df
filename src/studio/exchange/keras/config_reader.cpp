// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/config_reader.h"

#include "engine/nn/activation.h"
#include "studio/network/limits.h"

#include <cmath>

namespace protomind {

using nlohmann::json;

const json* ConfigReader::find(const char* key) const {
    const auto found = m_config.find(key);
    return found == m_config.end() || found->is_null() ? nullptr : &*found;
}

bool ConfigReader::has(const char* key) const {
    return find(key) != nullptr;
}

void ConfigReader::fail(Sentence why) {
    if (!m_problem)
        m_problem = Problem{ProblemKind::Unsupported, std::move(why), Sentence::name(m_layer), {}};
}

void ConfigReader::refuse(const char* key) {
    constexpr std::size_t kShown = 40;
    const json* value = find(key);
    std::string text = value != nullptr ? value->dump(-1, ' ', true, json::error_handler_t::replace) : "null";
    if (text.size() > kShown)
        text = text.substr(0, kShown) + "…";
    fail(sentence("It has {:s} = {:s}, which is not known here.", key, text));
}

void ConfigReader::refuseUnless(bool fine, const char* key) {
    if (!fine)
        refuse(key);
}

std::optional<std::int64_t> ConfigReader::whole(const json& value) {
    constexpr double kLargest = static_cast<double>(kMaxId);
    if (!value.is_number())
        return std::nullopt;
    const auto number = value.get<double>();
    if (!(std::abs(number) <= kLargest) || std::floor(number) != number)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::int64_t ConfigReader::integer(const char* key, std::int64_t missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    const auto number = whole(*value);
    refuseUnless(number.has_value(), key);
    return number.value_or(missing);
}

std::int64_t ConfigReader::integer(const char* key) {
    refuseUnless(has(key), key);
    return integer(key, 1);
}

double ConfigReader::real(const char* key, double missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    const bool fine = value->is_number() && std::isfinite(value->get<double>());
    refuseUnless(fine, key);
    return fine ? value->get<double>() : missing;
}

bool ConfigReader::boolean(const char* key, bool missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    refuseUnless(value->is_boolean(), key);
    return value->is_boolean() ? value->get<bool>() : missing;
}

std::string ConfigReader::text(const char* key, const std::string& missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    refuseUnless(value->is_string(), key);
    return value->is_string() ? value->get<std::string>() : missing;
}

std::vector<std::int64_t> ConfigReader::pair(const char* key, const std::vector<std::int64_t>& missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    if (const auto both = whole(*value))
        return {*both, *both};
    if (value->is_array() && value->size() == 2) {
        const auto first = whole((*value)[0]);
        const auto second = whole((*value)[1]);
        if (first && second)
            return {*first, *second};
    }
    refuse(key);
    return missing;
}

std::vector<std::int64_t> ConfigReader::sides(const char* key, const std::vector<std::int64_t>& missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    if (value->is_array() && value->size() == 2 && (*value)[0].is_array() && (*value)[1].is_array()) {
        std::vector<std::int64_t> sides;
        for (const json& both : *value)
            for (const json& side : both)
                sides.push_back(whole(side).value_or(-1));
        if (sides.size() == 4)
            return sides;
        refuse(key);
        return missing;
    }
    const std::vector<std::int64_t> both = pair(key, {0, 0});
    return {both[0], both[0], both[1], both[1]};
}

std::string ConfigReader::activation(const char* key, const std::string& missing) {
    const json* value = find(key);
    if (value == nullptr)
        return missing;
    // Keras 3 writes a function of its own by name, older ones as an object around the name.
    const json* name = value;
    if (value->is_object() && value->value("class_name", json()) == "function" && value->contains("config"))
        name = &(*value)["config"];
    const bool known = name->is_string() && findActivation(name->get<std::string>()) != nullptr;
    refuseUnless(known, key);
    return known ? name->get<std::string>() : missing;
}

bool ConfigReader::isLastAxis(const char* key, int rank) {
    const json* value = find(key);
    if (value == nullptr)
        return true;
    const json& axis = value->is_array() && value->size() == 1 ? (*value)[0] : *value;
    const auto number = whole(axis);
    return number && (*number == -1 || *number == rank);
}

} // namespace protomind
