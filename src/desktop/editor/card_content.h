// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/lens/picture_form.h"
#include "studio/network/analysis.h"

#include <QString>

#include <optional>
#include <vector>

namespace protomind {

/// What a card says: words and figures, without any pixels.
struct CardContent {
    struct Row {
        QString label;
        QString value;
        bool operator==(const Row&) const = default;
    };

    QString typeName;      ///< in files: picks the picture
    QString drawnFunction; ///< the activation, where the picture is its curve
    LayerCategory category = LayerCategory::Learned;
    QString title;
    QString subtitle;      ///< the kind of layer, where the title does not say it
    std::vector<Row> rows; ///< the settings that matter
    QString output;        ///< "28 × 28 × 16"; empty where it can't be known
    QString arithmetic;    ///< "5×5×1×16 + 16 = 416"; empty without parameters
    QString problem;       ///< a sentence; empty where all is well
    QString fix;           ///< what the button under it does; empty where there is none
    Severity severity = Severity::Warning;
    int inputs = 1;                     ///< ports
    std::optional<PictureForm> picture; ///< how what the layer gives is shown; none where that is not known
    bool operator==(const CardContent&) const = default;

    [[nodiscard]] static CardContent of(const Layer& layer, const Analysis& analysis);
};

/// "28 × 28 × 1"; "1 number" for a scalar.
[[nodiscard]] QString shapeText(const Shape& shape);
/// The same with narrow spaces, for a wire.
[[nodiscard]] QString tightShapeText(const Shape& shape);
/// A problem's sentence in the language of the window, with sizes that are not broken at the end of a line.
[[nodiscard]] QString sentenceText(const Sentence& sentence);
/// 1234567 -> "1,234,567", as the person's language writes it.
[[nodiscard]] QString countText(std::int64_t count);

} // namespace protomind
