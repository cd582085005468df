// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_buffer.h"

#include <algorithm>
#include <climits>
#include <limits>

namespace protomind {

namespace {

/// Larger tensors are written from where they are, and waited for: a batch of pictures is not.
constexpr std::size_t kMostStagedFloats = 1u << 22;

constexpr float kUnread = std::numeric_limits<float>::quiet_NaN();

/// Copies that are put in the queue behind the runs before them.
class QueuedReadout final : public Readout {
public:
    QueuedReadout(OpenClQueuePtr queue, const OpenClPlace& place)
        : m_queue(std::move(queue))
        , m_place(place) {}
    QueuedReadout(const QueuedReadout&) = delete;
    QueuedReadout& operator=(const QueuedReadout&) = delete;
    ~QueuedReadout() override {
        while (m_taken < m_asked)
            take(); // the driver must not write here any more
        if (m_isLost)
            m_queue->letGo();
    }

    void ask() override {
        require(m_asked - m_taken < kMostOnTheWay, "Readout::ask: too many on the way");
        Copy& copy = m_copies[m_asked++ % kMostOnTheWay];
        copy.number = kUnread;
        try {
            copy.done = cl::Event();
            if (m_queue->failure())
                return;
            m_queue->commands().enqueueReadBuffer(m_place.memory, CL_FALSE,
                                                  static_cast<std::size_t>(m_place.begin) * sizeof(float),
                                                  sizeof(float), &copy.number, nullptr, &copy.done);
            m_queue->commands().flush();
        } catch (const cl::Error& error) {
            m_queue->noteFailure(error);
        }
    }

    bool arrived() const override {
        if (m_asked == m_taken)
            return false;
        const cl::Event& done = m_copies[m_taken % kMostOnTheWay].done;
        try {
            return !done() || done.getInfo<CL_EVENT_COMMAND_EXECUTION_STATUS>() <= CL_COMPLETE;
        } catch (const cl::Error&) {
            return true; // take() says what is wrong
        }
    }

    float take() override {
        require(m_asked > m_taken, "Readout::take: nothing was asked for");
        Copy& copy = m_copies[m_taken++ % kMostOnTheWay];
        if (!copy.done())
            return kUnread;
        try {
            copy.done.wait();
            return m_queue->failure() ? kUnread : copy.number;
        } catch (const cl::Error& error) {
            m_isLost = true;
            m_queue->noteFailure(error);
            return kUnread;
        }
    }

private:
    struct Copy {
        float number = kUnread;
        cl::Event done;
    };

