// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace protomind {

/// A frame that pulses around a control for some seconds, or only stands there where no motion is wanted, so
/// that a learner finds it. Lies over the window and takes no clicks.
class HighlightFrame : public QWidget {
    Q_OBJECT
public:
    explicit HighlightFrame(QWidget& window);

    void point(QWidget& control);
    void stop();
    [[nodiscard]] QWidget* control() const { return m_control; }
    /// From 0 to 1.
    [[nodiscard]] double strength() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QWidget& m_window;
    QPointer<QWidget> m_control;
    QVariantAnimation m_pulse;
    QTimer m_stay; ///< in the pulse's place
};

} // namespace protomind
