// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

namespace protomind {

/// Whether what is prepared for one is prepared for the other: the learning rate can be set in the run as it
/// is, and where the cards lie is nobody's concern. All else asks for another PrepareRequest.
[[nodiscard]] bool sameBesidesLearningRate(const Experiment& a, const Experiment& b);

} // namespace protomind
