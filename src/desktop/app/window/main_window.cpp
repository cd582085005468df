// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/main_window.h"

#include "desktop/app/commands/action_registry.h"
#include "desktop/app/data/data_options.h"
#include "desktop/app/data/data_panel.h"
#include "desktop/app/data/document_data.h"
#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/document_device.h"
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/files/file_drop.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/input/undo_keys.h"
#include "desktop/app/input/wheel_filter.h"
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/messages/fault_notice.h"
#include "desktop/app/opened/layer_opener.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/run/run_commands.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/app/runs/runs_panel.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/network_size.h"
#include "desktop/app/window/run_messages.h"
#include "desktop/app/window/run_panels.h"
#include "desktop/app/window/side_panels.h"
#include "desktop/app/window/window_closing.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/app/window/window_exchange.h"
#include "desktop/app/window/window_layout.h"
#include "desktop/app/window/window_lessons.h"
#include "desktop/app/window/window_pages.h"
#include "desktop/app/window/window_sample.h"
#include "desktop/app/window/window_welcome.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/history/history_panel.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_palette.h"
#include "desktop/editor/picture_exporter.h"
#include "desktop/editor/problems/problem_button.h"
#include "desktop/editor/selection.h"
#include "desktop/words/worded.h"
#include "studio/network/template.h"

#include <QCloseEvent>
#include <QSplitter>
#include <QStatusBar>
#include <QUndoStack>
#include <QVBoxLayout>

#include "ui_main_window.h"

