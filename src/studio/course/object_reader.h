// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_problem.h"
#include "studio/course/located_json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// Takes the members of an object one by one, tells what is missing or of another kind, and in the end what
/// nobody asked for.
class ObjectReader {
public:
    /// what: for sentences, "The step" or "A quiz".
    ObjectReader(const JsonPlace& place, std::string what, const ProblemSheet& sheet);

    [[nodiscard]] const JsonPlace& place() const { return m_place; }
    [[nodiscard]] int line() const { return m_place.line(); }
    /// Whether there is an object at all; if not, it has been told.
    [[nodiscard]] bool isObject() const { return m_place.value().is_object(); }
    [[nodiscard]] bool has(const std::string& key) const { return m_place.member(key).has_value(); }

    [[nodiscard]] std::optional<JsonPlace> take(const std::string& key);
    [[nodiscard]] std::optional<JsonPlace> need(const std::string& key);

    [[nodiscard]] std::optional<std::string> text(const std::string& key, bool needed = true);
    [[nodiscard]] std::optional<double> number(const std::string& key, double low, double high,
                                               bool needed = true);
    [[nodiscard]] std::optional<std::int64_t> wholeNumber(const std::string& key, std::int64_t low,
                                                          std::int64_t high, bool needed = true);
    /// The elements of a list with at most so many; empty where there is none.
    [[nodiscard]] std::vector<JsonPlace> list(const std::string& key, std::size_t most, bool needed = true);

    /// Tells of every key that was not asked for.
    void finish();

private:
    JsonPlace m_place;
    std::string m_what;
    const ProblemSheet& m_sheet;
    std::vector<std::string> m_asked;
};

/// "a text", "a number", ...: what a value is, for a sentence.
[[nodiscard]] std::string kindText(const nlohmann::json& value);

/// A whole number of the range of std::int64_t; none where it is another value.
[[nodiscard]] std::optional<std::int64_t> asWhole(const nlohmann::json& value);
/// A finite number; none where it is another value.
[[nodiscard]] std::optional<double> asNumber(const nlohmann::json& value);

} // namespace protomind
