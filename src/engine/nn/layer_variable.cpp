// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_variable.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// Several matrices of the same axes, side by side or in variables of their own.
struct Summand {
    std::int64_t times = 1;
    std::vector<VariableAxis> axes;

    [[nodiscard]] std::int64_t count() const {
        std::int64_t product = times;
        for (const VariableAxis& axis : axes)
            product *= axis.size;
        return product;
    }
    [[nodiscard]] std::string text() const {
        std::vector<std::int64_t> factors;
        if (times > 1)
            factors.push_back(times);
        for (const VariableAxis& axis : axes)
            factors.push_back(axis.size);
        return fmt::format("{}", fmt::join(factors, "×"));
    }
};

/// Projections are several matrices that could as well be variables; gates share what goes into them, and are
/// written as one wide matrix.
Summand summandOf(const LayerVariable& variable) {
    Summand summand{.times = 1, .axes = variable.axes};
    for (VariableAxis& axis : summand.axes) {
        if (axis.meaning != AxisMeaning::Projections)
            continue;
        const auto parts = std::ssize(axis.parts);
        summand.times *= parts;
        axis = {AxisMeaning::OutputChannel, axis.size / parts};
    }
    return summand;
}

} // namespace

bool isKernel(VariableRole role) {
    return role == VariableRole::Kernel || role == VariableRole::RecurrentKernel ||
           role == VariableRole::OutputKernel;
}

Shape LayerVariable::shape() const {
    std::vector<std::int64_t> sizes;
    for (const VariableAxis& axis : axes)
        sizes.push_back(axis.size);
    return Shape(sizes);
}

const LayerVariable* findVariable(std::span<const LayerVariable> variables, VariableRole role) {
    const auto found = std::ranges::find(variables, role, &LayerVariable::role);
    return found == variables.end() ? nullptr : &*found;
}

ParameterCount countParameters(std::span<const LayerVariable> variables) {
    std::vector<Summand> summands;
    for (const LayerVariable& variable : variables) {
        if (!variable.trainable)
            continue;
        Summand summand = summandOf(variable);
        const auto same = std::ranges::find(summands, summand.axes, &Summand::axes);
        if (same == summands.end())
            summands.push_back(std::move(summand));
        else
            same->times += summand.times;
    }
    ParameterCount all;
    for (const Summand& summand : summands) {
        all.count += summand.count();
        all.arithmetic += (all.arithmetic.empty() ? "" : " + ") + summand.text();
    }
    return all;
}

} // namespace protomind
