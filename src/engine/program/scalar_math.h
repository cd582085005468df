// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/op.h"

#include <cmath>

namespace protomind {

/// What the elementwise ops mean, for one element. Maximum, minimum and ReLU let NaN through, so that a
/// number that went wrong is seen.
template<class T>
[[nodiscard]] T applyUnary(Op op, T x) {
    switch (op) {
    case Op::Negate:
        return -x;
    case Op::Absolute:
        return std::abs(x);
    case Op::Sign:
        return x > 0 ? T(1) : (x < 0 ? T(-1) : T(0));
    case Op::Exp:
        return std::exp(x);
    case Op::Log:
        return std::log(x);
    case Op::Sqrt:
        return std::sqrt(x);
    case Op::Sin:
        return std::sin(x);
    case Op::Cos:
        return std::cos(x);
    case Op::Tanh:
        return std::tanh(x);
    case Op::Sigmoid:
        return T(1) / (T(1) + std::exp(-x));
    case Op::StopGradient:
        return x;
    case Op::Erf:
        return std::erf(x);
    default:
        return x > 0 || std::isnan(x) ? x : T(0); // Relu
    }
}

template<class T>
[[nodiscard]] T applyBinary(Op op, T a, T b) {
    switch (op) {
    case Op::Add:
        return a + b;
    case Op::Subtract:
        return a - b;
    case Op::Multiply:
        return a * b;
    case Op::Divide:
        return a / b;
    case Op::Power:
        return std::pow(a, b);
    case Op::Maximum:
        return std::isnan(a) || a > b ? a : b;
    case Op::Minimum:
        return std::isnan(a) || a < b ? a : b;
    case Op::Less:
        return a < b ? T(1) : T(0);
    default:
        return a == b ? T(1) : T(0); // Equal
    }
}

/// Of one, two or three operands.
template<class T>
[[nodiscard]] T applyElementwise(Op op, T a, T b, T c) {
    if (op == Op::Where)
        return a != T(0) ? b : c;
    return info(op).arity == 1 ? applyUnary(op, a) : applyBinary(op, a, b);
}

} // namespace protomind
