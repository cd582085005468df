// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/fields/real_spin_box.h"
#include "desktop/lessons/line_fit/gesture.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace protomind {

/// A number of a kernel: typed, dragged up and down with the mouse, turned with the wheel or the arrow keys.
class KernelCell final : public RealSpinBox {
    Q_OBJECT
public:
    explicit KernelCell(QWidget* parent = nullptr);
    /// Without zeros at its end: "0.2", "1".
    [[nodiscard]] QString textFromValue(double value) const override;

signals:
    /// A drag begins or ends: what is changed between is one step.
    void gestureEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_pressedAt = 0;
    double m_before = 0;
    bool m_drags = false;
};

/// The numbers of a kernel, each in the colour of its sign.
class KernelGrid final : public QWidget {
    Q_OBJECT
public:
    explicit KernelGrid(QWidget* parent = nullptr);

    void setNumbers(const std::vector<double>& numbers, int rows, int columns);
    /// Why they stay as they are; empty: they can be changed.
    void setLock(const QString& reason);
    void setCellSize(QSize size);
    [[nodiscard]] const std::vector<KernelCell*>& cells() const { return m_cells; }

signals:
    void edited(const std::vector<double>& numbers, protomind::SceneGesture gesture);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(int rows, int columns);
    void edit(std::size_t index, double number);
    void paintCells();

    QGridLayout* m_layout;
    std::vector<KernelCell*> m_cells;
    std::vector<double> m_numbers;
    int m_columns = 0;
    QString m_lock;
    QSize m_cellSize{52, 30};
    SceneGesture m_gesture = newSceneGesture();
};

} // namespace protomind
