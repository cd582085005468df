// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/fields/real_spin_box.h"

namespace protomind {

/// A spin box for real numbers of any size: shows what matters ("0.001", "1e-07") and, where it is
/// logarithmic, steps 1 - 2 - 5 - 10.
class NumberSpinBox final : public RealSpinBox {
    Q_OBJECT
public:
    NumberSpinBox(double minimum, double maximum, bool logarithmic, QWidget* parent = nullptr);

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    bool m_logarithmic;
};

} // namespace protomind
