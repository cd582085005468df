// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/device/cpu/convolution_shapes.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/tree_reduction.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace protomind {

namespace {

using dnnl::memory;

/// A batch is cut into so many parts at most. The number follows from shapes alone, so that sums over the
/// batch are always the same, however many threads there are.
constexpr std::int64_t kMostParts = 8;
/// Partial kernel gradients take at most so many floats together.
constexpr std::int64_t kMostPartialElements = 1 << 22;

/// A primitive for so many images, and the layouts it wants.
struct Primitive {
    dnnl::primitive code;
    memory::desc image;
    memory::desc kernel; ///< in the library's order
    memory::desc output;
    memory::desc scratch;
};

class PrimitiveMaker {
public:
    PrimitiveMaker(const ConvolutionShapes& tensors, const ConvolutionAttributes& c,
                   const dnnl::engine& engine)
        : m_tensors(tensors)
        , m_groups(c.groups)
        , m_kind(tensors.kind)
        , m_engine(engine)
        , m_strides{c.stride[0], c.stride[1]}
        , m_dilation{c.dilation[0] - 1, c.dilation[1] - 1}
        , m_before{c.paddingBefore[0], c.paddingBefore[1]}
        , m_after{0, 0} {
        m_attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
        // The library wants the padding behind to be just what the last window reaches.
        for (int axis = 0; axis < 2; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            const std::int64_t reach = (tensors.output[1 + axis] - 1) * m_strides[a] +
                                       c.dilation[a] * (tensors.kernel[axis] - 1) + 1;
            m_after[a] = reach - tensors.image[1 + axis] - m_before[a];
        }
    }

    Primitive make(std::int64_t images) const {
        Primitive primitive{.image = imageLayout(m_tensors.image.with(0, images)),
                            .kernel = freeLayout(kernelLayout(m_tensors.kernel, m_groups)),
                            .output = imageLayout(m_tensors.output.with(0, images))};
        const dnnl::convolution_forward::primitive_desc forward(
            {dnnl::prop_kind::forward_training, dnnl::algorithm::convolution_direct, primitive.image,
             primitive.kernel, primitive.output, m_strides, m_dilation, m_before, m_after},
            m_attributes, m_engine);
        if (m_kind == ConvolutionKind::Forward) {
            primitive.code = dnnl::convolution_forward(forward);
            primitive.kernel = forward.weights_desc();
            primitive.scratch = forward.scratchpad_desc();
        } else if (m_kind == ConvolutionKind::InputGradient) {
            const dnnl::convolution_backward_data::primitive_desc backward(
                {dnnl::algorithm::convolution_direct, primitive.image, primitive.kernel, primitive.output,
                 m_strides, m_dilation, m_before, m_after},
                m_attributes, m_engine, forward);
            primitive.code = dnnl::convolution_backward_data(backward);
            primitive.kernel = backward.weights_desc();
            primitive.scratch = backward.scratchpad_desc();
        } else {
            const dnnl::convolution_backward_weights::primitive_desc backward(
                {dnnl::algorithm::convolution_direct, primitive.image, primitive.kernel, primitive.output,
                 m_strides, m_dilation, m_before, m_after},
                m_attributes, m_engine, forward);
            primitive.code = dnnl::convolution_backward_weights(backward);
            primitive.kernel = backward.diff_weights_desc();
            primitive.scratch = backward.scratchpad_desc();
        }
        return primitive;
    }

private:
    const ConvolutionShapes& m_tensors;
    std::int64_t m_groups;
    ConvolutionKind m_kind;
    const dnnl::engine& m_engine;
    memory::dims m_strides;
    memory::dims m_dilation; ///< oneDNN counts the gaps: ours minus one
    memory::dims m_before;
    memory::dims m_after;
    dnnl::primitive_attr m_attributes;
};

/// A convolution or one of its gradients. Images stay in our order of memory and are shared out among the
/// threads in parts; the kernel, which is small, is put in the order that the library's code wants before a
/// run, or back after it.
class ConvolutionStep final : public CpuStep {
public:
    ConvolutionStep(const Kernel& kernel, OneDnn& oneDnn, int threads)
        : m_oneDnn(oneDnn)
        , m_kind(convolutionShapes(kernel.node).kind)
        , m_values{kernel.inputs[0], kernel.inputs[1], kernel.output}
        , m_resultElements(kernel.node.shape().elementCount()) {
        const ConvolutionShapes tensors = convolutionShapes(kernel.node);
        if (tensors.image.elementCount() == 0 || tensors.kernel.elementCount() == 0 ||
            tensors.output.elementCount() == 0)
            return; // nothing to compute it from: zeros
        const auto& attributes = kernel.node.as<ConvolutionAttributes>();
        const PrimitiveMaker maker(tensors, attributes, oneDnn.engine);
        m_images = tensors.image[0];
        std::int64_t parts = std::min(m_images, kMostParts);
        if (m_kind == ConvolutionKind::KernelGradient)
            parts = std::clamp<std::int64_t>(kMostPartialElements / tensors.kernel.elementCount(), 1, parts);
        m_partImages = (m_images + parts - 1) / parts;
        m_parts = (m_images + m_partImages - 1) / m_partImages;
        m_imageElements = tensors.image.elementCount() / m_images;
        m_outputElements = tensors.output.elementCount() / m_images;
        m_whole = maker.make(m_partImages);
        const std::int64_t rest = m_images - (m_parts - 1) * m_partImages;
        if (rest != m_partImages)
            m_rest = maker.make(rest);
        makeLanes(threads);
        makeReorder(kernelLayout(tensors.kernel, attributes.groups));
    }

