// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/kernel_steps.h"

#include <algorithm>
#include <unordered_map>

namespace protomind {

namespace {

using dnnl::memory;

/// What the three primitives of a convolution are made from.
struct Geometry {
    memory::desc image;
    memory::desc kernel;
    memory::desc output;
    memory::dims strides;
    memory::dims dilation; ///< oneDNN counts the gaps: ours minus one
    memory::dims before;
    memory::dims after;
};

dnnl::convolution_forward::primitive_desc forward(const Geometry& g, const OneDnn& oneDnn) {
    return {{dnnl::prop_kind::forward_training, dnnl::algorithm::convolution_direct, g.image,
             freeLayout(g.kernel), g.output, g.strides, g.dilation, g.before, g.after},
            oneDnn.engine};
}

/// A convolution or one of its gradients. Images stay in our order of memory; kernels, which are small, are
/// put in the order that the library's code wants before each run, or back after it.
class ConvolutionStep final : public CpuStep {
public:
    ConvolutionStep(const Kernel& kernel, OneDnn& oneDnn)
        : m_oneDnn(oneDnn)
        , m_values{kernel.inputs[0], kernel.inputs[1], kernel.output} {
        const Node node = kernel.node;
        const auto& c = node.as<ConvolutionAttributes>();
        const bool toInput = node.op() == Op::ConvolutionInputGradient;
        const bool toKernel = node.op() == Op::ConvolutionKernelGradient;
        m_empty = node.shape().elementCount() == 0;
        m_nothing = node.input(0).shape().elementCount() == 0 || node.input(1).shape().elementCount() == 0;
        m_elements = node.shape().elementCount();
        if (m_empty || m_nothing)
            return;
        Geometry g{.image = imageLayout(toInput ? node.shape() : node.input(0).shape()),
                   .kernel = kernelLayout(toKernel ? node.shape() : node.input(1).shape(), c.groups),
                   .output = imageLayout(toInput ? node.input(0).shape()
                                                 : (toKernel ? node.input(1).shape() : node.shape())),
                   .strides = {c.stride[0], c.stride[1]},
                   .dilation = {c.dilation[0] - 1, c.dilation[1] - 1},
                   .before = {c.paddingBefore[0], c.paddingBefore[1]},
                   .after = {c.paddingAfter[0], c.paddingAfter[1]}};
        fitPadding(g, node, toInput, toKernel);
        if (toInput)
            makeInputGradient(g);
        else if (toKernel)
            makeKernelGradient(g);
        else
            makeForward(g);
    }

    void run(std::span<float* const> values, std::uint64_t) override {
        if (m_empty)
            return;
        float* result = values[static_cast<std::size_t>(m_values[2])];
        if (m_nothing) {
            std::fill_n(result, m_elements, 0.0f);
            return;
        }
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_memories[i].set_data_handle(values[static_cast<std::size_t>(m_values[i])]);
        if (m_reorderBefore)
            m_reorder.execute(m_oneDnn.stream, m_reorderArguments);
        m_primitive.execute(m_oneDnn.stream, m_arguments);
        if (!m_reorderBefore && m_reorder)
            m_reorder.execute(m_oneDnn.stream, m_reorderArguments);
        m_oneDnn.stream.wait();
    }

private:
    /// The library wants the padding behind to be just what the last window reaches.
    static void fitPadding(Geometry& g, Node node, bool toInput, bool toKernel) {
        const Shape& image = toInput ? node.shape() : node.input(0).shape();
        const Shape& kernel = toKernel ? node.shape() : node.input(1).shape();
        const Shape& output =
            toInput ? node.input(0).shape() : (toKernel ? node.input(1).shape() : node.shape());
        for (int axis = 0; axis < 2; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            const std::int64_t reach =
                (output[1 + axis] - 1) * g.strides[a] + (g.dilation[a] + 1) * (kernel[axis] - 1) + 1;
            g.after[a] = reach - image[1 + axis] - g.before[a];
        }
    }

    memory lookingAt(const memory::desc& layout) const { return {layout, m_oneDnn.engine, nullptr}; }

