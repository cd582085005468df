// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_named.h"

#include <algorithm>

namespace protomind {

std::optional<std::size_t> layerNamed(const Model& model, const std::string& name) {
    const auto found = std::ranges::find(model.layers, name, &ModelLayer::name);
    if (found == model.layers.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - model.layers.begin());
}

} // namespace protomind