namespace protomind {

namespace {

/// What a newcomer finds on the canvas.
const std::string kFirstTemplate = "playground";
/// How long the status bar says what was done.
constexpr int kSaidMilliseconds = 8000;

} // namespace

MainWindow::MainWindow(const WindowParts& parts)
    : m_parts(parts)
    , m_ui(std::make_unique<Ui::MainWindow>()) {
    m_ui->setupUi(this);
    setWindowIcon(programIcon());
    auto* pages = new WindowPages(*m_ui->actionWelcome, *m_ui->actionLessons, this);
    auto* layout = new WindowLayout(*this, m_parts.preferences);
    makeParts(*pages);
    layOut(*pages, *layout);
    makeActions(*layout);
    joinData();
    joinRun();
    joinFiles();
    joinDialogs();
    connect(pages, &WindowPages::workShown, &m_editor->editor(), &NetworkEditor::focusShown);
    connect(m_closing, &WindowClosing::closing, this, [this, layout] {
        layout->save();
        m_lessons->endVisit();
    });
    connect(&m_parts.document, &Document::changed, this, &MainWindow::follow);
    connect(&m_parts.document, &Document::modifiedChanged, this, &MainWindow::showTitle);
    layout->restore();
    m_editor->keepChoices(m_parts.preferences);
    showTitle();
}

MainWindow::~MainWindow() = default;

NetworkView& MainWindow::canvas() {
    return m_editor->canvas();
}

PredictionPanel& MainWindow::predictions() {
    return m_runPanels->predictions();
}

TrainingCharts& MainWindow::charts() {
    return m_runPanels->charts();
}

const LoadedDataPtr& MainWindow::data() const {
    return m_data->data();
}

LessonGuide& MainWindow::lessons() {
    return m_lessons->guide();
}

EndWait& MainWindow::closing() {
    return m_closing->wait();
}

bool MainWindow::wasClosedAnyway() const {
    return m_closing->wasClosedAnyway();
}

void MainWindow::makeParts(WindowPages& pages) {
    new WheelFilter(this);
    new UndoKeys(this);
    Document& document = m_parts.document;
    RunController& run = m_parts.run;
    m_registry = new ActionRegistry(*this, m_parts.preferences);
    m_files = new ProjectFiles(document, run, m_parts.store, m_parts.dialogs, m_parts.preferences, this);
    m_data = new DocumentData(document, m_parts.loadData, this);
    m_editor = new WindowEditor(document, run, *this);
    m_devices = new DeviceCatalogue(m_parts.deviceProgram, this);
    new DocumentDevice(document, run, *m_devices, this);
    m_side = new SidePanels(document, run, m_parts.dialogs, *m_devices, *m_editor, this);
    m_messages = new MessageStrip(this);
    m_faults = std::make_unique<FaultNotice>(
        *m_messages, [this](FaultNotice::Kept kept) { m_files->keepNow(std::move(kept)); });
    m_run = new RunCommands(document, run, *m_messages, this);
    m_welcome = new WindowWelcome({.document = document,
                                   .run = run,
                                   .preferences = m_parts.preferences,
                                   .files = *m_files,
                                   .editor = *m_editor,
                                   .commands = *m_run,
                                   .messages = *m_messages,
                                   .pages = pages},
                                  *this);
    m_lessons = new WindowLessons({.document = document,
                                   .run = run,
                                   .store = m_parts.store,
                                   .dialogs = m_parts.dialogs,
                                   .preferences = m_parts.preferences,
                                   .files = *m_files,
                                   .editor = *m_editor,
                                   .side = *m_side,
                                   .messages = *m_messages,
                                   .actions = *m_registry,
                                   .pages = pages,
                                   .welcome = m_welcome->page(),
                                   .leave = *m_ui->actionLeaveLesson},
                                  m_parts.lessonFolders, *this);
    auto* exchange = new WindowExchange({.document = document,
                                         .run = run,
                                         .dialogs = m_parts.dialogs,
                                         .files = *m_files,
                                         .editor = *m_editor,
                                         .side = *m_side,
                                         .messages = *m_messages,
                                         .exportAction = *m_ui->actionExport,
                                         .importAction = *m_ui->actionImport},
                                        *this);
    connect(exchange, &WindowExchange::exportAgreed, &lessons(), &LessonGuide::followExport);
    connect(&lessons(), &LessonGuide::exportWanted, exchange, &WindowExchange::openExport);
    m_runPanels = new RunPanels(document, run, *this);
    m_sample = new WindowSample(document, run, predictions(), canvas(), *this);
    m_side->lenses().setShownSample(m_sample->shown());
    new RunMessages({.document = document,
                     .run = run,
                     .commands = *m_run,
                     .data = *m_data,
                     .guide = m_lessons->guide(),
                     .messages = *m_messages},
                    this);
    m_closing = new WindowClosing(
        {.document = document, .run = run, .store = m_parts.store, .files = *m_files}, *this);
}

void MainWindow::layOut(WindowPages& pages, WindowLayout& layout) {
    auto* middle = new QWidget(this);
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(2);
    middleLayout->addWidget(m_messages);
    middleLayout->addWidget(&m_lessons->scene(), 1);

    auto* left = new QTabWidget(this);
    left->setObjectName(QStringLiteral("leftTabs"));
    left->setAccessibleName(tr("Layers to add, and what was done"));
    left->setDocumentMode(true);
    left->addTab(&m_editor->palette(), tr("Layers"));
    left->addTab(new HistoryPanel(m_parts.document.undoStack(), left), tr("History"));
    left->setTabToolTip(0, tr("Kinds of layers, to drag onto the canvas"));
    left->setTabToolTip(1, tr("What was done, step by step, and back"));
    auto* upper = new QSplitter(Qt::Horizontal, this);
    upper->setObjectName(QStringLiteral("upper"));
    upper->addWidget(left);
    upper->addWidget(middle);
    upper->addWidget(m_side);
    upper->setStretchFactor(1, 1);
    auto* whole = new QSplitter(Qt::Vertical, this);
    whole->setObjectName(QStringLiteral("whole"));
    whole->addWidget(upper);
    whole->addWidget(&m_runPanels->area());
    whole->setStretchFactor(0, 1);
    QSplitter& besidePane = m_lessons->besidePane(*whole);
    pages.setPages(besidePane, m_welcome->page(), m_lessons->course());
    auto* centre = new QVBoxLayout(m_ui->centre);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(&pages);
    auto* problems = new ProblemButton(m_parts.document, this);
    connect(problems, &QToolButton::clicked, this, [this] {
        m_editor->selection().clear(); // the whole network's list
        m_side->showNetwork();
    });
    statusBar()->addPermanentWidget(problems);
    statusBar()->addPermanentWidget(new NetworkSize(m_parts.document, this));

    new LayerOpener(m_parts.document, m_parts.run, m_sample->shown(), canvas(), *m_ui->centre,
                    {left, &m_editor->editor()});

    QSplitter& results = m_runPanels->results();
    layout.addSplitter(*upper, {190, 760, 310});
    layout.addSplitter(results, {760, 500});
    layout.addSplitter(*whole, {520, 290});
    layout.addSplitter(besidePane, {360, 900});
    layout.addTabs(*m_side);
    layout.addTabs(*left);
    layout.addPanel(*left, QStringLiteral("actionPanelLayers"), tr("&Layers and History"),
                    tr("Show what can be added and what was done, on the left"),
                    QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));
    layout.addPanel(*m_side, QStringLiteral("actionPanelProperties"), tr("&Network, Data and Training"),
                    tr("Show the settings, on the right"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2));
    layout.addPanel(results, QStringLiteral("actionPanelResults"), tr("&Curves and Predictions"),
                    tr("Show how it learns, below the canvas"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3));
}

void MainWindow::start(const QString& path) {
    m_files->setLoadTemplate([this](const NetworkTemplate& source) { canvas().loadTemplate(source); });
    m_editor->editor().focusShown();
    const bool isFresh = m_files->start(path, findTemplate(kFirstTemplate));
    m_welcome->show(isFresh && !m_parts.preferences.welcomeClosed());
}

// What changes ------------------------------------------------------------------------------------------

void MainWindow::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_messages->withdrawAllBut(MessageStrip::Topic::Fault);
        m_runPanels->startOver();
    }
    m_data->follow(event);
}

void MainWindow::showData(const LoadedDataPtr& data) {
    m_messages->withdraw(MessageStrip::Topic::File);
    // Panels first: the analysis that follows is already about this data.
    m_side->data().showData(data);
    charts().setClasses(data->description.targetKind == TargetKind::Class);
    m_runPanels->bar().setData(*data);
    m_parts.document.setDataShapes(data->shapes);
    predictions().setData(data);
    lessons().setData(data);
    m_sample->setData(data);
    m_editor->showData(*data);
    emit dataShown();
}

