// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "engine/data/data_set.h"

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace protomind {

/// A slider and a box for one option of a built-in data set. edited() comes with every change by the person,
/// never by setValue(); one drag of the slider is one gesture.
class OptionControl : public QWidget {
    Q_OBJECT
public:
    explicit OptionControl(const DataOption& option, QWidget* parent = nullptr);
    void setValue(double value);
    [[nodiscard]] Gesture gesture() const { return m_gesture; }

signals:
    void edited(double value);

private:
    [[nodiscard]] double valueAt(int position) const;
    [[nodiscard]] int positionOf(double value) const;

    DataOption m_option;
    bool m_counts;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_box = nullptr;
    Gesture m_gesture;
};

} // namespace protomind
