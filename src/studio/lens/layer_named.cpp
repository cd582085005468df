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

Result<void> checkLayer(const LensTarget& target) {
    if (target.layer.empty() || layerNamed(target.model, target.layer))
        return {};
    if (target.generator != nullptr && layerNamed(*target.generator, target.layer))
        return fail(ProblemKind::Unsupported,
                    sentence("{:s} is part of the generator, and this lens looks at the discriminator.",
                             target.layer),
                    {}, "Choose a layer of the discriminator.");
    return fail(ProblemKind::Request, "The network has no layer of this name.", Sentence::name(target.layer));
}

} // namespace protomind
