// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_queue.h"

#include "engine/base/pulse.h"
#include "engine/device/opencl/opencl_error.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace protomind {

namespace {

constexpr const char* kOptions = "-cl-std=CL1.2";

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
