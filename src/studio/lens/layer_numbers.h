// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

namespace protomind {

/// All that a layer has to do with for one sample.
struct LayerNumbers {
    std::vector<HostArray> inputs; ///< one a port; of the input layer: the sample
    std::vector<std::string> inputNames;
    HostArray output;
    std::vector<HostArray> variables; ///< as its type declares them
    std::vector<std::string> variableNames;

    [[nodiscard]] std::vector<Shape> inputShapes() const;
    [[nodiscard]] ArithmeticSource source(const ModelLayer& layer) const {
        return {layer.settings, inputs, variables};
    }
};

/// As the network answers to the context's sample. layer: by its place in the model.
[[nodiscard]] Result<LayerNumbers> numbersOf(const LensContext& context, std::size_t layer);

} // namespace protomind
