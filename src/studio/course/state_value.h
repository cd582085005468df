// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

#include <optional>
#include <string>
#include <variant>

namespace protomind {

enum class StateType { Number, Text, Truth };
/// Unknown where there is no such value yet: a test loss before a test.
struct UnknownValue {
    bool operator==(const UnknownValue&) const = default;
};
using StateValue = std::variant<UnknownValue, double, std::string, bool>;
/// For a person: "0.31", "dense", "yes", "not known yet".
[[nodiscard]] std::string stateText(const StateValue& value);

/// One of the names that a check may use. The table of them is the documentation, too.
struct StateName {
    const char* name;
    StateType type;
    const char* meaning;
};

/// Unknown where it is not a number.
[[nodiscard]] StateValue knownValue(double number);
/// Unknown where there is none.
template<class T>
[[nodiscard]] StateValue knownValue(const std::optional<T>& number) {
    return number ? knownValue(static_cast<double>(*number)) : UnknownValue{};
}
/// That of a setting. Sizes are a text: "5x5".
[[nodiscard]] StateValue stateOf(const FieldValue& value);
[[nodiscard]] StateType stateTypeOf(FieldType type);

} // namespace protomind
