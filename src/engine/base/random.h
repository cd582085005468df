// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace protomind {

/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as
/// 1, 2, 3" (SC'11), section 3.3: four independent 32-bit words for every counter and key.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

/// Maps 32 random bits to [0, 1): the upper 24 bits, so that the result is exact in float.
[[nodiscard]] constexpr float unitFloat(std::uint32_t bits) {
    return static_cast<float>(bits >> 8) * 0x1p-24f;
}

/// The number in [0, 1) that belongs to an element of a tensor in a run: word element mod 4 of
/// philox({element / 4, run, stream}, seed). Devices agree on it bit for bit.
[[nodiscard]] float randomElement(std::uint64_t seed, std::uint64_t stream, std::uint64_t run,
                                  std::uint64_t element);
/// The four numbers of the elements 4 * block to 4 * block + 3.
[[nodiscard]] std::array<float, 4> randomBlock(std::uint64_t seed, std::uint64_t stream, std::uint64_t run,
                                               std::uint64_t block);

/// A seeded sequence of random numbers. Equal seed and stream give equal numbers on every machine;
/// different streams of a seed are independent.
class RandomStream {
public:
    explicit RandomStream(std::uint64_t seed, std::uint64_t stream = 0)
        : m_seed(seed)
        , m_stream(stream) {}

    [[nodiscard]] std::uint32_t bits();
    /// Uniform in [0, 1).
    [[nodiscard]] float uniform() { return unitFloat(bits()); }
    [[nodiscard]] float uniform(float low, float high) { return low + (high - low) * uniform(); }
    /// Standard normal (Box and Muller, 1958).
    [[nodiscard]] float normal();
    /// Uniform in {0, ..., count - 1}; count is at least 1.
    [[nodiscard]] std::uint64_t below(std::uint64_t count);
    /// Fisher and Yates.
    void shuffle(std::span<std::uint32_t> values);

private:
    std::uint64_t m_seed;
    std::uint64_t m_stream;
    std::uint64_t m_block = 0;
    std::array<std::uint32_t, 4> m_words{};
    int m_left = 0;
};

} // namespace protomind
