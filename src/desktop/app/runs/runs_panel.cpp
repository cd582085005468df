// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/runs/runs_panel.h"

#include "desktop/app/runs/run_chart.h"
#include "desktop/app/runs/run_table_model.h"
#include "desktop/app/runs/run_words.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/fields/whole_spin_box.h"
#include "desktop/style/flow_layout.h"
#include "desktop/words/worded.h"
#include "studio/network/limits.h"
#include "studio/network/template.h"
#include "studio/runs/network_words.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kLimitStep = 1000;
constexpr int kFewestCharacters = 12; ///< that the list of grounds asks for at least
constexpr int kTableWidth = 480;      ///< beside the chart, which is happy with less
constexpr int kChartWidth = 200;
constexpr int kNetworkWidth = 190; ///< of its column, at least

} // namespace

RunsPanel::RunsPanel(Document& document, RunController& run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_model(new RunTableModel(this))
    , m_pages(new QStackedWidget(this))
    , m_content(new QWidget(m_pages))
    , m_ground(new QComboBox(m_content))
    , m_limit(new WholeSpinBox(m_content))
    , m_bringBack(new QPushButton(tr("Bring Back"), m_content))
    , m_delete(new QPushButton(tr("Delete"), m_content))
    , m_putBack(new QPushButton(tr("Put It Back"), m_content))
    , m_copy(new QPushButton(tr("Copy Table"), m_content))
    , m_table(new QTableView(m_content))
    , m_chart(new RunChart(m_content)) {
    setAccessibleName(tr("Your runs"));
    auto* empty = new QLabel(tr("Train a network and test it: its result will stand here."), m_pages);
    empty->setObjectName(QStringLiteral("noRuns"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    makeBar();
    makeTable();
    connect(m_ground, &QComboBox::activated, this, &RunsPanel::showRuns);
    connect(m_limit, &QSpinBox::valueChanged, this, &RunsPanel::showRuns);
    connect(m_bringBack, &QPushButton::clicked, this, [this] { bringBack(chosen()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { remove(chosen()); });
    connect(m_putBack, &QPushButton::clicked, this, &RunsPanel::putBack);
    connect(m_copy, &QPushButton::clicked, this, &RunsPanel::copyTable);
    connect(&m_document, &Document::changed, this, &RunsPanel::follow);
    connect(&m_document, &Document::runsChanged, this, &RunsPanel::followRuns);
    followRuns();
}

void RunsPanel::makeBar() {
    m_ground->setObjectName(QStringLiteral("runsGround"));
    m_ground->setAccessibleName(tr("Tested on"));
    m_ground->setToolTip(tr("Only runs that were tested on the same samples are compared"));
    m_ground->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_ground->setMinimumContentsLength(kFewestCharacters);
    m_limit->setObjectName(QStringLiteral("runsLimit"));
    m_limit->setAccessibleName(tr("At most so many parameters"));
    m_limit->setToolTip(tr("Larger networks get no place"));
    m_limit->setRange(0, static_cast<int>(kMaxParameters));
    m_limit->setSingleStep(kLimitStep);
    m_limit->setGroupSeparatorShown(true);
    m_limit->setSpecialValueText(tr("any size"));
    m_limit->setKeyboardTracking(false);
    auto* limitLabel = new QLabel(tr("Parameters at most:"), m_content);
    limitLabel->setBuddy(m_limit);
    m_bringBack->setObjectName(QStringLiteral("runsBringBack"));
    m_bringBack->setToolTip(tr("Puts its drawing, data and settings in place of the present ones; its "
                               "weights begin anew. Undo takes "
                               "it back"));
    m_delete->setObjectName(QStringLiteral("runsDelete"));
    m_delete->setToolTip(tr("Takes the chosen run off the list"));
    m_putBack->setObjectName(QStringLiteral("runsPutBack"));
    m_putBack->setToolTip(tr("The run that was deleted last"));
    m_copy->setObjectName(QStringLiteral("runsCopy"));
    m_copy->setToolTip(tr("Copies the table as CSV, to paste it into a spreadsheet"));
    auto* bar = new QWidget(m_content);
    auto* flow = new FlowLayout(bar);
    flow->setContentsMargins(4, 4, 4, 2);
    for (QWidget* one : std::initializer_list<QWidget*>{m_ground, limitLabel, m_limit, m_bringBack, m_delete,
                                                        m_putBack, m_copy})
        flow->addWidget(one);
    for (QPushButton* button : {m_bringBack, m_delete, m_putBack, m_copy})
        button->setAccessibleName(button->text());
    m_putBack->hide();

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
}

void RunsPanel::makeTable() {
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Runs, the best first"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTableModel::Place, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RunTableModel::Network, QHeaderView::Interactive);
    header->setHighlightSections(false);
    m_table->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (QPushButton* button : {m_bringBack, m_delete, m_copy}) {
        auto* action = new QAction(button->text(), m_table);
        action->setToolTip(button->toolTip());
        connect(action, &QAction::triggered, button, &QPushButton::click);
        m_table->addAction(action);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPanel::showChosen);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (at.isValid())
            bringBack(m_model->run(at.row()));
    });
    connect(m_chart, &RunChart::runChosen, this, &RunsPanel::choose);
    connect(m_chart, &RunChart::runActivated, this, &RunsPanel::bringBack);
    m_chart->setObjectName(QStringLiteral("runChart"));
    auto* split = new QSplitter(Qt::Horizontal, m_content);
    split->setObjectName(QStringLiteral("runsSplitter"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_chart);
    split->setStretchFactor(0, 1);
    split->setSizes({kTableWidth, kChartWidth});
    m_content->layout()->addWidget(split);
    static_cast<QVBoxLayout*>(m_content->layout())->setStretchFactor(split, 1);
}

void RunsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitNetworkColumn();
    return QWidget::eventFilter(watched, event);
}

/// Takes the room that the others leave, and never so little that no layer can be read.
void RunsPanel::fitNetworkColumn() {
    int others = 0;
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        if (column != RunTableModel::Network)
            others += m_table->columnWidth(column);
    m_table->setColumnWidth(RunTableModel::Network,
                            std::max(kNetworkWidth, m_table->viewport()->width() - others));
}

void RunsPanel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_removed.reset();
        m_putBack->hide();
        m_shown = {};
    }
    if (std::holds_alternative<AnalysisChanged>(event) || std::holds_alternative<LayerMoved>(event))
        return;
    if (isVisible())
        showPresent();
    else
        m_stale = true;
}

void RunsPanel::followRuns() {
    m_stale = true;
    m_pages->setCurrentIndex(m_document.runs().empty() ? 0 : 1);
    if (isVisible())
        refresh();
}

void RunsPanel::refresh() {
    m_stale = false;
    m_pages->setCurrentIndex(m_document.runs().empty() ? 0 : 1);
    showGrounds();
    showRuns();
}

/// Where a run was added since, what it was tested on is shown.
void RunsPanel::showGrounds() {
    const RunList& runs = m_document.runs();
    const auto before = ground();
    const bool added =
        !runs.empty() && std::ranges::find(m_shown.runs(), runs.runs().back()) == m_shown.runs().end();
    m_shown = runs;
    m_grounds = runs.grounds();
    const QSignalBlocker quiet(m_ground);
    m_ground->clear();
    for (const TestGround& one : m_grounds)
        m_ground->addItem(groundText(one));
    const auto kept = before && !added ? std::ranges::find(m_grounds, *before) : m_grounds.begin();
    m_ground->setCurrentIndex(kept == m_grounds.end() ? 0 : static_cast<int>(kept - m_grounds.begin()));
    m_ground->setEnabled(m_grounds.size() > 1);
}

std::optional<TestGround> RunsPanel::ground() const {
    const auto index = static_cast<std::size_t>(m_ground->currentIndex());
    return m_ground->currentIndex() >= 0 && index < m_grounds.size() ? std::optional(m_grounds[index])
                                                                     : std::nullopt;
}

std::optional<std::int64_t> RunsPanel::mostParameters() const {
    return m_limit->value() > 0 ? std::optional<std::int64_t>(m_limit->value()) : std::nullopt;
}

void RunsPanel::showRuns() {
    const RunRecordPtr before = chosen();
    const auto at = ground();
    const auto ranking = at ? m_document.runs().ranking(*at) : std::vector<RunRecordPtr>();
    m_model->setRuns(ranking, mostParameters());
    m_chart->setRuns(ranking, mostParameters());
    showPresent();
    choose(before);
    showChosen();
    fitNetworkColumn();
}

void RunsPanel::showPresent() {
    const auto& runs = m_document.runs().runs();
    const auto present = std::find_if(runs.rbegin(), runs.rend(), [this](const RunRecordPtr& run) {
        return isOf(*run, m_document.experiment());
    });
    const RunRecordPtr run = present == runs.rend() ? nullptr : *present;
    m_model->setPresent(run);
    m_chart->setPresent(run);
}

RunRecordPtr RunsPanel::chosen() const {
    return m_model->run(m_table->currentIndex().row());
}

void RunsPanel::choose(const RunRecordPtr& run) {
    const int row = run ? m_model->rowOf(run) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, RunTableModel::Place));
    else
        m_table->setCurrentIndex({});
}

