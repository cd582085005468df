// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace protomind {

class LayerItem;

/// What widgets of a window paint themselves that can't be read whole: words that end in dots, and words that
/// their place cuts off. One line each. Lines of input scroll, and labels are looked at elsewhere.
[[nodiscard]] QStringList paintedCutOffIn(QWidget& window);

/// The same for a card, at a zoom.
[[nodiscard]] QStringList paintedCutOffOn(LayerItem& card, double zoom);

} // namespace protomind
