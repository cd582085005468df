// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_code.h"

#include "engine/device/cpu/loop_lowering.h"

#if defined(__x86_64__)

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>
#include <xbyak/xbyak.h>
#include <xbyak/xbyak_util.h>

namespace protomind {

namespace {

enum class Width { None, Avx2, Avx512 };

Width processorWidth() {
    static const Width kWidth = [] {
        using Xbyak::util::Cpu;
        const Cpu cpu;
        if (cpu.has(Cpu::tAVX512F) && cpu.has(Cpu::tAVX512DQ))
            return Width::Avx512;
        return cpu.has(Cpu::tAVX2) && cpu.has(Cpu::tFMA) ? Width::Avx2 : Width::None;
    }();
    return kWidth;
}

// Predicates of vcmpps.
constexpr std::uint8_t kEqual = 0x00;     // ordered, quiet
constexpr std::uint8_t kUnordered = 0x03; // quiet
constexpr std::uint8_t kNotEqual = 0x04;  // true of what is not a number
constexpr std::uint8_t kLess = 0x11;      // ordered, quiet

constexpr std::size_t kCodeBytes = 32 * 1024;
/// Pointers that stay in registers; those of further operands are read again for every vector.
constexpr std::size_t kPointerRegisters = 10;

/// Code for vectors of one width. The operand table comes in rdi, the count in rsi.
template<class Vmm>
class Emitter final : public LoopCode, private Xbyak::CodeGenerator {
    static constexpr bool kWide = std::is_same_v<Vmm, Xbyak::Zmm>;
    static constexpr int kLanes = kWide ? 16 : 8;
    /// Without mask registers, one vector register holds the mask of the last elements and one is for
    /// comparisons.
    static constexpr int kVectors = kWide ? 32 : 14;

public:
    /// Throws Xbyak::Error where the system gives no memory for code.
    explicit Emitter(const LoopPlan& plan)
        : Xbyak::CodeGenerator(kCodeBytes, Xbyak::DontSetProtectRWE)
        , m_plan(plan)
        , m_lowered(lowerLoop(plan)) {}

    /// False where registers don't suffice.
    bool emit() {
        for (const bool hoisted : {true, false}) {
            reset();
            if (!generate(hoisted))
                continue;
            setProtectModeRE();
            m_function = getCode<Function>();
            return true;
        }
        return false;
    }

private:
    using Item = LoweredLoop::Item;

    bool generate(bool hoisted) {
        m_hoisted = hoisted;
        m_short = false;
        m_free.clear();
        for (int index = kVectors - 1; index >= 0; --index)
            m_free.push_back(index);
        m_constants.clear();
        m_scalars.clear();
        m_overflow = false;
        Xbyak::Label next, rest, end, numbers, masks;
        m_table = &numbers;
        m_maskTable = &masks;
        m_numbers.clear();

        // Every pointer moves along by the offset in rax.
        for (const Xbyak::Reg64& saved : kSaved)
            push(saved);
        const std::size_t operands = operandCount();
        for (std::size_t i = 0; i < std::min(operands, kPointerRegisters); ++i)
            mov(kPointers[i], ptr[rdi + 8 * i]);
        if (hoisted)
            hoist();
        xor_(eax, eax);
        L(next);
        cmp(rsi, kLanes);
        jl(rest, T_NEAR);
        body();
        add(rax, kLanes * 4);
        sub(rsi, kLanes);
        jmp(next, T_NEAR);
        L(rest);
        test(rsi, rsi);
        jz(end, T_NEAR);
        m_short = true;
        makeMask();
        body();
        L(end);
        vzeroupper();
        for (auto saved = std::rbegin(kSaved); saved != std::rend(kSaved); ++saved)
            pop(*saved);
        ret();
        align(64);
        L(numbers);
        for (const std::uint32_t number : m_numbers)
            dd(number);
        if constexpr (!kWide) {
            L(masks);
            for (int i = 0; i < kLanes; ++i)
                dd(0xffffffff);
            for (int i = 0; i < kLanes; ++i)
                dd(0);
        }
        return !m_overflow;
    }

    [[nodiscard]] std::size_t operandCount() const {
        return m_plan.loads.size() + m_plan.stores.size() + m_plan.reductions.size();
    }

