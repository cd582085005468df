// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

/// One function a file of this folder: the declaration of one kind of layer.
namespace protomind {

const LayerType& inputLayer();
const LayerType& denseLayer();
const LayerType& convolutionLayer();
const LayerType& maxPoolLayer();
const LayerType& averagePoolLayer();
const LayerType& globalAveragePoolLayer();
const LayerType& flattenLayer();
const LayerType& reshapeLayer();
const LayerType& dropoutLayer();
const LayerType& batchNormLayer();
const LayerType& addLayer();
const LayerType& concatenateLayer();
const LayerType& activationLayer();

} // namespace protomind
