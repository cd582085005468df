// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

/// Of innerOfActivation.
constexpr std::size_t kLogits = 0;
constexpr std::size_t kPowers = 1;

double functionValue(const ArithmeticStep& step, double x) {
    if (step.function == "exp")
        return std::exp(x);
    if (step.function == "sqrt")
        return std::sqrt(x);
    if (step.function == "square")
        return x * x;
    const Activation* const activation = findActivation(step.function);
    require(activation != nullptr && activation->value != nullptr, "Arithmetic: no function of that name");
    // On a device, parameters are floats.
    return activation->value(x, static_cast<float>(step.parameter));
}

} // namespace

double valueOf(const ArithmeticStep& step) {
    require(!step.terms.empty(), "Arithmetic: a step without terms");
    const auto sum = [&step] {
        return std::accumulate(step.terms.begin(), step.terms.end(), 0.0,
                               [](double part, const ArithmeticTerm& term) { return part + term.value(); });
    };
    switch (step.kind) {
    case ArithmeticKind::Sum:
        return sum();
    case ArithmeticKind::Mean:
        return sum() / static_cast<double>(step.terms.size());
    case ArithmeticKind::Maximum:
        return std::ranges::max_element(step.terms, {}, &ArithmeticTerm::value)->value();
    case ArithmeticKind::Quotient:
        return step.terms.at(0).value() / step.terms.at(1).value();
    case ArithmeticKind::Function:
        return functionValue(step, step.terms.front().value());
    }
    std::unreachable();
}

double ArithmeticTerm::value() const {
    return std::accumulate(factors.begin(), factors.end(), 1.0,
                           [](double part, const ArithmeticFactor& factor) { return part * factor.value; });
}

ArithmeticFactor ArithmeticWriter::input(std::int64_t index, std::size_t port) const {
    return {{NumberPlace::Kind::Input, port, index},
            m_source.inputs[port].values[static_cast<std::size_t>(index)]};
}

ArithmeticFactor ArithmeticWriter::batch(std::int64_t index) const {
    return {{NumberPlace::Kind::Batch, 0, index}, m_source.batch->values[static_cast<std::size_t>(index)]};
}

ArithmeticFactor ArithmeticWriter::variable(std::size_t which, std::int64_t index) const {
    return {{NumberPlace::Kind::Variable, which, index},
            m_source.variables[which].values[static_cast<std::size_t>(index)]};
}

ArithmeticFactor ArithmeticWriter::add(ArithmeticStep step) {
    step.value = valueOf(step);
    m_arithmetic.steps.push_back(std::move(step));
    const std::size_t place = m_arithmetic.steps.size() - 1;
    return {{NumberPlace::Kind::Step, place, 0}, m_arithmetic.steps[place].value};
}

ArithmeticFactor ArithmeticWriter::step(std::string symbol, ArithmeticKind kind,
                                        std::vector<ArithmeticTerm> terms) {
    return add({.symbol = std::move(symbol), .kind = kind, .terms = std::move(terms)});
}

ArithmeticFactor ArithmeticWriter::function(std::string symbol, std::string name, ArithmeticFactor of,
                                            double parameter) {
    return add({.symbol = std::move(symbol),
                .kind = ArithmeticKind::Function,
                .terms = {{{of}}},
                .function = std::move(name),
                .parameter = parameter});
}

std::vector<std::int64_t> coordinatesOf(const Shape& shape, std::int64_t index) {
    std::vector<std::int64_t> coordinates(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        coordinates[static_cast<std::size_t>(axis)] = index % shape[axis];
        index /= shape[axis];
    }
    return coordinates;
}

std::int64_t indexOf(const Shape& shape, std::span<const std::int64_t> coordinates) {
    std::int64_t index = 0;
    for (int axis = 0; axis < shape.rank(); ++axis)
        index = index * shape[axis] + coordinates[static_cast<std::size_t>(axis)];
    return index;
}

