// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

/// What lenses can't do without; the sentence says what is missing.
namespace protomind {

[[nodiscard]] Result<void> checkSample(const LensContext& context);

/// It is known which classes the network tells apart.
[[nodiscard]] Result<void> checkClasses(const LensContext& context);
/// And by which loss.
[[nodiscard]] Result<void> checkClassesAndLoss(const LensContext& context);

/// Those of the split that is looked at; not empty.
[[nodiscard]] Result<const DataSet*> samplesOfSplit(const LensContext& context);

} // namespace protomind
