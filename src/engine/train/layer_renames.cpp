// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/layer_renames.h"

namespace protomind {

std::optional<std::string> renamedVariable(const std::string& variable, const LayerRenames& renames) {
    const auto layer = layerOfVariable(variable, renames);
    if (!layer)
        return variable;
    const std::string& now = renames.at(*layer);
    if (now.empty())
        return std::nullopt;
    return now + variable.substr(layer->size());
}

Checkpoint withLayersRenamed(const Checkpoint& checkpoint, const LayerRenames& renames) {
    Checkpoint renamed = checkpoint;
    renamed.variables.clear();
    for (const auto& [name, value] : checkpoint.variables) {
        if (auto now = renamedVariable(name, renames))
            renamed.variables.emplace(std::move(*now), value);
    }
    return renamed;
}

} // namespace protomind
