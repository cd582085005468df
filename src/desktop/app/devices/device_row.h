// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/devices/known_device.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace protomind {

class SpeedBar;

/// One device as people see it: what it is, whether it is in order, how fast it is beside the others, and
/// what can be done with it.
class DeviceRow : public QFrame {
    Q_OBJECT
public:
    /// What the row has to know besides the device itself.
    struct Surroundings {
        const std::vector<KnownDevice>& all;
        bool inUse = false;     ///< the project computes on it
        QString tuningObstacle; ///< why nothing can be tuned now; empty where it can
    };

    explicit DeviceRow(const QString& id, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    void showDevice(const KnownDevice& device, const Surroundings& surroundings);

signals:
    void useWanted(const QString& id);
    void tuningWanted(const QString& id);

private:
    QString m_id;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_driver;
    QLabel* m_verdict;
    SpeedBar* m_bar;
    QLabel* m_speed;
    QPushButton* m_use;
    QPushButton* m_tune;
};

} // namespace protomind
