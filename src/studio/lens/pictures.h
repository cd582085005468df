// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What a network looks like inside at one moment of its training: small arrays, reduced to what pictures
/// need.
namespace protomind {

enum class PictureKind {
    Plane,     ///< over two features: one map a neuron, [shown, side, side], the second feature upwards
    Curve,     ///< over a single feature: one curve a neuron, [shown, points]
    Image,     ///< the sample that is looked at: [height, width, 1 or 3], values 0..1
    Maps,      ///< what each filter makes of that sample: [shown, height, width]
    Bars,      ///< one number a neuron, for that sample: [shown]
    Histogram, ///< how often which values come up: counts, [bins]
};

/// What a layer gives.
struct LayerPicture {
    std::string layer;
    PictureKind kind = PictureKind::Histogram;
    std::int64_t channels = 0; ///< neurons or maps that the layer has; fewer may be shown
    HostArray values;
    float low = 0; ///< the least and the largest of the values; of a Histogram: where its bins begin and end
    float high = 0;
    float neutral = 0; ///< where neither colour is: 0, or 0.5 of probabilities
};

/// The weights between two small layers: [inputs, outputs] each.
struct LayerWeights {
    std::string layer;  ///< that they belong to: the one the wire leads to
    std::string weight; ///< the variable's name
    HostArray values;
    HostArray update;              ///< what the last step added; empty before one was watched
    HostArray gradient;            ///< of the loss; empty before it was computed
    HostArray penaltyGradient;     ///< of the penalty; empty where there is none
    std::int64_t gradientStep = 0; ///< steps done when it was
    std::string bias;              ///< the name of the variable of the biases; empty where there are none
    std::vector<float> biases;     ///< one an output; empty where there are none
};

struct Pictures {
    std::int64_t step = 0; ///< steps done
    std::vector<LayerPicture> layers;
    std::vector<LayerWeights> weights;
    std::map<std::string, HostArray> variables; ///< those that were asked for by name and are there
    double range = 1;                           ///< planes and curves span -range .. range
    Sentence sentence;                          ///< why there are no pictures, where there are none
};

} // namespace protomind
