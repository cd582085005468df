// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// One image [height, width, channels] and its windows [rows, columns, channels].
struct PoolingGeometry {
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::int64_t channels = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t windowHeight = 0;
    std::int64_t windowWidth = 0;
    std::int64_t strideY = 0;
    std::int64_t strideX = 0;
    std::int64_t top = 0; ///< padding
    std::int64_t left = 0;
};

/// Pooling of one image, vectorised over its channels. Gradients are added to what is there.
struct PoolingKernels {
    /// For each window, the value that stands where the image has its (first) maximum.
    void (*maxSelect)(const PoolingGeometry& g, const float* image, const float* values,
                      float* result) = nullptr;
    void (*maxGradient)(const PoolingGeometry& g, const float* image, const float* gradient,
                        float* result) = nullptr;
    void (*average)(const PoolingGeometry& g, const float* image, float* result) = nullptr;
    void (*averageGradient)(const PoolingGeometry& g, const float* gradient, float* result) = nullptr;
};

[[nodiscard]] const PoolingKernels& poolingKernels();

} // namespace protomind
