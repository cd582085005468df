// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/formats/formats.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A way of using a layer that a format can't say, though it can say the layer as it comes.
struct LayerException {
    Sentence use; ///< "with Padding: same", "on an image"
    Problem problem;
};

/// What a format makes of a kind of layer.
struct LayerSupport {
    std::optional<Problem> obstacle; ///< none: a layer as it comes from the palette can be said
    std::vector<LayerException> exceptions;

    [[nodiscard]] bool whole() const { return !obstacle && exceptions.empty(); }
};

struct LayerTableRow {
    const LayerType* layer = nullptr;
    std::vector<LayerSupport> formats; ///< one a column
};

/// Which kinds of layers each format can say: asked of the formats themselves, with every kind as it comes
/// from the palette, on lists, sequences and images, and then with every other choice that its settings have.
struct LayerTable {
    std::vector<const Format*> formats; ///< those that are written
    std::vector<LayerTableRow> rows;    ///< in the palette's order
};
[[nodiscard]] LayerTable layerTable(std::span<const Format> among = formats());

/// The table to be read: "yes", "yes 1" or "no 2" in each cell, and the reasons that the numbers stand for.
struct LayerTableText {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows; ///< each begins with the layer's title
    std::vector<std::string> reasons;           ///< reason 1 first
};
[[nodiscard]] LayerTableText textOf(const LayerTable& table);

/// A page in Markdown about all formats, with the table in it: docs/formats.md.
[[nodiscard]] std::string formatsPage();

} // namespace protomind
