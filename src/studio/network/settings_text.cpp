// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/settings_text.h"

#include "engine/base/typed_number.h"
#include "studio/network/settings_check.h"
#include "studio/network/text_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace protomind {

namespace {

std::unexpected<Problem> mistyped(Sentence sentence) {
    return fail(ProblemKind::Request, std::move(sentence));
}

template<class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Every digit, so that what is read is what was written.
std::string textOf(const FieldValue& value) {
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? fmt::format("{}", *real) : settingText(value);
}

/// "3", "3x3", "3 × 3"; a single number stands for all sizes.
std::optional<std::vector<std::int64_t>> sizes(std::string_view text, std::size_t count) {
    std::string plain(text);
    for (std::size_t at = plain.find("×"); at != std::string::npos; at = plain.find("×"))
        plain.replace(at, std::string("×").size(), "x");
    std::vector<std::int64_t> result;
    std::string_view rest = plain;
    while (true) {
        const std::size_t cross = std::min(rest.find_first_of("xX*"), rest.size());
        const auto size = number<std::int64_t>(trimmed(rest.substr(0, cross)));
        if (!size)
            return std::nullopt;
        result.push_back(*size);
        if (cross == rest.size())
            break;
        rest.remove_prefix(cross + 1);
    }
    if (result.size() == 1 && count > 1)
        result.assign(count, result.front());
    return result;
}

std::optional<bool> yesOrNo(std::string_view text) {
    for (const char* yes : {"yes", "true", "on", "1"})
        if (sameWord(text, yes))
            return true;
    for (const char* no : {"no", "false", "off", "0"})
        if (sameWord(text, no))
            return false;
    return std::nullopt;
}

std::optional<std::string> chosen(const Field& field, std::string_view text) {
    std::vector<std::string> beginning;
    for (const std::string& word : field.choices) {
        if (sameWord(word, text))
            return word;
        if (!text.empty() && beginsWithWord(word, text))
            beginning.push_back(word);
    }
    return beginning.size() == 1 ? std::optional(beginning.front()) : std::nullopt;
}

Sentence wanted(const Field& field) {
    switch (field.type) {
    case FieldType::Integer:
        return "a whole number";
    case FieldType::Real:
        return "a number";
    case FieldType::Boolean:
        return "yes or no";
    case FieldType::Choice:
        return sentence("one of {}", fmt::join(field.choices, ", "));
    case FieldType::Sizes:
        break;
    }
    return "sizes such as 3 × 3";
}

Result<FieldValue> valueFromText(const Field& field, std::string_view text) {
    std::optional<FieldValue> value;
    switch (field.type) {
    case FieldType::Integer:
        value = number<std::int64_t>(text);
        break;
    case FieldType::Real:
        if (const Result<double> real = readNumber(text))
            value = *real;
        else if (!real.error().remedy.empty())
            return std::unexpected(real.error());
        break;
    case FieldType::Boolean:
        value = yesOrNo(text);
        break;
    case FieldType::Choice:
        value = chosen(field, text);
        break;
    case FieldType::Sizes:
        value = sizes(text, field.sizeCount);
        break;
    }
    if (!value)
        return mistyped(sentence("{} is {}, not “{:s}”.", field.label, wanted(field), text));
    if (const Result<void> fits = checkField(field, *value); !fits)
        return std::unexpected(fits.error());
    return *value;
}

/// The parts between commas. A comma between two digits is a decimal mark: a setting begins with its name.
std::vector<std::string> partedBySettings(std::string_view text) {
    constexpr char kKept = '\x1f'; // stands in no setting
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::string marked(text);
    for (std::size_t at = 1; at + 1 < marked.size(); ++at)
        if (marked[at] == ',' && isDigit(marked[at - 1]) && isDigit(marked[at + 1]))
            marked[at] = kKept;
    std::vector<std::string> parts = partedByCommas(marked);
    for (std::string& part : parts)
        std::ranges::replace(part, kKept, ',');
    return parts;
}

/// The longest name or label that a text begins with.
struct Named {
    const Field* field = nullptr;
    std::size_t length = 0;
};

Named longestName(const LayerType& type, std::string_view text) {
    Named best;
    for (const Field& field : type.fields)
        for (const std::string& name : {field.label, field.name})
            if (name.size() > best.length && beginsWithWord(text, name))
                best = {&field, name.size()};
    return best;
}

Result<const Field*> fieldFor(const LayerType& type, std::string_view key) {
    std::vector<const Field*> beginning;
    for (const Field& field : type.fields) {
        if (sameWord(field.label, key) || sameWord(field.name, key))
            return &field;
        if (!key.empty() && (beginsWithWord(field.label, key) || beginsWithWord(field.name, key)))
            beginning.push_back(&field);
    }
    if (beginning.size() == 1)
        return beginning.front();
    if (beginning.size() > 1)
        return mistyped(sentence("“{:s}” may be {} or {}.", key, beginning[0]->label, beginning[1]->label));
    std::string labels;
    for (const Field& field : type.fields)
        labels += (labels.empty() ? "" : ", ") + field.label;
    if (labels.empty())
        return mistyped(sentence("{} has no settings.", type.title));
    return mistyped(sentence("{} has no setting “{:s}”. It has: {}.", type.title, key, labels));
}

Result<void> readPart(const LayerType& type, std::string_view part, Settings& settings) {
    const Field* field = nullptr;
    std::string_view value;
    if (const std::size_t sign = part.find_first_of("=:"); sign != std::string_view::npos) {
        const Result<const Field*> found = fieldFor(type, trimmed(part.substr(0, sign)));
        if (!found)
            return std::unexpected(found.error());
        field = *found;
        value = trimmed(part.substr(sign + 1));
    } else if (const Named named = longestName(type, part); named.field != nullptr) {
        field = named.field;
        value = trimmed(part.substr(named.length));
    } else {
        const std::size_t space = std::min(part.find(' '), part.size());
        const Result<const Field*> found = fieldFor(type, part.substr(0, space));
        if (!found)
            return std::unexpected(found.error());
        field = *found;
        value = trimmed(part.substr(space));
    }
    Result<FieldValue> read = valueFromText(*field, value);
    if (!read)
        return std::unexpected(read.error());
    if (*read == field->defaultValue)
        settings.erase(field->name);
    else
        settings[field->name] = std::move(*read);
    return {};
}

} // namespace

std::string settingsText(const LayerType& type, const Settings& settings) {
    std::string text;
    for (const Field& field : type.fields) {
        const FieldValue& value = valueOf(type.fields, settings, field.name);
        if (!field.shownOnCard && value == field.defaultValue)
            continue;
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", field.label, textOf(value));
    }
    return text;
}

Result<Settings> settingsFromText(const LayerType& type, std::string_view text, const Settings& before) {
    Settings settings;
    for (const auto& [name, value] : before)
        if (std::ranges::find(type.fields, name, &Field::name) == type.fields.end())
            settings[name] = value;
    for (const std::string& part : partedBySettings(text))
        if (const Result<void> read = readPart(type, part, settings); !read)
            return std::unexpected(read.error());
    return settings;
}

} // namespace protomind
