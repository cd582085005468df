// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/charts/picture_file.h"
#include "desktop/document/change_event.h"
#include "studio/session/messages.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace protomind {

class Document;
class ElidedLabel;
class PenView;
class GeneratedView;
class PredictionView;
class RunController;
class ShownSample;

/// What the network answers, refreshed while it trains, and how well it does on the test. Asks the session;
/// never computes itself, never has more than one question on its way.
class PredictionPanel : public QWidget {
    Q_OBJECT
public:
    PredictionPanel(Document& document, RunController& run, QWidget* parent = nullptr);

    void setData(const LoadedDataPtr& data);
    void setEvaluateAction(QAction* action);
    /// What is chosen or drawn here is shown there; shown outlives the panel.
    void setShownSample(ShownSample& shown);
    void setAskForFile(AskForFile ask) { m_askForFile = std::move(ask); }
    [[nodiscard]] const std::optional<Evaluated>& evaluation() const { return m_evaluation; }
    /// Whether answers of the present network are shown.
    [[nodiscard]] bool hasAnswer() const { return m_hasAnswer; }

signals:
    void saveFailed(const QString& sentence);

private:
    void makeMenu();
    void copy();
    /// write: gives whether it could.
    void askAndSave(const QString& suffix, const QString& filter,
                    const std::function<bool(const QString& path)>& write);
    void showResult(const QString& text, const QString& brief);
    void follow(const ChangeEvent& event);
    void followState(RunState state);
    void refreshSoon();
    void askSoon();
    void setPen(bool pen);
    void showView();
    [[nodiscard]] bool twoPlayers() const;
    /// The drawing has two of them, or no more.
    void followPlayers();
    [[nodiscard]] std::vector<PredictionView*> allViews() const;
    void refresh();
    void showAnswer(const Predicted& event);
    void showEvaluation(const Evaluated& event);
    /// Once it is known which samples are kept aside, those are tried where there are no test samples.
    void followSplit(const Prepared& event);
    [[nodiscard]] LoadedDataPtr withSplit(const LoadedDataPtr& loaded) const;
    void showData();
    void forgetEvaluation();
    [[nodiscard]] bool fitsData() const;
    [[nodiscard]] PredictionView* view() const;

    Document& m_document;
    RunController& m_run;
    QLabel* m_title = nullptr;
    ElidedLabel* m_result = nullptr;
    QToolButton* m_evaluate = nullptr;
    QToolButton* m_penButton = nullptr;
    PenView* m_pen = nullptr;
    GeneratedView* m_generated = nullptr;
    ShownSample* m_shown = nullptr;
    bool m_isChoosing = false; ///< what is shown comes from here
    QToolButton* m_menuButton = nullptr;
    AskForFile m_askForFile;
    QStackedWidget* m_views = nullptr;
    QLabel* m_empty = nullptr;
    LoadedDataPtr m_loaded;
    LoadedDataPtr m_data; ///< the same with the samples kept aside to be tried, where they are known
    std::shared_ptr<const Experiment> m_splitOf;
    std::vector<std::uint32_t> m_keptAside; ///< in m_splitOf's data
    std::optional<Evaluated> m_evaluation;
    std::shared_ptr<const Experiment> m_testedOn; ///< what m_evaluation is of
    QTimer m_refreshTimer;
    RequestId m_question; ///< the last one whose answer is to be shown
    bool m_again = false;
    bool m_hasAnswer = false;
};

} // namespace protomind
