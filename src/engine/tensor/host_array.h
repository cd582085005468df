// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <vector>

namespace protomind {

/// Numbers in the memory of the program itself, row-major. Everything the engine computes with is float;
/// class labels and indices are whole floats (exact up to 2^24).
struct HostArray {
    Shape shape;
    std::vector<float> values;

    HostArray() = default;
    explicit HostArray(Shape ofShape, float value = 0.0f)
        : shape(ofShape)
        , values(static_cast<std::size_t>(ofShape.elementCount()), value) {}
    HostArray(Shape ofShape, std::vector<float> ofValues)
        : shape(ofShape)
        , values(std::move(ofValues)) {
        require(shape.elementCount() == static_cast<std::int64_t>(values.size()),
                "HostArray: values don't fill the shape");
    }

    bool operator==(const HostArray&) const = default;
};

} // namespace protomind
