// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/device/opencl/hardware.h"
#include "engine/device/opencl/program_cache.h"

#include <atomic>
#include <memory>
#include <optional>
#include <span>

namespace protomind {

/// One device at work: its context and the queue that everything is put in, in order. Shared by the device,
/// its buffers and its executables.
class OpenClQueue {
public:
    /// Throws cl::Error where the driver refuses.
    OpenClQueue(Hardware hardware, ProgramCache cache);

    [[nodiscard]] const Hardware& hardware() const { return m_hardware; }
    [[nodiscard]] const cl::Context& context() const { return m_context; }
    [[nodiscard]] cl::CommandQueue& commands() { return m_commands; }

    /// Kernels from text: from the cache if they are there. Throws cl::Error.
    [[nodiscard]] cl::Program build(const std::string& text) const;
    /// Memory for some floats. Throws cl::Error.
    [[nodiscard]] cl::Buffer allocate(std::int64_t elements) const;
    /// Bytes of what was allocated and is still there, for all purposes.
    [[nodiscard]] std::int64_t bytesHeld() const { return *m_bytesHeld; }
    /// The same of the other queues that this process has on the device.
    [[nodiscard]] std::int64_t bytesHeldByOthers() const { return *m_bytesOfDevice - *m_bytesHeld; }

    /// Copies numbers to memory of the device or from there, behind all that is in the queue, and waits for
    /// it. Throws cl::Error where the driver fails; the numbers' memory is the program's again then.
    void write(const cl::Buffer& memory, std::size_t beginBytes, std::span<const float> values);
    void read(const cl::Buffer& memory, std::size_t beginBytes, std::span<float> values);
    /// After a call that failed: waits until the driver uses no memory of the program's any more, as far as
    /// it can be known. For some seconds at most: such a driver may never answer again.
    void letGo();
    /// Waits until all that is in the queue is done.
    void finish();

    /// A call that could not tell its caller failed: Device::check() and the next run say so.
    void noteFailure(const cl::Error& error);
    [[nodiscard]] const std::optional<Problem>& failure() const { return m_failure; }

private:
    using SharedCount = std::shared_ptr<std::atomic<std::int64_t>>;

    Hardware m_hardware;
    cl::Context m_context;
    cl::CommandQueue m_commands;
    ProgramCache m_cache;
    std::optional<Problem> m_failure;
    bool m_isStuck = false; ///< was waited for in vain
    /// Drivers tell from threads of their own, and after this, that memory is gone.
    SharedCount m_bytesHeld = std::make_shared<std::atomic<std::int64_t>>(0);
    SharedCount m_bytesOfDevice;
};

using OpenClQueuePtr = std::shared_ptr<OpenClQueue>;

} // namespace protomind
