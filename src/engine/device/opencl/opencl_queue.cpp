// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_queue.h"

#include "engine/base/pulse.h"
#include "engine/device/opencl/opencl_error.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>

namespace protomind {

namespace {

constexpr const char* kOptions = "-cl-std=CL1.2";

/// A driver that failed is waited for so long, and looked at so often.
constexpr std::chrono::seconds kMostWaiting{10};
constexpr std::chrono::milliseconds kBetweenLooks{1};

using HeldBytes = std::shared_ptr<std::atomic<std::int64_t>>;

/// Of a device, by all queues of the process: two sessions on one device share its memory.
HeldBytes bytesOfDevice(const cl::Device& device) {
    static std::mutex lock;
    static std::map<cl_device_id, HeldBytes> devices;
    const std::lock_guard guard(lock);
    HeldBytes& bytes = devices[device()];
    if (!bytes)
        bytes = std::make_shared<std::atomic<std::int64_t>>(0);
    return bytes;
}

/// Memory that is counted until the driver gives it back.
struct Held {
    HeldBytes ofQueue;
    HeldBytes ofDevice;
    std::int64_t bytes;

    void count() const {
        *ofQueue += bytes;
        *ofDevice += bytes;
    }

    static void CL_CALLBACK end(cl_mem, void* held) {
        const std::unique_ptr<Held> own(static_cast<Held*>(held));
        *own->ofDevice -= own->bytes;
        *own->ofQueue -= own->bytes;
    }
};

} // namespace

OpenClQueue::OpenClQueue(Hardware hardware, ProgramCache cache)
    : m_hardware(std::move(hardware))
    , m_context(m_hardware.device)
    , m_commands(m_context, m_hardware.device)
    , m_cache(std::move(cache))
    , m_bytesOfDevice(bytesOfDevice(m_hardware.device)) {}

cl::Program OpenClQueue::build(const std::string& text) const {
    const LongCall call;
    const std::vector<cl::Device> devices{m_hardware.device};
    const std::string key = m_hardware.description.identity + "\n" + kOptions + "\n" + text;
    if (const auto binary = m_cache.find(key)) {
        try {
            cl::Program program(m_context, devices, {*binary});
            program.build(devices, kOptions);
            return program;
        } catch (const cl::Error&) {
            // What the driver once gave it does not take any more: built again.
        }
    }
    cl::Program program(m_context, text);
    program.build(devices, kOptions);
    const auto binaries = program.getInfo<CL_PROGRAM_BINARIES>();
    if (binaries.size() == 1 && !binaries[0].empty())
        m_cache.keep(key, binaries[0]);
    return program;
}

cl::Buffer OpenClQueue::allocate(std::int64_t elements) const {
    const auto bytes = static_cast<std::size_t>(std::max<std::int64_t>(1, elements)) * sizeof(float);
    cl::Buffer memory(m_context, CL_MEM_READ_WRITE, bytes);
    auto held = std::make_unique<Held>(m_bytesHeld, m_bytesOfDevice, static_cast<std::int64_t>(bytes));
    try {
        memory.setDestructorCallback(&Held::end, held.get());
        held.release()->count();
    } catch (const cl::Error&) {
        // A driver that does not tell: better not counted than for ever.
    }
    return memory;
}

void OpenClQueue::write(const cl::Buffer& memory, std::size_t beginBytes, std::span<const float> values) {
    try {
        m_commands.enqueueWriteBuffer(memory, CL_TRUE, beginBytes, values.size_bytes(), values.data());
    } catch (const cl::Error&) {
        letGo();
        throw;
    }
}

void OpenClQueue::read(const cl::Buffer& memory, std::size_t beginBytes, std::span<float> values) {
    try {
        m_commands.enqueueReadBuffer(memory, CL_TRUE, beginBytes, values.size_bytes(), values.data());
    } catch (const cl::Error&) {
        letGo();
        throw;
    }
}

/// clFinish would do, but comes back from a driver that hangs never. The queue is in order: a marker behind
/// all else is looked at instead.
void OpenClQueue::letGo() {
    if (m_isStuck)
        return;
    const auto until = std::chrono::steady_clock::now() + kMostWaiting;
    try {
        cl::Event last;
        m_commands.enqueueMarkerWithWaitList(nullptr, &last);
        m_commands.flush();
        while (last.getInfo<CL_EVENT_COMMAND_EXECUTION_STATUS>() > CL_COMPLETE && !m_isStuck) {
            std::this_thread::sleep_for(kBetweenLooks);
            m_isStuck = std::chrono::steady_clock::now() >= until;
        }
    } catch (const cl::Error&) {
        // A queue that takes nothing any more can't be waited for.
    }
}

void OpenClQueue::finish() {
    try {
        m_commands.finish();
    } catch (const cl::Error& error) {
        noteFailure(error);
    }
}

void OpenClQueue::noteFailure(const cl::Error& error) {
    if (!m_failure)
        m_failure = problemOf(error, m_hardware.description.name);
}

} // namespace protomind
