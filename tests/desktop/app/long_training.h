// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/laboratory.h"
#include "studio/network/template.h"

namespace protomind {

/// The one whose training takes the most of the machine.
[[nodiscard]] const NetworkTemplate& largestTemplate();

/// Trains a template in a large window, for as long as a test may last; comes back once its live pictures are
/// there. threads: 0 for as many as serve best, which is found out on the way.
void trainForLong(Laboratory& lab, const std::string& name, int threads = 0);

/// Draws an hour of training in both charts, up to where the run is, which goes on then: points at sixty a
/// second, and one a second of validation.
void trainAnHour(Laboratory& lab);

} // namespace protomind
