// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"
#include "studio/session/messages.h"

/// Which numbers are values of the enumerations that travel. Without a default, so that the compiler names
/// the place where a new value is missing.
namespace protomind {

[[nodiscard]] bool isValue(StepUnit value);
[[nodiscard]] bool isValue(RunState value);
[[nodiscard]] bool isValue(DeviceState value);
[[nodiscard]] bool isValue(DivergenceReason value);
[[nodiscard]] bool isValue(Split value);
[[nodiscard]] bool isValue(ProblemKind value);
[[nodiscard]] bool isValue(Sentence::Kind value);
[[nodiscard]] bool isValue(OutputMeaning value);
[[nodiscard]] bool isValue(PictureKind value);
[[nodiscard]] bool isValue(PictureColours value);
[[nodiscard]] bool isValue(ChartKind value);
[[nodiscard]] bool isValue(PlaneMarks value);
[[nodiscard]] bool isValue(NumberPlace::Kind value);
[[nodiscard]] bool isValue(ArithmeticKind value);
[[nodiscard]] bool isValue(Severity value);
[[nodiscard]] bool isValue(NetworkProblemKind value);

} // namespace protomind
