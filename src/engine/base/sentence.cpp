// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sentence.h"

#include "engine/base/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ostream>

namespace protomind {

namespace {

std::string textOf(Sentence::Kind kind, const std::string& format, const std::vector<Sentence>& arguments) {
    std::string text;
    switch (kind) {
    case Sentence::Kind::Phrase:
    case Sentence::Kind::Name:
        return format;
    case Sentence::Kind::Format: {
        std::size_t next = 0;
        for (const FormatPiece& piece : piecesOf(format)) {
            text += piece.between;
            if (piece.argument >= 0 && next < arguments.size())
                text += arguments[next++];
        }
        return text;
    }
    case Sentence::Kind::Row:
        for (const Sentence& part : arguments) {
            if (!text.empty())
                text += format;
            text += part;
        }
        return text;
    }
    return text;
}

} // namespace

Sentence Sentence::name(std::string text) {
    return fromParts(Kind::Name, std::move(text), {});
}

Sentence Sentence::row(std::vector<Sentence> parts, std::string between) {
    std::erase_if(parts, [](const Sentence& part) { return part.empty(); });
    if (parts.size() == 1)
        return std::move(parts.front());
    return fromParts(Kind::Row, std::move(between), std::move(parts));
}

Sentence Sentence::fromParts(Kind kind, std::string format, std::vector<Sentence> arguments) {
    Sentence made;
    made.m_kind = kind;
    made.m_text = textOf(kind, format, arguments);
    if (!arguments.empty())
        made.m_format = std::move(format);
    made.m_arguments = std::move(arguments);
    return made;
}

std::ostream& operator<<(std::ostream& stream, const Sentence& sentence) {
    return stream << sentence.text();
}

std::vector<FormatPiece> piecesOf(std::string_view format) {
    std::vector<FormatPiece> pieces(1);
    int next = 0;
    for (std::size_t at = 0; at < format.size(); ++at) {
        const bool twice = at + 1 < format.size() && format[at + 1] == format[at];
        if ((format[at] == '{' || format[at] == '}') && twice) {
            pieces.back().between += format[at++];
            continue;
        }
        const std::size_t end = format[at] == '{' ? format.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            pieces.back().between += format[at];
            continue;
        }
        const std::string_view place = format.substr(at + 1, end - at - 1);
        const std::size_t colon = std::min(place.find(':'), place.size());
        FormatPiece& piece = pieces.back();
        piece.numbered =
            std::from_chars(place.data(), place.data() + colon, piece.argument).ec == std::errc();
        if (!piece.numbered)
            piece.argument = next++;
        piece.spec = place.substr(std::min(colon + 1, place.size()));
        pieces.emplace_back();
        at = end;
    }
    return pieces;
}

Sentence makeSentence(std::string_view format, fmt::format_args shown,
                      std::span<const SentenceArgument> arguments) {
    std::vector<Sentence> filled;
    for (const FormatPiece& piece : piecesOf(format)) {
        if (piece.argument < 0)
            continue;
        require(piece.argument < int(arguments.size()), "Sentence: a place has its argument");
        const SentenceArgument& argument = arguments[std::size_t(piece.argument)];
        if (argument.sentence != nullptr) {
            filled.push_back(*argument.sentence);
            continue;
        }
        const std::string place = fmt::format("{{{}:{}}}", piece.argument, piece.spec);
        std::string text = fmt::vformat(place, shown);
        filled.push_back(argument.text && piece.spec.empty() ? Sentence(std::move(text))
                                                             : Sentence::name(std::move(text)));
    }
    return Sentence::fromParts(Sentence::Kind::Format, std::string(format), std::move(filled));
}

} // namespace protomind

auto fmt::formatter<protomind::Sentence>::format(const protomind::Sentence& sentence,
                                                 fmt::format_context& context) const
    -> fmt::format_context::iterator {
    return fmt::formatter<fmt::string_view>::format(sentence.text(), context);
}
