// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace protomind {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    constexpr std::uint64_t kMultiplierA = 0xD2511F53;
    constexpr std::uint64_t kMultiplierB = 0xCD9E8D57;
    constexpr std::uint32_t kWeylA = 0x9E3779B9;
    constexpr std::uint32_t kWeylB = 0xBB67AE85;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = kMultiplierA * counter[0];
        const std::uint64_t b = kMultiplierB * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
        key[0] += kWeylA;
        key[1] += kWeylB;
    }
    return counter;
}

std::array<float, 4> randomBlock(std::uint64_t seed, std::uint64_t stream, std::uint64_t run,
                                 std::uint64_t block) {
    // A tensor has at most 2^31 elements, so 32 bits hold the block; a graph has far fewer than 2^32 streams.
    const auto words = philox({static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(run),
                               static_cast<std::uint32_t>(run >> 32), static_cast<std::uint32_t>(stream)},
                              {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    return {unitFloat(words[0]), unitFloat(words[1]), unitFloat(words[2]), unitFloat(words[3])};
}

float randomElement(std::uint64_t seed, std::uint64_t stream, std::uint64_t run, std::uint64_t element) {
    return randomBlock(seed, stream, run, element / 4)[element % 4];
}

std::uint32_t RandomStream::bits() {
    if (m_left == 0) {
        m_words = philox({static_cast<std::uint32_t>(m_block), static_cast<std::uint32_t>(m_block >> 32),
                          static_cast<std::uint32_t>(m_stream), static_cast<std::uint32_t>(m_stream >> 32)},
                         {static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32)});
        ++m_block;
        m_left = 4;
    }
    return m_words[static_cast<std::size_t>(4 - m_left--)];
}

float RandomStream::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - static_cast<double>(uniform())));
    return static_cast<float>(radius * std::cos(2.0 * std::numbers::pi * static_cast<double>(uniform())));
}

std::uint64_t RandomStream::below(std::uint64_t count) {
    __extension__ using Wide = unsigned __int128;
    const std::uint64_t high = bits();
    const std::uint64_t word = (high << 32) | bits();
    return static_cast<std::uint64_t>((static_cast<Wide>(word) * count) >> 64);
}

void RandomStream::shuffle(std::span<std::uint32_t> values) {
    for (std::size_t last = values.size(); last > 1; --last)
        std::swap(values[last - 1], values[below(last)]);
}

} // namespace protomind
