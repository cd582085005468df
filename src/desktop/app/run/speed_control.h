// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace protomind {

/// A slider for the speed of training, from a step a second to as fast as the machine can.
class SpeedControl : public QWidget {
    Q_OBJECT
public:
    explicit SpeedControl(QWidget* parent = nullptr);

    /// Steps a second; 0: full speed. Shows the nearest of the slider's places.
    void setSpeed(double stepsPerSecond);
    [[nodiscard]] double speed() const;
    void slower();
    void faster();

signals:
    /// By the person, never by setSpeed().
    void speedChosen(double stepsPerSecond);

private:
    void showSpeed();

    QSlider* m_slider = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace protomind
