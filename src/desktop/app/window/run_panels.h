// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSplitter;
class QStackedWidget;
class QWidget;

namespace protomind {

class Document;
class PredictionPanel;
class RunBar;
class RunController;
class SlowMotionView;
class TrainingCharts;

/// The run in the window: its bar, and the curves and predictions below it.
class RunPanels : public QObject {
    Q_OBJECT
public:
    RunPanels(Document& document, RunController& run, QWidget& window);

    [[nodiscard]] RunBar& bar() { return *m_bar; }
    [[nodiscard]] TrainingCharts& charts() { return *m_charts; }
    [[nodiscard]] PredictionPanel& predictions() { return *m_predictions; }
    /// In the place of the curves while a step is watched.
    [[nodiscard]] SlowMotionView& slowMotion() { return *m_slowMotion; }
    void showSlowMotion(bool on);
    /// Curves and predictions side by side.
    [[nodiscard]] QSplitter& results() { return *m_results; }
    /// All of them.
    [[nodiscard]] QWidget& area() { return *m_area; }

    /// Another project: its curves, and nothing of its data yet.
    void startOver();

private:
    RunBar* m_bar;
    TrainingCharts* m_charts;
    PredictionPanel* m_predictions;
    SlowMotionView* m_slowMotion;
    QStackedWidget* m_left;
    QSplitter* m_results;
    QWidget* m_area;
};

} // namespace protomind
