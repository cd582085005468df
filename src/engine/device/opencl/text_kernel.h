// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/opencl_buffer.h"
#include "engine/device/opencl/text/kernel_source.h"

#include <span>

namespace protomind {

/// A kernel of our own: its text, and what was built of it.
class TextKernel {
public:
    explicit TextKernel(KernelSource source)
        : m_source(std::move(source)) {}

    [[nodiscard]] KernelSource& source() { return m_source; }
    [[nodiscard]] const KernelSource& source() const { return m_source; }
    void build(const cl::Program& program) { m_kernel = cl::Kernel(program, m_source.name.c_str()); }
    void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch);
    void enqueue(cl::CommandQueue& queue, std::uint64_t run);

private:
    KernelSource m_source;
    cl::Kernel m_kernel;
};

} // namespace protomind
