// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"

#include <algorithm>

namespace protomind {

std::span<const LayerType> layerTypes() {
    static const std::vector<LayerType> all{inputLayer(),     denseLayer(),       convolutionLayer(),
                                            maxPoolLayer(),   averagePoolLayer(), globalAveragePoolLayer(),
                                            flattenLayer(),   reshapeLayer(),     dropoutLayer(),
                                            batchNormLayer(), addLayer(),         concatenateLayer(),
                                            activationLayer()};
    return all;
}

const LayerType* findLayerType(const std::string& name) {
    const auto found = std::ranges::find(layerTypes(), name, &LayerType::name);
    return found == layerTypes().end() ? nullptr : &*found;
}

} // namespace protomind
