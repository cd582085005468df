// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"

#include <algorithm>

namespace protomind {

std::span<const LayerType> layerTypes() {
    static const std::vector<LayerType> all{inputLayer(),
                                            latentLayer(),
                                            denseLayer(),
                                            convolutionLayer(),
                                            depthwiseConvolutionLayer(),
                                            transposedConvolutionLayer(),
                                            embeddingLayer(),
                                            positionLayer(),
                                            rnnLayer(),
                                            lstmLayer(),
                                            gruLayer(),
                                            attentionLayer(),
                                            flattenLayer(),
                                            reshapeLayer(),
                                            upsampleLayer(),
                                            padLayer(),
                                            cropLayer(),
                                            maxPoolLayer(),
                                            averagePoolLayer(),
                                            globalMaxPoolLayer(),
                                            globalAveragePoolLayer(),
                                            activationLayer(),
                                            dropoutLayer(),
                                            noiseLayer(),
                                            gaussianSamplingLayer(),
                                            batchNormLayer(),
                                            layerNormLayer(),
                                            groupNormLayer(),
                                            instanceNormLayer(),
                                            addLayer(),
                                            multiplyLayer(),
                                            concatenateLayer()};
    return all;
}

const LayerType* findLayerType(const std::string& name) {
    const auto found = std::ranges::find(layerTypes(), name, &LayerType::name);
    return found == layerTypes().end() ? nullptr : &*found;
}

} // namespace protomind
