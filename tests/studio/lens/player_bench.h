// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/ring.h"
#include "engine/nn/layers/latent_fields.h"
#include "studio/lens/lens_bench.h"

namespace protomind {

/// A generator: a Latent and a chain of layers behind it, called "made dense", "made dense 2", ...
[[nodiscard]] inline Model forger(std::int64_t dimension, const std::string& distribution,
                                  const std::vector<std::pair<std::string, Settings>>& layers) {
    Model model = chain({dimension}, layers);
    model.layers[0].type = findLayerType(kLatentType);
    model.layers[0].settings = {{"dimension", dimension}, {kDistribution, distribution}};
    for (ModelLayer& layer : model.layers)
        layer.name = "made " + layer.name;
    return model;
}

[[nodiscard]] inline Settings dense(std::int64_t units, const char* activation = "linear") {
    return {{"units", units}, {"activation", std::string(activation)}};
}

/// Two smooth players over the plane.
[[nodiscard]] inline Model planeForger(std::int64_t dimension = 4) {
    return forger(dimension, "normal", {{"dense", dense(8, "tanh")}, {"dense", dense(2)}});
}
[[nodiscard]] inline Model planeDetective() {
    return chain({2}, {{"dense", dense(8, "tanh")}, {"dense", dense(1)}});
}

[[nodiscard]] inline DataSetPtr ringSamples(const std::string& text = "ring?samples=800") {
    return openData(text, 1).value().training;
}

} // namespace protomind