void RunsPanel::showChosen() {
    const RunRecordPtr run = chosen();
    m_chart->setChosen(run);
    m_bringBack->setEnabled(run != nullptr);
    m_delete->setEnabled(run != nullptr);
    for (QAction* action : m_table->actions())
        action->setEnabled(run != nullptr);
}

void RunsPanel::bringBack(const RunRecordPtr& run) {
    if (!run)
        return;
    if (m_run.isTraining())
        m_run.pause();
    const NetworkTemplate source{.name = {},
                                 .title = worded(networkInWords(run->experiment.network)).toStdString(),
                                 .summary = {},
                                 .data = run->experiment.data,
                                 .training = run->experiment.training,
                                 .make = nullptr};
    auto* command = new LoadTemplate(m_document, source, run->experiment.network);
    if (command->isObsolete()) {
        delete command;
        emit said(tr("This is the network on the canvas."));
        return;
    }
    m_document.undoStack().push(command);
    emit networkBroughtBack();
    emit said(tr("The network is back, with first weights: press Train to train it again."));
}

void RunsPanel::remove(const RunRecordPtr& run) {
    RunList runs = m_document.runs();
    const auto found = std::ranges::find(runs.runs(), run);
    if (!run || found == runs.runs().end())
        return;
    m_removed = Removed{run, static_cast<std::size_t>(found - runs.runs().begin())};
    runs.remove(run);
    m_putBack->show();
    m_document.setRuns(std::move(runs));
    emit said(tr("The run is off the list. Put It Back brings it back."));
}

void RunsPanel::putBack() {
    if (!m_removed)
        return;
    RunList runs = m_document.runs();
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    runs.insert(removed.at, removed.run);
    m_putBack->hide();
    m_document.setRuns(std::move(runs));
    choose(removed.run);
}

void RunsPanel::copyTable() const {
    QGuiApplication::clipboard()->setText(runsCsv(m_model->shownRuns()));
}

} // namespace protomind
