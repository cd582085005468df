// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/curve_chart.h"
#include "studio/session/messages.h"

#include <QWidget>

namespace protomind {

class RunController;

/// The learning curves of the run: loss and accuracy, in training and in validation.
class TrainingCharts : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCharts(RunController& run, QWidget* parent = nullptr);

    void setAskForFile(const CurveChart::AskForFile& ask);
    /// Draws what the run remembers, in place of what was there.
    void showHistory();
    /// A mark at the present epoch: something was changed here.
    void mark(const QString& label);
    /// Accuracy says nothing where the target is not a class.
    void setClasses(bool classes);

    [[nodiscard]] CurveChart& loss() { return *m_loss; }
    [[nodiscard]] CurveChart& accuracy() { return *m_accuracy; }

signals:
    void saveFailed(const QString& sentence);

private:
    void addProgress(const Progress& event);
    void addEpoch(const EpochDone& event);
    void addPrepared(const Prepared& event);

    RunController& m_run;
    CurveChart* m_loss = nullptr;
    CurveChart* m_accuracy = nullptr;
    double m_epoch = 0;
};

} // namespace protomind
