// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/watchable_speed.h"

namespace protomind {

namespace {

/// Data of so few numbers a sample can be drawn as a picture that moves while it is learned ...
constexpr std::int64_t kWatchableSampleSize = 4;
/// ... at this pace: some epochs a second, ten to twenty seconds for a template of the playground's kind.
constexpr double kWatchableStepsPerSecond = 300;

} // namespace

double watchableSpeed(const Prepared& prepared) {
    return prepared.sampleShape.elementCount() <= kWatchableSampleSize ? kWatchableStepsPerSecond : 0;
}

} // namespace protomind
