// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QVariantAnimation>
#include <QWidget>

namespace protomind {

/// A frame that pulses around a control for some seconds, so that a learner finds it. Lies over the window
/// and takes no clicks.
class HighlightFrame : public QWidget {
    Q_OBJECT
public:
    explicit HighlightFrame(QWidget& window);

    void point(QWidget& control);
    void stop();
    [[nodiscard]] QWidget* control() const { return m_control; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QWidget& m_window;
    QPointer<QWidget> m_control;
    QVariantAnimation m_pulse;
};

} // namespace protomind
