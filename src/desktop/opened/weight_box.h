// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSlider;

namespace protomind {

/// A weight that is changed by hand: typed, or dragged on a slider.
class WeightBox final : public QWidget {
    Q_OBJECT
public:
    explicit WeightBox(QWidget* parent = nullptr);

    /// Shown from now on, with the keyboard. weight: of a variable of the layer.
    void edit(const LensFactor& weight);
    /// The number as it is now, where it is the one that is shown and nobody is at it.
    void refresh(const LensFactor& weight);
    void leave();

signals:
    /// variable: without the layer's name; index: row-major. drag: 0 for what was typed, else the same for
    /// all changes of one drag.
    void changed(const QString& variable, qint64 index, double before, double after, int drag);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept();
    void drag(int position);
    void change(double value, int drag);

    QLabel* m_name;
    QLineEdit* m_value;
    QSlider* m_slider;
    LensFactor m_weight;
    double m_reach = 1; ///< of the slider, to both sides
    int m_drag = 0;
    int m_drags = 0;
};

} // namespace protomind
