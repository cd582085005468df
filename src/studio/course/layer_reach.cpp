// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/layer_reach.h"

#include "studio/lens/receptive_field.h"
#include "studio/network/lowering.h"

#include <algorithm>

namespace protomind {

std::optional<std::int64_t> receptiveSide(const Network& network, const std::string& layer) {
    const Result<Model> model = lower(network);
    if (!model || model->inputShape.rank() != 3)
        return std::nullopt;
    const auto found = std::ranges::find(model->layers, layer, &ModelLayer::name);
    if (found == model->layers.end())
        return std::nullopt;
    const auto place = static_cast<std::size_t>(found - model->layers.begin());
    const Shape shape = layerShapes(*model)[place];
    std::vector<std::int64_t> middle;
    for (int axis = 0; axis < shape.rank(); ++axis)
        middle.push_back(shape[axis] / 2);
    const std::optional<ImageBox> box = receptiveField(*model, place, middle);
    if (!box)
        return std::nullopt;
    return std::max(box->bottom - box->top, box->right - box->left) + 1;
}

} // namespace protomind
