// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "engine/data/data_set.h"

#include <QWidget>

class QSlider;

namespace protomind {

class RealSpinBox;

/// A slider and a box for a number: an option of a built-in data set, or a setting beside it. edited() comes
/// with every change by the person, never by setValue(), and never with a number out of its range; one drag
/// of the slider is one gesture.
class OptionControl : public QWidget {
    Q_OBJECT
public:
    enum class Unit {
        Plain,
        Percent, ///< 0.1 is shown as 10 %
        Degrees,
    };
    explicit OptionControl(const DataOption& option, QWidget* parent = nullptr, Unit unit = Unit::Plain);
    void setValue(double value);
    /// The box goes on beyond it: numbers that few people want would take half of the slider.
    void endSliderAt(double most) { m_sliderEnd = most; }
    /// Of a few digits: in a row with other things the slider gets the rest.
    void keepBoxNarrow();
    [[nodiscard]] Gesture gesture() const { return m_gesture; }

signals:
    void edited(double value);

private:
    [[nodiscard]] double valueAt(int position) const;
    [[nodiscard]] int positionOf(double value) const;

    DataOption m_option;
    double m_sliderEnd;
    bool m_counts;
    double m_scale;  ///< what the box shows of a value of 1
    double m_grains; ///< the slider's numbers are whole ones of so many to 1
    QSlider* m_slider = nullptr;
    RealSpinBox* m_box = nullptr;
    Gesture m_gesture;
};

} // namespace protomind
