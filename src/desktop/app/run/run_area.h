// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace protomind {

/// The run bar, and below it what the run gives. Where that is hidden, the area is as low as the bar, and its
/// room goes to the canvas.
class RunArea : public QWidget {
    Q_OBJECT
public:
    RunArea(QWidget& bar, QWidget& results, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QWidget& m_bar;
    QWidget& m_results;
    bool m_low = false;
    bool m_settling = false;
    int m_heightBefore = 0; ///< to go back to
};

} // namespace protomind
