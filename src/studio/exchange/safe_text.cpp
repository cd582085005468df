// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace protomind {

namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Of Python, C++ and JavaScript, and what generated code calls its own things.
constexpr auto kReserved = std::to_array<std::string_view>(
    {"abs",        "alignas",  "alignof",      "and",       "any",      "all",        "args",
     "arguments",  "as",       "asm",          "assert",    "async",    "auto",       "await",
     "bitand",     "bitor",    "bool",         "break",     "buffers",  "call",       "case",
     "catch",      "char",     "children",     "class",     "compl",    "const",      "continue",
     "cpu",        "cuda",     "debugger",     "def",       "default",  "del",        "delete",
     "dict",       "do",       "double",       "dtype",     "elif",     "else",       "enum",
     "eval",       "except",   "exec",         "explicit",  "export",   "extends",    "extern",
     "false",      "False",    "finally",      "float",     "for",      "forward",    "friend",
     "from",       "function", "get",          "global",    "goto",     "half",       "if",
     "implements", "import",   "in",           "inline",    "input",    "instanceof", "int",
     "interface",  "is",       "keras",        "lambda",    "len",      "let",        "list",
     "long",       "main",     "max",          "min",       "model",    "modules",    "mutable",
     "namespace",  "new",      "nn",           "None",      "nonlocal", "noexcept",   "not",
     "null",       "numpy",    "operator",     "or",        "package",  "parameters", "pass",
     "predict",    "print",    "private",      "protected", "public",   "raise",      "range",
     "register",   "requires", "return",       "self",      "set",      "short",      "signed",
     "sizeof",     "static",   "std",          "struct",    "sum",      "super",      "switch",
     "template",   "this",     "thread_local", "throw",     "to",       "torch",      "train",
     "training",   "true",     "True",         "try",       "type",     "typedef",    "typeid",
     "typename",   "type_as",  "union",        "unsigned",  "using",    "var",        "virtual",
     "void",       "volatile", "while",        "with",      "xor",      "yield",      "x",
     "y",          "name",     "zip",          "map",       "filter",   "open",       "eq",
     "add_module", "apply",    "state_dict",   "F",         "tf",       "window",     "document"});

bool isReserved(const std::string& word) {
    return std::ranges::find(kReserved, word) != kReserved.end();
}

/// The next code point of UTF-8, moving text on; what is not UTF-8 gives U+FFFD, a byte at a time.
char32_t nextCodePoint(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    char32_t point = length == 1 ? first : first & (0x7Fu >> length);
    bool sound = length > 0 && length <= text.size();
    for (std::size_t i = 1; sound && i < length; ++i) {
        sound = (byte(i) & 0xC0u) == 0x80;
        point = (point << 6) | (byte(i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    sound = sound && point >= kLeast[length] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    text.remove_prefix(sound ? length : 1);
    return sound ? point : U'\uFFFD';
}

/// Printable, in one direction and on one line.
bool isPlain(char32_t point) {
    if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFD || point == 0xFEFF)
        return false;
    return !(point >= 0x200B && point <= 0x200F) && !(point >= 0x2028 && point <= 0x202E) &&
           !(point >= 0x2060 && point <= 0x206F) && !(point >= 0xE0000 && point <= 0xE0FFF);
}

} // namespace

std::string identifierFrom(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (isLetter(c) || isDigit(c))
            result += isLetter(c) ? static_cast<char>(c | 0x20) : c;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    while (!result.empty() && result.back() == '_')
        result.pop_back();
    constexpr std::size_t kLongest = 60;
    result.resize(std::min(result.size(), kLongest));
    if (result.empty() || isDigit(result[0]))
        result = result.empty() ? "layer" : "layer_" + result;
    if (isReserved(result))
        result += '_';
    return result;
}

std::string IdentifierPool::take(std::string_view name) {
    const std::string wanted = identifierFrom(name);
    std::string free = wanted;
    for (int number = 2; !m_taken.insert(free).second; ++number)
        free = fmt::format("{}_{}", wanted, number);
    return free;
}

std::string plainText(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::string_view rest = text;
        if (isPlain(nextCodePoint(text)))
            result.append(rest.substr(0, rest.size() - text.size()));
        else
            result += ' ';
    }
    return result;
}

std::string pythonString(std::string_view text) {
    std::string result = "\"";
    while (!text.empty()) {
        const char32_t point = nextCodePoint(text);
        if (point == U'"' || point == U'\\')
            result += fmt::format("\\{}", static_cast<char>(point));
        else if (point >= 0x20 && point < 0x7F)
            result += static_cast<char>(point);
        else if (point < 0x100)
            result += fmt::format("\\x{:02x}", static_cast<std::uint32_t>(point));
        else if (point < 0x10000)
            result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point));
        else
            result += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(point));
    }
    return result + "\"";
}

std::string cppString(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += fmt::format("\\{}", c);
        else if (c >= 0x20 && c < 0x7F && c != '?')
            result += c;
        else // three digits, so that no digit behind it belongs to it; no trigraphs either
            result += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return result + "\"";
}

std::string lineCommentText(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        std::string_view rest = text;
        const char32_t point = nextCodePoint(text);
        if (!isPlain(point) || point == U'\\' || point == U'`')
            result += ' ';
        else if ((point == U'/' || point == U'>') && !result.empty() &&
                 (result.back() == '*' || result.back() == '-' || result.back() == '/'))
            result += ' ';
        else if (point == U'*' && !result.empty() && result.back() == '/')
            result += ' ';
        else if (point == U'"' || point == U'\'')
            result += '\'';
        else
            result.append(rest.substr(0, rest.size() - text.size()));
    }
    return result;
}

std::string htmlText(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        std::string_view rest = text;
        const char32_t point = nextCodePoint(text);
        switch (point) {
        case U'&':
            result += "&amp;";
            break;
        case U'<':
            result += "&lt;";
            break;
        case U'>':
            result += "&gt;";
            break;
        case U'"':
            result += "&quot;";
            break;
        case U'\'':
            result += "&#39;";
            break;
        default:
            if (isPlain(point))
                result.append(rest.substr(0, rest.size() - text.size()));
            else
                result += point == U'\n' ? "\n" : " ";
        }
    }
    return result;
}

} // namespace protomind
