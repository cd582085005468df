// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

/// For layers that multiply nothing, or keep the shape or the numbers.
namespace protomind {

inline std::int64_t noMultiplyAdds(const Settings&, std::span<const Shape>) {
    return 0;
}
inline Result<Shape> sameShape(const Settings&, std::span<const Shape> inputs) {
    return inputs[0];
}
/// For layers that lay the same numbers out in another way.
inline Arithmetic sameNumber(const ArithmeticSource& source, const NumberPlace& wanted) {
    return copiedFrom(source, wanted.index);
}

} // namespace protomind
