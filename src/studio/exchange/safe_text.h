// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

/// Names that people typed, in files that other programs read: nothing in them may be taken for anything but
/// a name.
namespace protomind {

/// A name of ASCII letters, digits and underscores that begins with a letter: for Python, C++ and JavaScript.
/// "1st Dense!" -> "layer_1st_dense". Words that those languages keep for themselves get a "_".
[[nodiscard]] std::string identifierFrom(std::string_view name);

/// Identifiers for names, each used once.
class IdentifierPool {
public:
    /// Of words that are taken already.
    explicit IdentifierPool(std::set<std::string> taken = {})
        : m_taken(std::move(taken)) {}
    [[nodiscard]] std::string take(std::string_view name);

private:
    std::set<std::string> m_taken;
};

/// For a format that quotes for itself (JSON, protobuf): valid UTF-8 on one line, no control or direction
/// characters; else the same.
[[nodiscard]] std::string plainText(std::string_view text);
/// In quotes, for a Python source: '"a \"b\""'. What is not printable ASCII is written as an escape.
[[nodiscard]] std::string pythonString(std::string_view text);
/// In quotes, for a C++ source.
[[nodiscard]] std::string cppString(std::string_view text);
/// For a comment of one line, of any language: no line ends, no control or direction characters, and nothing
/// that ends a comment.
[[nodiscard]] std::string lineCommentText(std::string_view text);
/// For HTML, in text and in quoted attributes.
[[nodiscard]] std::string htmlText(std::string_view text);

} // namespace protomind
