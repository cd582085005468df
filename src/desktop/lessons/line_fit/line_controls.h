// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/gesture.h"
#include "desktop/lessons/line_fit/line_fit_scene.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLayout;
class QToolButton;

namespace protomind {

class RealSpinBox;

/// The rows below the pictures: the line and its loss as exact numbers, buttons that move it by steps, and
/// what of the scene is seen.
class LineControls : public QWidget {
    Q_OBJECT
public:
    explicit LineControls(QWidget* parent = nullptr);

    void showFit(const LineFit& fit);
    void showOptions(const LineFitOptions& options);
    /// How far the buttons move m, and b.
    void setStep(LineWeights step);
    /// Why the line can't be moved; empty where it can.
    void setLock(const QString& lock);

signals:
    void weightsEdited(double m, double b, protomind::SceneGesture gesture);
    void optionsChosen(const protomind::LineFitOptions& options);

private:
    RealSpinBox* makeBox(const char* name, const QString& spoken);
    QToolButton* makeButton(const char* name, const QString& text, const QString& help,
                            LineWeights direction);
    QCheckBox* makeToggle(const char* name, const QString& text, const QString& help,
                          bool LineFitOptions::*member);
    QWidget* makeNumbers();
    /// Two that stay together.
    QWidget* pair(QWidget* less, QWidget* more);
    void editFromBoxes();
    void stepBy(const QToolButton& button, LineWeights direction);
    void explain();

    LineWeights m_weights;
    LineWeights m_step{0.05, 0.05};
    LineFitOptions m_options;
    QString m_lock;
    std::optional<SceneGesture> m_gesture; ///< of a button that is held down, or a visit of a box
    struct Explained {
        QWidget* widget;
        QString help;
    };
    std::vector<Explained> m_movers; ///< what the lock locks
    struct Toggle {
        QCheckBox* box;
        bool LineFitOptions::*member;
        QString help;
    };
    std::vector<Toggle> m_toggles;
    RealSpinBox* m_m;
    RealSpinBox* m_b;
    QLabel* m_loss;
};

} // namespace protomind
