// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/working_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

std::string inBrackets(double value) {
    return value < 0 ? "(" + workedNumber(value) + ")" : workedNumber(value);
}

/// A product; a factor of -1 is a minus.
std::string textOf(const LensTerm& term, bool first) {
    std::vector<std::string> factors;
    bool minus = false;
    for (const LensFactor& factor : term.factors) {
        const bool sign = factor.place.kind == NumberPlace::Kind::Constant && factor.value == -1;
        if (sign)
            minus = !minus;
        else
            factors.push_back(factors.empty() && !minus && first ? workedNumber(factor.value)
                                                                 : inBrackets(factor.value));
    }
    if (factors.empty())
        factors.emplace_back("1");
    return fmt::format("{}{}", minus ? "−" : "", fmt::join(factors, " × "));
}

Sentence foldedOf(const LensStep& step) {
    return sentence("… ({} more: {:s})", step.folded, workedNumber(step.foldedSum));
}

Sentence sumOf(const LensStep& step) {
    std::string text;
    for (const LensTerm& term : step.terms) {
        const std::string part = textOf(term, text.empty());
        if (text.empty())
            text = part;
        else
            text += part.starts_with("−") ? " − " + part.substr(std::string_view("−").size()) : " + " + part;
    }
    if (step.folded == 0)
        return Sentence::name(text);
    return Sentence::row({Sentence::name(text), Sentence::name("+"), foldedOf(step)});
}

Sentence listOf(const LensStep& step) {
    std::vector<std::string> parts;
    for (const LensTerm& term : step.terms)
        parts.push_back(textOf(term, true));
    const std::string text = fmt::format("{}", fmt::join(parts, ", "));
    return step.folded == 0
               ? Sentence::name(text)
               : Sentence::row({Sentence::name(text + ","), sentence("… ({} more)", step.folded)});
}

Sentence rightSide(const LensStep& step) {
    switch (step.kind) {
    case ArithmeticKind::Sum:
        return sumOf(step);
    case ArithmeticKind::Mean:
        return Sentence::row({Sentence::name("("), sumOf(step),
                              Sentence::name(fmt::format(
                                  ") / {}", static_cast<std::int64_t>(step.terms.size()) + step.folded))},
                             "");
    case ArithmeticKind::Maximum:
        return Sentence::row({Sentence::name("max("), listOf(step), Sentence::name(")")}, "");
    case ArithmeticKind::Quotient:
        return Sentence::name(textOf(step.terms.at(0), true) + " / " + textOf(step.terms.at(1), false));
    case ArithmeticKind::Function:
        return Sentence::name(step.function + "(" + textOf(step.terms.at(0), true) + ")");
    }
    std::unreachable();
}

} // namespace

std::string workedNumber(double value) {
    std::string text = fmt::format("{:.4g}", value);
    for (std::size_t minus = text.find('-'); minus != std::string::npos; minus = text.find('-', minus + 1))
        text.replace(minus, 1, "−");
    return text;
}

Sentence equationOf(const LensStep& step) {
    return Sentence::row({Sentence::name(step.symbol + " ="), rightSide(step),
                          Sentence::name("= " + workedNumber(step.value))});
}

} // namespace protomind
