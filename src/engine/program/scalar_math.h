// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/op.h"

#include <cmath>
#include <stdexcept>

namespace protomind {

/// What the elementwise ops mean, for one element; operands that an op does not have are ignored. Maximum,
/// minimum and ReLU let NaN through, so that a number that went wrong is seen.
template<class T>
[[nodiscard]] T applyElementwise(PointwiseOp op, T a, T b, T c) {
    switch (op) {
    case PointwiseOp::RandomUniform:
        break; // no function of operands
    case PointwiseOp::Negate:
        return -a;
    case PointwiseOp::Absolute:
        return std::abs(a);
    case PointwiseOp::Sign:
        return a > 0 ? T(1) : (a < 0 ? T(-1) : T(0));
    case PointwiseOp::Exp:
        return std::exp(a);
    case PointwiseOp::Log:
        return std::log(a);
    case PointwiseOp::Sqrt:
        return std::sqrt(a);
    case PointwiseOp::Sin:
        return std::sin(a);
    case PointwiseOp::Cos:
        return std::cos(a);
    case PointwiseOp::Tanh:
        return std::tanh(a);
    case PointwiseOp::Sigmoid:
        return T(1) / (T(1) + std::exp(-a));
    case PointwiseOp::Erf:
        return std::erf(a);
    case PointwiseOp::Relu:
        return a > 0 || std::isnan(a) ? a : T(0);
    case PointwiseOp::StopGradient:
        return a;
    case PointwiseOp::Add:
        return a + b;
    case PointwiseOp::Subtract:
        return a - b;
    case PointwiseOp::Multiply:
        return a * b;
    case PointwiseOp::Divide:
        return a / b;
    case PointwiseOp::Power:
        return std::pow(a, b);
    case PointwiseOp::Maximum:
        return std::isnan(a) || a > b ? a : b;
    case PointwiseOp::Minimum:
        return std::isnan(a) || a < b ? a : b;
    case PointwiseOp::Less:
        return a < b ? T(1) : T(0);
    case PointwiseOp::Equal:
        return a == b ? T(1) : T(0);
    case PointwiseOp::Where:
        return a != T(0) ? b : c;
    }
    throw std::logic_error("applyElementwise: not an op on elements");
}

} // namespace protomind
