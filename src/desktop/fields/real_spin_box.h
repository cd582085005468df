// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace protomind {

class TypingGuard;

/// A spin box for real numbers: shows them with a point in every language, and takes "0.5" and "0,5" for one
/// half. What could be two numbers, or none, is refused with a sentence (see TypingGuard). With no decimals
/// it takes whole numbers alone.
class RealSpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit RealSpinBox(QWidget* parent = nullptr);
    ~RealSpinBox() override;

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& input, int& position) const override;
    void fixup(QString&) const override {} // Qt's takes commas for marks between thousands, and drops them.

protected:
    /// True where what is typed can't be taken, and was given up.
    bool refuseTyped();

private:
    /// Why a text can't be taken; empty where it can.
    [[nodiscard]] QString complaint(const QString& text) const;

    TypingGuard* m_guard;
};

} // namespace protomind
