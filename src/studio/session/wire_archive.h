// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/wire_members.h"
#include "studio/session/wire_values.h"

#include <bit>
#include <cstring>
#include <map>
#include <span>
#include <utility>

namespace protomind {

// Numbers go into messages as they lie in memory.
static_assert(std::endian::native == std::endian::little);

/// Puts values one behind the other: numbers as they are, lists and texts after their length, one of several
/// after its place among them.
class WireWriter {
public:
    template<class Number>
    requires std::is_arithmetic_v<Number>
    void put(Number value) { append(&value, sizeof value); }
    template<class Enumeration>
    requires std::is_enum_v<Enumeration>
    void put(Enumeration value) { put(std::to_underlying(value)); }
    void put(const std::string& text);
    void put(const Sentence& sentence);
    void put(const nlohmann::json& json);
    void put(const Shape& shape);
    void put(const HostArray& array);
    void put(const Network& network);

    template<class Entry>
    void put(const std::vector<Entry>& list) {
        put(std::uint64_t{list.size()});
        if constexpr (std::is_arithmetic_v<Entry>)
            append(list.data(), list.size() * sizeof(Entry));
        else
            for (const Entry& entry : list)
                put(entry);
    }
    template<class Key, class Value>
    void put(const std::map<Key, Value>& map) {
        put(std::uint64_t{map.size()});
        for (const auto& [key, value] : map) {
            put(key);
            put(value);
        }
    }
    template<class Value>
    void put(const std::optional<Value>& value) {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template<class Value>
    void put(const std::shared_ptr<const Value>& value) {
        put(value != nullptr);
        if (value)
            put(*value);
    }
    template<class... Alternatives>
    void put(const std::variant<Alternatives...>& value) {
        put(static_cast<std::uint32_t>(value.index()));
        std::visit([this](const auto& it) { put(it); }, value);
    }
    template<class Structure>
    requires std::is_class_v<Structure>
    void put(const Structure& it) {
        visitMembers(it, [this](const auto&... members) { (put(members), ...); });
    }

    [[nodiscard]] std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    void append(const void* data, std::size_t size);

    std::vector<std::byte> m_bytes;
};

/// Takes them out again, in the same order, and stops for good at the first that can't be.
class WireReader {
public:
    explicit WireReader(std::span<const std::byte> bytes)
        : m_rest(bytes) {}

    template<class Number>
    requires std::is_arithmetic_v<Number>
    void get(Number& value) { copy(&value, sizeof value); }
    void get(bool& value);
    template<class Enumeration>
    requires std::is_enum_v<Enumeration>
    void get(Enumeration& value) {
        std::underlying_type_t<Enumeration> number{};
        get(number);
        if (isValue(static_cast<Enumeration>(number)))
            value = static_cast<Enumeration>(number);
        else
            damaged();
    }
    void get(std::string& text);
    void get(Sentence& sentence);
    void get(nlohmann::json& json);
    void get(Shape& shape);
    void get(HostArray& array);
    void get(Network& network);

    template<class Entry>
    void get(std::vector<Entry>& list) {
        list.clear();
        const std::size_t count = getCount(std::is_arithmetic_v<Entry> ? sizeof(Entry) : 1);
        if constexpr (std::is_arithmetic_v<Entry>) {
            list.resize(count);
            copy(list.data(), count * sizeof(Entry));
        } else {
            // Grows with what there is indeed: what is announced may be damaged.
            for (std::size_t i = 0; i < count && !m_damaged; ++i)
                get(list.emplace_back());
        }
    }
    template<class Key, class Value>
    void get(std::map<Key, Value>& map) {
        map.clear();
        const std::size_t count = getCount(1);
        for (std::size_t i = 0; i < count && !m_damaged; ++i) {
            Key key{};
            get(key);
            if (!map.empty() && !(map.rbegin()->first < key))
                damaged();
            get(map.emplace_hint(map.end(), std::move(key), Value{})->second);
        }
    }
    template<class Value>
    void get(std::optional<Value>& value) {
        value.reset();
        if (getBool())
            get(value.emplace());
    }
    template<class Value>
    void get(std::shared_ptr<const Value>& value) {
        value.reset();
        if (!getBool())
            return;
        auto read = std::make_shared<Value>();
        get(*read);
        value = std::move(read);
    }
    template<class... Alternatives>
    void get(std::variant<Alternatives...>& value) {
        std::uint32_t index = 0;
        get(index);
        if (index >= sizeof...(Alternatives))
            damaged();
        else
            getAlternative(value, index, std::index_sequence_for<Alternatives...>());
    }
    template<class Structure>
    requires std::is_class_v<Structure>
    void get(Structure& it) {
        visitMembers(it, [this](auto&... members) { (get(members), ...); });
    }

    void damaged() {
        m_damaged = true;
        m_rest = {};
    }
    [[nodiscard]] bool isDamaged() const { return m_damaged; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    void copy(void* to, std::size_t size);
    [[nodiscard]] bool getBool() {
        bool value = false;
        get(value);
        return value;
    }
    /// Of entries that take so many bytes at least: no more than there can be.
    [[nodiscard]] std::size_t getCount(std::size_t least);
    template<class Variant, std::size_t... kIndices>
    void getAlternative(Variant& value, std::uint32_t index, std::index_sequence<kIndices...>) {
        const auto read = [&]<std::size_t kIndex>() { get(value.template emplace<kIndex>()); };
        static_cast<void>(((index == kIndices && (read.template operator()<kIndices>(), true)) || ...));
    }

    std::span<const std::byte> m_rest;
    bool m_damaged = false;
    int m_sentences = 0; ///< one in the other
};

} // namespace protomind