    /// Where the element that the offset stands for lies.
    Xbyak::Address operandAt(std::size_t operand) {
        if (operand < kPointerRegisters)
            return ptr[kPointers[operand] + rax];
        mov(rcx, ptr[rdi + 8 * operand]);
        return ptr[rcx + rax];
    }

    /// A 32-bit pattern in the table behind the code.
    Xbyak::RegRip numberAt(std::uint32_t bits) {
        auto found = std::ranges::find(m_numbers, bits);
        if (found == m_numbers.end())
            found = m_numbers.insert(m_numbers.end(), bits);
        return rip + *m_table + static_cast<int>(4 * (found - m_numbers.begin()));
    }

    int take() {
        if (m_free.empty()) {
            m_overflow = true;
            return 0;
        }
        const int index = m_free.back();
        m_free.pop_back();
        return index;
    }

    // What is the same for all elements: kept in registers, or brought anew for each use.

    void hoist() {
        for (const Item& item : m_lowered.items) {
            for (const std::uint32_t bits : constantsOf(item)) {
                if (m_constants.contains(bits))
                    continue;
                const int index = take();
                vbroadcastss(Vmm(index), ptr[numberAt(bits)]);
                m_constants[bits] = index;
            }
        }
        for (std::size_t load = 0; load < m_plan.loads.size(); ++load) {
            if (!m_plan.loads[load].scalar)
                continue;
            const int index = take();
            broadcastScalar(load, index);
            m_scalars[load] = index;
        }
    }

    void broadcastScalar(std::size_t load, int index) {
        if (load < kPointerRegisters) {
            vbroadcastss(Vmm(index), ptr[kPointers[load]]);
        } else {
            mov(rcx, ptr[rdi + 8 * load]);
            vbroadcastss(Vmm(index), ptr[rcx]);
        }
    }

    static std::vector<std::uint32_t> constantsOf(const Item& item) {
        switch (item.what) {
        case LoweredLoop::What::Constant:
            return {std::bit_cast<std::uint32_t>(item.value)};
        case LoweredLoop::What::Negate:
            return {kSign};
        case LoweredLoop::What::Absolute:
            return {kMagnitude};
        case LoweredLoop::What::Less:
        case LoweredLoop::What::Equal:
            return {kOne};
        case LoweredLoop::What::Relu:
        case LoweredLoop::What::Where:
            return {0};
        default:
            return {};
        }
    }

    /// A constant in a register, and whether the register is to be given back.
    struct Borrowed {
        int index;
        bool temporary;
    };
    Borrowed constant(std::uint32_t bits) {
        const auto found = m_constants.find(bits);
        if (found != m_constants.end())
            return {found->second, false};
        const int index = take();
        vbroadcastss(Vmm(index), ptr[numberAt(bits)]);
        return {index, true};
    }
    void giveBack(Borrowed borrowed) {
        if (borrowed.temporary)
            m_free.push_back(borrowed.index);
    }

    // Values.

    void body() {
        m_register.assign(m_lowered.items.size() + m_plan.loads.size(), -1);
        m_owned.assign(m_register.size(), false);
        const std::vector<int> last = m_lowered.lastUses();
        for (std::size_t i = 0; i < m_lowered.items.size(); ++i) {
            const Item& item = m_lowered.items[i];
            for (const int operand : item.operands)
                fetch(operand);
            const int self = static_cast<int>(m_plan.loads.size() + i);
            compute(item, self);
            for (const int operand : item.operands) {
                if (last[static_cast<std::size_t>(operand)] == static_cast<int>(i))
                    release(operand);
            }
            if (last[static_cast<std::size_t>(self)] < 0)
                release(self);
        }
        std::size_t operand = m_plan.loads.size();
        // Everything is read before the first store: a result may take the place of an operand.
        for (const auto& store : m_lowered.stores)
            fetch(store);
        for (const auto& sum : m_lowered.sums)
            fetch(sum.source);
        for (const int source : m_lowered.stores)
            storeVector(Vmm(m_register[static_cast<std::size_t>(source)]), operand++);
        for (const LoweredLoop::Sum& sum : m_lowered.sums)
            accumulate(sum, operand++);
        for (std::size_t value = 0; value < m_register.size(); ++value)
            release(static_cast<int>(value));
    }

