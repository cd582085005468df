// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

#include <QString>

namespace protomind {

/// A layer's settings in a line to be read and edited, "Filters = 16, Kernel size = 5 × 5", in the language
/// of the window.
[[nodiscard]] QString settingsWords(const LayerType& type, const Settings& settings);

/// The settings that such a line names, in that language or in English; what it does not name has its
/// default. Settings that the type does not declare are kept.
[[nodiscard]] Result<Settings> settingsFromWords(const LayerType& type, const QString& text,
                                                 const Settings& before);

} // namespace protomind
