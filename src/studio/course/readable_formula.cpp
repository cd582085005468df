// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/readable_formula.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace protomind {

namespace {

struct Sign {
    std::string_view tex;
    std::string_view text;
};

constexpr std::array kSigns{
    Sign{"alpha", "α"},
    Sign{"beta", "β"},
    Sign{"gamma", "γ"},
    Sign{"delta", "δ"},
    Sign{"epsilon", "ε"},
    Sign{"zeta", "ζ"},
    Sign{"eta", "η"},
    Sign{"theta", "θ"},
    Sign{"kappa", "κ"},
    Sign{"lambda", "λ"},
    Sign{"mu", "μ"},
    Sign{"nu", "ν"},
    Sign{"xi", "ξ"},
    Sign{"pi", "π"},
    Sign{"rho", "ρ"},
    Sign{"sigma", "σ"},
    Sign{"tau", "τ"},
    Sign{"phi", "φ"},
    Sign{"chi", "χ"},
    Sign{"psi", "ψ"},
    Sign{"omega", "ω"},
    Sign{"Gamma", "Γ"},
    Sign{"Delta", "Δ"},
    Sign{"Theta", "Θ"},
    Sign{"Lambda", "Λ"},
    Sign{"Sigma", "Σ"},
    Sign{"Phi", "Φ"},
    Sign{"Omega", "Ω"},
    Sign{"varepsilon", "ε"},
    Sign{"varphi", "φ"},
    Sign{"ell", "ℓ"},
    Sign{"partial", "∂"},
    Sign{"nabla", "∇"},
    Sign{"infty", "∞"},
    Sign{"sum", "∑"},
    Sign{"prod", "∏"},
    Sign{"int", "∫"},
    Sign{"cdot", " · "},
    Sign{"times", " × "},
    Sign{"div", " ÷ "},
    Sign{"pm", "±"},
    Sign{"odot", " ⊙ "},
    Sign{"oplus", " ⊕ "},
    Sign{"ast", "∗"},
    Sign{"circ", "∘"},
    Sign{"le", " ≤ "},
    Sign{"leq", " ≤ "},
    Sign{"ge", " ≥ "},
    Sign{"geq", " ≥ "},
    Sign{"ne", " ≠ "},
    Sign{"neq", " ≠ "},
    Sign{"approx", " ≈ "},
    Sign{"equiv", " ≡ "},
    Sign{"sim", " ∼ "},
    Sign{"propto", " ∝ "},
    Sign{"ll", " ≪ "},
    Sign{"gg", " ≫ "},
    Sign{"in", " ∈ "},
    Sign{"notin", " ∉ "},
    Sign{"subset", " ⊂ "},
    Sign{"cup", " ∪ "},
    Sign{"cap", " ∩ "},
    Sign{"forall", "∀"},
    Sign{"exists", "∃"},
    Sign{"leftarrow", " ← "},
    Sign{"gets", " ← "},
    Sign{"rightarrow", " → "},
    Sign{"to", " → "},
    Sign{"mapsto", " ↦ "},
    Sign{"Rightarrow", " ⇒ "},
    Sign{"Leftrightarrow", " ⇔ "},
    Sign{"uparrow", "↑"},
    Sign{"downarrow", "↓"},
    Sign{"ldots", "…"},
    Sign{"dots", "…"},
    Sign{"cdots", "⋯"},
    Sign{"vdots", "⋮"},
    Sign{"ddots", "⋱"},
    Sign{"lVert", "‖"},
    Sign{"rVert", "‖"},
    Sign{"Vert", "‖"},
    Sign{"lvert", "|"},
    Sign{"rvert", "|"},
    Sign{"vert", "|"},
    Sign{"mid", " | "},
    Sign{"langle", "⟨"},
    Sign{"rangle", "⟩"},
    Sign{"lfloor", "⌊"},
    Sign{"rfloor", "⌋"},
    Sign{"lceil", "⌈"},
    Sign{"rceil", "⌉"},
    Sign{"top", "⊤"},
    Sign{"prime", "′"},
    Sign{"quad", "  "},
    Sign{"qquad", "   "},
    Sign{"max", "max "},
    Sign{"min", "min "},
    Sign{"exp", "exp "},
    Sign{"log", "log "},
    Sign{"ln", "ln "},
    Sign{"sin", "sin "},
    Sign{"cos", "cos "},
    Sign{"tanh", "tanh "},
    Sign{"arg", "arg "},
    Sign{"left", ""},
    Sign{"right", ""},
    Sign{"big", ""},
    Sign{"Big", ""},
    Sign{"bigl", ""},
    Sign{"bigr", ""},
    Sign{"Bigl", ""},
    Sign{"Bigr", ""},
    Sign{"displaystyle", ""},
    Sign{"limits", ""},
    Sign{"nolimits", ""},
    Sign{"hline", ""},
};
/// Commands whose argument is all there is to see.
constexpr std::array<std::string_view, 13> kWrappers = {
    "text",   "mathrm",     "mathbf",     "mathit",    "mathsf", "operatorname", "textbf",
    "textit", "boldsymbol", "underbrace", "overbrace", "boxed",  "mathcal"};
/// Marks above a letter: combining characters go behind it.
constexpr std::array kAccents{Sign{"hat", "\u0302"},      Sign{"widehat", "\u0302"}, Sign{"bar", "\u0304"},
                              Sign{"overline", "\u0304"}, Sign{"tilde", "\u0303"},   Sign{"dot", "\u0307"},
                              Sign{"vec", "\u20d7"}};
constexpr std::array kDoubleStruck{Sign{"R", "ℝ"}, Sign{"N", "ℕ"}, Sign{"Z", "ℤ"}, Sign{"E", "𝔼"}};
constexpr std::array kRaised{Sign{"0", "⁰"}, Sign{"1", "¹"}, Sign{"2", "²"}, Sign{"3", "³"}, Sign{"4", "⁴"},
                             Sign{"5", "⁵"}, Sign{"6", "⁶"}, Sign{"7", "⁷"}, Sign{"8", "⁸"}, Sign{"9", "⁹"},
                             Sign{"+", "⁺"}, Sign{"−", "⁻"}, Sign{"(", "⁽"}, Sign{")", "⁾"}, Sign{"n", "ⁿ"},
                             Sign{"i", "ⁱ"}, Sign{"⊤", "ᵀ"}, Sign{"T", "ᵀ"}, Sign{"′", "′"}};
constexpr std::array kLowered{Sign{"0", "₀"}, Sign{"1", "₁"}, Sign{"2", "₂"}, Sign{"3", "₃"}, Sign{"4", "₄"},
                              Sign{"5", "₅"}, Sign{"6", "₆"}, Sign{"7", "₇"}, Sign{"8", "₈"}, Sign{"9", "₉"},
                              Sign{"+", "₊"}, Sign{"−", "₋"}, Sign{"=", "₌"}, Sign{"(", "₍"}, Sign{")", "₎"},
                              Sign{"i", "ᵢ"}, Sign{"j", "ⱼ"}, Sign{"k", "ₖ"}, Sign{"n", "ₙ"}, Sign{"t", "ₜ"},
                              Sign{"x", "ₓ"}, Sign{"m", "ₘ"}, Sign{"p", "ₚ"}};
constexpr int kDeepest = 64;

template<std::size_t N>
std::optional<std::string_view> lookUp(const std::array<Sign, N>& signs, std::string_view tex) {
    const auto found = std::ranges::find(signs, tex, &Sign::tex);
    return found == signs.end() ? std::nullopt : std::optional(found->text);
}

bool isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            ++end;
        result.push_back(text.substr(at, end - at));
        at = end;
    }
    return result;
}

