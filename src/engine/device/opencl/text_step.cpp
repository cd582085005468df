// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text_kernel.h"

#include <algorithm>

namespace protomind {

namespace {

class TextStep final : public OpenClStep {
public:
    explicit TextStep(std::vector<KernelSource> sources) {
        for (KernelSource& source : sources)
            m_kernels.emplace_back(std::move(source));
    }

    std::vector<KernelSource*> sources() override {
        std::vector<KernelSource*> all;
        for (TextKernel& kernel : m_kernels)
            all.push_back(&kernel.source());
        return all;
    }
    StepMethod method() const override {
        return {.how = m_kernels.empty()       ? "of nothing: nothing runs"
                       : m_kernels.size() == 1 ? "by a kernel that was written for it"
                                               : "by kernels that were written for it"};
    }
    void build(const cl::Program& program) override {
        for (TextKernel& kernel : m_kernels)
            kernel.build(program);
    }
    std::int64_t scratchElements() const override {
        std::size_t most = 0;
        for (const TextKernel& kernel : m_kernels)
            most = std::max(most, kernel.source().partialElements);
        return static_cast<std::int64_t>(most);
    }
    void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) override {
        for (TextKernel& kernel : m_kernels)
            kernel.bind(values, scratch);
    }
    void enqueue(cl::CommandQueue& queue, std::uint64_t run) override {
        for (TextKernel& kernel : m_kernels)
            kernel.enqueue(queue, run);
    }

private:
    std::vector<TextKernel> m_kernels;
};

} // namespace

std::unique_ptr<OpenClStep> makeTextStep(std::vector<KernelSource> sources) {
    return std::make_unique<TextStep>(std::move(sources));
}

} // namespace protomind