    /// Sees to it that a value that is a load or a scalar is in a register.
    void fetch(int value) {
        const auto v = static_cast<std::size_t>(value);
        if (m_register[v] >= 0)
            return;
        if (v >= m_plan.loads.size()) {
            const Item& item = m_lowered.items[v - m_plan.loads.size()];
            const Borrowed borrowed = constant(std::bit_cast<std::uint32_t>(item.value));
            m_register[v] = borrowed.index;
            m_owned[v] = borrowed.temporary;
            return;
        }
        const auto scalar = m_scalars.find(v);
        if (scalar != m_scalars.end()) {
            m_register[v] = scalar->second;
            return;
        }
        m_register[v] = take();
        m_owned[v] = true;
        if (m_plan.loads[v].scalar)
            broadcastScalar(v, m_register[v]);
        else
            loadVector(Vmm(m_register[v]), v);
    }

    void release(int value) {
        const auto v = static_cast<std::size_t>(value);
        if (m_register[v] >= 0 && m_owned[v])
            m_free.push_back(m_register[v]);
        m_register[v] = -1;
        m_owned[v] = false;
    }

    void compute(const Item& item, int self) {
        if (item.what == LoweredLoop::What::Constant)
            return; // fetched where it is needed
        const auto s = static_cast<std::size_t>(self);
        const int index = take();
        m_register[s] = index;
        m_owned[s] = true;
        const Vmm to(index);
        const auto x = [&](std::size_t i) {
            return Vmm(m_register[static_cast<std::size_t>(item.operands[i])]);
        };
        using What = LoweredLoop::What;
        switch (item.what) {
        case What::Copy:
            vmovaps(to, x(0));
            break;
        case What::Add:
            vaddps(to, x(0), x(1));
            break;
        case What::Subtract:
            vsubps(to, x(0), x(1));
            break;
        case What::Multiply:
            vmulps(to, x(0), x(1));
            break;
        case What::Divide:
            vdivps(to, x(0), x(1));
            break;
        case What::MultiplyAdd:
            vmovaps(to, x(0));
            vfmadd213ps(to, x(1), x(2));
            break;
        case What::MultiplySubtract:
            vmovaps(to, x(0));
            vfmsub213ps(to, x(1), x(2));
            break;
        case What::SubtractProduct:
            vmovaps(to, x(0));
            vfnmadd213ps(to, x(1), x(2));
            break;
        case What::Sqrt:
            vsqrtps(to, x(0));
            break;
        case What::Maximum:
            vmaxps(to, x(0), x(1));
            keepNotANumber(to, x(0));
            break;
        case What::Minimum:
            vminps(to, x(0), x(1));
            keepNotANumber(to, x(0));
            break;
        default:
            computeWithConstant(item, to, x(0), item.operands.size() > 1 ? x(1) : x(0),
                                item.operands.size() > 2 ? x(2) : x(0));
            break;
        }
    }

    void computeWithConstant(const Item& item, Vmm to, Vmm a, Vmm b, Vmm c) {
        using What = LoweredLoop::What;
        const Borrowed borrowed = constant(constantsOf(item).front());
        const Vmm number(borrowed.index);
        switch (item.what) {
        case What::Negate:
            vxorps(to, a, number);
            break;
        case What::Absolute:
            vandps(to, a, number);
            break;
        case What::Relu:
            vmaxps(to, number, a); // the second where one is not a number: that passes through
            break;
        case What::Less:
            compare(to, a, b, kLess, number);
            break;
        case What::Equal:
            compare(to, a, b, kEqual, number);
            break;
        default: // Where
            if constexpr (kWide) {
                vcmpps(k2, a, number, kNotEqual);
                vblendmps(to | k2, c, b);
            } else {
                vcmpps(kScratch, a, number, kNotEqual);
                vblendvps(to, c, b, kScratch);
            }
            break;
        }
        giveBack(borrowed);
    }

    void compare(Vmm to, Vmm a, Vmm b, std::uint8_t predicate, Vmm one) {
        if constexpr (kWide) {
            vcmpps(k2, a, b, predicate);
            vmovaps(to | k2 | T_z, one);
        } else {
            vcmpps(kScratch, a, b, predicate);
            vandps(to, kScratch, one);
        }
    }

