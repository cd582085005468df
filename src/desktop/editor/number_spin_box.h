// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace protomind {

/// A spin box for real numbers of any size: shows what matters ("0.001", "1e-07") and, where it is
/// logarithmic, steps 1 - 2 - 5 - 10.
class NumberSpinBox final : public QDoubleSpinBox {
    Q_OBJECT
public:
    NumberSpinBox(double minimum, double maximum, bool logarithmic, QWidget* parent = nullptr);

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& input, int& position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    bool m_logarithmic;
};

} // namespace protomind
