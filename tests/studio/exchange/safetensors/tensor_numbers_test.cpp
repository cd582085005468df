// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_samples.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The numbers as floats, or nothing where they are refused.
template<class Number>
std::vector<float> floatsIn(TensorType type, const std::vector<Number>& numbers) {
    const auto array = floatsOf({type, {static_cast<std::int64_t>(numbers.size())}, bytesIn(numbers)});
    return array ? array->values : std::vector<float>{};
}

template<class Number>
std::vector<std::int64_t> integersIn(TensorType type, const std::vector<Number>& numbers) {
    const auto values = integersOf({type, {static_cast<std::int64_t>(numbers.size())}, bytesIn(numbers)});
    return values ? *values : std::vector<std::int64_t>{};
}

TEST(TensorNumbers, FloatsOfEveryKind) {
    EXPECT_THAT(floatsIn<std::uint8_t>(TensorType::Bool, {0, 1, 255}), ElementsAre(0, 1, 1));
    EXPECT_THAT(floatsIn<std::uint8_t>(TensorType::U8, {0, 255}), ElementsAre(0, 255));
    EXPECT_THAT(floatsIn<std::int8_t>(TensorType::I8, {-128, 127}), ElementsAre(-128, 127));
    EXPECT_THAT(floatsIn<std::uint16_t>(TensorType::U16, {65535}), ElementsAre(65535));
    EXPECT_THAT(floatsIn<std::int16_t>(TensorType::I16, {-32768}), ElementsAre(-32768));
    EXPECT_THAT(floatsIn<std::uint32_t>(TensorType::U32, {4294967295u}), ElementsAre(4294967296.0f));
    EXPECT_THAT(floatsIn<std::int32_t>(TensorType::I32, {-5}), ElementsAre(-5));
    EXPECT_THAT(floatsIn<float>(TensorType::F32, {-0.1f, 1e-45f}), ElementsAre(-0.1f, 1e-45f));
    EXPECT_THAT(floatsIn<std::uint64_t>(TensorType::U64, {std::uint64_t{1} << 63}),
                ElementsAre(std::ldexp(1.0f, 63)));
    EXPECT_THAT(floatsIn<std::int64_t>(TensorType::I64, {-7}), ElementsAre(-7));
    EXPECT_THAT(floatsIn<double>(TensorType::F64, {0.1, -2}), ElementsAre(0.1f, -2));
    // 1, -2, the largest, the smallest normal, the smallest of all, minus zero
    EXPECT_THAT(
        floatsIn<std::uint16_t>(TensorType::F16, {0x3C00, 0xC000, 0x7BFF, 0x0400, 0x0001, 0x8000}),
        ElementsAre(1, -2, 65504, std::ldexp(1.0f, -14), std::ldexp(1.0f, -24), testing::FloatEq(-0.0f)));
    EXPECT_THAT(floatsIn<std::uint16_t>(TensorType::BF16, {0x3F80, 0xC040, 0x0080}),
                ElementsAre(1, -3, std::ldexp(1.0f, -126)));
}

/// Every finite half is what its bits say.
TEST(TensorNumbers, EveryHalf) {
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const std::uint32_t exponent = (bits >> 10) & 31;
        const double fraction = bits & 1023;
        const auto values = floatsIn<std::uint16_t>(TensorType::F16, {static_cast<std::uint16_t>(bits)});
        if (exponent == 31) {
            EXPECT_TRUE(values.empty()) << bits;
            continue;
        }
        ASSERT_EQ(values.size(), 1U) << bits;
        const double magnitude = exponent == 0 ? std::ldexp(fraction, -24)
                                               : std::ldexp(1024 + fraction, static_cast<int>(exponent) - 25);
        EXPECT_EQ(values[0], static_cast<float>(bits >= 0x8000 ? -magnitude : magnitude)) << bits;
        EXPECT_EQ(std::signbit(values[0]), bits >= 0x8000) << bits;
    }
}

TEST(TensorNumbers, WhatIsNotFiniteIsRefused) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    EXPECT_TRUE(floatsIn<float>(TensorType::F32, {1, kInfinity}).empty());
    EXPECT_TRUE(floatsIn<float>(TensorType::F32, {std::nanf("")}).empty());
    EXPECT_TRUE(floatsIn<double>(TensorType::F64, {1e300}).empty());
    EXPECT_TRUE(floatsIn<std::uint16_t>(TensorType::F16, {0x7C00}).empty());
    EXPECT_TRUE(floatsIn<std::uint16_t>(TensorType::BF16, {0x7FC0}).empty());
}

TEST(TensorNumbers, WhatCannotBeAnArrayIsRefused) {
    EXPECT_FALSE(floatsOf({TensorType::F32, {0}, ""}));
    EXPECT_FALSE(floatsOf({TensorType::F32, {1, 1, 1, 1, 1, 1, 1, 1, 1}, "1234"}));
    // Of fewer bytes than its sizes say: nothing is taken for it.
    EXPECT_FALSE(floatsOf({TensorType::F32, {1 << 30}, "1234"}));
    EXPECT_FALSE(integersOf({TensorType::I64, {1 << 30}, "1234"}));
    EXPECT_FALSE(floatsOf({TensorType::F32, {-1}, "1234"}));
    const auto scalar = floatsOf({TensorType::U8, {}, "A"});
    ASSERT_TRUE(scalar);
    EXPECT_EQ(scalar->shape, Shape{});
    EXPECT_THAT(scalar->values, ElementsAre(65));
}

TEST(TensorNumbers, WholeNumbersStayExact) {
    constexpr std::int64_t kOdd = (std::int64_t{1} << 62) + 1;
    EXPECT_THAT(integersIn<std::int64_t>(TensorType::I64, {kOdd, -kOdd}), ElementsAre(kOdd, -kOdd));
    EXPECT_THAT(integersIn<std::uint64_t>(TensorType::U64, {5}), ElementsAre(5));
    EXPECT_THAT(integersIn<std::uint8_t>(TensorType::Bool, {0, 2}), ElementsAre(0, 1));
    EXPECT_THAT(integersIn<std::int16_t>(TensorType::I16, {-3}), ElementsAre(-3));
    const std::vector<std::uint64_t> large{std::uint64_t{1} << 63};
    EXPECT_FALSE(integersOf({TensorType::U64, {1}, bytesIn(large)}));
    const auto floats = integersOf({TensorType::F32, {1}, "1234"});
    ASSERT_FALSE(floats);
    EXPECT_THAT(floats.error().sentence, HasSubstr("F32"));
}

TEST(TensorNumbers, AnArrayIsLookedAtWhereItLies) {
    const HostArray array({2, 2}, {1, 2, 3, 4});
    const Tensor tensor = tensorOf(array);
    EXPECT_EQ(static_cast<const void*>(tensor.bytes.data()), array.values.data());
    EXPECT_EQ(floatsOf(tensor).value(), array);
    EXPECT_EQ(floatsOf(tensorOf(HostArray({}, {7}))).value(), HostArray({}, {7}));
}

} // namespace
} // namespace protomind