    bool sharesWork() const override { return m_parts > 1; }
    std::int64_t ownElements() const override {
        const std::int64_t copies = m_kind == ConvolutionKind::KernelGradient ? m_parts : 1;
        return copies * m_kernelElements + static_cast<std::int64_t>(m_lanes.size()) * m_laneElements;
    }

    StepMethod method() const override { return {.how = "by the library oneDNN", .library = "oneDNN"}; }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        float* result = values[at(m_values[2])];
        if (m_parts == 0) {
            std::fill_n(result, m_resultElements, 0.0f);
            return;
        }
        const float* const first = values[at(m_values[0])];
        const float* const second = values[at(m_values[1])];
        if (m_kind != ConvolutionKind::KernelGradient)
            reorderKernel(const_cast<float*>(second)); // it is only read
        const auto body = [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t part = begin; part < end; ++part)
                runPart(part, first, second, result);
        };
        parallelFor(m_parts, 1, body, std::min(threads, static_cast<int>(m_lanes.size())));
        if (m_kind == ConvolutionKind::KernelGradient) {
            sumParts(m_kernels.get(), m_parts, m_kernelElements, m_kernels.get(), threads);
            reorderKernel(result);
        }
    }

private:
    static std::size_t at(std::int64_t index) { return static_cast<std::size_t>(index); }

    /// What a thread needs to run a part: its own scratch memory and its own handles.
    struct Handles {
        memory image;
        memory kernel;
        memory output;
        std::unordered_map<int, memory> arguments;
    };
    struct Lane {
        Handles whole;
        Handles rest;
        AlignedFloats scratch;
    };

    Handles makeHandles(const Primitive& primitive, float* scratch) const {
        Handles handles{.image = {primitive.image, m_oneDnn.engine, nullptr},
                        .kernel = {primitive.kernel, m_oneDnn.engine, nullptr},
                        .output = {primitive.output, m_oneDnn.engine, nullptr},
                        .arguments = {}};
        const bool kernelGradient = m_kind == ConvolutionKind::KernelGradient;
        handles.arguments = {
            {m_kind == ConvolutionKind::InputGradient ? DNNL_ARG_DIFF_SRC : DNNL_ARG_SRC, handles.image},
            {kernelGradient ? DNNL_ARG_DIFF_WEIGHTS : DNNL_ARG_WEIGHTS, handles.kernel},
            {m_kind == ConvolutionKind::Forward ? DNNL_ARG_DST : DNNL_ARG_DIFF_DST, handles.output},
            {DNNL_ARG_SCRATCHPAD, memory(primitive.scratch, m_oneDnn.engine, scratch)}};
        return handles;
    }

    void makeLanes(int threads) {
        const std::size_t bytes =
            std::max(m_whole.scratch.get_size(), m_rest.code ? m_rest.scratch.get_size() : 0);
        m_laneElements = static_cast<std::int64_t>(bytes / sizeof(float) + 1);
        m_lanes.resize(at(std::min<std::int64_t>(threads, m_parts)));
        for (Lane& lane : m_lanes) {
            lane.scratch = alignedFloats(at(m_laneElements));
            lane.whole = makeHandles(m_whole, lane.scratch.get());
            if (m_rest.code)
                lane.rest = makeHandles(m_rest, lane.scratch.get());
        }
    }

    /// The library's order of the kernel must be the same for both sizes of part; memory for it, one a
    /// partial sum.
    void makeReorder(const memory::desc& ours) {
        require(!m_rest.code || m_rest.kernel == m_whole.kernel, "convolution: two orders of one kernel");
        m_kernelElements = static_cast<std::int64_t>(m_whole.kernel.get_size() / sizeof(float));
        const std::int64_t copies = m_kind == ConvolutionKind::KernelGradient ? m_parts : 1;
        m_kernels = alignedFloats(at(copies * m_kernelElements));
        m_ours = memory(ours, m_oneDnn.engine, nullptr);
        m_theirs = memory(m_whole.kernel, m_oneDnn.engine, m_kernels.get());
        const bool before = m_kind != ConvolutionKind::KernelGradient;
        const dnnl::reorder::primitive_desc description(m_oneDnn.engine, before ? ours : m_whole.kernel,
                                                        m_oneDnn.engine, before ? m_whole.kernel : ours);
        m_reorder = dnnl::reorder(description);
        m_reorderArguments = {{DNNL_ARG_FROM, before ? m_ours : m_theirs},
                              {DNNL_ARG_TO, before ? m_theirs : m_ours}};
    }

    void reorderKernel(float* ours) {
        m_ours.set_data_handle(ours);
        m_reorder.execute(m_oneDnn.stream, m_reorderArguments);
    }

    void runPart(std::int64_t part, const float* first, const float* second, float* result) {
        Lane& lane = m_lanes[at(threadIndex())];
        const bool rest = m_rest.code && part == m_parts - 1;
        Handles& handles = rest ? lane.rest : lane.whole;
        const std::int64_t image = part * m_partImages * m_imageElements;
        const std::int64_t output = part * m_partImages * m_outputElements;
        const auto writable = [](const float* numbers) {
            return const_cast<float*>(numbers);
        }; // the library reads inputs alone
        switch (m_kind) {
        case ConvolutionKind::Forward:
            handles.image.set_data_handle(writable(first + image));
            handles.kernel.set_data_handle(m_kernels.get());
            handles.output.set_data_handle(result + output);
            break;
        case ConvolutionKind::InputGradient:
            handles.image.set_data_handle(result + image);
            handles.kernel.set_data_handle(m_kernels.get());
            handles.output.set_data_handle(writable(first + output));
            break;
        case ConvolutionKind::KernelGradient:
            handles.image.set_data_handle(writable(first + image));
            handles.kernel.set_data_handle(m_kernels.get() + part * m_kernelElements);
            handles.output.set_data_handle(writable(second + output));
            break;
        }
        (rest ? m_rest : m_whole).code.execute(m_oneDnn.stream, handles.arguments);
    }

    OneDnn& m_oneDnn;
    ConvolutionKind m_kind;
    std::array<int, 3> m_values;
    std::int64_t m_resultElements;
    std::int64_t m_images = 0;
    std::int64_t m_parts = 0;
    std::int64_t m_partImages = 0; ///< in every part but the last, which may have fewer
    std::int64_t m_imageElements = 0;
    std::int64_t m_outputElements = 0;
    std::int64_t m_kernelElements = 0; ///< in the library's order, which may have gaps
    Primitive m_whole;
    Primitive m_rest;
    std::vector<Lane> m_lanes;
    std::int64_t m_laneElements = 0; ///< floats of the library's scratch memory
    AlignedFloats m_kernels;
    memory m_ours;
    memory m_theirs;
    dnnl::primitive m_reorder;
    std::unordered_map<int, memory> m_reorderArguments;
};

} // namespace

std::unique_ptr<CpuStep> makeConvolutionStep(const Kernel& kernel, OneDnn& oneDnn, int threads) {
    return std::make_unique<ConvolutionStep>(kernel, oneDnn, threads);
}

} // namespace protomind
