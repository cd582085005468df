// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/state_value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace protomind {

StateValue knownValue(double number) {
    if (std::isnan(number))
        return UnknownValue{};
    return number;
}

StateValue stateOf(const FieldValue& value) {
    struct Visitor {
        StateValue operator()(std::int64_t whole) const { return static_cast<double>(whole); }
        StateValue operator()(double real) const { return knownValue(real); }
        StateValue operator()(bool flag) const { return flag; }
        StateValue operator()(const std::string& word) const { return word; }
        StateValue operator()(const std::vector<std::int64_t>& all) const {
            return fmt::format("{}", fmt::join(all, "x"));
        }
    };
    return std::visit(Visitor{}, value);
}

StateType stateTypeOf(FieldType type) {
    switch (type) {
    case FieldType::Integer:
    case FieldType::Real:
        return StateType::Number;
    case FieldType::Boolean:
        return StateType::Truth;
    case FieldType::Choice:
    case FieldType::Sizes:
        break;
    }
    return StateType::Text;
}

std::string stateText(const StateValue& value) {
    struct Visitor {
        std::string operator()(UnknownValue) const { return "not known yet"; }
        std::string operator()(double number) const {
            constexpr double kExact = 1e15;
            const bool whole = number == std::floor(number) && std::abs(number) < kExact;
            return whole ? fmt::format("{:.0f}", number) : fmt::format("{:.5g}", number);
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    };
    return std::visit(Visitor{}, value);
}

} // namespace protomind
