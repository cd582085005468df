// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>
#include <xbyak/xbyak.h>

namespace protomind {

/// Writes machine code for vectors of one width: what AVX2 and AVX-512 do differently, and the numbers that
/// code needs. Code that is being written can't be run, code that runs can't be written.
class VectorAssembler : protected Xbyak::CodeGenerator {
protected:
    /// A vector register: 512 bits with AVX-512, 256 with AVX2.
    using Vector = Xbyak::Xmm;

    static constexpr std::size_t kCodeBytes = 32 * 1024;

    // Predicates of vcmpps.
    static constexpr std::uint8_t kEqual = 0x00;     // ordered, quiet
    static constexpr std::uint8_t kUnordered = 0x03; // quiet
    static constexpr std::uint8_t kNotEqual = 0x04;  // true of what is not a number
    static constexpr std::uint8_t kLess = 0x11;      // ordered, quiet

    /// Throws Xbyak::Error where the system gives no memory for code.
    explicit VectorAssembler(bool wide)
        : Xbyak::CodeGenerator(kCodeBytes, Xbyak::DontSetProtectRWE)
        , m_wide(wide) {}

    [[nodiscard]] int lanes() const { return m_wide ? 16 : 8; }
    /// Registers that a user of this class has. Without mask registers, one vector register holds the mask of
    /// the last elements and one is for comparisons.
    [[nodiscard]] int vectors() const { return m_wide ? 32 : 14; }
    [[nodiscard]] Vector vector(int index) const {
        return m_wide ? Vector(Xbyak::Zmm(index)) : Vector(Xbyak::Ymm(index));
    }

    /// Begins anew. numbers and masks stand for tables that finish() writes.
    void begin(Xbyak::Label& numbers, Xbyak::Label& masks) {
        reset();
        m_numbers.clear();
        m_numberTable = &numbers;
        m_maskTable = &masks;
        m_short = false;
    }

    void finish() {
        align(64);
        L(*m_numberTable);
        for (const std::uint32_t number : m_numbers)
            dd(number);
        if (!m_wide) {
            L(*m_maskTable);
            for (int i = 0; i < lanes(); ++i)
                dd(0xffffffff);
            for (int i = 0; i < lanes(); ++i)
                dd(0);
        }
    }

    /// All lanes become the number with this pattern.
    void broadcastNumber(Vector to, std::uint32_t bits) {
        auto found = std::ranges::find(m_numbers, bits);
        if (found == m_numbers.end())
            found = m_numbers.insert(m_numbers.end(), bits);
        vbroadcastss(to, ptr[rip + *m_numberTable + static_cast<int>(4 * (found - m_numbers.begin()))]);
    }

    void compare(Vector to, Vector a, Vector b, std::uint8_t predicate, Vector one) {
        if (m_wide) {
            vcmpps(k2, a, b, predicate);
            vmovaps(to | k2 | T_z, one);
        } else {
            vcmpps(kScratch, a, b, predicate);
            vandps(to, kScratch, one);
        }
    }

    /// The processor takes the second of two numbers where one is not a number; we want the one that isn't.
    void keepNotANumber(Vector to, Vector first) {
        if (m_wide) {
            vcmpps(k2, first, first, kUnordered);
            vmovaps(to | k2, first);
        } else {
            vcmpps(kScratch, first, first, kUnordered);
            vblendvps(to, to, first, kScratch);
        }
    }

    /// a / b by an estimate of 1 / b and a step of Newton's; exact where there is no good estimate.
    void divideClosely(Vector to, Vector a, Vector b, Vector inverse, Vector rest) {
        if (!m_wide) {
            vdivps(to, a, b);
            return;
        }
        vrcp14ps(inverse, b);
        vmulps(to, a, inverse);
        vmovaps(rest, a);
        vfnmadd231ps(rest, b, to);
        vfmadd231ps(to, rest, inverse);
    }

    /// The square root of a in the same way; zero of zero.
    void rootClosely(Vector to, Vector a, Vector half, Vector inverse, Vector rest) {
        if (!m_wide) {
            vsqrtps(to, a);
            return;
        }
        vrsqrt14ps(inverse, a);
        vmulps(to, a, inverse);
        vmulps(inverse, inverse, half);
        vmovaps(rest, half);
        vfnmadd231ps(rest, to, inverse);
        vfmadd231ps(to, to, rest);
        vxorps(rest, rest, rest);
        vcmpps(k2, a, rest, kNotEqual);
        vmovaps(to | k2 | T_z, to);
    }

    /// second where condition is not zero, third where it is.
    void choose(Vector to, Vector condition, Vector zero, Vector second, Vector third) {
        if (m_wide) {
            vcmpps(k2, condition, zero, kNotEqual);
            vblendmps(to | k2, third, second);
        } else {
            vcmpps(kScratch, condition, zero, kNotEqual);
            vblendvps(to, third, second, kScratch);
        }
    }

    // Memory. The last elements, fewer than a vector, are masked: nothing behind them is touched.

    /// From here on, code is for the last elements: rsi says how many. Uses rcx and r11.
    void makeMask() {
        m_short = true;
        if (m_wide) {
            mov(rcx, rsi);
            mov(r11, rax);
            mov(eax, 1);
            shl(eax, cl);
            sub(eax, 1);
            kmovw(k1, eax);
            mov(rax, r11);
        } else {
            lea(rcx, ptr[rip + *m_maskTable]);
            neg(rsi);
            vmovups(kMask, ptr[rcx + rsi * 4 + lanes() * 4]);
            neg(rsi);
        }
    }

    void loadVector(Vector to, const Xbyak::Address& from) {
        if (!m_short)
            vmovups(to, from);
        else if (m_wide)
            vmovups(to | k1 | T_z, from);
        else
            vmaskmovps(to, kMask, from);
    }

    void storeVector(Vector from, const Xbyak::Address& to) {
        if (!m_short)
            vmovups(to, from);
        else if (m_wide)
            vmovups(to | k1, from);
        else
            vmaskmovps(to, kMask, from);
    }

private:
    bool m_wide;                           ///< AVX-512
    const Vector kMask{Xbyak::Ymm(15)};    ///< where there are no mask registers
    const Vector kScratch{Xbyak::Ymm(14)}; ///< the same

    bool m_short = false;
    std::vector<std::uint32_t> m_numbers; ///< their patterns
    Xbyak::Label* m_numberTable = nullptr;
    Xbyak::Label* m_maskTable = nullptr;
};

} // namespace protomind
