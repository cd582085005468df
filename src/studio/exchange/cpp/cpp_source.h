// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/layer_view.h"
#include "studio/exchange/trained_network.h"

#include <iosfwd>
#include <set>
#include <string>
#include <vector>

namespace protomind {

/// A network as the C++ source sees it.
struct CppNetwork {
    const TrainedNetwork* trained = nullptr;
    std::vector<LayerView> layers;  ///< with their numbers
    std::vector<std::string> names; ///< of layers: variables that hold what they give
    /// For each layer the arrays that hold its variables, in its order: "dense_kernel".
    std::vector<std::vector<std::string>> arrays;
};
/// trained outlives what is given.
[[nodiscard]] CppNetwork cppNetwork(const TrainedNetwork& trained);

/// The whole source file.
void writeCppSource(std::ostream& stream, const CppNetwork& network);
/// The weights of a source that writeCppSource wrote, by the names of our variables.
[[nodiscard]] Result<VariableValues> readCppWeights(std::string_view source, const CppNetwork& network);

/// What a layer is in the source: a call of a function, "layer::dense(x, weights::dense_kernel, ...)".
struct CppCall {
    std::string value;
    std::set<std::string> functions; ///< of those below
};
/// inputs: the variables that hold what comes in; arrays: those of the layer.
[[nodiscard]] CppCall cppCall(const LayerView& layer, const std::vector<std::string>& inputs,
                              const std::vector<std::string>& arrays);
/// Functions by name: "dense", "relu". Those that need others of them stand behind those.
struct CppFunction {
    std::string_view name;
    std::string_view source;
};
[[nodiscard]] std::vector<CppFunction> cppFunctions();
/// Those for images, for sequences, and for activations.
[[nodiscard]] std::vector<CppFunction> cppImageFunctions();
[[nodiscard]] std::vector<CppFunction> cppSequenceFunctions();
[[nodiscard]] std::vector<CppFunction> cppActivationFunctions();

} // namespace protomind
