// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/core.h>

#include <array>
#include <concepts>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace protomind {

/// What is said to a person: English, with the places kept where names, numbers and other sentences stand,
/// so that a window can say it in another language. Made by sentence(), or from a fixed text.
class Sentence {
public:
    enum class Kind : unsigned char {
        Phrase, ///< a fixed text, translated as a whole
        Name,   ///< a name or a number: the same in every language
        Format, ///< a format as fmt has them; the arguments fill its places in the order in which they stand
        Row,    ///< the arguments one after the other, with format() between them
    };

    Sentence() = default;
    // Implicit, as most sentences are fixed.
    Sentence(const char* phrase)
        : m_text(phrase) {}
    Sentence(std::string phrase)
        : m_text(std::move(phrase)) {}
    [[nodiscard]] static Sentence name(std::string text);
    /// Without the empty ones.
    [[nodiscard]] static Sentence row(std::vector<Sentence> parts, std::string between = " ");
    /// From what kind(), format() (for a phrase or a name: text()) and arguments() gave.
    [[nodiscard]] static Sentence fromParts(Kind kind, std::string format, std::vector<Sentence> arguments);

    /// In English.
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    operator const std::string&() const { return m_text; }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The phrase or name itself where there are no arguments.
    [[nodiscard]] const std::string& format() const { return m_arguments.empty() ? m_text : m_format; }
    [[nodiscard]] const std::vector<Sentence>& arguments() const { return m_arguments; }

    // For tests, and for who looks for a word in it.
    [[nodiscard]] bool contains(std::string_view part) const { return m_text.contains(part); }
    [[nodiscard]] std::size_t find(std::string_view part) const { return m_text.find(part); }

    bool operator==(const Sentence& other) const = default;
    template<class Text>
    requires std::convertible_to<const Text&, std::string_view>
    bool operator==(const Text& text) const { return m_text == std::string_view(text); }
    friend std::string operator+(std::string_view text, const Sentence& sentence) {
        return std::string(text) += sentence.m_text;
    }
    friend std::string operator+(const Sentence& sentence, std::string_view text) {
        return std::string(sentence.m_text).append(text);
    }
    friend std::ostream& operator<<(std::ostream& stream, const Sentence& sentence);

private:
    Kind m_kind = Kind::Phrase;
    std::string m_text;
    std::string m_format; ///< of the kinds with arguments
    std::vector<Sentence> m_arguments;
};

/// A piece of a format: what stands there, then a place, but for the last.
struct FormatPiece {
    std::string between;   ///< with single braces
    int argument = -1;     ///< which one fills the place; -1 where there is none
    bool numbered = false; ///< whether the format says which
    std::string spec;      ///< as in "{:.3g}"
};
/// The pieces of a format; places without a number are counted from 0.
[[nodiscard]] std::vector<FormatPiece> piecesOf(std::string_view format);

/// What sentence() needs to know of an argument besides how it is shown.
struct SentenceArgument {
    const Sentence* sentence = nullptr; ///< null for others
    bool text = false;
};

template<class T>
[[nodiscard]] SentenceArgument sentenceArgument(const T& argument) {
    if constexpr (std::is_same_v<T, Sentence>)
        return {.sentence = &argument};
    else
        return {.text = std::convertible_to<const T&, std::string_view>};
}

[[nodiscard]] Sentence makeSentence(std::string_view format, fmt::format_args shown,
                                    std::span<const SentenceArgument> arguments);

/// sentence("The {} kernel is larger than its {} input.", size, shape): a format, checked when this is
/// compiled, and its arguments. A text in {:s} is a name and stays as it is; one in {} is a phrase, to be
/// translated where it is known.
template<class... Arguments>
requires(sizeof...(Arguments) > 0) [[nodiscard]] Sentence
    sentence(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    const std::array given{sentenceArgument(arguments)...};
    const auto view = static_cast<fmt::string_view>(format);
    return makeSentence({view.data(), view.size()}, fmt::make_format_args(arguments...), given);
}

} // namespace protomind

template<>
struct fmt::formatter<protomind::Sentence> : fmt::formatter<fmt::string_view> {
    auto format(const protomind::Sentence& sentence, fmt::format_context& context) const
        -> fmt::format_context::iterator;
};
