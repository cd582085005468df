// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/exchange/format.h"
#include "studio/exchange/onnx/read_axes.h"
#include "studio/exchange/onnx/read_graph.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace protomind::onnxread {

/// A layer that is being made, with its numbers by what they do.
struct MadeLayer {
    const LayerType* type = nullptr;
    std::string name;
    Settings settings{};
    std::vector<int> sources{};
    std::vector<Shape> inputs{};
    Shape output{};
    std::map<std::pair<VariableRole, bool>, HostArray> values{}; ///< by role and direction
    bool only = true;                                            ///< nothing else takes what its source gives
    std::string fileName{};                                      ///< of the node that it was made of
    bool takesScale = false; ///< a normalisation whose scale comes as a node of its own
    bool takesShift = false;
    bool isAffine = false; ///< stands for fixed numbers that the file multiplies with and adds
};

/// A value of the file that depends on the input: what a layer gives, seen with the file's axes.
struct Value {
    int layer = 0;
    Axes axes{};
    bool alone = true;     ///< nothing else takes what the layer gives: it may still be changed
    bool reshaped = false; ///< since the layer
    bool whole = false;    ///< in the file, its numbers are of a kind without fractions
    std::string hint{};    ///< the node that reshaped it
    std::string name{};    ///< in the file; empty while it is on its way to another one
};

/// The channels of a value where a layer takes them for its last axis.
struct Channels {
    std::int64_t count = 1;
    std::vector<std::int64_t>
        order{}; ///< channel i of the layer is channel order[i] of the file; empty: the same
};

/// The network that is made of a graph, node by node. Everything throws Refusal.
class Reading {
public:
    explicit Reading(const OnnxGraph& graph);

    [[nodiscard]] const OnnxGraph& graph() const { return m_graph; }
    [[nodiscard]] std::int64_t opset() const { return m_graph.opset; }
    /// How many samples the file's own sizes are for.
    [[nodiscard]] std::int64_t batch() const { return m_batch; }
    void setBatch(std::int64_t batch) { m_batch = batch; }

    /// Null where it is not known from the file alone.
    [[nodiscard]] ConstantPtr constant(const std::string& name) const;
    [[nodiscard]] ConstantPtr constantInput(const OnnxNode& node, std::size_t index) const;
    /// Refuses what depends on the network's input; what: "kernel".
    [[nodiscard]] ConstantPtr needConstant(const OnnxNode& node, std::size_t index, const char* what) const;
    [[nodiscard]] bool isValue(const OnnxNode& node, std::size_t index) const;
    [[nodiscard]] Value value(const OnnxNode& node, std::size_t index = 0) const;
    [[nodiscard]] const Value& valueNamed(const std::string& name) const;
    /// As often as a name is used, the network's output included.
    [[nodiscard]] int uses(const std::string& name) const;

    void give(const OnnxNode& node, Value value, std::size_t which = 0);
    void give(const OnnxNode& node, ConstantPtr constant, std::size_t which = 0);
    void give(const std::string& name, Value value);

    /// A new layer on what others give; settings are checked, and sizes.
    int add(const char* type, const std::string& name, Settings settings, std::vector<int> sources,
            const Sentence& where);
    /// The same behind a value, which then is what the new layer gives, with the axes that it had.
    /// sources: what comes in, where that is more than the value.
    void addBehind(Value& value, const char* type, Settings settings, const OnnxNode& node,
                   std::vector<int> sources = {});
    /// One more input for a merging layer, which is called like the node from here on.
    void extend(int layer, int source, const OnnxNode& node);
    [[nodiscard]] MadeLayer& layer(int index) { return m_layers[static_cast<std::size_t>(index)]; }
    /// Numbers for one of a layer's variables; of the declared shape.
    void set(int layer, VariableRole role, HostArray values, const Sentence& where, bool backward = false);
    /// Changes a setting of a layer that is there, and what follows from it.
    void change(int layer, FieldRole role, FieldValue value, const Sentence& where);
    [[nodiscard]] bool has(int layer, FieldRole role, const FieldValue& value) const;

    /// Whether this program wrote the file: then nodes called "<layer>/..." belong to a layer.
    [[nodiscard]] bool isOwnFile() const { return m_graph.producer.starts_with("Protomind"); }
    /// Whether it did, and the node stands for a layer by itself.
    [[nodiscard]] bool isOwnLayer(const OnnxNode& node) const;
    /// Whether a node may become part of the layer that it follows.
    [[nodiscard]] bool mayJoin(const Value& value, const OnnxNode& node);

    /// The layer that gives the value's numbers in this shape; one is added where its own is another.
    int shaped(Value& value, const Shape& shape, const OnnxNode& node);
    /// The same for axes of the file in the order in which the layer is to have them. Refuses where numbers
    /// would have to change their places, but where the layers before can be made to give them in that order.
    int arranged(Value& value, std::span<const int> order, const OnnxNode& node);
    /// [N, C, H, W] as height × width × channels.
    int image(Value& value, const OnnxNode& node);
    /// What reshaping left undone, where that can be done without moving numbers: for layers that don't care.
    int settled(Value& value, const OnnxNode& node);
    /// Makes these axes the last axis of the layer; what order its channels then have.
    Channels channels(Value& value, std::span<const int> axes, const OnnxNode& node);

    /// Makes a list come in the order of the file where the layers before allow it.
    void turnIfPossible(Value& value);
    void note(Fate fate, Sentence what, Sentence how);
    [[nodiscard]] ImportedNetwork finish();

    std::vector<int>
        inputOrder; ///< axes of the file's input: its batch, then in the order of the Input layer

private:
    [[nodiscard]] std::string freeName(const std::string& wanted);
    /// As shaped; whatever else takes the value gets it from the new layer, too.
    int shapedForAll(Value& value, const Shape& shape, const OnnxNode& node);
    [[nodiscard]] bool reorderBefore(Value& value, std::span<const int> pieces);
    [[nodiscard]] bool mayReorder(int layer) const;

    const OnnxGraph& m_graph;
    std::int64_t m_batch = 1;
    std::map<std::string, ConstantPtr> m_constants; ///< besides the graph's own
    std::map<std::string, Value> m_values;
    std::map<std::string, int> m_uses;
    std::set<std::string> m_given; ///< by nodes
    std::vector<MadeLayer> m_layers;
    std::set<std::string> m_names;
    std::vector<FormatNote> m_notes;
    std::int64_t m_parameters = 0;
    std::int64_t m_folded = 0; ///< numbers that followed from others
};

/// An axis counted from the front; refuses what is none.
[[nodiscard]] int axisOf(const OnnxNode& node, std::int64_t axis, int rank);

/// A sentence for an operator that has a layer, but not with these attributes.
[[noreturn]] void refuseNode(const OnnxNode& node, Sentence why);

} // namespace protomind::onnxread