Arithmetic copiedFrom(const ArithmeticSource& source, std::int64_t index, std::size_t port,
                      std::string symbol) {
    ArithmeticWriter writer(source);
    writer.step(std::move(symbol), ArithmeticKind::Sum, {{{writer.input(index, port)}}});
    return writer.take();
}

Arithmetic combinedFrom(const ArithmeticSource& source, ArithmeticKind kind,
                        std::span<const std::int64_t> indices) {
    ArithmeticWriter writer(source);
    std::vector<ArithmeticTerm> terms;
    for (const std::int64_t index : indices)
        terms.push_back({{writer.input(index)}});
    writer.step("y", kind, std::move(terms));
    return writer.take();
}

ArithmeticFactor writePower(ArithmeticWriter& writer, std::string symbol,
                            std::span<const ArithmeticFactor> logits, std::size_t own) {
    std::vector<ArithmeticTerm> all;
    for (const ArithmeticFactor& logit : logits)
        all.push_back({{logit}});
    const ArithmeticFactor largest = writer.step("m", ArithmeticKind::Maximum, std::move(all));
    const ArithmeticFactor below =
        writer.step("d", ArithmeticKind::Sum, {{{logits[own]}}, {{ArithmeticWriter::constant(-1), largest}}});
    return writer.function(std::move(symbol), "exp", below);
}

ArithmeticFactor writeShare(ArithmeticWriter& writer, std::string symbol,
                            std::span<const ArithmeticFactor> powers, std::size_t own) {
    std::vector<ArithmeticTerm> all;
    for (const ArithmeticFactor& power : powers)
        all.push_back({{power}});
    const ArithmeticFactor sum = writer.step("s", ArithmeticKind::Sum, std::move(all));
    return writer.step(std::move(symbol), ArithmeticKind::Quotient, {{{powers[own]}}, {{sum}}});
}

std::vector<double> powersOf(std::span<const double> logits) {
    const double largest = std::ranges::max(logits);
    std::vector<double> powers;
    for (const double logit : logits)
        powers.push_back(std::exp(logit - largest));
    return powers;
}

Arithmetic activated(const ArithmeticSource& source, const Activation& activation, double parameter,
                     const Shape& output, const NumberPlace& wanted, const WriteNumber& writeBefore) {
    ArithmeticWriter writer(source);
    if (activation.value != nullptr || (wanted.kind == NumberPlace::Kind::Inner && wanted.which == kLogits)) {
        const ArithmeticFactor before = writeBefore(writer, wanted.index);
        if (wanted.kind == NumberPlace::Kind::Output && activation.name != "linear")
            writer.function("y", activation.name, before, parameter);
        else if (wanted.kind == NumberPlace::Kind::Output)
            writer.call("y");
        return writer.take();
    }
    const std::int64_t row = wanted.index - wanted.index % output.back(0);
    const auto own = static_cast<std::size_t>(wanted.index - row);
    std::vector<double> values;
    std::vector<ArithmeticFactor> logits;
    for (std::int64_t i = row; i < row + output.back(0); ++i) {
        ArithmeticWriter other(source);
        values.push_back(writeBefore(other, i).value);
        logits.push_back(ArithmeticWriter::inner(kLogits, i, values.back()));
    }
    if (wanted.kind == NumberPlace::Kind::Inner) {
        writePower(writer, "e", logits, own);
        return writer.take();
    }
    std::vector<ArithmeticFactor> powers;
    for (const double power : powersOf(values))
        powers.push_back(ArithmeticWriter::inner(kPowers, row + std::ssize(powers), power));
    writeShare(writer, "y", powers, own);
    return writer.take();
}

std::vector<InnerNumbers> innerOfActivation(const Activation& activation, const Shape& output) {
    if (activation.value != nullptr)
        return {};
    return {{"z", "Logits", output}, {"e", "Powers", output}};
}

} // namespace protomind
