// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// One number a command whose neighbours may merge. Kept in one place, so that no two commands share one.
enum class CommandId {
    RenameLayer = 1,
    SetField,
    MoveLayers,
    SetDataText,
    SetTraining,
    SetDevice,
    SetThreads,
    MoveWeights,
};

/// Steps merge only while they belong to one gesture: one drag, one visit of a text field.
using Gesture = int;

/// Never given out before: the next drag is a step of its own.
[[nodiscard]] Gesture newGesture();

} // namespace protomind
