// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/device/device.h"

#include <memory>

namespace protomind {

/// A buffer in the program's own memory, aligned to cache lines.
class HostBuffer final : public Buffer {
public:
    explicit HostBuffer(const Shape& shape);
    /// Looks at memory that somebody else keeps.
    HostBuffer(const Shape& shape, float* data)
        : m_shape(shape)
        , m_data(data) {}

    [[nodiscard]] const Shape& shape() const override { return m_shape; }
    void write(std::span<const float> values) override;
    void read(std::span<float> values) const override;
    void writeAt(std::int64_t index, float value) override;
    [[nodiscard]] float readAt(std::int64_t index) const override;
    void copyFrom(const Buffer& other) override;
    [[nodiscard]] float* hostData() override { return m_data; }

private:
    Shape m_shape;
    AlignedFloats m_memory;
    float* m_data = nullptr;
};

/// Throws std::logic_error where a program does not know the name in this shape, or the buffer's numbers are
/// not in the program's own memory. Gives the numbers.
float* bindableNumbers(const Program& program, const std::string& name, const BufferPtr& buffer);

} // namespace protomind
