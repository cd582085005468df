// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

/// What goes into computations of a network and comes out of them is called the same everywhere.
namespace protomind {

inline constexpr const char* kSamples = "samples";       ///< [N, sample]
inline constexpr const char* kTargets = "targets";       ///< [N] or [N, values]
inline constexpr const char* kChosenClasses = "classes"; ///< [N], whole numbers: one class for each sample
inline constexpr const char* kOutputs = "outputs";       ///< [N, output]
inline constexpr const char* kLogits = "logits";         ///< [N, output]: before a final softmax or sigmoid
inline constexpr const char* kScalar = "scalar";         ///< what gradients are taken of

/// Of a layer, by its place in the model: [N, ...].
[[nodiscard]] inline std::string layerOutputName(std::size_t layer) {
    return "layer " + std::to_string(layer);
}

/// Of the scalar with respect to kSamples, a layer's output or a weight, in the shape of that.
[[nodiscard]] inline std::string gradientName(const std::string& of) {
    return "gradient of " + of;
}

} // namespace protomind
