// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/picture_file.h"
#include "desktop/document/change_event.h"
#include "desktop/style/scroll_column.h"
#include "studio/lens/lens_type.h"
#include "studio/session/messages.h"

#include <QTimer>

#include <array>
#include <map>
#include <optional>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QSpinBox;
class QToolButton;
class QWidget;

namespace protomind {

class Dialogs;
class Document;
class LensResultView;
class LensSettings;
class OtherNetworkChooser;
class RunController;
class Selection;
class ShownSample;

/// Looks into the network through one lens after another: the lens and its settings above, what it shows
/// below. Where looking is cheap it is looked anew while the network trains; else whenever training rests, or
/// when asked to. Nothing is computed while the panel is hidden, and there is one question on its way at
/// most.
class LensPanel : public ScrollColumn {
    Q_OBJECT
public:
    LensPanel(Document& document, RunController& run, Selection& selection, Dialogs& dialogs,
              QWidget* parent = nullptr);

    void setAskForFile(AskForFile ask) { m_askForFile = std::move(ask); }
    /// Lenses for a single sample look at the one that is chosen there; shown outlives the panel.
    void setShownSample(ShownSample& shown);
    void setLens(const std::string& name);
    /// A visit begins, such as to a page of a lesson: see looked().
    void beginVisit();
    /// As if all of it was chosen by hand: the lens, its settings - others have their defaults -, the sample
    /// and the layer.
    void lookThrough(const LensRequest& wanted);
    /// The same for a visit to begin with.
    void lookAtFirst(const LensRequest& wanted);
    /// What is chosen here, from now on until bringChoicesBack: meanwhile a lesson chooses.
    void keepChoices();
    void bringChoicesBack();
    [[nodiscard]] const LensType& lens() const { return *m_lens; }
    /// What is shown; null: nothing yet, or the lens does not suit.
    [[nodiscard]] const std::shared_ptr<const LensResult>& result() const { return m_result; }
    [[nodiscard]] LensResultView& view() { return *m_view; }
    /// Of the samples behind the chosen cell of a table.
    [[nodiscard]] LensResultView& behind() { return *m_behind; }

signals:
    /// A result is shown, and the learner had a hand in it: since the visit began, something was chosen here,
    /// the panel was opened, the network trained or was changed.
    void looked(const LensAnswered& answer);
    /// There is nothing to wait for: a result is shown, or a sentence, or the panel is out of sight.
    void lookEnded();
    void saveFailed(const QString& sentence);
    /// Another project could not be read.
    void readingFailed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    static constexpr int kLiveMilliseconds = 250; ///< between two looks while it trains

    void makeChoices(QWidget* content, Dialogs& dialogs);
    void makeMenu();
    void chooseLens(int index);
    void fitChoices();
    [[nodiscard]] bool usesShown() const;
    void fitSample();
    void touch();
    void chooseSample(const LensRequest& wanted);
    /// The question under way, in the session too.
    void giveUp();
    void follow(const ChangeEvent& event);
    void followState(RunState state);
    void followSizes(const Prepared& event);
    void followTraining();
    void lookSoon();
    void look();
    [[nodiscard]] LensRequest request() const;
    void show(const Result<LensAnswered>& answer);
    void tell(const Result<LensAnswered>& answer, int visit);
    void showSentence(const QString& sentence);
    void showProgress(const LensProgress& progress);
    void openCell(QString lens, Settings settings, QString title);
    void closeCell();
    void showMade();
    void copy();
    void savePicture();
    void saveValues();
    void saveCode();
    void saveText(const QString& ending, const QString& kind, const std::string& text);
    [[nodiscard]] QColor layerColour(const std::string& name) const;

    Document& m_document;
    RunController& m_run;
    Selection& m_selection;
    const LensType* m_lens = nullptr;
    QComboBox* m_lenses = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_layerLabel = nullptr;
    QComboBox* m_split = nullptr;
    QLabel* m_splitLabel = nullptr;
    QSpinBox* m_sample = nullptr;
    QLabel* m_sampleLabel = nullptr;
    QCheckBox* m_shownToo = nullptr;
    ShownSample* m_shown = nullptr;
    QLabel* m_otherLabel = nullptr;
    OtherNetworkChooser* m_other = nullptr;
    LensSettings* m_settings = nullptr;
    QToolButton* m_again = nullptr;
    QToolButton* m_menu = nullptr;
    QAction* m_saveCode = nullptr; ///< where code is shown
    QAction* m_showMade = nullptr; ///< where a sample was made
    QLabel* m_moment = nullptr;    ///< after how many steps it was looked
    QLabel* m_sentence = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
    LensResultView* m_view = nullptr;
    QLabel* m_behindTitle = nullptr;
    LensResultView* m_behind = nullptr;
    AskForFile m_askForFile;
    QTimer m_timer;
    RequestId m_question; ///< null: none is on its way
    struct Choices {
        std::string lens;
        std::map<std::string, Settings> settings; ///< by lens
        int split = 0;
        int sample = 0;
        bool shownToo = true;
    };
    std::optional<Choices> m_kept;
    struct Cell {
        QString lens;
        Settings settings;
        QString title;
    };
    std::optional<Cell> m_cell; ///< of a table: the one that was chosen
    RequestId m_cellQuestion;
    std::array<std::int64_t, 3> m_sizes{1, 1, 1}; ///< of the splits, in the order of their list
    int m_visit = 1;
    bool m_byHand = false;               ///< in this visit: see looked()
    std::optional<LensRequest> m_wanted; ///< until something else is chosen
    bool m_stale = true;                 ///< other weights, or another network, than what is shown
    std::shared_ptr<const LensResult> m_result;
};

} // namespace protomind
