// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_layer.h"

#include <string>
#include <vector>

namespace protomind {

/// Writes one of our layers as Keras layers, one behind the other.
class LayerScribe {
public:
    /// name: the Keras name of the layer that stands for ours. inputs: of which Keras layers ours reads.
    LayerScribe(const LayerView& layer, KerasDialect dialect, std::string name,
                std::vector<std::size_t> inputs, std::vector<KerasLayer>& layers);

    [[nodiscard]] const LayerView& layer() const { return m_layer; }
    [[nodiscard]] KerasDialect dialect() const { return m_dialect; }
    [[nodiscard]] bool isKeras3() const { return m_dialect == KerasDialect::Keras3; }
    [[nodiscard]] const std::string& name() const { return m_name; }

    /// The Keras layer that stands for ours; the others play a part beside it.
    KerasLayer& main(std::string className, nlohmann::json config, const Shape& output);
    KerasLayer& part(const std::string& part, std::string className, nlohmann::json config,
                     const Shape& output);

    /// The activation of our layer where Keras has it by name ("linear" where it takes a layer of its own).
    [[nodiscard]] std::string activationByName() const;
    /// The layer for an activation that has no name in Keras; nothing where there is a name.
    void activationPart();

    /// What goes out at the end of all.
    [[nodiscard]] std::size_t last() const { return m_inputs.front(); }

private:
    KerasLayer& append(std::string name, std::string className, nlohmann::json config, const Shape& output);

    const LayerView& m_layer;
    KerasDialect m_dialect;
    std::string m_name;
    std::vector<std::size_t> m_inputs; ///< of what comes next
    std::vector<KerasLayer>& m_layers;
};

/// How one kind of our layers is written.
struct KerasScript {
    std::string_view kind;
    void (*write)(LayerScribe& scribe);
};
/// Null where there is none: of a kind that Keras has no layers for.
[[nodiscard]] const KerasScript* kerasScript(std::string_view kind);

// What the table is made of: a file each.
[[nodiscard]] std::span<const KerasScript> denseScripts();       ///< and convolutions
[[nodiscard]] std::span<const KerasScript> sequenceScripts();    ///< recurrent layers, attention, positions
[[nodiscard]] std::span<const KerasScript> shapeScripts();       ///< and pooling
[[nodiscard]] std::span<const KerasScript> elementwiseScripts(); ///< normalisation, activations, merging

} // namespace protomind
