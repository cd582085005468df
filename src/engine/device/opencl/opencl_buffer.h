// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/opencl_queue.h"

#include <array>

namespace protomind {

/// Where a tensor lies: a buffer of the device and the floats before it there.
struct OpenClPlace {
    OpenClPlace() = default;
    OpenClPlace(cl::Buffer of, std::int64_t before)
        : memory(std::move(of))
        , begin(before) {}
    OpenClPlace(const OpenClPlace&) = default;
    OpenClPlace(OpenClPlace&&) = default;
    ~OpenClPlace() = default;
    /// By way of a copy: where the driver fails to count one more, cl::Buffer's own would give back later
    /// what it never had.
    OpenClPlace& operator=(const OpenClPlace& other) { return *this = OpenClPlace(other); }
    OpenClPlace& operator=(OpenClPlace&&) = default;

    cl::Buffer memory;
    std::int64_t begin = 0;
};

/// The same place as the beginning of memory of its own, where the device lets a buffer begin there; else as
/// it was. What is put in the queue with either works on the same numbers. Throws cl::Error.
[[nodiscard]] OpenClPlace atItsBeginning(const OpenClPlace& place, std::int64_t elements);

/// A tensor in the memory of the device. A small one is written without waiting: the numbers are copied and
/// go over while earlier runs still work. Where the driver failed, here or elsewhere in the queue, what is
/// read is NaN, never what lay there before, and the driver is asked for nothing more.
class OpenClBuffer final : public Buffer {
public:
    OpenClBuffer(OpenClQueuePtr queue, const Shape& shape, OpenClPlace place);
    OpenClBuffer(const OpenClBuffer&) = delete;
    OpenClBuffer& operator=(const OpenClBuffer&) = delete;
    ~OpenClBuffer() override;

    [[nodiscard]] const Shape& shape() const override { return m_shape; }
    void write(std::span<const float> values) override;
    void read(std::span<float> values) const override;
    void writeAt(std::int64_t index, float value) override;
    [[nodiscard]] float readAt(std::int64_t index) const override;
    void copyFrom(const Buffer& other) override;
    [[nodiscard]] Result<void> check() const override;
    [[nodiscard]] std::unique_ptr<Readout> readout() const override;
    /// A run that should have left numbers here failed; none: one did leave them.
    void setFailure(std::optional<Problem> failure) { m_failure = std::move(failure); }
    [[nodiscard]] const OpenClPlace& place() const { return m_place; }
    [[nodiscard]] bool isOf(const OpenClQueue& queue) const { return m_queue.get() == &queue; }

private:
    /// Bytes before an element, in the memory that the tensor lies in.
    [[nodiscard]] std::size_t bytesBefore(std::int64_t index) const {
        return static_cast<std::size_t>(m_place.begin + index) * sizeof(float);
    }

    /// So many as there is room for, from an element on.
    void readFrom(std::int64_t index, std::span<float> values) const;

    struct Staged {
        std::vector<float> values;
        cl::Event sent;
    };

    OpenClQueuePtr m_queue;
    Shape m_shape;
    OpenClPlace m_place;
    std::optional<Problem> m_failure; ///< of this tensor alone
    std::array<Staged, 2> m_staged;
    std::size_t m_nextStaged = 0;
};

} // namespace protomind
