// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_case.h"

#include <vector>

/// Layers as plain loops in double that share nothing with their graphs: what their forward passes must give.
namespace protomind {

using Doubles = std::vector<double>;
using PlainLayer = Doubles (*)(const LayerCase& which, const BuiltCase& built);

/// In place, over rows of the last axis.
void applyActivation(const std::string& name, Doubles& values, std::int64_t last, double slope = 0.01,
                     double alpha = 1);

// sequences
Doubles embeddingForward(const LayerCase& which, const BuiltCase& built);
Doubles positionForward(const LayerCase& which, const BuiltCase& built);
Doubles recurrentForward(const LayerCase& which, const BuiltCase& built); ///< RNN, LSTM and GRU
Doubles attentionForward(const LayerCase& which, const BuiltCase& built);

// images
Doubles transposedConvolutionForward(const LayerCase& which, const BuiltCase& built);
Doubles upsampleForward(const LayerCase& which, const BuiltCase& built);
Doubles padForward(const LayerCase& which, const BuiltCase& built);
Doubles cropForward(const LayerCase& which, const BuiltCase& built);

// normalisations of a sample by itself
Doubles layerNormForward(const LayerCase& which, const BuiltCase& built);
Doubles instanceNormForward(const LayerCase& which, const BuiltCase& built);
Doubles groupNormForward(const LayerCase& which, const BuiltCase& built);

} // namespace protomind
