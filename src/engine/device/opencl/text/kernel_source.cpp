// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/kernel_source.h"

#include <bit>

namespace protomind {

namespace {

constexpr std::size_t kMostNameCharacters = 60;
constexpr std::size_t kMostCommentCharacters = 200;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::string identifier(std::string_view stepName) {
    std::string name;
    for (const char c : stepName.substr(0, kMostNameCharacters)) {
        if (isLetterOrDigit(c))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (name.ends_with('_'))
        name.pop_back();
    return name;
}

std::string commentText(std::string_view stepName) {
    std::string text;
    for (const char c : stepName.substr(0, kMostCommentCharacters))
        text += c < ' ' || c > '~' || c == '\\' || c == '?' ? '_' : c;
    return text;
}

std::size_t powerOfTwoWithin(std::size_t count) {
    return count == 0 ? 1 : std::bit_floor(count);
}

std::string_view sharedKernelText() {
    return R"(// Static: C99 lets a compiler that does not inline a function look for it elsewhere.
// The greater one; a number that is none (NaN) wins.
static inline float greater(float a, float b) { return isnan(a) || a > b ? a : b; }
static inline float smaller(float a, float b) { return isnan(a) || a < b ? a : b; }

// Those of four numbers that a row of so many columns has room for.
static inline void store_within(__global float* row, int column, int columns, float4 values)
{
    if (column + 4 <= columns) {
        vstore4(values, 0, row + column);
    } else {
        if (column < columns)
            row[column] = values.x;
        if (column + 1 < columns)
            row[column + 1] = values.y;
        if (column + 2 < columns)
            row[column + 2] = values.z;
    }
}

// Philox4x32-10 (Salmon et al., 2011): a random number in [0, 1) for an element of a tensor in a run.
static inline float random_element(uint seed_low, uint seed_high, uint stream, ulong run, uint element)
{
    uint4 counter = (uint4)(element / 4u, (uint)run, (uint)(run >> 32), stream);
    uint2 key = (uint2)(seed_low, seed_high);
    for (int round = 0; round < 10; ++round) {
        const uint a_high = mul_hi(0xD2511F53u, counter.x), a_low = 0xD2511F53u * counter.x;
        const uint b_high = mul_hi(0xCD9E8D57u, counter.z), b_low = 0xCD9E8D57u * counter.z;
        counter = (uint4)(b_high ^ counter.y ^ key.x, b_low, a_high ^ counter.w ^ key.y, a_low);
        key += (uint2)(0x9E3779B9u, 0xBB67AE85u);
    }
    const uint word = element % 4u;
    const uint bits = word == 0u ? counter.x : word == 1u ? counter.y : word == 2u ? counter.z : counter.w;
    return (float)(bits >> 8) * 0x1p-24f;
}

)";
}

} // namespace protomind
