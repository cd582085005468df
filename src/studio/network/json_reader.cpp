// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace protomind {

namespace {

using nlohmann::json;

Sentence lineAndColumn(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return sentence("line {}, column {}", line, before.size() - lineStart + 1);
}

/// Builds the document from the parser's events, and ends the parse at the first limit that is passed.
class LimitedReader final : public nlohmann::json_sax<json> {
public:
    LimitedReader(std::string_view text, const JsonLimits& limits)
        : m_text(text)
        , m_limits(limits) {}

    [[nodiscard]] json takeDocument() { return std::move(m_document); }
    [[nodiscard]] Problem problem() const {
        return m_problem.value_or(Problem{ProblemKind::Input, "The text is not valid JSON.", {}, {}});
    }

    bool null() override { return put(nullptr) != nullptr; }
    bool boolean(bool value) override { return put(value) != nullptr; }
    bool number_integer(number_integer_t value) override { return put(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) override { return put(value) != nullptr; }
    bool number_float(number_float_t value, const string_t&) override { return put(value) != nullptr; }
    bool string(string_t& value) override { return fits(value) && put(std::move(value)) != nullptr; }
    bool binary(binary_t&) override {
        return refuse("The text holds binary data, which JSON has no form for.");
    }

    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        if (!fits(value))
            return false;
        if (m_open.back()->contains(value))
            return refuse(sentence("The key \"{}\" comes twice in the same object.", value));
        m_key = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ..."
        const std::string_view what = error.what();
        const std::size_t colon = what.find(": ");
        m_problem = Problem{ProblemKind::Input,
                            sentence("The text is not valid JSON ({}).",
                                     colon == std::string_view::npos ? what : what.substr(colon + 2)),
                            lineAndColumn(m_text, position),
                            {}};
        return false;
    }

private:
    bool refuse(Sentence sentence) {
        m_problem = Problem{ProblemKind::Input, std::move(sentence), pointer(), {}};
        return false;
    }

    bool fits(const string_t& value) {
        return value.size() <= m_limits.stringBytes ||
               refuse(sentence("A string is {} bytes long; at most {} are allowed.", value.size(),
                               m_limits.stringBytes));
    }

    /// The value's place in the document; null where a limit is passed.
    json* put(json value) {
        if (++m_values > m_limits.values) {
            refuse(sentence("The text holds more than {} values.", m_limits.values));
            return nullptr;
        }
        if (m_open.empty()) {
            m_document = std::move(value);
            return &m_document;
        }
        if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            return &m_open.back()->back();
        }
        return &((*m_open.back())[m_key] = std::move(value));
    }

    bool open(json container) {
        if (static_cast<int>(m_open.size()) >= m_limits.depth)
            return refuse(sentence("Values are nested more than {} deep.", m_limits.depth));
        json* place = put(std::move(container));
        if (place == nullptr)
            return false;
        // A container that is open is the last one in its parent, so the parent does not move it meanwhile.
        m_keys.push_back(m_key);
        m_open.push_back(place);
        return true;
    }

    bool close() {
        m_open.pop_back();
        m_keys.pop_back();
        return true;
    }

    /// Where the innermost open container is: "/layers/3".
    [[nodiscard]] std::string pointer() const {
        json::json_pointer result;
        for (std::size_t level = 1; level < m_open.size(); ++level) {
            if (m_open[level - 1]->is_array())
                result /= m_open[level - 1]->size() - 1;
            else
                result /= m_keys[level];
        }
        return result.to_string();
    }

    std::string_view m_text;
    JsonLimits m_limits;
    json m_document;
    std::vector<json*> m_open;
    std::vector<std::string> m_keys; ///< under which key of its parent each open container is
    std::string m_key;
    std::size_t m_values = 0;
    std::optional<Problem> m_problem;
};

} // namespace

Result<nlohmann::json> readJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return fail(ProblemKind::Input, sentence("The text is {} bytes long; at most {} are allowed.",
                                                 text.size(), limits.bytes));
    LimitedReader reader(text, limits);
    if (!json::sax_parse(text.begin(), text.end(), &reader))
        return std::unexpected(reader.problem());
    return reader.takeDocument();
}

} // namespace protomind
