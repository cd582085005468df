// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/layer_variables.h"

#include <algorithm>

namespace protomind {

std::vector<LayerVariable> layerVariables(const Layer& layer, std::span<const Shape> inputs) {
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr || (type->inputs != kAnyNumberOfInputs && type->inputs != std::ssize(inputs)))
        return {};
    const bool fits = std::ranges::all_of(type->fields, [&](const Field& field) {
        return checkField(field, valueOf(type->fields, layer.settings, field.name)).has_value();
    });
    return fits && type->outputShape(layer.settings, inputs) ? type->variables(layer.settings, inputs)
                                                             : std::vector<LayerVariable>();
}

} // namespace protomind
