// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/data/source_text.h"

namespace protomind {

/// A point that a person clicked.
struct ClickedPoint {
    float x = 0;
    float y = 0;
    int classIndex = 0;
    bool operator==(const ClickedPoint&) const = default;
};

/// "points?data=0.5,-0.25,0;-0.1,0.3,1": the text that openData turns back into the same points.
[[nodiscard]] std::string pointsText(std::span<const ClickedPoint> points);

/// The points in "0.5,-0.25,0;-0.1,0.3,1"; a last ";" is allowed.
[[nodiscard]] Result<std::vector<ClickedPoint>> parsePoints(std::string_view text);

/// Opens "points" with its options: a training split alone.
[[nodiscard]] Result<DataSource> openPoints(std::span<const SourceText::Option> options);

} // namespace protomind
