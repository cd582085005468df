// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/network/json_reader.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace protomind {

/// On which line each value of a JSON text begins: a tree beside the values. A member begins with its key.
struct JsonLines {
    int line = 1;
    std::map<std::string, JsonLines> members;
    std::vector<JsonLines> elements;
};

struct LocatedJson {
    nlohmann::json value;
    JsonLines lines;
};

/// Where a text stops making sense; both count from 1.
struct JsonTextError {
    int line = 1;
    int column = 1;
    Sentence sentence;
    Sentence remedy;
};

/// Like readJson(), and keeps the lines. Never throws on account of the text.
[[nodiscard]] std::expected<LocatedJson, JsonTextError> readLocatedJson(std::string_view text,
                                                                        const JsonLimits& limits = {});

/// A value with its line: looks into a LocatedJson that outlives it.
class JsonPlace {
public:
    JsonPlace(const nlohmann::json& value, const JsonLines& lines)
        : m_value(&value)
        , m_lines(&lines) {}
    explicit JsonPlace(const LocatedJson& whole)
        : JsonPlace(whole.value, whole.lines) {}

    [[nodiscard]] const nlohmann::json& value() const { return *m_value; }
    [[nodiscard]] int line() const { return m_lines->line; }
    /// None where this is no object, or has no such key.
    [[nodiscard]] std::optional<JsonPlace> member(const std::string& key) const;
    /// By key; empty where this is no object.
    [[nodiscard]] std::vector<std::pair<std::string, JsonPlace>> members() const;
    /// Empty where this is no list.
    [[nodiscard]] std::vector<JsonPlace> elements() const;

private:
    const nlohmann::json* m_value;
    const JsonLines* m_lines;
};

} // namespace protomind
