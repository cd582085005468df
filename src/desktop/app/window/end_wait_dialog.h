// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace protomind {

/// Says what closing waits for. It goes by itself when that is over.
class EndWaitDialog : public QDialog {
    Q_OBJECT
public:
    /// canCancel: whether there is a window to go back to.
    explicit EndWaitDialog(bool canCancel, QWidget* parent = nullptr);

    /// explanation: what follows, and what Close anyway does instead. Where that is another thing than before
    /// it may be pressed again.
    void setAwaited(const QString& sentence, const QString& explanation);
    [[nodiscard]] QString explanation() const;
    /// Escape goes back to the window, where there is one.
    void reject() override;

signals:
    void closeAnyway();

private:
    QLabel* m_awaited;
    QLabel* m_explanation;
    QPushButton* m_closeAnyway;
    bool m_canCancel;
};

} // namespace protomind