void MainWindow::showTitle() {
    setWindowTitle(tr("%1[*] – Protomind").arg(m_files->title()));
    setWindowModified(m_parts.document.isModified());
}

// What the parts tell each other ------------------------------------------------------------------------

void MainWindow::joinData() {
    connect(m_data, &DocumentData::loaded, this, &MainWindow::showData);
    connect(m_data, &DocumentData::failed, this, [this](const Problem& problem) {
        m_side->data().showProblem(problem);
        m_messages->say(MessageStrip::Topic::File, MessageStrip::Kind::Warning, worded(problem),
                        {tr("Show the data"), [this] { m_side->showData(); }});
    });
}

void MainWindow::joinRun() {
    const auto sayBriefly = [this](const QString& sentence) {
        statusBar()->showMessage(sentence, kSaidMilliseconds);
    };
    connect(m_run, &RunCommands::said, this, sayBriefly);
    connect(&m_runPanels->runs(), &RunsPanel::said, this, sayBriefly);
    connect(&m_runPanels->runs(), &RunsPanel::networkBroughtBack, &canvas(), &NetworkView::fit);
    connect(&lessons(), &LessonGuide::placeWanted, m_runPanels, [this](const QString& place) {
        if (place == QLatin1String("runs"))
            m_ui->actionRuns->trigger();
    });
    connect(&canvas(), &NetworkView::said, this, sayBriefly);
    connect(m_run, &RunCommands::layerWanted, this, [this](LayerId layer) {
        if (m_parts.document.network().layer(layer))
            canvas().reveal(layer);
        m_side->showNetwork(); // Also where the layer was selected before.
    });
    connect(m_run, &RunCommands::dataWanted, m_side, &SidePanels::showData);
    connect(m_run, &RunCommands::deviceWanted, m_side, &SidePanels::showDevice);
    connect(m_run, &RunCommands::weightsReset, &lessons(), &LessonGuide::followReset);
    RunBar& bar = m_runPanels->bar();
    Preferences& kept = m_parts.preferences;
    if (const std::optional<double> speed = kept.speed())
        m_parts.run.setSpeed(*speed);
    connect(&bar, &RunBar::speedChosen, this, [&kept](double speed) { kept.setSpeed(speed); });
}

void MainWindow::joinFiles() {
    using Topic = MessageStrip::Topic;
    using Kind = MessageStrip::Kind;
    connect(m_files, &ProjectFiles::titleChanged, this, &MainWindow::showTitle);
    connect(m_files, &ProjectFiles::opened, this, [this] { canvas().fit(); });
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
        statusBar()->showMessage(tr("Saved as %1").arg(path), kSaidMilliseconds);
    });
    auto* drop = new FileDrop(*this);
    connect(drop, &FileDrop::projectDropped, m_files, &ProjectFiles::openPath);
    connect(drop, &FileDrop::dataDropped, this, [this](const QString& folder) {
        m_parts.document.undoStack().push(
            new SetDataText(m_parts.document, textOfFolder(folder.toStdString())));
        m_side->showData();
    });
    connect(drop, &FileDrop::tableDropped, this, [this](const QString& path) {
        const DataChoice choice =
            DataChoice::parse(m_parts.document.experiment().data).withTable(path.toStdString());
        m_parts.document.undoStack().push(new SetDataText(m_parts.document, choice.text(), newGesture()));
        m_side->showData();
    });
    m_sample->join(*drop);
    const auto warn = [this](const QString& sentence) {
        m_messages->say(Topic::Project, Kind::Warning, sentence);
    };
    connect(drop, &FileDrop::refused, this, warn);
    connect(m_sample, &WindowSample::refused, this, warn);
}

/// Pictures and figures are saved where a person says.
void MainWindow::joinDialogs() {
    const auto ask = [this](const QString& suggested, const QString& filter) {
        return m_parts.dialogs.saveFile(this, tr("Save"), suggested, filter);
    };
    const auto warn = [this](const QString& sentence) {
        m_messages->say(MessageStrip::Topic::Run, MessageStrip::Kind::Warning, sentence);
    };
    charts().setAskForFile(ask);
    predictions().setAskForFile(ask);
    m_side->data().setAskForFile(ask);
    m_side->lenses().setAskForFile(ask);
    canvas().pictureExporter().setAskForFile(ask);
    connect(&charts(), &TrainingCharts::saveFailed, this, warn);
    connect(&canvas().pictureExporter(), &PictureExporter::saveFailed, this, warn);
    connect(&predictions(), &PredictionPanel::saveFailed, this, warn);
    connect(&m_side->data(), &DataPanel::saveFailed, this, warn);
    connect(&m_side->lenses(), &LensPanel::saveFailed, this, warn);
    connect(&m_side->lenses(), &LensPanel::readingFailed, this, warn);
}

void MainWindow::tellFault(const Fault& fault) {
    m_faults->tell(fault);
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate)
        m_files->checkFile();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(m_closing->allows());
}

} // namespace protomind
