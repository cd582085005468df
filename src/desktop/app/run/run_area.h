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

private:
    void fit();

    QWidget& m_bar;
    QWidget& m_results;
};

} // namespace protomind
