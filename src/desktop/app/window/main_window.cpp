// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/main_window.h"

#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/command_palette.h"
#include "desktop/app/data/data_options.h"
#include "desktop/app/data/data_panel.h"
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/files/file_drop.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/input/undo_keys.h"
#include "desktop/app/input/wheel_filter.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/app/lessons/scene_stack.h"
#include "desktop/app/messages/fault_notice.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/run/run_advice.h"
#include "desktop/app/run/run_area.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/app/run/weight_sentence.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/training/training_panel.h"
#include "desktop/app/welcome/template_card.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/window_layout.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/history/history_panel.h"
#include "desktop/editor/inspector.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_palette.h"
#include "desktop/editor/picture_exporter.h"
#include "desktop/editor/problems/problem_button.h"
#include "desktop/editor/selection.h"
#include "desktop/lessons/course_page.h"
#include "desktop/lessons/lesson_pane.h"
#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/network/template.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "ui_main_window.h"

namespace protomind {

namespace {

/// What a newcomer finds on the canvas.
const std::string kFirstTemplate = "playground";

QString number(std::int64_t value) {
    return shownCount(value);
}

} // namespace

MainWindow::MainWindow(const WindowParts& parts)
    : m_parts(parts)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_recentPictures(RecentPictures::usualFolder()) {
    m_ui->setupUi(this);
    setWindowIcon(programIcon());
    makeParts();
    layOut();
    makeActions();
    joinRun();
    joinPictures();
    joinLessons();
    makeClosing();
    connect(&m_parts.document, &Document::changed, this, &MainWindow::follow);
    connect(&m_parts.document, &Document::modifiedChanged, this, &MainWindow::showTitle);
    m_layout->restore();
    keepChoices();
    showTitle();
    showSizes();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeParts() {
    new WheelFilter(this);
    new UndoKeys(this);
    m_registry = new ActionRegistry(*this, m_parts.preferences);
    m_commands = new CommandPalette(*this, *m_registry, m_parts.preferences);
    m_selection = new Selection(m_parts.document, this);
    m_files = new ProjectFiles(m_parts.document, m_parts.run, m_parts.store, m_parts.dialogs,
                               m_parts.preferences, this);
    m_loader = new DataLoader(this, m_parts.loadData);
    m_pictures = new TemplatePictures(this);
    m_palette = new LayerPalette(this);
    m_canvas = new NetworkView(m_parts.document, *m_selection, this);
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_editor = new NetworkEditor(m_parts.document, *m_selection, *m_canvas, this);
    m_inspector = new Inspector(m_parts.document, *m_selection, this);
    m_inspector->setObjectName(QStringLiteral("inspector"));
    m_dataPanel = new DataPanel(m_parts.document, m_parts.dialogs, this);
    m_dataPanel->setObjectName(QStringLiteral("dataPanel"));
    m_trainingPanel = new TrainingPanel(m_parts.document, this);
    m_trainingPanel->setObjectName(QStringLiteral("trainingPanel"));
    m_messages = new MessageStrip(this);
    m_faults = std::make_unique<FaultNotice>(
        *m_messages, [this](FaultNotice::Kept kept) { m_files->keepNow(std::move(kept)); });
    makeWelcome();
    makeLessons();
    m_runBar = new RunBar(m_parts.document, m_parts.run, this);
    m_charts = new TrainingCharts(m_parts.document, m_parts.run, this);
    m_charts->setObjectName(QStringLiteral("trainingCharts"));
    m_predictions = new PredictionPanel(m_parts.document, m_parts.run, this);
    m_predictions->setObjectName(QStringLiteral("predictionPanel"));
    m_sizes = new QLabel(this);
    m_sizes->setAccessibleName(tr("Size of the network"));

    connect(m_loader, &DataLoader::loaded, this, &MainWindow::showData);
    connect(m_loader, &DataLoader::failed, this, [this](const Problem& problem) {
        m_parts.document.setDataShapes(std::nullopt);
        m_dataPanel->showProblem(problem);
        m_messages->say(MessageStrip::Topic::File, MessageStrip::Kind::Warning, worded(problem),
                        {tr("Show the data"), [this] { m_tabs->setCurrentWidget(m_dataPanel); }});
    });
    connect(m_palette, &LayerPalette::layerChosen, m_canvas, &NetworkView::addLayer);
    connect(m_canvas, &NetworkView::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_canvas, &NetworkView::editRequested, this, [this] {
        m_tabs->setCurrentWidget(m_inspector);
        m_inspector->startEditing();
    });
    connect(m_inspector, &Inspector::layerWanted, m_canvas,
            [this](LayerId layer) { m_canvas->reveal(layer); });
    connect(m_inspector, &Inspector::wireWanted, m_canvas, [this](WireId wire) { m_canvas->reveal(wire); });
    connect(m_selection, &Selection::changed, this, [this] {
        if (!m_selection->isEmpty())
            m_tabs->setCurrentWidget(m_inspector);
    });
}

void MainWindow::layOut() {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("sideTabs"));
    m_tabs->setAccessibleName(tr("Properties, data and training"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_inspector, tr("Network"));
    m_tabs->addTab(m_dataPanel, tr("Data"));
    m_tabs->addTab(m_trainingPanel, tr("Training"));

    auto* middle = new QWidget(this);
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(2);
    middleLayout->addWidget(m_messages);
    middleLayout->addWidget(m_lessonScene, 1);

    m_upper = new QSplitter(Qt::Horizontal, this);
    auto* left = new QTabWidget(this);
    left->setObjectName(QStringLiteral("leftTabs"));
    left->setAccessibleName(tr("Layers to add, and what was done"));
    left->setDocumentMode(true);
    left->addTab(m_palette, tr("Layers"));
    left->addTab(new HistoryPanel(m_parts.document.undoStack(), left), tr("History"));
    left->setTabToolTip(0, tr("Kinds of layers, to drag onto the canvas"));
    left->setTabToolTip(1, tr("What was done, step by step, and back"));
    m_upper->addWidget(left);
    m_upper->addWidget(middle);
    m_upper->addWidget(m_tabs);
    m_upper->setStretchFactor(1, 1);
    m_lower = new QSplitter(Qt::Horizontal, this);
    m_lower->addWidget(m_charts);
    m_lower->addWidget(m_predictions);
    m_lower->setStretchFactor(0, 3);
    m_lower->setStretchFactor(1, 2);
    auto* bottom = new RunArea(*m_runBar, *m_lower, this);
    m_whole = new QSplitter(Qt::Vertical, this);
    m_whole->addWidget(m_upper);
    m_whole->addWidget(bottom);
    m_whole->setStretchFactor(0, 1);
    m_upper->setObjectName(QStringLiteral("upper"));
    m_lower->setObjectName(QStringLiteral("lower"));
    m_whole->setObjectName(QStringLiteral("whole"));
    auto* layout = new QVBoxLayout(m_ui->centre);
    layout->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    m_withLesson = new QSplitter(Qt::Horizontal, this);
    m_withLesson->addWidget(m_lessonPane);
    m_withLesson->addWidget(m_whole);
    m_withLesson->setStretchFactor(1, 1);
    m_withLesson->setObjectName(QStringLiteral("withLesson"));
    m_pages->addWidget(m_withLesson);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_course);
    layout->addWidget(m_pages);
    auto* problems = new ProblemButton(m_parts.document, this);
    connect(problems, &QToolButton::clicked, this, [this] {
        m_selection->clear(); // the whole network's list
        m_tabs->setCurrentWidget(m_inspector);
    });
    statusBar()->addPermanentWidget(problems);
    statusBar()->addPermanentWidget(m_sizes);

    m_layout = new WindowLayout(*this, m_parts.preferences);
    m_layout->addSplitter(*m_upper, {190, 760, 310});
    m_layout->addSplitter(*m_lower, {760, 500});
    m_layout->addSplitter(*m_whole, {520, 290});
    m_layout->addSplitter(*m_withLesson, {360, 900});
    m_layout->addTabs(*m_tabs);
    m_layout->addTabs(*left);
    m_layout->addPanel(*left, QStringLiteral("actionPanelLayers"), tr("&Layers and History"),
                       tr("Show what can be added and what was done, on the left"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));
    m_layout->addPanel(*m_tabs, QStringLiteral("actionPanelProperties"), tr("&Network, Data and Training"),
                       tr("Show the settings, on the right"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2));
    m_layout->addPanel(*m_lower, QStringLiteral("actionPanelResults"), tr("&Curves and Predictions"),
                       tr("Show how it learns, below the canvas"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3));
}

/// What was chosen for good, and not for one network.
void MainWindow::keepChoices() {
    Preferences& kept = m_parts.preferences;
    QAction* overview = m_canvas->actions().action(QStringLiteral("view.miniMap"));
    overview->setChecked(kept.overviewWanted());
    connect(overview, &QAction::toggled, this, [&kept](bool wanted) { kept.setOverviewWanted(wanted); });
    m_editor->tableAction()->setChecked(kept.tableShown());
    connect(m_editor->tableAction(), &QAction::toggled, this,
            [&kept](bool shown) { kept.setTableShown(shown); });
    if (const std::optional<double> speed = kept.speed())
        m_parts.run.setSpeed(*speed);
    connect(m_runBar, &RunBar::speedChosen, this, [&kept](double speed) { kept.setSpeed(speed); });
}

void MainWindow::start(const QString& path) {
    m_files->setLoadTemplate([this](const NetworkTemplate& source) { m_canvas->loadTemplate(source); });
    m_editor->focusShown();
    const bool isFresh = m_files->start(path, findTemplate(kFirstTemplate));
    showWelcome(isFresh && !m_parts.preferences.welcomeClosed());
}

// What changes ------------------------------------------------------------------------------------------

void MainWindow::follow(const ChangeEvent& event) {
    const bool replaced = std::holds_alternative<DocumentReplaced>(event);
    if (replaced) {
        m_data.reset();
        m_dataText.clear();
        m_loader->cancel();
        for (const auto topic :
             {MessageStrip::Topic::Obstacle, MessageStrip::Topic::Divergence, MessageStrip::Topic::Failure,
              MessageStrip::Topic::File, MessageStrip::Topic::Run, MessageStrip::Topic::Project,
              MessageStrip::Topic::KeptAside, MessageStrip::Topic::Weights, MessageStrip::Topic::FirstStep,
              MessageStrip::Topic::Schedule, MessageStrip::Topic::Batch})
            m_messages->withdraw(topic);
        m_charts->showHistory();
        m_predictions->setData(nullptr);
    }
    if (replaced || std::holds_alternative<DataChanged>(event) ||
        std::holds_alternative<TrainingChanged>(event))
        followData();
    if (std::holds_alternative<TrainingChanged>(event)) {
        m_adviseOnRun = true;
        m_messages->withdraw(MessageStrip::Topic::Schedule);
    }
    if (std::holds_alternative<AnalysisChanged>(event)) {
        m_messages->withdraw(MessageStrip::Topic::Batch);
        showSizes();
    }
    if (!trainingObstacle(m_parts.document))
        m_messages->withdraw(MessageStrip::Topic::Obstacle);
}

void MainWindow::followData() {
    const Experiment& experiment = m_parts.document.experiment();
    if (experiment.data == m_dataText && experiment.training.seed == m_dataSeed)
        return;
    m_dataText = experiment.data;
    m_dataSeed = experiment.training.seed;
    if (!DataChoice::parse(m_dataText).isEmpty()) {
        m_loader->load(m_dataText, m_dataSeed);
        return;
    }
    m_loader->cancel();
    m_parts.document.setDataShapes(std::nullopt);
}

/// What an edit means for what was trained, with the way back.
void MainWindow::tellWeights(const WeightNews& news) {
    using Kind = WeightNews::Kind;
    if (news.kind == Kind::Nothing)
        return;
    m_messages->withdraw(MessageStrip::Topic::Weights);
    m_weightsTold = news.kind;
    // A lesson begins its pages anew, and says itself what matters.
    const bool anew = news.kind == Kind::AllNew || news.kind == Kind::Reset;
    const bool told = m_guide->isActive() && (anew || m_guide->source().isHandsOff());
    if (news.kind == Kind::Settled || told)
        return;
    QUndoStack& history = m_parts.document.undoStack();
    MessageStrip::Button button{tr("Undo"), [&history] { history.undo(); }};
    if (news.kind == Kind::TakenBack)
        button = {tr("Redo"), [&history] { history.redo(); }};
    else if (news.kind == Kind::GivenUp)
        button = {};
    m_messages->say(MessageStrip::Topic::Weights, MessageStrip::Kind::Information, sentenceOf(news), button);
}

void MainWindow::showData(const LoadedDataPtr& data) {
    m_data = data;
    m_messages->withdraw(MessageStrip::Topic::File);
    const bool classes = data->description.targetKind == TargetKind::Class;
    // Panels first: the analysis that follows is already about this data.
    m_dataPanel->showData(data);
    m_charts->setClasses(classes);
    m_runBar->setData(*data);
    m_parts.document.setDataShapes(data->shapes);
    m_predictions->setData(data);
    m_guide->setData(data);
    std::vector<PlanePoint> points;
    for (std::int64_t i = 0; data->kind == DataPictureKind::Plane && i < data->training.count(); ++i) {
        const auto sample = data->training.sample(i);
        points.push_back({sample[0], sample[1], static_cast<int>(data->training.target(i)[0])});
    }
    m_canvas->live().setPoints(std::move(points));
    emit dataShown();
}

void MainWindow::showTitle() {
    setWindowTitle(tr("%1[*] – Protomind").arg(m_files->title()));
    setWindowModified(m_parts.document.isModified());
}

void MainWindow::showSizes() {
    const Analysis& analysis = m_parts.document.analysis();
    m_sizes->setText(tr("%1 parameters · %2 multiply-adds a sample")
                         .arg(number(analysis.parameters), number(analysis.multiplyAdds)));
}

// The run -----------------------------------------------------------------------------------------------

void MainWindow::joinRun() {
    RunController& run = m_parts.run;
    connect(&run, &RunController::diverged, this, &MainWindow::showDivergence);
    connect(&run, &RunController::failed, this, &MainWindow::showFailure);
    connect(&run, &RunController::epochDone, this, &MainWindow::adviseOnRun);
    connect(&run, &RunController::prepared, m_dataPanel, &DataPanel::showSplit);
    connect(&run, &RunController::prepared, this, [this](const Prepared& event) {
        m_messages->withdraw(MessageStrip::Topic::Failure);
        m_messages->withdraw(MessageStrip::Topic::Run);
        m_messages->withdraw(MessageStrip::Topic::KeptAside);
        if (!event.asideNote.empty() && !m_guide->isActive())
            m_messages->say(MessageStrip::Topic::KeptAside, MessageStrip::Kind::Information,
                            worded(event.asideNote));
        // In a lesson it says itself what matters.
        for (const Sentence& note : m_guide->isActive() ? std::vector<Sentence>() : event.notes)
            m_messages->say(MessageStrip::Topic::Run, MessageStrip::Kind::Information, worded(note));
    });
    connect(&run, &RunController::stateChanged, this, [this](RunState state) {
        if (state == RunState::Training) {
            m_adviseOnRun = true;
            m_messages->withdraw(MessageStrip::Topic::Divergence);
            m_messages->withdraw(MessageStrip::Topic::Run);
            // A run that goes on by itself after undo does not make it less true that training was lost.
            if (m_weightsTold != WeightNews::Kind::TakenBack)
                m_messages->withdraw(MessageStrip::Topic::Weights);
            m_messages->withdraw(MessageStrip::Topic::FirstStep);
            showWelcome(false);
        }
    });
    connect(&run, &RunController::weightsFollowed, this, &MainWindow::tellWeights);
    connect(&run, &RunController::checkpointStored, m_trainingPanel, &TrainingPanel::showWeights);
    connect(m_runBar, &RunBar::trainPressed, m_ui->actionTrain, &QAction::trigger);
    connect(m_files, &ProjectFiles::titleChanged, this, &MainWindow::showTitle);
    joinFiles();
    connect(m_files, &ProjectFiles::opened, this, [this] { m_canvas->fit(); });
    const auto ask = [this](const QString& suggested, const QString& filter) {
        return m_parts.dialogs.saveFile(this, tr("Save"), suggested, filter);
    };
    m_charts->setAskForFile(ask);
    m_predictions->setAskForFile(ask);
    m_dataPanel->setAskForFile(ask);
    m_canvas->pictureExporter().setAskForFile(ask);
    const auto warn = [this](const QString& sentence) {
        m_messages->say(MessageStrip::Topic::Run, MessageStrip::Kind::Warning, sentence);
    };
    connect(m_charts, &TrainingCharts::saveFailed, this, warn);
    connect(&m_canvas->pictureExporter(), &PictureExporter::saveFailed, this, warn);
    connect(m_predictions, &PredictionPanel::saveFailed, this, warn);
    connect(m_dataPanel, &DataPanel::saveFailed, this, warn);
}

/// What the layers give goes from the run to the cards.
void MainWindow::joinPictures() {
    RunController& run = m_parts.run;
    ActivationOverlay& live = m_canvas->live();
    connect(&run, &RunController::picturesChanged, &live, [&run, &live] { live.show(run.pictures()); });
    connect(&live, &ActivationOverlay::requestChanged, &run, &RunController::watch);
    run.watch(live.request());
}

void MainWindow::joinFiles() {
    using Topic = MessageStrip::Topic;
    using Kind = MessageStrip::Kind;
    connect(m_files, &ProjectFiles::problem, this,
            [this](const QString& sentence) { m_messages->say(Topic::Project, Kind::Warning, sentence); });
    connect(m_files, &ProjectFiles::notice, this, [this](const QString& sentence) {
        m_messages->say(Topic::Project, Kind::Information, sentence);
    });
    connect(m_files, &ProjectFiles::offer, this,
            [this](const QString& sentence, const QString& button, const std::function<void()>& press) {
                m_messages->say(Topic::Project, Kind::Warning, sentence, {button, press});
            });
    connect(m_files, &ProjectFiles::saved, this, [this](const QString& path) {
        m_messages->withdraw(Topic::Project);
        statusBar()->showMessage(tr("Saved as %1").arg(path), 8000);
    });
    auto* drop = new FileDrop(*this);
    connect(drop, &FileDrop::projectDropped, m_files, &ProjectFiles::openPath);
    connect(drop, &FileDrop::dataDropped, this, [this](const QString& folder) {
        m_parts.document.undoStack().push(new SetDataText(m_parts.document, "idx:" + folder.toStdString()));
        m_tabs->setCurrentWidget(m_dataPanel);
    });
    connect(drop, &FileDrop::refused, this,
            [this](const QString& sentence) { m_messages->say(Topic::Project, Kind::Warning, sentence); });
}

void MainWindow::tellFault(const Fault& fault) {
    m_faults->tell(fault);
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate)
        m_files->checkFile();
    return QMainWindow::event(event);
}

} // namespace protomind
