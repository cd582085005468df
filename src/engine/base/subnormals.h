// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// While it lives, the processor takes numbers below about 1e-38 for zero on the thread that made it:
/// arithmetic on them is up to a hundred times slower, and gradients of a network that has learnt its task
/// are full of them.
class FlushSubnormals {
public:
    FlushSubnormals();
    ~FlushSubnormals();
    FlushSubnormals(const FlushSubnormals&) = delete;
    FlushSubnormals& operator=(const FlushSubnormals&) = delete;

private:
    unsigned m_before = 0;
};

} // namespace protomind
