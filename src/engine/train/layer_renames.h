// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"

#include <optional>

namespace protomind {

/// Layers of a checkpoint by the name that they have there, with the name that they have now: empty where the
/// layer is gone and its name is another layer's. Layers that are not in it are called as they were.
using LayerRenames = std::map<std::string, std::string>;

/// The layer that a variable belongs to: the longest of the names that it begins with. None where there is
/// no such name.
template<class Names>
[[nodiscard]] std::optional<std::string> layerOfVariable(const std::string& variable, const Names& names) {
    for (std::size_t slash = variable.rfind('/'); slash != std::string::npos && slash > 0;
         slash = variable.rfind('/', slash - 1)) {
        if (std::string layer = variable.substr(0, slash); names.contains(layer))
            return layer;
    }
    return std::nullopt;
}

/// What a variable is called now; none where its layer is gone.
[[nodiscard]] std::optional<std::string> renamedVariable(const std::string& variable,
                                                         const LayerRenames& renames);

/// The same state with the layers' names of now.
[[nodiscard]] Checkpoint withLayersRenamed(const Checkpoint& checkpoint, const LayerRenames& renames);

} // namespace protomind
