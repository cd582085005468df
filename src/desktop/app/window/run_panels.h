// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSplitter;
class QStackedWidget;
class QTabWidget;
class QWidget;

namespace protomind {

class Document;
class PredictionPanel;
class RunBar;
class RunController;
class RunsPanel;
class SlowMotionView;
class TrainingCharts;

/// The run in the window: its bar, and below it the curves or the list of runs, and the predictions.
class RunPanels : public QObject {
    Q_OBJECT
public:
    RunPanels(Document& document, RunController& run, QWidget& window);

    [[nodiscard]] RunBar& bar() { return *m_bar; }
    [[nodiscard]] TrainingCharts& charts() { return *m_charts; }
    [[nodiscard]] PredictionPanel& predictions() { return *m_predictions; }
    /// Behind the curves: what came out of the tests.
    [[nodiscard]] RunsPanel& runs() { return *m_runs; }
    /// Where a lesson has not taken them away.
    void showRuns();
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
    void tellNumberOfRuns();

    Document& m_document;
    RunBar* m_bar;
    TrainingCharts* m_charts;
    PredictionPanel* m_predictions;
    SlowMotionView* m_slowMotion;
    RunsPanel* m_runs;
    QStackedWidget* m_curves;
    QTabWidget* m_left;
    QSplitter* m_results;
    QWidget* m_area;
};

} // namespace protomind
