// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/network/network.h"

namespace protomind {

/// A network in a line, from its input to its output: "Convolution 8 (5 × 5) · Max pooling · Dense 10". Each
/// layer by its type's title, with what goes out and what is not at its default; the input is left out, and
/// what is beyond kMostLayersNamed.
[[nodiscard]] Sentence networkInWords(const Network& network);

} // namespace protomind
