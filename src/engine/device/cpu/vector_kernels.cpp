// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/vector_kernels.h"

#include <cmath>
#include <cstring>

// Highway compiles this file once for each instruction set; its headers must come in this order.
// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/device/cpu/vector_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace protomind::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

// Above this exp(x) is infinite in float anyway; Highway's Exp wants to be spared more.
constexpr float kLargestExponent = 104.0f;

template<class F>
HWY_ATTR void mapUnary(const float* x, float* result, std::size_t count, F f) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(f(d, hn::LoadU(d, x + i)), d, result + i);
    if (i < count) {
        const auto mask = hn::FirstN(d, count - i);
        hn::BlendedStore(f(d, hn::MaskedLoad(mask, d, x + i)), mask, d, result + i);
    }
}

template<class F>
HWY_ATTR void mapBinary(const float* a, const float* b, float* result, std::size_t count, F f) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(f(d, hn::LoadU(d, a + i), hn::LoadU(d, b + i)), d, result + i);
    if (i < count) {
        const auto mask = hn::FirstN(d, count - i);
        hn::BlendedStore(f(d, hn::MaskedLoad(mask, d, a + i), hn::MaskedLoad(mask, d, b + i)), mask, d,
                         result + i);
    }
}

HWY_ATTR void where(const float* a, const float* b, const float* c, float* result, std::size_t count) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    const auto choose = [d](V condition, V yes, V no)
                            HWY_ATTR { return hn::IfThenElse(hn::Ne(condition, hn::Zero(d)), yes, no); };
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(choose(hn::LoadU(d, a + i), hn::LoadU(d, b + i), hn::LoadU(d, c + i)), d, result + i);
    if (i < count) {
        const auto mask = hn::FirstN(d, count - i);
        hn::BlendedStore(choose(hn::MaskedLoad(mask, d, a + i), hn::MaskedLoad(mask, d, b + i),
                                hn::MaskedLoad(mask, d, c + i)),
                         mask, d, result + i);
    }
}

HWY_ATTR V exponential(D d, V x) {
    return hn::IfThenElse(hn::IsNaN(x), x, hn::Exp(d, hn::Min(x, hn::Set(d, kLargestExponent))));
}

/// A rational approximation with an error of a few units in the last place on [-4, 4]; beyond, erf is 1 in
/// float.
HWY_ATTR V errorFunction(D d, V value) {
    const V x = hn::Clamp(value, hn::Set(d, -4.0f), hn::Set(d, 4.0f));
    const V x2 = hn::Mul(x, x);
    V p = hn::Set(d, -2.72614225801306e-10f);
    for (const float c : {2.77068142495902e-08f, -2.10102402082508e-06f, -5.69250639462346e-05f,
                          -7.34990630326855e-04f, -2.95459980854025e-03f, -1.60960333262415e-02f})
        p = hn::MulAdd(p, x2, hn::Set(d, c));
    V q = hn::Set(d, -1.45660718464996e-05f);
    for (const float c :
         {-2.13374055278905e-04f, -1.68282697438203e-03f, -7.37332916720468e-03f, -1.42647390514189e-02f})
        q = hn::MulAdd(q, x2, hn::Set(d, c));
    return hn::IfThenElse(hn::IsNaN(value), value, hn::Div(hn::Mul(x, p), q));
}

#define PROTOMIND_UNARY(NAME, EXPRESSION)                                                                    \
    HWY_ATTR void NAME(const float* a, float* result, std::size_t count) {                                   \
        mapUnary(a, result, count, [](D d, V x) HWY_ATTR {                                                   \
            (void)d;                                                                                         \
            return EXPRESSION;                                                                               \
        });                                                                                                  \
    }
#define PROTOMIND_BINARY(NAME, EXPRESSION)                                                                   \
    HWY_ATTR void NAME(const float* p, const float* q, float* result, std::size_t count) {                   \
        mapBinary(p, q, result, count, [](D d, V a, V b) HWY_ATTR {                                          \
            (void)d;                                                                                         \
            return EXPRESSION;                                                                               \
        });                                                                                                  \
    }

PROTOMIND_UNARY(copy, x)
PROTOMIND_UNARY(negate, hn::Neg(x))
PROTOMIND_UNARY(absolute, hn::Abs(x))
PROTOMIND_UNARY(sign, hn::Sub(hn::IfThenElseZero(hn::Gt(x, hn::Zero(d)), hn::Set(d, 1.0f)),
                              hn::IfThenElseZero(hn::Lt(x, hn::Zero(d)), hn::Set(d, 1.0f))))
