// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/phrase_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>
#include <sstream>

namespace protomind {

namespace {

namespace fs = std::filesystem;

struct Token {
    enum class Kind { Literal, Word, Sign } kind = Kind::Sign;
    std::string text; ///< of a literal: between the quotes
};

/// Speak to programmers, to files, or not at all.
constexpr std::array kSilent = {"engine/graph", "engine/program", "engine/autodiff", "engine/device/",
                                "studio/bench", "engine/tensor", "engine/base",
                                // names that writers of lessons use, and signs of formulas
                                "studio/course/live_state.cpp", "studio/course/controls.cpp",
                                "studio/course/readable_formula.cpp", "engine/train/figures.h",
                                // what is written for other programs, in their languages
                                "studio/exchange/pytorch/", "studio/exchange/cpp/",
                                "studio/exchange/formats/formats_page.cpp", "studio/exchange/safe_text.cpp",
                                "studio/exchange/report/html_page.cpp",
                                "studio/exchange/onnx/read_network.h"};
/// Within one of those.
constexpr auto kSpeak = std::to_array<std::string_view>(
    {"engine/base/typed_number.cpp", "engine/program/compile.cpp", "engine/tensor/shape.cpp",
     "engine/device/cpu/cpu_device.cpp", "engine/device/opencl/opencl_device.cpp",
     "engine/device/opencl/opencl_error.cpp", "engine/device/opencl/queue_device.cpp",
     // what runs for a step
     "engine/device/step_code.cpp", "engine/device/cpu/convolution_step.cpp",
     "engine/device/cpu/direct_convolution_step.cpp", "engine/device/cpu/index_step.cpp",
     "engine/device/cpu/loop_step.cpp", "engine/device/cpu/matmul_step.cpp",
     "engine/device/cpu/pooling_step.cpp", "engine/device/cpu/winograd_step.cpp",
     "engine/device/opencl/columns_step.cpp", "engine/device/opencl/product_step.cpp",
     "engine/device/opencl/text_step.cpp", "studio/exchange/cpp/cpp_format.cpp",
     "studio/exchange/cpp/cpp_source.cpp", "studio/exchange/pytorch/pytorch_format.cpp",
     "studio/exchange/pytorch/torch_tensors.cpp"});

bool isWordSign(char sign) {
    return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_';
}

class Scanner {
public:
    explicit Scanner(const std::string& source)
        : m_source(source) {}

    std::vector<Token> tokens() {
        std::vector<Token> all;
        while (m_at < m_source.size()) {
            if (skipSilence())
                continue;
            if (m_source.compare(m_at, 2, "R\"") == 0) {
                skipRaw();
                all.push_back({Token::Kind::Word, "raw"});
            } else if (m_source[m_at] == '"') {
                all.push_back({Token::Kind::Literal, quoted('"')});
            } else if (m_source[m_at] == '\'') {
                all.push_back({Token::Kind::Word, quoted('\'')});
            } else if (isWordSign(m_source[m_at])) {
                std::string word;
                while (m_at < m_source.size() && (isWordSign(m_source[m_at]) ||
                                                  (m_source[m_at] == '\'' && !word.empty() &&
                                                   std::isdigit(static_cast<unsigned char>(word[0])) != 0)))
                    word += m_source[m_at++];
                all.push_back({Token::Kind::Word, word});
            } else {
                all.push_back({Token::Kind::Sign, std::string(1, m_source[m_at++])});
            }
        }
        return all;
    }

private:
    bool skipSilence() {
        const auto starts = [this](const char* text) {
            return m_source.compare(m_at, std::char_traits<char>::length(text), text) == 0;
        };
        if (std::isspace(static_cast<unsigned char>(m_source[m_at])) != 0) {
            ++m_at;
            return true;
        }
        if (starts("//") || starts("#include")) {
            m_at = std::min(m_source.find('\n', m_at), m_source.size());
            return true;
        }
        if (starts("/*")) {
            m_at = std::min(m_source.find("*/", m_at), m_source.size() - 2) + 2;
            return true;
        }
        return false;
    }
    void skipRaw() {
        const std::size_t open = m_source.find('(', m_at);
        const std::string end = ")" + m_source.substr(m_at + 2, open - m_at - 2) + "\"";
        m_at = m_source.find(end, open) + end.size();
    }
    std::string quoted(char quote) {
        std::string text;
        for (++m_at; m_at < m_source.size() && m_source[m_at] != quote; ++m_at) {
            if (m_source[m_at] == '\\')
                text += m_source[m_at++];
            text += m_source[m_at];
        }
        ++m_at;
        return text;
    }

