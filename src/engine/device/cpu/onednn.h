// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/graph/attributes.h"

#include <dnnl.hpp>

namespace protomind {

/// oneDNN's engine and stream for the processor; one for each executable.
struct OneDnn {
    dnnl::engine engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream{engine};
};

/// While it lives, the library stays on the thread that calls it. We cut the work ourselves, in the same
/// parts whatever the number of threads, so that results never depend on it.
class OneThread {
public:
    OneThread();
    ~OneThread();
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int m_before;
};

/// An image [N, H, W, C] as oneDNN sees it: its axes are N, C, H, W in our order of memory.
[[nodiscard]] dnnl::memory::desc imageLayout(const Shape& image);
/// A kernel [KH, KW, C / groups, O] as oneDNN sees it.
[[nodiscard]] dnnl::memory::desc kernelLayout(const Shape& kernel, std::int64_t groups);
/// The same axes in whatever order of memory oneDNN likes best.
[[nodiscard]] dnnl::memory::desc freeLayout(const dnnl::memory::desc& layout);

} // namespace protomind
