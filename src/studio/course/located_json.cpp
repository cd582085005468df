// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/located_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace protomind {

namespace {

using nlohmann::json;

/// How far the parser has read.
struct ReadSoFar {
    int line = 1;
    bool afterLineEnd = false; ///< the last letter read was a line's end
};

/// Goes through a text and counts its lines.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* place, ReadSoFar* soFar)
        : m_place(place)
        , m_soFar(soFar) {}

    reference operator*() const { return *m_place; }
    CountingIterator& operator++() {
        m_soFar->afterLineEnd = *m_place == '\n';
        if (m_soFar->afterLineEnd)
            ++m_soFar->line;
        ++m_place;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_place == other.m_place; }

private:
    const char* m_place;
    ReadSoFar* m_soFar;
};

/// Builds the values and their lines from the parser's events, and ends the parse at the first limit passed.
class LocatedReader final : public nlohmann::json_sax<json> {
public:
    LocatedReader(std::string_view text, const JsonLimits& limits, const ReadSoFar& soFar)
        : m_text(text)
        , m_limits(limits)
        , m_soFar(soFar) {}

    [[nodiscard]] LocatedJson take() { return std::move(m_document); }
    [[nodiscard]] JsonTextError error() const {
        return m_error.value_or(JsonTextError{1, 1, "This is not valid JSON.", {}});
    }

    bool null() override { return put(nullptr, m_soFar.line); }
    bool boolean(bool value) override { return put(value, m_soFar.line); }
    bool number_integer(number_integer_t value) override { return put(value, lineOfNumber()); }
    bool number_unsigned(number_unsigned_t value) override { return put(value, lineOfNumber()); }
    bool number_float(number_float_t value, const string_t&) override { return put(value, lineOfNumber()); }
    bool string(string_t& value) override { return fits(value) && put(std::move(value), m_soFar.line); }
    bool binary(binary_t&) override { return refuse("JSON has no form for binary data."); }

    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        if (!fits(value))
            return false;
        if (m_open.back().value->contains(value))
            return refuse(sentence("The key \"{:s}\" comes twice in the same object.", value),
                          "Take one of them out.");
        m_key = std::move(value);
        m_keyLine = m_soFar.line;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ..."
        const std::string_view what = error.what();
        const std::size_t colon = what.find(": ");
        const std::string_view before =
            m_text.substr(0, std::min(position > 0 ? position - 1 : 0, m_text.size()));
        const std::size_t lineEnd = before.rfind('\n');
        m_error = JsonTextError{
            .line = static_cast<int>(1 + std::ranges::count(before, '\n')),
            .column =
                static_cast<int>(before.size() - (lineEnd == std::string_view::npos ? 0 : lineEnd + 1) + 1),
            .sentence = sentence("This is not valid JSON ({}).",
                                 colon == std::string_view::npos ? what : what.substr(colon + 2)),
            .remedy =
                "Look here and just before for a comma, a quote or a bracket that is missing or too many."};
        return false;
    }

private:
    struct Open {
        json* value;
        JsonLines* lines;
    };

    bool refuse(Sentence sentence, Sentence remedy = {}) {
        m_error = JsonTextError{m_soFar.line, 1, std::move(sentence), std::move(remedy)};
        return false;
    }

    bool fits(const string_t& value) {
        return value.size() <= m_limits.stringBytes ||
               refuse(sentence("A text is {} bytes long; at most {} are allowed.", value.size(),
                               m_limits.stringBytes));
    }

    /// The parser has to read one letter past a number to know that it ends.
    [[nodiscard]] int lineOfNumber() const { return m_soFar.line - (m_soFar.afterLineEnd ? 1 : 0); }

    bool put(json value, int line) {
        if (++m_values > m_limits.values)
            return refuse(sentence("There are more than {} values here.", m_limits.values));
        if (m_open.empty()) {
            m_document = {std::move(value), JsonLines{line, {}, {}}};
            m_last = {&m_document.value, &m_document.lines};
            return true;
        }
        const Open& parent = m_open.back();
        if (parent.value->is_array()) {
            parent.value->push_back(std::move(value));
            parent.lines->elements.push_back({line, {}, {}});
            m_last = {&parent.value->back(), &parent.lines->elements.back()};
        } else {
            JsonLines& lines = parent.lines->members[m_key];
            lines.line = m_keyLine;
            m_last = {&((*parent.value)[m_key] = std::move(value)), &lines};
        }
        return true;
    }

    bool open(json container) {
        if (static_cast<int>(m_open.size()) >= m_limits.depth)
            return refuse(sentence("Values are nested more than {} deep.", m_limits.depth));
        if (!put(std::move(container), m_soFar.line))
            return false;
        // A container that is open is the last one in its parent, so the parent does not move it meanwhile.
        m_open.push_back(m_last);
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    JsonLimits m_limits;
    const ReadSoFar& m_soFar;
    LocatedJson m_document;
    std::vector<Open> m_open;
    Open m_last{};
    std::string m_key;
    int m_keyLine = 1;
    std::size_t m_values = 0;
    std::optional<JsonTextError> m_error;
};

} // namespace

std::expected<LocatedJson, JsonTextError> readLocatedJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return std::unexpected(JsonTextError{
            1,
            1,
            sentence("The text is {} bytes long; at most {} are allowed.", text.size(), limits.bytes),
            {}});
    ReadSoFar soFar;
    LocatedReader reader(text, limits, soFar);
    const CountingIterator begin(text.data(), &soFar);
    const CountingIterator end(text.data() + text.size(), &soFar);
    if (!json::sax_parse(begin, end, &reader))
        return std::unexpected(reader.error());
    return reader.take();
}

std::optional<JsonPlace> JsonPlace::member(const std::string& key) const {
    const auto lines = m_lines->members.find(key);
    if (lines == m_lines->members.end())
        return std::nullopt;
    return JsonPlace(m_value->at(key), lines->second);
}

std::vector<std::pair<std::string, JsonPlace>> JsonPlace::members() const {
    std::vector<std::pair<std::string, JsonPlace>> result;
    for (const auto& [key, lines] : m_lines->members)
        result.emplace_back(key, JsonPlace(m_value->at(key), lines));
    return result;
}

std::vector<JsonPlace> JsonPlace::elements() const {
    std::vector<JsonPlace> result;
    for (std::size_t i = 0; i < m_lines->elements.size(); ++i)
        result.emplace_back((*m_value)[i], m_lines->elements[i]);
    return result;
}

} // namespace protomind
