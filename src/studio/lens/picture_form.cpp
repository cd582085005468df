// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/picture_form.h"

namespace protomind {

namespace {

constexpr std::int64_t kMostBars = 32;

} // namespace

InputKind inputKindOf(const Shape& input) {
    if (input == Shape{2})
        return InputKind::Plane;
    if (input == Shape{1})
        return InputKind::Line;
    return input.rank() == 3 && input[0] > 1 && input[1] > 1 ? InputKind::Image : InputKind::Other;
}

PictureForm pictureForm(const Shape& layer, const Shape& input, bool isInput) {
    const InputKind kind = inputKindOf(input);
    PictureForm form;
    form.channels = layer.rank() == 0 ? 1 : layer.back(0);
    if (layer.rank() == 1 && kind == InputKind::Plane) {
        form.kind = PictureKind::Plane;
    } else if (layer.rank() == 1 && kind == InputKind::Line) {
        form.kind = PictureKind::Curve;
    } else if (kind == InputKind::Image && layer.rank() == 3 && layer[0] * layer[1] > 1) {
        const bool picture = isInput && (layer[2] == 1 || layer[2] == 3);
        form.kind = picture ? PictureKind::Image : PictureKind::Maps;
        form.height = layer[0];
        form.width = layer[1];
    } else if (kind == InputKind::Image && layer.elementCount() <= kMostBars) {
        form.kind = PictureKind::Bars;
        form.channels = layer.elementCount();
    }
    return form;
}

GeneratorForm generatorForm(const Shape& latents, const Shape& made) {
    const InputKind kind = inputKindOf(latents);
    const bool overLatents = kind == InputKind::Plane || kind == InputKind::Line;
    if (!overLatents && inputKindOf(made) == InputKind::Image)
        return {made, true};
    return {latents, false};
}

} // namespace protomind
