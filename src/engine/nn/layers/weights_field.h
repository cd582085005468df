// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"
#include "engine/nn/field.h"
#include "engine/nn/layer_builder.h"

namespace protomind {

/// The `initialiser` field of layers with a kernel.
[[nodiscard]] Field initialiserField();
/// The initialiser that its value means: "auto" takes He's before activations that prefer it, else Glorot's.
[[nodiscard]] InitialiserKind initialiserOf(const std::string& value, const std::string& activation);

/// The `use_bias` field.
[[nodiscard]] Field biasField();

/// What a layer with these fields and an activation holds: a kernel, and a bias where it is to have one.
[[nodiscard]] std::vector<LayerVariable> withBias(std::span<const Field> fields, const Settings& settings,
                                                  std::vector<VariableAxis> kernel, const VariableAxis& bias,
                                                  std::int64_t fanIn, std::int64_t fanOut);
/// product + bias; the product alone where the layer holds none.
[[nodiscard]] Node addBias(LayerBuilder& builder, Node product);

/// Where withBias() puts a layer's kernel, and its bias where it has one.
inline constexpr std::size_t kKernelPlace = 0;
inline constexpr std::size_t kBiasPlace = 1;
/// The term of the bias, where the layer has one. A zero where there is no term at all.
void addBias(const ArithmeticWriter& writer, std::vector<ArithmeticTerm>& terms, std::int64_t index);

} // namespace protomind
