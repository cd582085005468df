// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace protomind {

/// One line of plain text. Where there is no room for all of it, a shorter one is shown, if there is one, and
/// that ends in dots where even this is too long; the pointer shows the whole.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    /// The text in fewer words; said anew with every text.
    void setBriefText(const QString& brief);
    /// What there is room for.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_brief;
};

} // namespace protomind
