// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/subnormals.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace protomind {

namespace {

#if defined(__SSE2__)
/// MXCSR: flush results to zero (bit 15), take operands for zero (bit 6).
constexpr unsigned kFlush = 0x8040;

unsigned readControl() {
    return _mm_getcsr();
}
void writeControl(unsigned value) {
    _mm_setcsr(value);
}
#else
constexpr unsigned kFlush = 0;

unsigned readControl() {
    return 0;
}
void writeControl(unsigned) {}
#endif

} // namespace

FlushSubnormals::FlushSubnormals()
    : m_before(readControl()) {
    writeControl(m_before | kFlush);
}

FlushSubnormals::~FlushSubnormals() {
    writeControl(m_before);
}

} // namespace protomind
