// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

#include <QString>

#include <vector>

namespace protomind {

/// Kinds of layers for what a person typed, the likeliest first: by the beginning of their names, then of a
/// word in it, then by anything that their names, category or summaries say. All of them for no text.
[[nodiscard]] std::vector<const LayerType*> layersMatching(const QString& text);

} // namespace protomind