    /// The kernel as the library wants it: our memory where the orders agree, else a copy and the reorder
    /// that fills it.
    memory kernelFor(const memory::desc& wanted, const memory& ours, bool before) {
        if (wanted == ours.get_desc())
            return ours;
        const memory theirs(wanted, m_oneDnn.engine);
        const memory& from = before ? ours : theirs;
        const memory& to = before ? theirs : ours;
        m_reorder = dnnl::reorder(from, to);
        m_reorderArguments = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}};
        m_reorderBefore = before;
        return theirs;
    }

    void makeForward(const Geometry& g) {
        const auto description = forward(g, m_oneDnn);
        m_memories = {lookingAt(g.image), lookingAt(g.kernel), lookingAt(g.output)};
        m_primitive = dnnl::convolution_forward(description);
        m_arguments = {{DNNL_ARG_SRC, m_memories[0]},
                       {DNNL_ARG_WEIGHTS, kernelFor(description.weights_desc(), m_memories[1], true)},
                       {DNNL_ARG_DST, m_memories[2]}};
    }

    void makeInputGradient(const Geometry& g) {
        const dnnl::convolution_backward_data::primitive_desc description(
            {dnnl::algorithm::convolution_direct, g.image, freeLayout(g.kernel), g.output, g.strides,
             g.dilation, g.before, g.after},
            m_oneDnn.engine, forward(g, m_oneDnn));
        m_memories = {lookingAt(g.output), lookingAt(g.kernel), lookingAt(g.image)};
        m_primitive = dnnl::convolution_backward_data(description);
        m_arguments = {{DNNL_ARG_DIFF_DST, m_memories[0]},
                       {DNNL_ARG_WEIGHTS, kernelFor(description.weights_desc(), m_memories[1], true)},
                       {DNNL_ARG_DIFF_SRC, m_memories[2]}};
    }

    void makeKernelGradient(const Geometry& g) {
        const dnnl::convolution_backward_weights::primitive_desc description(
            {dnnl::algorithm::convolution_direct, g.image, freeLayout(g.kernel), g.output, g.strides,
             g.dilation, g.before, g.after},
            m_oneDnn.engine, forward(g, m_oneDnn));
        m_memories = {lookingAt(g.image), lookingAt(g.output), lookingAt(g.kernel)};
        m_primitive = dnnl::convolution_backward_weights(description);
        m_arguments = {
            {DNNL_ARG_SRC, m_memories[0]},
            {DNNL_ARG_DIFF_DST, m_memories[1]},
            {DNNL_ARG_DIFF_WEIGHTS, kernelFor(description.diff_weights_desc(), m_memories[2], false)}};
    }

    OneDnn& m_oneDnn;
    std::array<int, 3> m_values;
    bool m_empty = false;   ///< nothing to compute
    bool m_nothing = false; ///< nothing to compute it from: zeros
    std::int64_t m_elements = 0;
    std::array<memory, 3> m_memories;
    dnnl::primitive m_primitive;
    std::unordered_map<int, memory> m_arguments;
    dnnl::primitive m_reorder;
    std::unordered_map<int, memory> m_reorderArguments;
    bool m_reorderBefore = false;
};

} // namespace

memory::desc imageLayout(const Shape& image) {
    return {{image[0], image[3], image[1], image[2]}, memory::data_type::f32, memory::format_tag::nhwc};
}

memory::desc kernelLayout(const Shape& kernel, std::int64_t groups) {
    const std::int64_t outputs = kernel[3];
    const std::int64_t column = kernel[2] * outputs;
    const std::int64_t row = kernel[1] * column;
    if (groups == 1)
        return {{outputs, kernel[2], kernel[0], kernel[1]},
                memory::data_type::f32,
                memory::dims{1, outputs, row, column}};
    const std::int64_t each = outputs / groups;
    return {{groups, each, kernel[2], kernel[0], kernel[1]},
            memory::data_type::f32,
            memory::dims{each, 1, outputs, row, column}};
}

memory::desc freeLayout(const memory::desc& layout) {
    return {layout.dims(), memory::data_type::f32, memory::format_tag::any};
}

std::unique_ptr<CpuStep> makeConvolutionStep(const Kernel& kernel, OneDnn& oneDnn) {
    return std::make_unique<ConvolutionStep>(kernel, oneDnn);
}

} // namespace protomind