/// Raised or lowered where Unicode has every character of it so; else behind a mark, in brackets if need be.
template<std::size_t N>
std::string moved(const std::array<Sign, N>& signs, char mark, const std::string& text) {
    std::string result;
    const auto all = characters(text);
    for (const std::string_view character : all) {
        const auto sign = lookUp(signs, character);
        if (!sign)
            return all.size() > 1 ? mark + ("(" + text + ")") : mark + text;
        result += *sign;
    }
    return result;
}

/// As part of a fraction: with brackets where its parts would fall apart.
std::string bracketed(const std::string& text) {
    return text.find_first_of(" +=/,") == std::string::npos && text.find("−") == std::string::npos
               ? text
               : "(" + text + ")";
}

/// Reads a formula from left to right; groups by recursion.
class Reader {
public:
    explicit Reader(std::string_view tex)
        : m_tex(tex) {}

    std::string all() {
        std::string text;
        while (!atEnd())
            text += take('}') ? std::string() : piece();
        return text;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_tex.size(); }
    bool take(char c) {
        if (atEnd() || m_tex[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::string group() {
        std::string text;
        if (++m_depth > kDeepest)
            m_at = m_tex.size();
        while (!atEnd() && !take('}'))
            text += piece();
        --m_depth;
        return text;
    }

    /// What a command or an index takes: a group in braces, or a single piece.
    std::string argument() {
        while (take(' ')) {
        }
        return atEnd() ? std::string() : take('{') ? group() : piece();
    }

    /// As it stands, up to the closing brace: names of environments, words.
    std::string plainArgument() {
        if (!take('{'))
            return argument();
        const std::size_t end = std::min(m_tex.find('}', m_at), m_tex.size());
        const std::string text(m_tex.substr(m_at, end - m_at));
        m_at = std::min(end + 1, m_tex.size());
        return text;
    }

    std::string piece() {
        // Marks that take what follows may follow each other without end.
        if (++m_depth > kDeepest)
            m_at = m_tex.size();
        std::string text = atEnd() ? std::string() : sign(m_tex[m_at++]);
        --m_depth;
        return text;
    }

    std::string sign(char c) {
        switch (c) {
        case '\\':
            return command();
        case '{':
            return group();
        case '_':
            return moved(kLowered, '_', argument());
        case '^':
            return moved(kRaised, '^', argument());
        case '-':
            return "−";
        case '\'':
            return "′";
        case '&':
            return " ";
        case '~':
            return " ";
        default:
            return std::string(1, c);
        }
    }

    std::string command() {
        const std::size_t begin = m_at;
        while (!atEnd() && isLatin(m_tex[m_at]))
            ++m_at;
        const std::string_view name = m_tex.substr(begin, m_at - begin);
        if (name.empty())
            return atEnd() ? "\\" : punctuation(m_tex[m_at++]);
        if (name == "frac" || name == "tfrac" || name == "dfrac") {
            const std::string above = bracketed(argument());
            return above + "/" + bracketed(argument());
        }
        if (name == "sqrt")
            return "√" + bracketed(argument());
        if (name == "begin")
            return plainArgument() == "cases" ? "{ " : "(";
        if (name == "end")
            return plainArgument() == "cases" ? "" : ")";
        if (name == "text")
            return plainArgument();
        if (name == "mathbb") {
            const std::string letter = argument();
            return std::string(lookUp(kDoubleStruck, letter).value_or(letter));
        }
        if (const auto accent = lookUp(kAccents, name))
            return argument() + std::string(*accent);
        if (std::ranges::find(kWrappers, name) != kWrappers.end())
            return argument();
        if (const auto known = lookUp(kSigns, name)) {
            // The blank that ends a command's name is none of the formula's.
            take(' ');
            return std::string(*known);
        }
        return "\\" + std::string(name);
    }

    static std::string punctuation(char c) {
        switch (c) {
        case ',':
        case ';':
        case ':':
        case ' ':
            return " ";
        case '!':
            return "";
        case '\\':
            return "; ";
        case '|':
            return "‖";
        default:
            return std::string(1, c);
        }
    }

    std::string_view m_tex;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

std::string readableFormula(std::string_view tex) {
    const std::string text = Reader(tex).all();
    std::string tidy;
    for (const char c : text)
        if (c != ' ' || (!tidy.empty() && tidy.back() != ' '))
            tidy += c;
    if (tidy.ends_with(' '))
        tidy.pop_back();
    return tidy;
}

} // namespace protomind