    const std::string& m_source;
    std::size_t m_at = 0;
};

bool is(const std::vector<Token>& tokens, std::size_t at, const char* sign) {
    return at < tokens.size() && tokens[at].kind != Token::Kind::Literal && tokens[at].text == sign;
}

bool looksLikeWords(const std::string& text) {
    // Small letters together, and more than one word or a capital in front.
    int letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at; // the letter of an escape sequence is none
        else
            letters += std::isalpha(static_cast<unsigned char>(text[at])) != 0 ? 1 : 0;
    }
    if (letters < 2)
        return false;
    if (text.starts_with("CREATE ") || text.starts_with("SELECT ") || text.starts_with("INSERT ") ||
        text.starts_with("PRAGMA ") || text.starts_with("DELETE ") || text.starts_with("UPDATE ") ||
        text.starts_with("VACUUM ") || text.starts_with("BEGIN") || text.starts_with("COMMIT") ||
        text.starts_with("ROLLBACK") || text.starts_with("SQLite "))
        return false;
    const std::size_t first = text.find_first_not_of("{} ");
    if (first == std::string::npos)
        return false;
    return text.find(' ') != std::string::npos || std::isupper(static_cast<unsigned char>(text[first])) != 0;
}

/// Whether a source speaks to people.
bool isHeard(const std::string& path) {
    return (path.ends_with(".cpp") || path.ends_with(".h")) &&
           (std::ranges::find(kSpeak, path) != kSpeak.end() ||
            std::ranges::none_of(kSilent, [&](const char* silent) { return path.starts_with(silent); }));
}

std::string contentOf(const fs::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Inside of require(...) or of an exception.
bool isOurOwn(const std::vector<Token>& tokens, std::size_t at) {
    int depth = 0;
    for (; at-- > 0;) {
        if (tokens[at].kind == Token::Kind::Literal)
            continue;
        const std::string& sign = tokens[at].text;
        if (sign == ";" || sign == "}")
            return false;
        if (sign == "{")
            return at > 0 && tokens[at - 1].text == "logic_error";
        if (sign == ")")
            ++depth;
        else if (sign == "(" && depth-- <= 0) {
            depth = 0;
            if (at > 0 && (tokens[at - 1].text == "require" || tokens[at - 1].text == "logic_error"))
                return true;
        }
    }
    return false;
}

} // namespace

namespace {

/// What adjoining literals make at a place; nothing where it is put together with others as a text, which
/// nobody can translate.
std::string literalAt(const std::vector<Token>& tokens, std::size_t& at) {
    const bool continues = (at > 0 && is(tokens, at - 1, "+")) ||
                           (at > 1 && is(tokens, at - 1, "(") && is(tokens, at - 2, "format")) ||
                           // what a name means that writers of lessons use
                           (at > 1 && is(tokens, at - 1, "=") && is(tokens, at - 2, "meaning"));
    std::string text;
    while (at < tokens.size() && tokens[at].kind == Token::Kind::Literal)
        text += tokens[at++].text;
    return continues || (is(tokens, at, "+") && !is(tokens, at + 1, "=")) ? std::string() : text;
}

} // namespace

std::vector<std::string> phrasesIn(const std::string& source) {
    const std::vector<Token> tokens = Scanner(source).tokens();
    std::vector<std::string> found;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::size_t start = at;
        if (tokens[at].kind != Token::Kind::Literal)
            ++at;
        else if (std::string text = literalAt(tokens, at); looksLikeWords(text) && !isOurOwn(tokens, start))
            found.push_back(std::move(text));
    }
    return found;
}

std::vector<std::string> gluedProblemsIn(const std::string& source) {
    const std::vector<Token> tokens = Scanner(source).tokens();
    std::vector<std::string> found;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        // fail(ProblemKind::Input, ... or .sentence = ...
        std::size_t begin = at;
        if (is(tokens, at, "fail") && is(tokens, at + 1, "(") && is(tokens, at + 2, "ProblemKind"))
            begin = at + 7;
        else if (is(tokens, at, ".") && (is(tokens, at + 1, "sentence") || is(tokens, at + 1, "remedy")) &&
                 is(tokens, at + 2, "=") && !is(tokens, at + 3, "="))
            begin = at + 3;
        if (begin == at || begin >= tokens.size())
            continue;
        if (is(tokens, begin, "fmt") && is(tokens, begin + 3, "format")) {
            found.push_back(begin + 5 < tokens.size() ? tokens[begin + 5].text : std::string());
            continue;
        }
        std::size_t end = begin;
        while (end < tokens.size() && tokens[end].kind == Token::Kind::Literal)
            ++end;
        if (end > begin && is(tokens, end, "+"))
            found.push_back(tokens[begin].text);
    }
    return found;
}

std::vector<std::string> formatsIn(const std::string& source) {
    const std::vector<Token> tokens = Scanner(source).tokens();
    std::vector<std::string> found;
    for (std::size_t at = 2; at < tokens.size();) {
        if (tokens[at].kind != Token::Kind::Literal || !is(tokens, at - 1, "(") ||
            !is(tokens, at - 2, "sentence"))
            ++at;
        else if (std::string text = literalAt(tokens, at); looksLikeWords(text))
            found.push_back(std::move(text));
    }
    return found;
}

std::vector<std::string> phrasesBelow(const fs::path& sources) {
    std::set<std::string> all;
    for (const char* storey : {"engine", "studio"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sources / storey)) {
            const std::string path = fs::relative(entry.path(), sources).generic_string();
            if (!isHeard(path))
                continue;
            for (std::string& phrase : phrasesIn(contentOf(entry.path())))
                all.insert(std::move(phrase));
        }
    }
    return {all.begin(), all.end()};
}

std::vector<std::string> gluedProblemsBelow(const fs::path& sources) {
    std::set<std::string> all;
    for (const char* storey : {"engine", "studio"})
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sources / storey))
            if (const std::string path = fs::relative(entry.path(), sources).generic_string(); isHeard(path))
                for (std::string& text : gluedProblemsIn(contentOf(entry.path())))
                    all.insert(path + ": " + text);
    return {all.begin(), all.end()};
}

std::vector<std::string> formatsBelow(const fs::path& sources) {
    std::set<std::string> all;
    for (const char* storey : {"engine", "studio"})
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sources / storey))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
                for (std::string& format : formatsIn(contentOf(entry.path())))
                    all.insert(std::move(format));
    return {all.begin(), all.end()};
}

} // namespace protomind
