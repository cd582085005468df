// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/draft.h"

#include <array>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

void wantChannelsLast(ConfigReader& config) {
    config.refuseUnless(config.text("data_format", "channels_last") == "channels_last", "data_format");
}

void readFlatten(NodeReading& reading) {
    wantChannelsLast(reading.config());
    reading.append("flatten", {});
}

/// One size may be -1: what is left.
void readReshape(NodeReading& reading) {
    const auto found = reading.node().config.find("target_shape");
    if (found == reading.node().config.end() || !found->is_array() || found->empty() ||
        found->size() >= static_cast<std::size_t>(kMaxRank))
        return reading.config().refuse("target_shape");
    Sizes sizes;
    std::int64_t known = 1;
    std::size_t open = found->size();
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto& size = (*found)[i];
        if (!size.is_number_integer() || size < -1 || size == 0 || size > (std::int64_t{1} << 20))
            return reading.config().refuse("target_shape");
        sizes.push_back(size.get<std::int64_t>());
        if (sizes.back() == -1 && open < found->size())
            return reading.config().refuse("target_shape");
        if (sizes.back() == -1)
            open = i;
        else if ((known *= sizes.back()) > kMaxElements)
            return reading.config().refuse("target_shape");
    }
    if (open < sizes.size()) {
        if (reading.input().elementCount() % known != 0)
            return reading.config().refuse("target_shape");
        sizes[open] = reading.input().elementCount() / known;
    }
    const bool isFlatten =
        sizes.size() == 1 && reading.node().beside.value("kind", nlohmann::json()) == "flatten";
    if (isFlatten)
        reading.append("flatten", {});
    else
        reading.append("reshape", {{"shape", std::move(sizes)}});
}

void readPad(NodeReading& reading) {
    wantChannelsLast(reading.config());
    reading.append("pad", {{"sides", reading.config().sides("padding", {1, 1, 1, 1})}});
}

void readCrop(NodeReading& reading) {
    wantChannelsLast(reading.config());
    reading.append("crop", {{"sides", reading.config().sides("cropping", {0, 0, 0, 0})}});
}

void readUpsample(NodeReading& reading) {
    ConfigReader& config = reading.config();
    wantChannelsLast(config);
    const std::string method = config.text("interpolation", "nearest");
    config.refuseUnless(method == "nearest" || method == "bilinear", "interpolation");
    reading.append("upsample", {{"factor", config.pair("size", {2, 2})}, {"method", method}});
}

void readPool(NodeReading& reading) {
    ConfigReader& config = reading.config();
    wantChannelsLast(config);
    const std::string padding = config.text("padding", "valid");
    config.refuseUnless(padding == "same" || padding == "valid", "padding");
    const Sizes window = config.pair("pool_size", {2, 2});
    const bool isMax = reading.node().className == "MaxPooling2D";
    reading.append(isMax ? "max_pool" : "average_pool",
                   {{"window", window}, {"stride", config.pair("strides", window)}, {"padding", padding}});
}

void readGlobalPool(NodeReading& reading) {
    ConfigReader& config = reading.config();
    wantChannelsLast(config);
    config.refuseUnless(!config.boolean("keepdims", false), "keepdims");
    const bool isMax = reading.node().className.starts_with("GlobalMax");
    reading.append(isMax ? "global_max_pool" : "global_average_pool", {});
}

/// None of ours; a part of paddings and noises that our writer has taken apart.
void readRescaling(NodeReading& reading) {
    const double scale = reading.config().real("scale", 1);
    const double offset = reading.config().real("offset", 0);
    Draft* draft = reading.appendForeign(reading.input());
    if (draft != nullptr) {
        draft->scale = scale;
        draft->offset = offset;
    }
}

} // namespace

std::span<const KerasClass> shapeClasses() {
    static constexpr std::array<KerasClass, 12> classes{{{"Flatten", readFlatten},
                                                         {"Reshape", readReshape},
                                                         {"ZeroPadding2D", readPad},
                                                         {"Cropping2D", readCrop},
                                                         {"UpSampling2D", readUpsample},
                                                         {"MaxPooling2D", readPool},
                                                         {"AveragePooling2D", readPool},
                                                         {"GlobalMaxPooling1D", readGlobalPool},
                                                         {"GlobalMaxPooling2D", readGlobalPool},
                                                         {"GlobalAveragePooling1D", readGlobalPool},
                                                         {"GlobalAveragePooling2D", readGlobalPool},
                                                         {"Rescaling", readRescaling}}};
    return classes;
}

} // namespace protomind
