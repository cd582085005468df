// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/fields/real_spin_box.h"

namespace protomind {

/// A box for the seed of a run: any whole number that files hold exactly, in the room of those that people
/// choose.
class SeedSpinBox final : public RealSpinBox {
    Q_OBJECT
public:
    explicit SeedSpinBox(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace protomind
