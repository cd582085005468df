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

void HostBuffer::writeAt(std::int64_t index, float value) {
    require(index >= 0 && index < m_shape.elementCount(), "HostBuffer::writeAt: outside of the tensor");
    m_data[index] = value;
}

float HostBuffer::readAt(std::int64_t index) const {
    require(index >= 0 && index < m_shape.elementCount(), "HostBuffer::readAt: outside of the tensor");
    return m_data[index];
}

void HostBuffer::copyFrom(const Buffer& other) {
    const auto* host = dynamic_cast<const HostBuffer*>(&other);
    require(host != nullptr, "HostBuffer::copyFrom: a buffer of another device");
    require(host->m_shape == m_shape, "HostBuffer::copyFrom: another shape");
    if (host->m_data != m_data)
        std::copy_n(host->m_data, m_shape.elementCount(), m_data);
}

float* bindableNumbers(const Program& program, const std::string& name, const BufferPtr& buffer) {
    requireBindable(program, name, buffer);
    float* const numbers = buffer->hostData();
    require(numbers != nullptr || buffer->shape().elementCount() == 0, "bind: a buffer of another device");
    return numbers;
}

} // namespace protomind
