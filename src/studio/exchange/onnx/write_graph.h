// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/layer_view.h"

#include <map>
#include <onnx/onnx_pb.h>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Sizes, axes and orders of axes, as attributes and tensors hold them.
using OnnxSizes = std::vector<std::int64_t>;

/// An attribute of a node: {"axis", std::int64_t{1}}.
struct OnnxAttribute {
    OnnxAttribute(const char* name, std::int64_t value);
    OnnxAttribute(const char* name, float value);
    OnnxAttribute(const char* name, const std::string& value);
    OnnxAttribute(const char* name, const OnnxSizes& values);
    OnnxAttribute(const char* name, const std::vector<std::string>& values);

    onnx::AttributeProto proto;
};

/// What a layer becomes in a graph of ONNX: nodes and the numbers they need. Tensors are spoken of by their
/// names. Images have their channels in front there (N × C × H × W); everything else is as it is here.
///
/// The layer's most telling node bears its name, and so does the tensor that the layer gives; everything
/// beside that is called "<layer>/<what it is>". No name comes twice, whatever the layers are called.
class OnnxGraph {
public:
    /// Of layers, in a graph that is empty. Both outlive this.
    OnnxGraph(onnx::GraphProto& graph, const std::vector<LayerView>& layers);

    /// All nodes from here on belong to a layer.
    void beginLayer(std::size_t layer);
    /// The node that was added last gives what the layer gives.
    void endLayer();

    [[nodiscard]] const LayerView& layer() const { return m_layers[m_layer]; }
    /// What comes in.
    [[nodiscard]] const std::string& input(std::size_t which = 0) const;
    /// What a layer gives.
    [[nodiscard]] const std::string& output(std::size_t layer) const { return m_names[layer]; }

    using Inputs = std::vector<std::string>;
    using Attributes = std::vector<OnnxAttribute>;
    /// Adds the node that bears the layer's name, and returns what it gives; which: of several outputs, those
    /// before it are left out.
    std::string mainNode(const std::string& op, const Inputs& inputs, const Attributes& attributes = {},
                         int which = 0);
    /// Adds another one; what: its name behind the layer's, empty: that of the op.
    std::string node(const std::string& op, const Inputs& inputs, const Attributes& attributes = {},
                     const std::string& what = {});
    /// Adds one that gives several tensors.
    std::vector<std::string> nodeOfSeveral(const std::string& op, const Inputs& inputs, int outputs,
                                           const Attributes& attributes);

    /// A variable of the layer, its axes in another order (see permuted); no order: as they are.
    std::string weights(VariableRole role, const std::vector<int>& order = {});
    /// The same with other sizes.
    std::string weightsAs(VariableRole role, const OnnxSizes& sizes);
    /// Numbers that others made, with the name "<layer>/<what>"; sizes may be empty (a single number).
    onnx::TensorProto& floats(const std::string& what, const OnnxSizes& sizes);
    std::string number(const std::string& what, float value);
    std::string wholeNumbers(const std::string& what, const OnnxSizes& values);
    /// A table of numbers that several layers share, by its name; null: there is none yet.
    [[nodiscard]] const std::string* shared(const std::string& table) const;
    void share(const std::string& table, std::string tensor);

private:
    [[nodiscard]] std::string freeName(const std::string& wanted);
    onnx::NodeProto& addNode(const std::string& name, const std::string& op, const Inputs& inputs,
                             const Attributes& attributes);
    [[nodiscard]] std::string partName(const std::string& what) {
        return freeName(m_names[m_layer] + "/" + what);
    }

    onnx::GraphProto& m_graph;
    const std::vector<LayerView>& m_layers;
    std::map<std::string, int> m_taken; ///< names, and how many others wanted the same
    std::vector<std::string> m_names;   ///< of layers, in the graph
    std::map<std::string, std::string> m_shared;
    std::size_t m_layer = 0;
};

/// Whether a sample is an image, which has its channels in front there.
[[nodiscard]] bool hasChannelsInFront(const Shape& sample);
/// Sizes as they are there, without the batch.
[[nodiscard]] OnnxSizes onnxSizes(const Shape& sample);
/// Where the channels (of a list or a sequence: the features) are there.
[[nodiscard]] std::int64_t onnxChannelAxis(const Shape& sample);
/// Says kind and sizes of a tensor of samples; the batch is called N.
void describeTensor(onnx::ValueInfoProto& value, const std::string& name, const Shape& sample);

/// The numbers that fill a tensor, one after the other, as they lie in a file: 4 bytes each, little-endian.
void putFloat(std::string& bytes, float value);

} // namespace protomind