    OpenClQueuePtr m_queue;
    const OpenClPlace& m_place; ///< of the buffer, which outlives this
    std::array<Copy, kMostOnTheWay> m_copies;
    std::size_t m_asked = 0;
    std::size_t m_taken = 0;
    bool m_isLost = false; ///< a copy that could not be waited for may be on the way still
};

} // namespace

OpenClPlace atItsBeginning(const OpenClPlace& place, std::int64_t elements) {
    if (place.begin == 0 || elements == 0)
        return place;
    const auto bits = place.memory.getInfo<CL_MEM_CONTEXT>()
                          .getInfo<CL_CONTEXT_DEVICES>()
                          .front()
                          .getInfo<CL_DEVICE_MEM_BASE_ADDR_ALIGN>();
    cl_buffer_region region{static_cast<std::size_t>(place.begin) * sizeof(float),
                            static_cast<std::size_t>(elements) * sizeof(float)};
    if (bits == 0 || region.origin * CHAR_BIT % bits != 0)
        return place;
    cl::Buffer whole = place.memory; // the call does not change it, but is not declared so
    return {whole.createSubBuffer(CL_MEM_READ_WRITE, CL_BUFFER_CREATE_TYPE_REGION, &region), 0};
}

OpenClBuffer::OpenClBuffer(OpenClQueuePtr queue, const Shape& shape, OpenClPlace place)
    : m_queue(std::move(queue))
    , m_shape(shape)
    , m_place(std::move(place)) {}

OpenClBuffer::~OpenClBuffer() {
    for (const Staged& staged : m_staged) {
        try {
            if (staged.sent())
                staged.sent.wait(); // the driver must not read the numbers any more
        } catch (const cl::Error& error) {
            m_queue->noteFailure(error);
            m_queue->letGo();
        }
    }
}

void OpenClBuffer::write(std::span<const float> values) {
    require(static_cast<std::int64_t>(values.size()) == m_shape.elementCount(),
            "OpenClBuffer::write: wrong size");
    if (values.empty() || m_queue->failure())
        return;
    const std::size_t begin = bytesBefore(0);
    try {
        if (values.size() > kMostStagedFloats) {
            m_queue->write(m_place.memory, begin, values);
            m_failure.reset();
            return;
        }
        Staged& staged = m_staged[m_nextStaged];
        m_nextStaged = 1 - m_nextStaged;
        if (staged.sent())
            staged.sent.wait();
        staged.sent = cl::Event(); // fails now, or not once the driver has the numbers
        staged.values.assign(values.begin(), values.end());
        m_queue->commands().enqueueWriteBuffer(m_place.memory, CL_FALSE, begin, values.size_bytes(),
                                               staged.values.data(), nullptr, &staged.sent);
        m_failure.reset();
    } catch (const cl::Error& error) {
        m_queue->noteFailure(error);
    }
}

void OpenClBuffer::read(std::span<float> values) const {
    require(static_cast<std::int64_t>(values.size()) == m_shape.elementCount(),
            "OpenClBuffer::read: wrong size");
    readFrom(0, values);
}

void OpenClBuffer::readFrom(std::int64_t index, std::span<float> values) const {
    if (values.empty())
        return;
    try {
        if (check()) {
            m_queue->read(m_place.memory, bytesBefore(index), values);
            return;
        }
    } catch (const cl::Error& error) {
        m_queue->noteFailure(error);
    }
    std::ranges::fill(values, kUnread);
}

/// A filling of one number: the driver keeps it, so that nobody waits.
void OpenClBuffer::writeAt(std::int64_t index, float value) {
    require(index >= 0 && index < m_shape.elementCount(), "OpenClBuffer::writeAt: outside of the tensor");
    if (m_queue->failure())
        return;
    try {
        m_queue->commands().enqueueFillBuffer(m_place.memory, value, bytesBefore(index), sizeof(float));
    } catch (const cl::Error& error) {
        m_queue->noteFailure(error);
    }
}

float OpenClBuffer::readAt(std::int64_t index) const {
    require(index >= 0 && index < m_shape.elementCount(), "OpenClBuffer::readAt: outside of the tensor");
    float value = kUnread;
    readFrom(index, std::span(&value, 1));
    return value;
}

void OpenClBuffer::copyFrom(const Buffer& other) {
    const auto* own = dynamic_cast<const OpenClBuffer*>(&other);
    require(own != nullptr && own->isOf(*m_queue), "OpenClBuffer::copyFrom: a buffer of another device");
    require(own->m_shape == m_shape, "OpenClBuffer::copyFrom: another shape");
    if (own == this || m_shape.elementCount() == 0 || m_queue->failure())
        return;
    m_failure = own->m_failure;
    try {
        m_queue->commands().enqueueCopyBuffer(
            own->m_place.memory, m_place.memory, own->bytesBefore(0), bytesBefore(0),
            static_cast<std::size_t>(m_shape.elementCount()) * sizeof(float));
    } catch (const cl::Error& error) {
        m_queue->noteFailure(error);
    }
}

Result<void> OpenClBuffer::check() const {
    if (m_queue->failure())
        return std::unexpected(*m_queue->failure());
    if (m_failure)
        return std::unexpected(*m_failure);
    return {};
}

std::unique_ptr<Readout> OpenClBuffer::readout() const {
    require(m_shape.elementCount() == 1, "OpenClBuffer::readout: more than one number");
    return std::make_unique<QueuedReadout>(m_queue, m_place);
}

} // namespace protomind
