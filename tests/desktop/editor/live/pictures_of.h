// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/pictures.h"
#include "studio/network/analysis.h"

#include <memory>

namespace protomind {

/// What a session would tell of a network of points in the plane.
inline std::shared_ptr<Pictures> picturesOf(const Network& network, const Analysis& analysis) {
    auto pictures = std::make_shared<Pictures>();
    for (const Layer& layer : network.layers()) {
        const std::int64_t channels = (*analysis.layers.at(layer.id).outputShape)[0];
        LayerPicture picture;
        picture.layer = layer.name;
        picture.kind = PictureKind::Plane;
        picture.channels = channels;
        picture.values = HostArray(Shape{channels, 4, 4}, 0.5f);
        picture.high = 1;
        pictures->layers.push_back(picture);
        const std::vector<Wire> wires = network.wiresInto(layer.id);
        if (wires.empty())
            continue;
        LayerWeights weights;
        weights.layer = layer.name;
        weights.weight = layer.name + "/kernel";
        weights.values =
            HostArray(Shape{(*analysis.layers.at(wires[0].from).outputShape)[0], channels}, 0.25f);
        weights.gradient = weights.values;
        pictures->weights.push_back(weights);
    }
    return pictures;
}

} // namespace protomind
