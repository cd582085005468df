// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_code.h"

#include "engine/device/cpu/loop_lowering.h"

#if defined(__x86_64__)

#include "engine/device/cpu/vector_assembler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>
#include <vector>
#include <xbyak/xbyak_util.h>

namespace protomind {

namespace {

enum class Width { None, Avx2, Avx512 };

Width widthFor(LoopMethod method) {
    static const Width kWidest = [] {
        using Xbyak::util::Cpu;
        const Cpu cpu;
        if (!cpu.has(Cpu::tAVX2) || !cpu.has(Cpu::tFMA))
            return Width::None;
        return cpu.has(Cpu::tAVX512F) && cpu.has(Cpu::tAVX512DQ) ? Width::Avx512 : Width::Avx2;
    }();
    if (method == LoopMethod::Kernels)
        return Width::None;
    return method == LoopMethod::NarrowJit ? std::min(kWidest, Width::Avx2) : kWidest;
}

/// Pointers that stay in registers; those of further operands are read again for every vector.
constexpr std::size_t kPointerRegisters = 10;

/// Code for vectors of one width. The operand table comes in rdi, the count in rsi.
class Emitter final : public LoopCode, private VectorAssembler {
public:
    /// Throws Xbyak::Error where the system gives no memory for code.
    Emitter(const LoopPlan& plan, bool wide)
        : VectorAssembler(wide)
        , m_plan(plan)
        , m_lowered(lowerLoop(plan)) {}

    /// False where registers don't suffice.
    bool emit() {
        for (const bool hoisted : {true, false}) {
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
        m_free.clear();
        for (int index = vectors() - 1; index >= 0; --index)
            m_free.push_back(index);
        m_constants.clear();
        m_scalars.clear();
        m_overflow = false;
        Xbyak::Label next, rest, end, numbers, masks;
        begin(numbers, masks);

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
        cmp(rsi, lanes());
        jl(rest, T_NEAR);
        body();
        add(rax, lanes() * 4);
        sub(rsi, lanes());
        jmp(next, T_NEAR);
        L(rest);
        test(rsi, rsi);
        jz(end, T_NEAR);
        makeMask();
        body();
        L(end);
        vzeroupper();
        for (auto saved = std::rbegin(kSaved); saved != std::rend(kSaved); ++saved)
            pop(*saved);
        ret();
        finish();
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
                broadcastNumber(vector(index), bits);
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
            vbroadcastss(vector(index), ptr[kPointers[load]]);
        } else {
            mov(rcx, ptr[rdi + 8 * load]);
            vbroadcastss(vector(index), ptr[rcx]);
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
        case LoweredLoop::What::SqrtClose:
            return {kHalf};
        case LoweredLoop::What::Relu:
        case LoweredLoop::What::Where:
            return {0};
        case LoweredLoop::What::Copy:
        case LoweredLoop::What::Add:
        case LoweredLoop::What::Subtract:
        case LoweredLoop::What::Multiply:
        case LoweredLoop::What::Divide:
        case LoweredLoop::What::DivideClose:
        case LoweredLoop::What::MultiplyAdd:
        case LoweredLoop::What::MultiplySubtract:
        case LoweredLoop::What::SubtractProduct:
        case LoweredLoop::What::Sqrt:
        case LoweredLoop::What::Maximum:
        case LoweredLoop::What::Minimum:
            return {};
        }
        std::unreachable();
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
        broadcastNumber(vector(index), bits);
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
            storeVector(vector(m_register[static_cast<std::size_t>(source)]), operandAt(operand++));
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
            loadVector(vector(m_register[v]), operandAt(v));
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
        const Vector to = vector(index);
        const auto x = [&](std::size_t i) {
            return vector(m_register[static_cast<std::size_t>(item.operands[i])]);
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
        case What::DivideClose: {
            const Borrowed spare{take(), true};
            const Borrowed other{take(), true};
            divideClosely(to, x(0), x(1), vector(spare.index), vector(other.index));
            giveBack(other);
            giveBack(spare);
            break;
        }
        case What::Sqrt:
            vsqrtps(to, x(0));
            break;
        case What::SqrtClose: {
            const Borrowed half = constant(kHalf);
            const Borrowed spare{take(), true};
            const Borrowed other{take(), true};
            rootClosely(to, x(0), vector(half.index), vector(spare.index), vector(other.index));
            giveBack(other);
            giveBack(spare);
            giveBack(half);
            break;
        }
        case What::Maximum:
            vmaxps(to, x(0), x(1));
            keepNotANumber(to, x(0));
            break;
        case What::Minimum:
            vminps(to, x(0), x(1));
            keepNotANumber(to, x(0));
            break;
        case What::Negate:
            withConstant(kSign, [&](Vector sign) { vxorps(to, x(0), sign); });
            break;
        case What::Absolute:
            withConstant(kMagnitude, [&](Vector magnitude) { vandps(to, x(0), magnitude); });
            break;
        case What::Relu: // the second where one is not a number: that passes through
            withConstant(0, [&](Vector zero) { vmaxps(to, zero, x(0)); });
            break;
        case What::Less:
            withConstant(kOne, [&](Vector one) { compare(to, x(0), x(1), kLess, one); });
            break;
        case What::Equal:
            withConstant(kOne, [&](Vector one) { compare(to, x(0), x(1), kEqual, one); });
            break;
        case What::Where:
            withConstant(0, [&](Vector zero) { choose(to, x(0), zero, x(1), x(2)); });
            break;
        case What::Constant:
            break; // loaded where it is read
        }
    }

