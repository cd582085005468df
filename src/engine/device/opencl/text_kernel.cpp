// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text_kernel.h"

namespace protomind {

void TextKernel::bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) {
    cl_uint argument = 0;
    for (const KernelValue& used : m_source.values) {
        const OpenClPlace& place = used.value == kPartialResults
                                       ? OpenClPlace{scratch, 0}
                                       : values[static_cast<std::size_t>(used.value)];
        m_kernel.setArg(argument++, place.memory);
        m_kernel.setArg(argument++, static_cast<cl_int>(place.begin + used.shift));
    }
}

void TextKernel::enqueue(cl::CommandQueue& queue, std::uint64_t run) {
    if (m_source.usesRun)
        m_kernel.setArg(static_cast<cl_uint>(2 * m_source.values.size()), static_cast<cl_ulong>(run));
    queue.enqueueNDRangeKernel(m_kernel, cl::NullRange, cl::NDRange(m_source.global[0], m_source.global[1]),
                               cl::NDRange(m_source.local[0], m_source.local[1]));
}

} // namespace protomind
