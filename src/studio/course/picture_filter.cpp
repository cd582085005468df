// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/picture_filter.h"

#include "engine/nn/layer_type.h"
#include "studio/course/fitted_line.h"

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

constexpr const char* kConvolution = "convolution";

bool hasOneFilter(const Layer& layer) {
    const LayerType* type = findLayerType(layer.type);
    return layer.type == kConvolution && type != nullptr &&
           valueOf(type->fields, layer.settings, "filters") == FieldValue{std::int64_t{1}};
}

Shape shapeOf(const GreyPicture& picture) {
    return Shape{picture.height, picture.width, 1};
}

/// Row by row, those of the border among them.
template<class Take>
void eachPixelUnder(const PictureFilter& filter, const GreyPicture& picture, FilterPlace place, Take take) {
    const Window& window = filter.window;
    const WindowPadding padding = paddingOf(window, picture.height, picture.width);
    for (std::int64_t u = 0; u < window.size[0]; ++u)
        for (std::int64_t v = 0; v < window.size[1]; ++v) {
            CoveredPixel one;
            one.row = place[0] * window.stride[0] + u * window.dilation[0] - padding.before[0];
            one.column = place[1] * window.stride[1] + v * window.dilation[1] - padding.before[1];
            one.isInside =
                one.row >= 0 && one.row < picture.height && one.column >= 0 && one.column < picture.width;
            one.pixel = one.isInside ? picture.at(one.row, one.column) : 0;
            take(one);
        }
}

} // namespace

double PictureFilter::sum() const {
    return std::accumulate(kernel.begin(), kernel.end(), 0.0);
}

const Layer* filterLayer(const Network& network) {
    const auto found = std::ranges::find_if(network.layers(), hasOneFilter);
    return found == network.layers().end() ? nullptr : &*found;
}

std::optional<PictureFilter> presentFilter(const Layer& layer,
                                           const std::map<std::string, std::vector<float>>& weights) {
    const auto found = weights.find(layer.name + "/kernel");
    const LayerType* type = findLayerType(layer.type);
    if (found == weights.end() || type == nullptr)
        return std::nullopt;
    for (const Field& field : type->fields)
        if (!checkField(field, valueOf(type->fields, layer.settings, field.name)))
            return std::nullopt;
    const auto pair = [&](const char* name) { return pairOf(sizes(type->fields, layer.settings, name)); };
    PictureFilter filter{.window = {.noun = "kernel",
                                    .size = pair("kernel"),
                                    .stride = pair("stride"),
                                    .dilation = pair("dilation"),
                                    .same = choice(type->fields, layer.settings, "padding") == "same"},
                         .kernel = {}};
    if (static_cast<std::int64_t>(found->second.size()) != filter.window.size[0] * filter.window.size[1])
        return std::nullopt;
    std::ranges::transform(found->second, std::back_inserter(filter.kernel), asWritten);
    return filter;
}

Result<std::array<std::int64_t, 2>> outputSize(const PictureFilter& filter, const GreyPicture& picture) {
    return positionsOf(filter.window, shapeOf(picture));
}

std::vector<CoveredPixel> pixelsUnder(const PictureFilter& filter, const GreyPicture& picture,
                                      FilterPlace place) {
    std::vector<CoveredPixel> covered;
    eachPixelUnder(filter, picture, place, [&](const CoveredPixel& one) { covered.push_back(one); });
    return covered;
}

double outputAt(const PictureFilter& filter, const GreyPicture& picture, FilterPlace place) {
    double sum = 0;
    auto number = filter.kernel.begin();
    eachPixelUnder(filter, picture, place,
                   [&](const CoveredPixel& one) { sum += static_cast<double>(one.pixel) * *number++; });
    return sum;
}

std::vector<double> outputOf(const PictureFilter& filter, const GreyPicture& picture) {
    std::vector<double> all;
    const auto size = outputSize(filter, picture);
    if (!size)
        return all;
    all.reserve(static_cast<std::size_t>((*size)[0] * (*size)[1]));
    for (std::int64_t row = 0; row < (*size)[0]; ++row)
        for (std::int64_t column = 0; column < (*size)[1]; ++column)
            all.push_back(outputAt(filter, picture, {row, column}));
    return all;
}

} // namespace protomind
