// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/data_loader.h"
#include "desktop/app/data/loaded_data.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/welcome/recent_pictures.h"
#include "desktop/app/window/end_wait.h"
#include "desktop/document/change_event.h"
#include "desktop/document/weight_news.h"
#include "studio/session/messages.h"

#include <QMainWindow>
#include <QPointer>

#include <filesystem>
#include <memory>
#include <vector>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace Ui {
class MainWindow;
}

namespace protomind {

class ActionRegistry;
class ControlKeeper;
class CoursePage;
class CommandPalette;
class DataPanel;
class Dialogs;
class Document;
class FaultNotice;
class FormulaPictures;
class HighlightFrame;
class Inspector;
class LayerPalette;
class LearnerRecords;
class LessonGuide;
class LessonPane;
class SceneStack;
class LessonShelf;
class NetworkEditor;
class NetworkView;
class PredictionPanel;
class Preferences;
class ProjectFiles;
class ProjectStore;
class RunBar;
class RunController;
class Selection;
class TemplatePictures;
class TrainingCharts;
class TrainingPanel;
class WelcomePage;
class WindowLayout;
struct Fault;
struct NetworkTemplate;

/// What the window needs and does not own.
struct WindowParts {
    Document& document;
    RunController& run;
    ProjectStore& store;
    Dialogs& dialogs;
    Preferences& preferences;
    Theme& theme;
    /// Where lessons are looked for; the usual places where there are none.
    std::vector<std::filesystem::path> lessonFolders = {};
    /// What opens data, in the background.
    DataLoader::Load loadData = protomind::loadData;
};

/// The laboratory's window: palette, canvas and inspector above, the run with its curves and predictions
/// below. It joins the parts; each of them does its own work.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowParts& parts);
    ~MainWindow() override;

    /// After show(): opens a file, offers what a crash left behind, or puts the first template on the canvas.
    void start(const QString& path = {});
    /// Something was thrown that nobody else caught: keeps the work and says so.
    void tellFault(const Fault& fault);

    /// Where every action of the window is known; one made late is found after collect().
    [[nodiscard]] ActionRegistry& registry() { return *m_registry; }
    [[nodiscard]] NetworkView& canvas() { return *m_canvas; }
    [[nodiscard]] ProjectFiles& files() { return *m_files; }
    [[nodiscard]] MessageStrip& messages() { return *m_messages; }
    [[nodiscard]] PredictionPanel& predictions() { return *m_predictions; }
    [[nodiscard]] TrainingCharts& charts() { return *m_charts; }
    [[nodiscard]] const LoadedDataPtr& data() const { return m_data; }
    [[nodiscard]] LessonGuide& lessons() { return *m_guide; }
    /// What is said while closing waits for a step to end.
    [[nodiscard]] EndWait& closing() { return *m_closing; }
    /// Whether the window was closed without waiting for what still works in the background.
    [[nodiscard]] bool wasClosedAnyway() const { return m_closedAnyway; }

signals:
    void dataShown();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeParts();
    void layOut();
    void makeActions();
    void makeFileActions();
    void makeEditMenu();
    void makeRunActions();
    void makeViewActions();
    void makeHelpActions();
    void joinRun();
    void joinPictures();
    void joinFiles();
    void makeLessons();
    void joinLessons();
    void makeLessonActions();
    void showCourse(bool shown);
    void refreshCourse();
    void followLesson(bool active);
    void doForLesson(const QString& action);
    void nameNewLearner();
    void keepChoices();

    void follow(const ChangeEvent& event);
    void followData();
    void tellWeights(const WeightNews& news);
    void showData(const LoadedDataPtr& data);
    void showTitle();
    void makeClosing();
    void prepareToClose();
    void goOnClosing();
    [[nodiscard]] EndWait::Awaited closingWaitsFor() const;
    void closeAnyway();
    void showSizes();
    void showRecent();

    void trainOrPause();
    void runOrExplain(const std::function<void()>& work);
    /// Where the schedule has left nothing of the learning rate, training waits for what is to be done about
    /// it; where it stays at its floor, that is only said.
    void trainOrExplain(const std::function<void()>& work);
    void stepSample();
    bool explainObstacle();
    void resetWeights();
    void rollSeed();
    void lowerLearningRate();
    void evaluate();
    void showDivergence(const DivergedEvent& event);
    void adviseOnRun();
    void showFailure(const Problem& problem);
    void chooseTemplate();
    void makeWelcome();
    void showWelcome(bool shown);
    void beginWith(const NetworkTemplate& source);
    void keepPicture();

    WindowParts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ActionRegistry* m_registry = nullptr;
    CommandPalette* m_commands = nullptr;
    Selection* m_selection = nullptr;
    ProjectFiles* m_files = nullptr;
    DataLoader* m_loader = nullptr;
    TemplatePictures* m_pictures = nullptr;
    LayerPalette* m_palette = nullptr;
    NetworkView* m_canvas = nullptr;
    NetworkEditor* m_editor = nullptr;
    Inspector* m_inspector = nullptr;
    DataPanel* m_dataPanel = nullptr;
    TrainingPanel* m_trainingPanel = nullptr;
    QTabWidget* m_tabs = nullptr;
    MessageStrip* m_messages = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_withLesson = nullptr;
    ControlKeeper* m_controls = nullptr;
    HighlightFrame* m_highlight = nullptr;
    LessonShelf* m_shelf = nullptr;
    std::unique_ptr<LearnerRecords> m_records;
    std::unique_ptr<FormulaPictures> m_formulas;
    std::unique_ptr<FaultNotice> m_faults;
    LessonPane* m_lessonPane = nullptr;
    SceneStack* m_lessonScene = nullptr;
    LessonGuide* m_guide = nullptr;
    EndWait* m_closing = nullptr;
    CoursePage* m_course = nullptr;
    WelcomePage* m_welcome = nullptr;
    RecentPictures m_recentPictures;
    RunBar* m_runBar = nullptr;
    TrainingCharts* m_charts = nullptr;
    PredictionPanel* m_predictions = nullptr;
    QLabel* m_sizes = nullptr;
    WindowLayout* m_layout = nullptr;
    QSplitter* m_upper = nullptr;
    QSplitter* m_lower = nullptr;
    QSplitter* m_whole = nullptr;
    LoadedDataPtr m_data;
    std::string m_dataText;
    std::uint64_t m_dataSeed = 0;
    WeightNews::Kind m_weightsTold = WeightNews::Kind::Nothing;
    bool m_adviseOnRun = true; ///< once a run, and again after another learning rate
    bool m_mayClose = false;
    bool m_inCloseEvent = false;
    bool m_leavesUnsaved = false;              ///< without waiting for the file
    bool m_closeWanted = false;                ///< and not taken back while the project is being saved
    std::weak_ptr<const bool> m_savingToClose; ///< held by what is to follow a save, as long as it may
    bool m_closedAnyway = false;
};

} // namespace protomind
