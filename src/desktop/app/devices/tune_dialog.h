// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/devices/device_program.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace protomind {

class DeviceCatalogue;
class SpeedBar;

/// Tunes a device in another process: says what that is, lets it be begun and stopped, and shows what came of
/// it as two bars. Closing it stops the search.
class TuneDialog : public QDialog {
    Q_OBJECT
public:
    TuneDialog(DeviceCatalogue& catalogue, const QString& id, QWidget* parent = nullptr);

private:
    enum class Phase { Offered, Searching, Measuring, Done };

    void makeBars();
    void begin();
    void stop();
    void follow(const QJsonObject& event);
    void finish(DeviceProgram::End end);
    void followMeasuring();
    void setPhase(Phase phase);
    void say(const QString& sentence);
    void fit();
    void showBars(double after);

    DeviceCatalogue& m_catalogue;
    QString m_id;
    Phase m_phase = Phase::Offered;
    double m_before = 0; ///< steps a second
    bool m_tuned = false;
    DeviceProgram* m_program = nullptr;
    QLabel* m_state;
    QProgressBar* m_progress;
    QWidget* m_bars;
    QLabel* m_beforeText = nullptr;
    QLabel* m_afterText = nullptr;
    SpeedBar* m_beforeBar = nullptr;
    SpeedBar* m_afterBar = nullptr;
    QPushButton* m_begin;
    QPushButton* m_close;
};

} // namespace protomind
