// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/opened/array_tiles.h"
#include "studio/lens/lens_result.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace protomind {

/// An array to be looked at in a phase.
struct PhaseArray {
    QString title;
    HostArray numbers;      ///< as tiles: [rows, columns, channels] or a list
    bool isPicture = false; ///< a sample as a person knows it
    /// Of a weight: the variable that the numbers are of, and its shape; what stands at a cell: see
    /// weightPlace(). Empty: of none.
    std::string variable{};
    Shape shape{};
    std::int64_t channel = -1; ///< of a variable with four axes: of the last one the place that is shown
    /// Of a large matrix a part is shown: where that begins.
    std::int64_t firstRow = 0;
    std::int64_t firstColumn = 0;
};

/// Where the followed weight is shown; none where it is not.
[[nodiscard]] std::optional<ArrayTiles::Cell> followedCell(const PhaseArray& array,
                                                           const LensFollowedWeight& weight);

/// Where a cell's number stands in the variable.
[[nodiscard]] std::vector<std::int64_t> weightPlace(const PhaseArray& array, int channel, int row,
                                                    int column);

enum class PhaseKind { Batch, Forward, Loss, Backward, Update };

/// A part of a training step that is looked at by itself.
struct StepPhase {
    Q_DECLARE_TR_FUNCTIONS(StepPhase)
public:
    PhaseKind kind = PhaseKind::Batch;
    std::string layer{}; ///< at work; empty: none
    QString head;        ///< "Forward: Convolution 1"
    QString text;        ///< what happens, in a sentence or two
    std::vector<PhaseArray> arrays;
};

/// The phases in the order in which they happen: the batch, each layer forward, the loss, each layer
/// backward, the update. Layers that no gradient reaches have no phase backward.
[[nodiscard]] std::vector<StepPhase> phasesOf(const LensTrainingStep& step);

} // namespace protomind
