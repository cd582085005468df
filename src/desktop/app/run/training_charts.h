// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/run/setting_marks.h"
#include "desktop/charts/curve_chart.h"
#include "desktop/document/change_event.h"
#include "studio/session/messages.h"

#include <QElapsedTimer>
#include <QWidget>

#include <array>
#include <optional>

class QSplitter;

namespace protomind {

class Document;
class RunController;

/// The learning curves of the run: loss and accuracy, in training and in validation, and whatever else a run
/// tells by name, such as its penalty. Of a run of two players the loss of each, how often the discriminator
/// is right, and the scores that it gives; with a mark where settings were changed on the way and a ring
/// around the best.
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
    /// Of two players; hidden with one.
    [[nodiscard]] CurveChart& scores() { return *m_scores; }
    [[nodiscard]] const SettingMarks& marks() const { return m_marks; }

signals:
    void saveFailed(const QString& sentence);

private:
    void follow(const ChangeEvent& event);
    void showMarks();
    void showPenalty();
    void showPlayers(bool two);
    void wordPlayers();
    [[nodiscard]] std::array<CurveChart*, 3> all() const { return {m_loss, m_accuracy, m_scores}; }
    [[nodiscard]] static QString titleOf(const std::string& figure);
    [[nodiscard]] CurveChart* chartOf(const std::string& figure) const;
    /// What was drawn of each step; null: nothing.
    [[nodiscard]] const CurvePoint* drawnNear(double epoch) const;
    void addLoss(double epoch, double loss, double accuracy);
    void addOthers(double epoch, const Figures& others, std::optional<double> since = {});
    void forgetOthers();
    void addProgress(const Progress& event);
    void addEpoch(const EpochDone& event);
    void addPrepared(const Prepared& event);
    void goBack(const DivergedEvent& event);
    void cutBack();

    Document& m_document;
    RunController& m_run;
    QSplitter* m_splitter = nullptr;
    CurveChart* m_loss = nullptr;
    CurveChart* m_accuracy = nullptr;
    CurveChart* m_scores = nullptr;
    /// A curve of a figure that not every run has.
    struct OtherCurve {
        std::string name;
        CurveChart* chart;
        int curve;
    };
    std::vector<OtherCurve> m_others;
    double m_epoch = 0;
    std::optional<double> m_backTo; ///< the epoch beyond which what is drawn was given up
    bool m_classes = true;
    bool m_twoPlayers = false;
    bool m_penaltyTold = false;  ///< by the run
    TrainingSettings m_settings; ///< those of the last mark, or of the start
    SettingMarks m_marks;
    QElapsedTimer m_sinceMark;
};

} // namespace protomind
