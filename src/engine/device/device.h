// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/step_code.h"
#include "engine/program/program.h"
#include "engine/tensor/host_array.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A number that every run leaves, asked for without waiting for it, so that a device always has work.
/// Figures of training come this way, a few bytes behind each run, and not as sums that the device keeps and
/// that are read now and then: nobody waits for them until kMostOnTheWay runs are on the way, a loss that is
/// not finite is seen that many runs later at most, and sums in double on the program's side are the same on
/// every device, bit for bit.
class Readout {
public:
    virtual ~Readout() = default;
    /// Asks for the number as the runs so far will leave it. At most kMostOnTheWay are asked for and not
    /// taken.
    virtual void ask() = 0;
    /// Whether the oldest that was asked for is there.
    [[nodiscard]] virtual bool arrived() const = 0;
    /// The oldest that was asked for; waits for it.
    virtual float take() = 0;
};

/// How many runs a device may be behind those who ask: one is under way, the others keep it from waiting.
inline constexpr std::size_t kMostOnTheWay = 4;

/// Memory of a device that holds one tensor of floats.
class Buffer {
public:
    virtual ~Buffer() = default;
    [[nodiscard]] virtual const Shape& shape() const = 0;
    /// Copies the whole tensor in or out; sizes must match. Throws std::logic_error where they do not.
    virtual void write(std::span<const float> values) = 0;
    virtual void read(std::span<float> values) const = 0;
    /// One number, by its row-major index; the rest of the tensor stays where it is. Throws std::logic_error
    /// outside of the tensor.
    virtual void writeAt(std::int64_t index, float value) = 0;
    [[nodiscard]] virtual float readAt(std::int64_t index) const = 0;
    /// Copies a buffer of the same device and shape, as the runs so far leave it, within the device's memory:
    /// nobody waits. Throws std::logic_error where it is another device's or of another shape.
    virtual void copyFrom(const Buffer& other) = 0;
    /// The numbers themselves where the device shares the program's memory, else null.
    [[nodiscard]] virtual float* hostData() { return nullptr; }
    /// Why the numbers are none, where the device failed: what is read is NaN then. They stay so until the
    /// whole tensor is written or copied anew, on a device that still works.
    [[nodiscard]] virtual Result<void> check() const { return {}; }
    /// For a tensor of one number; the buffer outlives it.
    [[nodiscard]] virtual std::unique_ptr<Readout> readout() const;
};

using BufferPtr = std::shared_ptr<Buffer>;

/// The contents of a buffer, copied.
[[nodiscard]] HostArray read(const Buffer& buffer);

/// Numbers that are read as soon as they are asked for.
class PlainReadout final : public Readout {
public:
    explicit PlainReadout(const Buffer& buffer)
        : m_buffer(buffer) {}
    void ask() override;
    [[nodiscard]] bool arrived() const override { return m_asked > m_taken; }
    float take() override;

private:
    const Buffer& m_buffer;
    std::array<float, kMostOnTheWay> m_numbers{};
    std::size_t m_asked = 0;
    std::size_t m_taken = 0;
};

using StepObserver = std::function<void(std::size_t step)>;

/// A program made ready for one device: kernels chosen, memory laid out. Inputs and variables are bound once
/// (and may be bound again); a run then allocates nothing and looks nothing up. Used by one thread at a time.
class Executable {
public:
    virtual ~Executable() = default;
    [[nodiscard]] virtual const Program& program() const = 0;
    /// Gives the buffer for an input or a variable, by its name in the program. Several executables may share
    /// the buffer of a variable: that is how training and evaluation see the same weights. What the program
    /// was compiled from knows the name; where the program turned out not to need it, nothing happens. Throws
    /// std::logic_error for a name that nothing has, another shape, or memory that the device can't use: see
    /// requireBindable.
    virtual void bind(const std::string& name, BufferPtr buffer) = 0;
    /// What runs, step by step: for people who look into it.
    [[nodiscard]] virtual ProgramCode code() const = 0;
    /// Computes everything once; the numbers of random nodes depend on run. All names must be bound. Where it
    /// fails, nobody knows what the outputs and the variables that it updates are: see Buffer::check. Fails
    /// where what is bound is not known either.
    virtual Result<void> run(std::uint64_t run) = 0;
    /// The same, and tells the observer the number of each step of the program when it is done: for profiles
    /// and for looking at a run in slow motion. A device that does not work in the program's steps tells
    /// nothing.
    virtual Result<void> runObserved(std::uint64_t run, const StepObserver& observer) = 0;
    /// Floats that runs need besides the program's arena and what is bound: scratch memory of its steps.
    [[nodiscard]] virtual std::int64_t scratchElements() const { return 0; }
    /// How many of the processor's threads should prepare what a run takes in: as many as run it, where the
    /// processor does.
    [[nodiscard]] virtual int threads() const;
    /// An output as the last run left it; valid until the next run.
    [[nodiscard]] virtual Buffer& output(const std::string& name) = 0;
};

struct DeviceDescription {
    std::string id;          ///< "cpu", "opencl:0", as in --device
    std::string name;        ///< as the maker calls it
    std::string detail;      ///< instruction set, driver
    int threads = 1;         ///< compute units used
    std::int64_t memory = 0; ///< bytes there are
    std::string identity;    ///< device and driver: what was built or measured for one is not for another
    bool graphics = false;   ///< a graphics card, by what its driver says
};

/// Who computes. A device knows programs and nothing of gradients, layers or drawings.
class Device {
public:
    virtual ~Device() = default;
    [[nodiscard]] virtual DeviceDescription description() const = 0;
    [[nodiscard]] virtual Result<BufferPtr> allocate(const Shape& shape) = 0;
    /// Whether the device can run a step; the problem says in a sentence why not. Takes no memory.
    [[nodiscard]] virtual Result<void> supports(const Step& step) const = 0;
    /// Fails where a step is not supported, or memory is not there.
    [[nodiscard]] virtual Result<std::unique_ptr<Executable>> load(Program program) = 0;
    /// Whether the device has the memory that runs of a program need besides what is allocated already; the
    /// problem says how much is needed and how much there is. Takes none.
    [[nodiscard]] virtual Result<void> checkMemory(const Program&) const { return {}; }
    /// What the device met that no call could tell: whatever is read of one that failed is NaN, and whatever
    /// is written to it is lost. It stays so, and runs say the same. Who read numbers asks before using them.
    [[nodiscard]] virtual Result<void> check() const { return {}; }
};

/// Whether a device supports every step of a program; the problem names the first that it does not.
[[nodiscard]] Result<void> checkSteps(const Device& device, const Program& program);

/// Throws std::logic_error where a program has no input or variable of this name, or one of another shape.
void requireBindable(const Program& program, const std::string& name, const BufferPtr& buffer);

} // namespace protomind
