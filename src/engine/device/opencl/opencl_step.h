// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/opencl_buffer.h"
#include "engine/device/opencl/text/kernel_text.h"
#include "engine/device/step_code.h"
#include "engine/program/step.h"

#include <memory>
#include <span>

namespace protomind {

/// A step of the program, ready to be put in the queue. Calls throw cl::Error.
class OpenClStep {
public:
    virtual ~OpenClStep() = default;
    /// All kernels that this step runs itself; a library's are not among them. Until they are built their
    /// names may be changed to those of others with the same text.
    [[nodiscard]] virtual std::vector<KernelSource*> sources() = 0;
    /// Whoever computes it, for people who look into it.
    [[nodiscard]] virtual StepMethod method() const = 0;
    /// Takes its kernels out of the built program.
    virtual void build(const cl::Program& program) = 0;
    /// Asks the library what it needs on the device; before scratchElements().
    virtual void prepare(cl::CommandQueue&) {}
    /// Floats of memory that it needs while it runs, shared with the other steps.
    [[nodiscard]] virtual std::int64_t scratchElements() const { return 0; }
    /// Says where the values lie, by their numbers; valid until it is said again.
    virtual void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) = 0;
    virtual void enqueue(cl::CommandQueue& queue, std::uint64_t run) = 0;
};

/// Kernels of our own, one after the other.
[[nodiscard]] std::unique_ptr<OpenClStep> makeTextStep(std::vector<KernelSource> sources);
/// A matrix product by CLBlast; one with few results and long sums in slices.
[[nodiscard]] std::unique_ptr<OpenClStep> makeProductStep(const Kernel& kernel, const KernelTitle& title,
                                                          const KernelLimits& limits);
/// Whether a convolution or a gradient can be a product of matrices: in one group, its patches not too large
/// for memory.
[[nodiscard]] bool columnsFit(const Kernel& kernel);
/// A convolution or one of its gradients as a product of matrices by CLBlast, over rows of image patches
/// (Chellapilla, Puri and Simard, "High performance convolutional neural networks for document processing",
/// 2006).
[[nodiscard]] std::unique_ptr<OpenClStep> makeColumnsStep(const Kernel& kernel, const KernelTitle& title,
                                                          const KernelLimits& limits);

/// The fitting one for a step of a program. number: its place in it.
[[nodiscard]] std::unique_ptr<OpenClStep> makeOpenClStep(const Step& step, std::size_t number,
                                                         const KernelLimits& limits, const ChooseWay& choose);

using OpenClSteps = std::vector<std::unique_ptr<OpenClStep>>;

/// Steps that do the same with other values, as those of a sequence do, share a kernel: it is built once.
void shareKernels(OpenClSteps& steps);
/// The text of all kernels of steps, as it is built.
[[nodiscard]] std::string textOf(const OpenClSteps& steps);

} // namespace protomind
