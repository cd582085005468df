// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

/// One function a file of this folder: the declaration of one kind of layer.
namespace protomind {

const LayerType& inputLayer();
const LayerType& latentLayer();
const LayerType& denseLayer();
const LayerType& convolutionLayer();
const LayerType& depthwiseConvolutionLayer();
const LayerType& transposedConvolutionLayer();
const LayerType& embeddingLayer();
const LayerType& positionLayer();
const LayerType& rnnLayer();
const LayerType& lstmLayer();
const LayerType& gruLayer();
const LayerType& attentionLayer();
const LayerType& flattenLayer();
const LayerType& reshapeLayer();
const LayerType& upsampleLayer();
const LayerType& padLayer();
const LayerType& cropLayer();
const LayerType& maxPoolLayer();
const LayerType& averagePoolLayer();
const LayerType& globalMaxPoolLayer();
const LayerType& globalAveragePoolLayer();
const LayerType& activationLayer();
const LayerType& dropoutLayer();
const LayerType& noiseLayer();
const LayerType& gaussianSamplingLayer();
const LayerType& batchNormLayer();
const LayerType& layerNormLayer();
const LayerType& groupNormLayer();
const LayerType& instanceNormLayer();
const LayerType& addLayer();
const LayerType& multiplyLayer();
const LayerType& concatenateLayer();

} // namespace protomind