    template<class Body>
    void withConstant(std::uint32_t bits, const Body& body) {
        const Borrowed borrowed = constant(bits);
        body(vector(borrowed.index));
        giveBack(borrowed);
    }

    void accumulate(const LoweredLoop::Sum& sum, std::size_t operand) {
        const Borrowed so{take(), true};
        const Vector sums = vector(so.index);
        const Vector value = vector(m_register[static_cast<std::size_t>(sum.source)]);
        loadVector(sums, operandAt(operand));
        if (sum.maximum) {
            const Borrowed larger{take(), true};
            vmaxps(vector(larger.index), sums, value);
            keepNotANumber(vector(larger.index), sums);
            storeVector(vector(larger.index), operandAt(operand));
            giveBack(larger);
        } else {
            vaddps(sums, sums, value);
            storeVector(sums, operandAt(operand));
        }
        giveBack(so);
    }

    static constexpr std::uint32_t kSign = 0x80000000;
    static constexpr std::uint32_t kMagnitude = 0x7fffffff;
    static constexpr std::uint32_t kOne = 0x3f800000;
    static constexpr std::uint32_t kHalf = 0x3f000000;
    // rax: offset in bytes, rcx and r11: for the moment, rdi: table, rsi: elements left.
    const std::array<Xbyak::Reg64, kPointerRegisters> kPointers{rdx, r8,  r9,  r10, rbx,
                                                                rbp, r12, r13, r14, r15};
    const std::array<Xbyak::Reg64, 6> kSaved{rbx, rbp, r12, r13, r14, r15};

    const LoopPlan& m_plan;
    LoweredLoop m_lowered;
    bool m_hoisted = true;
    bool m_overflow = false;
    std::vector<int> m_free;
    std::map<std::uint32_t, int> m_constants; ///< by pattern: their registers
    std::map<std::size_t, int> m_scalars;     ///< by load: their registers
    std::vector<int> m_register;              ///< by value; -1: in none at present
    std::vector<bool> m_owned;                ///< whether the register is the value's alone
};

} // namespace

bool loopCodeCovers(const Loop& loop, LoopMethod method) {
    return widthFor(method) != Width::None && canLower(loop);
}

std::unique_ptr<LoopCode> LoopCode::make(const LoopPlan& plan, LoopMethod method) {
    const Width width = widthFor(method);
    if (width == Width::None)
        return nullptr;
    try {
        auto code = std::make_unique<Emitter>(plan, width == Width::Avx512);
        if (code->emit())
            return code;
    } catch (const Xbyak::Error&) {
        // No memory for code, or none that may be executed: the vector kernels do the work.
    }
    return nullptr;
}

} // namespace protomind

#else

namespace protomind {

bool loopCodeCovers(const Loop&, LoopMethod) {
    return false;
}

std::unique_ptr<LoopCode> LoopCode::make(const LoopPlan&, LoopMethod) {
    return nullptr;
}

} // namespace protomind

#endif
