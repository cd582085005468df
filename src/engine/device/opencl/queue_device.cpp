// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/queue_device.h"

#include "engine/base/index.h"
#include "engine/device/opencl/opencl_buffer.h"
#include "engine/device/opencl/opencl_error.h"
#include "engine/device/opencl/opencl_executable.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

namespace protomind {

namespace {

/// Of a device's memory: the rest is for pictures on the screen and for the driver.
constexpr double kUsableShare = 0.8;
constexpr const char* kLessMemory = "Make the batch or the layers smaller, or train on the CPU.";

std::int64_t bytesOf(std::int64_t elements) {
    return elements * static_cast<std::int64_t>(sizeof(float));
}

Sentence megabytes(std::int64_t bytes) {
    return sentence("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

/// Kernels count in 32 bits with a sign, and the last groups go beyond the end.
constexpr std::int64_t kMostCounted = std::int64_t{1} << 30;

/// What one kernel of a loop counts: its results, or what goes into each.
std::int64_t mostNumbers(const Loop& loop) {
    std::int64_t kept = 1;
    std::int64_t reduced = 1;
    for (int axis = 0; axis < loop.space.rank(); ++axis)
        (!loop.reduced.empty() && loop.reduced[at(axis)] ? reduced : kept) *= loop.space[axis];
    const bool byElement =
        std::ranges::any_of(loop.body, [](const Instruction& one) { return one.op == Op::RandomUniform; });
    return byElement ? loop.space.elementCount() : std::max(kept, reduced);
}

std::int64_t mostNumbers(const Kernel& kernel) {
    std::int64_t most = kernel.node.shape().elementCount();
    for (int i = 0; i < kernel.node.inputCount(); ++i)
        most = std::max(most, kernel.node.input(i).shape().elementCount());
    return most;
}

class OpenClDevice final : public Device {
public:
    OpenClDevice(OpenClQueuePtr queue, ChooseWay choose)
        : m_queue(std::move(queue))
        , m_choose(choose ? std::move(choose) : usualWays(m_queue->hardware().limits)) {}

    DeviceDescription description() const override { return m_queue->hardware().description; }

    Result<BufferPtr> allocate(const Shape& shape) override {
        if (auto fits = checkSize(shape.elementCount()); !fits)
            return std::unexpected(fits.error());
        if (auto fits = checkRoom([&] { return bytesOf(shape.elementCount()) + m_queue->bytesHeld(); });
            !fits)
            return std::unexpected(fits.error());
        try {
            return std::make_shared<OpenClBuffer>(m_queue, shape,
                                                  OpenClPlace{m_queue->allocate(shape.elementCount()), 0});
        } catch (const cl::Error& error) {
            return std::unexpected(problemOf(error, description().name));
        }
    }

    Result<void> supports(const Step& step) const override {
        const auto* kernel = std::get_if<Kernel>(&step.work);
        const std::int64_t most = kernel ? mostNumbers(*kernel) : mostNumbers(std::get<Loop>(step.work));
        if (most <= kMostCounted)
            return {};
        return fail(ProblemKind::Device,
                    sentence("This goes over {} numbers at once, and the device's kernels count {} at most.",
                             most, kMostCounted),
                    step.name, kLessMemory);
    }

    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (auto supported = checkSteps(*this, program); !supported)
            return std::unexpected(supported.error());
        if (auto fits = checkMemory(program); !fits)
            return std::unexpected(fits.error());
        try {
            return makeOpenClExecutable(m_queue, std::move(program), m_choose);
        } catch (const cl::Error& error) {
            return std::unexpected(problemOf(error, description().name));
        } catch (const std::bad_alloc&) {
            return std::unexpected(problemOf(CL_OUT_OF_HOST_MEMORY, description().name));
        }
    }

    /// Before memory is asked for: drivers promise it and fail much later.
    Result<void> checkMemory(const Program& program) const override {
        std::int64_t largest = 0;
        std::int64_t own = program.arenaElements;
        std::int64_t bound = 0; // some of it may be there already
        for (const Value& value : program.values) {
            largest = std::max(largest, value.elements);
            if (value.storage == Storage::Constant)
                own += value.elements;
            else if (value.storage != Storage::Arena)
                bound += value.elements;
        }
        if (auto fits = checkSize(largest); !fits)
            return fits;
        try {
            own += scratchElements(*m_queue, program, m_choose);
        } catch (const cl::Error& error) {
            return std::unexpected(problemOf(error, description().name));
        }
        return checkRoom([&] { return bytesOf(own) + std::max(bytesOf(bound), m_queue->bytesHeld()); });
    }

    Result<void> check() const override {
        if (m_queue->failure())
            return std::unexpected(*m_queue->failure());
        return {};
    }

private:
    /// needed: bytes that this queue would hold.
    template<class Needed>
    Result<void> checkRoom(const Needed& needed) const {
        const auto room = [&] {
            return static_cast<std::int64_t>(kUsableShare *
                                             static_cast<double>(m_queue->hardware().description.memory)) -
                   m_queue->bytesHeldByOthers();
        };
        if (needed() > room())
            m_queue->finish(); // runs under way hold what was given back already
        const std::int64_t bytes = needed();
        const std::int64_t most = room();
        if (bytes <= most)
            return {};
        return fail(ProblemKind::Memory,
                    sentence("This network and batch need {}, and the device has {} for them.",
                             megabytes(bytes), megabytes(std::max<std::int64_t>(0, most))),
                    description().name, kLessMemory);
    }

    Result<void> checkSize(std::int64_t elements) const {
        const std::int64_t most = m_queue->hardware().mostBytesOfBuffer;
        if (bytesOf(elements) <= most)
            return {};
        return fail(ProblemKind::Memory,
                    sentence("This network and batch need {} in one piece, and the device gives {} at most.",
                             megabytes(bytesOf(elements)), megabytes(most)),
                    description().name, kLessMemory);
    }

    OpenClQueuePtr m_queue;
    ChooseWay m_choose;
};

} // namespace

std::unique_ptr<Device> makeQueueDevice(OpenClQueuePtr queue, ChooseWay choose) {
    return std::make_unique<OpenClDevice>(std::move(queue), std::move(choose));
}

} // namespace protomind