PROTOMIND_UNARY(exp, exponential(d, x))
// Highway's Log knows positive finite numbers; the others get what mathematics gives them.
PROTOMIND_UNARY(log,
                hn::IfThenElse(hn::Gt(x, hn::Zero(d)),
                               hn::IfThenElse(hn::IsInf(x), x, hn::Log(d, hn::Max(x, hn::Set(d, 1e-45f)))),
                               hn::IfThenElse(hn::Eq(x, hn::Zero(d)), hn::Neg(hn::Inf(d)), hn::NaN(d))))
PROTOMIND_UNARY(sqrt, hn::Sqrt(x))
PROTOMIND_UNARY(sin, hn::Sin(d, x))
PROTOMIND_UNARY(cos, hn::Cos(d, x))
PROTOMIND_UNARY(tanh, hn::IfThenElse(hn::IsNaN(x), x, hn::Tanh(d, x)))
PROTOMIND_UNARY(sigmoid, hn::Div(hn::Set(d, 1.0f), hn::Add(hn::Set(d, 1.0f), exponential(d, hn::Neg(x)))))
PROTOMIND_UNARY(erf, errorFunction(d, x))
PROTOMIND_UNARY(relu, hn::IfThenElse(hn::Lt(x, hn::Zero(d)), hn::Zero(d), x))
PROTOMIND_BINARY(add, hn::Add(a, b))
PROTOMIND_BINARY(subtract, hn::Sub(a, b))
PROTOMIND_BINARY(multiply, hn::Mul(a, b))
PROTOMIND_BINARY(divide, hn::Div(a, b))
PROTOMIND_BINARY(maximum, hn::IfThenElse(hn::Or(hn::IsNaN(a), hn::Gt(a, b)), a, b))
PROTOMIND_BINARY(minimum, hn::IfThenElse(hn::Or(hn::IsNaN(a), hn::Lt(a, b)), a, b))
PROTOMIND_BINARY(less, hn::IfThenElseZero(hn::Lt(a, b), hn::Set(d, 1.0f)))
PROTOMIND_BINARY(equal, hn::IfThenElseZero(hn::Eq(a, b), hn::Set(d, 1.0f)))

#undef PROTOMIND_UNARY
#undef PROTOMIND_BINARY

void power(const float* a, const float* b, float* result, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        result[i] = std::pow(a[i], b[i]);
}

/// Puts the kernel of an op into the table.
void place(PointwiseOp op, VectorKernels& kernels) {
    auto& unary = kernels.unary[static_cast<std::size_t>(op)];
    auto& binary = kernels.binary[static_cast<std::size_t>(op)];
    switch (op) {
    case PointwiseOp::RandomUniform:
        break; // of an element's index: the loop computes it itself
    case PointwiseOp::Negate:
        unary = negate;
        break;
    case PointwiseOp::Absolute:
        unary = absolute;
        break;
    case PointwiseOp::Sign:
        unary = sign;
        break;
    case PointwiseOp::Exp:
        unary = exp;
        break;
    case PointwiseOp::Log:
        unary = log;
        break;
    case PointwiseOp::Sqrt:
        unary = sqrt;
        break;
    case PointwiseOp::Sin:
        unary = sin;
        break;
    case PointwiseOp::Cos:
        unary = cos;
        break;
    case PointwiseOp::Tanh:
        unary = tanh;
        break;
    case PointwiseOp::Sigmoid:
        unary = sigmoid;
        break;
    case PointwiseOp::Erf:
        unary = erf;
        break;
    case PointwiseOp::Relu:
        unary = relu;
        break;
    case PointwiseOp::StopGradient:
        unary = copy;
        break;
    case PointwiseOp::Add:
        binary = add;
        break;
    case PointwiseOp::Subtract:
        binary = subtract;
        break;
    case PointwiseOp::Multiply:
        binary = multiply;
        break;
    case PointwiseOp::Divide:
        binary = divide;
        break;
    case PointwiseOp::Power:
        binary = power;
        break;
    case PointwiseOp::Maximum:
        binary = maximum;
        break;
    case PointwiseOp::Minimum:
        binary = minimum;
        break;
    case PointwiseOp::Less:
        binary = less;
        break;
    case PointwiseOp::Equal:
        binary = equal;
        break;
    case PointwiseOp::Where:
        kernels.ternary[static_cast<std::size_t>(op)] = where;
        break;
    }
}

void fill(VectorKernels& kernels) {
    for (const OpInfo& row : opTable()) {
        if (const auto* op = std::get_if<PointwiseOp>(&row.lowering))
            place(*op, kernels);
    }
    kernels.instructionSet = hwy::TargetName(HWY_TARGET);
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(fill);

const VectorKernels& vectorKernels() {
    static const VectorKernels kKernels = [] {
        VectorKernels kernels;
        HWY_DYNAMIC_DISPATCH(fill)(kernels);
        return kernels;
    }();
    return kKernels;
}

} // namespace protomind
#endif
