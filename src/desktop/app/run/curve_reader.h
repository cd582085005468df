// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"
#include "studio/session/messages.h"

#include <QString>

#include <span>

namespace protomind {

/// What the curves of a run say in a sentence, with what to do. Simple rules over the figures themselves; no
/// claim that the figures do not bear out.
struct CurveReading {
    enum class Mood { Neutral, Good, Attention };
    Mood mood = Mood::Neutral;
    QString sentence;
};

/// history: one point an epoch. classes: 0 where the target is not a class.
[[nodiscard]] CurveReading readCurves(RunState state, std::span<const HistoryPoint> history,
                                      std::int64_t classes);

} // namespace protomind
