// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace protomind {

class TypingGuard;

/// A spin box for whole numbers, as RealSpinBox is for real ones: "0,5" does not become 5, nor "1,234" either
/// of the numbers that it could be. With isGroupSeparatorShown() thousands are parted by narrow spaces.
class WholeSpinBox : public QSpinBox {
    Q_OBJECT
public:
    explicit WholeSpinBox(QWidget* parent = nullptr);
    ~WholeSpinBox() override;

    void stepBy(int steps) override;
    QString textFromValue(int value) const override;
    int valueFromText(const QString& text) const override;
    QValidator::State validate(QString& input, int& position) const override;
    void fixup(QString&) const override {}

private:
    [[nodiscard]] QString complaint(const QString& text) const;

    TypingGuard* m_guard;
};

} // namespace protomind
