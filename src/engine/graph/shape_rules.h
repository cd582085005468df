// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/attributes.h"
#include "engine/tensor/shape.h"

#include <span>

/// The shape rules that the op table names: each gives the shape of a result, or says what does not fit.
namespace protomind {

using Shapes = std::span<const Shape>;

Result<Shape> leafShape(Shapes inputs, const Attributes& attributes);
Result<Shape> elementwiseShape(Shapes inputs, const Attributes& attributes);
Result<Shape> reductionShape(Shapes inputs, const Attributes& attributes);
Result<Shape> reshapeShape(Shapes inputs, const Attributes& attributes);
Result<Shape> transposeShape(Shapes inputs, const Attributes& attributes);
Result<Shape> broadcastToShape(Shapes inputs, const Attributes& attributes);
Result<Shape> sliceShape(Shapes inputs, const Attributes& attributes);
Result<Shape> padShape(Shapes inputs, const Attributes& attributes);
Result<Shape> concatShape(Shapes inputs, const Attributes& attributes);
Result<Shape> gatherShape(Shapes inputs, const Attributes& attributes);
Result<Shape> scatterAddShape(Shapes inputs, const Attributes& attributes);
Result<Shape> matmulShape(Shapes inputs, const Attributes& attributes);
Result<Shape> convolutionShape(Shapes inputs, const Attributes& attributes);
Result<Shape> convolutionInputGradientShape(Shapes inputs, const Attributes& attributes);
Result<Shape> convolutionKernelGradientShape(Shapes inputs, const Attributes& attributes);
Result<Shape> poolShape(Shapes inputs, const Attributes& attributes);
Result<Shape> maxPoolSelectShape(Shapes inputs, const Attributes& attributes);
Result<Shape> maxPoolGradientShape(Shapes inputs, const Attributes& attributes);
Result<Shape> averagePoolGradientShape(Shapes inputs, const Attributes& attributes);

} // namespace protomind