    /// The processor takes the second of two numbers where one is not a number; we want the one that isn't.
    void keepNotANumber(Vmm to, Vmm first) {
        if constexpr (kWide) {
            vcmpps(k2, first, first, kUnordered);
            vmovaps(to | k2, first);
        } else {
            vcmpps(kScratch, first, first, kUnordered);
            vblendvps(to, to, first, kScratch);
        }
    }

    // Memory. The last elements, fewer than a vector, are masked: nothing behind them is touched.

    void makeMask() {
        if constexpr (kWide) {
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
            vmovups(kMask, ptr[rcx + rsi * 4 + kLanes * 4]);
            neg(rsi);
        }
    }

    void loadVector(Vmm to, std::size_t operand) {
        const Xbyak::Address from = operandAt(operand);
        if (!m_short)
            vmovups(to, from);
        else if constexpr (kWide)
            vmovups(to | k1 | T_z, from);
        else
            vmaskmovps(to, kMask, from);
    }

    void storeVector(Vmm from, std::size_t operand) {
        const Xbyak::Address to = operandAt(operand);
        if (!m_short)
            vmovups(to, from);
        else if constexpr (kWide)
            vmovups(to | k1, from);
        else
            vmaskmovps(to, kMask, from);
    }

    void accumulate(const LoweredLoop::Sum& sum, std::size_t operand) {
        const Borrowed so{take(), true};
        const Vmm sums(so.index);
        const Vmm value(m_register[static_cast<std::size_t>(sum.source)]);
        loadVector(sums, operand);
        if (sum.maximum) {
            const Borrowed larger{take(), true};
            vmaxps(Vmm(larger.index), sums, value);
            keepNotANumber(Vmm(larger.index), sums);
            storeVector(Vmm(larger.index), operand);
            giveBack(larger);
        } else {
            vaddps(sums, sums, value);
            storeVector(sums, operand);
        }
        giveBack(so);
    }

    static constexpr std::uint32_t kSign = 0x80000000;
    static constexpr std::uint32_t kMagnitude = 0x7fffffff;
    static constexpr std::uint32_t kOne = 0x3f800000;
    // rax: offset in bytes, rcx and r11: for the moment, rdi: table, rsi: elements left.
    const std::array<Xbyak::Reg64, kPointerRegisters> kPointers{rdx, r8,  r9,  r10, rbx,
                                                                rbp, r12, r13, r14, r15};
    const std::array<Xbyak::Reg64, 6> kSaved{rbx, rbp, r12, r13, r14, r15};
    const Xbyak::Ymm kMask{15};    ///< where there are no mask registers
    const Xbyak::Ymm kScratch{14}; ///< the same

    const LoopPlan& m_plan;
    LoweredLoop m_lowered;
    bool m_hoisted = true;
    bool m_short = false; ///< in the code for the last elements
    bool m_overflow = false;
    std::vector<int> m_free;
    std::map<std::uint32_t, int> m_constants; ///< by pattern: their registers
    std::map<std::size_t, int> m_scalars;     ///< by load: their registers
    std::vector<std::uint32_t> m_numbers;     ///< the table behind the code
    Xbyak::Label* m_table = nullptr;
    Xbyak::Label* m_maskTable = nullptr;
    std::vector<int> m_register; ///< by value; -1: in none at present
    std::vector<bool> m_owned;   ///< whether the register is the value's alone
};

template<class Vmm>
std::unique_ptr<LoopCode> makeCode(const LoopPlan& plan) {
    try {
        auto code = std::make_unique<Emitter<Vmm>>(plan);
        if (code->emit())
            return code;
    } catch (const Xbyak::Error&) {
        // No memory for code, or none that may be executed: the vector kernels do the work.
    }
    return nullptr;
}

} // namespace

bool loopCodeCovers(const Loop& loop) {
    return processorWidth() != Width::None && canLower(loop);
}

std::unique_ptr<LoopCode> LoopCode::make(const LoopPlan& plan) {
    switch (processorWidth()) {
    case Width::Avx512:
        return makeCode<Xbyak::Zmm>(plan);
    case Width::Avx2:
        return makeCode<Xbyak::Ymm>(plan);
    default:
        return nullptr;
    }
}

} // namespace protomind

#else

namespace protomind {

bool loopCodeCovers(const Loop&) {
    return false;
}

std::unique_ptr<LoopCode> LoopCode::make(const LoopPlan&) {
    return nullptr;
}

} // namespace protomind

#endif
