// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// Reads a Keras layer's settings, which anybody may have written. What is missing has its default; the first
/// thing that is wrong is kept, and what is read after it does not matter.
class ConfigReader {
public:
    ConfigReader(const nlohmann::json& config, std::string layer)
        : m_config(config)
        , m_layer(std::move(layer)) {}

    [[nodiscard]] bool has(const char* key) const; ///< and it is not null
    [[nodiscard]] std::int64_t integer(const char* key, std::int64_t missing);
    [[nodiscard]] std::int64_t integer(const char* key); ///< that must be there
    [[nodiscard]] double real(const char* key, double missing);
    [[nodiscard]] bool boolean(const char* key, bool missing);
    [[nodiscard]] std::string text(const char* key, const std::string& missing);
    /// A number for both, or a list of two.
    [[nodiscard]] std::vector<std::int64_t> pair(const char* key, const std::vector<std::int64_t>& missing);
    /// Top, bottom, left, right of a number, two, or two pairs.
    [[nodiscard]] std::vector<std::int64_t> sides(const char* key, const std::vector<std::int64_t>& missing);
    /// The name of one of our activations.
    [[nodiscard]] std::string activation(const char* key, const std::string& missing);
    /// Whether the axis or axes are the last one of rank + 1 (with the batch).
    [[nodiscard]] bool isLastAxis(const char* key, int rank);

    /// Refuses a setting that makes the layer something that is not known here.
    void refuse(const char* key);
    void refuseUnless(bool fine, const char* key);
    /// The same for whatever else is wrong.
    void fail(Sentence why);

    [[nodiscard]] const std::optional<Problem>& problem() const { return m_problem; }

private:
    [[nodiscard]] const nlohmann::json* find(const char* key) const;
    [[nodiscard]] std::optional<std::int64_t> whole(const nlohmann::json& value);

    const nlohmann::json& m_config;
    std::string m_layer;
    std::optional<Problem> m_problem;
};

} // namespace protomind
