// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/host_buffer.h"

#include <algorithm>

namespace protomind {

HostBuffer::HostBuffer(const Shape& shape)
    : m_shape(shape)
    , m_memory(alignedFloats(static_cast<std::size_t>(shape.elementCount())))
    , m_data(m_memory.get()) {}

void HostBuffer::write(std::span<const float> values) {
    require(static_cast<std::int64_t>(values.size()) == m_shape.elementCount(),
            "HostBuffer::write: wrong size");
    std::copy(values.begin(), values.end(), m_data);
}

void HostBuffer::read(std::span<float> values) const {
    require(static_cast<std::int64_t>(values.size()) == m_shape.elementCount(),
            "HostBuffer::read: wrong size");
    std::copy_n(m_data, values.size(), values.begin());
}

} // namespace protomind
