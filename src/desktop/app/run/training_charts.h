// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/run/setting_marks.h"
#include "desktop/charts/curve_chart.h"
#include "desktop/document/change_event.h"
#include "studio/session/messages.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

namespace protomind {

class Document;
class RunController;

/// The learning curves of the run: loss and accuracy, in training and in validation, and whatever else a run
/// tells by name, such as its penalty; with a mark where settings were changed on the way and a ring around
/// the best.
class TrainingCharts : public QWidget {
    Q_OBJECT
public:
    TrainingCharts(Document& document, RunController& run, QWidget* parent = nullptr);

    void setAskForFile(const AskForFile& ask);
    /// Draws what the run remembers, in place of what was there.
    void showHistory();
    /// Accuracy says nothing where the target is not a class.
    void setClasses(bool classes);

    [[nodiscard]] CurveChart& loss() { return *m_loss; }
    [[nodiscard]] CurveChart& accuracy() { return *m_accuracy; }
    [[nodiscard]] const SettingMarks& marks() const { return m_marks; }

signals:
    void saveFailed(const QString& sentence);

private:
    void follow(const ChangeEvent& event);
    void showMarks();
    void showPenalty();
    void addOthers(double epoch, const Figures& others, std::optional<double> since = {});
    void forgetOthers();
    void addProgress(const Progress& event);
    void addEpoch(const EpochDone& event);
    void addPrepared(const Prepared& event);
    void goBack(const DivergedEvent& event);
    void cutBack();

    Document& m_document;
    RunController& m_run;
    CurveChart* m_loss = nullptr;
    CurveChart* m_accuracy = nullptr;
    /// A curve of a figure that not every run has.
    struct OtherCurve {
        std::string name;
        CurveChart* chart;
        int curve;
    };
    std::vector<OtherCurve> m_others;
    double m_epoch = 0;
    std::optional<double> m_backTo; ///< the epoch beyond which what is drawn was given up
    bool m_penaltyTold = false;     ///< by the run
    TrainingSettings m_settings;    ///< those of the last mark, or of the start
    SettingMarks m_marks;
    QElapsedTimer m_sinceMark;
};

} // namespace protomind
