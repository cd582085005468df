// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/export_dialog.h"

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/exchange/export_pages.h"
#include "desktop/app/exchange/format_delegate.h"
#include "desktop/app/exchange/obstacle_list.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

constexpr int kFormatRole = Qt::UserRole;
constexpr int kProgressSteps = 1000;
/// In widths of a letter: of the dialog, and of the list in it.
constexpr int kWide = 150;
constexpr int kListWide = 42;
constexpr int kHigh = 42; ///< in lines

QString titleOf(const Format& format) {
    return worded(format.title);
}

} // namespace

ExportDialog::ExportDialog(Document& document, RunController& run, Dialogs& dialogs, QString title,
                           QWidget* parent, ExportWork::Write write)
    : QDialog(parent)
    , m_document(document)
    , m_run(run)
    , m_dialogs(dialogs)
    , m_title(std::move(title))
    , m_work(new ExportWork(
          this, parent == nullptr ? static_cast<QObject*>(QCoreApplication::instance()) : parent->window(),
          std::move(write))) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeFormats();
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_formats);
    halves->addWidget(makeRight());
    halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(halves, 1);
    makeButtons(*layout);
    joinWork();
    const QSize letter(fontMetrics().averageCharWidth(), fontMetrics().lineSpacing());
    const QSize room = parent == nullptr ? QSize(1000, 700) : parent->window()->size();
    resize(std::min(letter.width() * kWide, room.width() - letter.width() * 4),
           std::min(letter.height() * kHigh, room.height() - letter.height() * 4));
    halves->setSizes({letter.width() * kListWide, letter.width() * (kWide - kListWide)});
    m_formats->setCurrentRow(0);
    m_formats->setFocus();
    takeWeights();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::makeFormats() {
    m_formats = new QListWidget(this);
    m_formats->setObjectName(QStringLiteral("exportFormats"));
    m_formats->setAccessibleName(tr("Formats"));
    m_formats->setWordWrap(true);
    m_formats->setResizeMode(QListView::Adjust);
    m_formats->setVerticalScrollMode(QListWidget::ScrollPerPixel);
    m_formats->setItemDelegate(new FormatDelegate(m_formats));
    m_formats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formats->setMinimumWidth(fontMetrics().averageCharWidth() * kListWide / 2);
    for (const Format& format : formats()) {
        if (format.write == nullptr)
            continue;
        auto* item = new QListWidgetItem(titleOf(format) + QLatin1Char('\n') + worded(format.summary));
        item->setData(kFormatRole, QString::fromStdString(format.name));
        m_formats->addItem(item);
    }
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportDialog::showFormat);
}

QWidget* ExportDialog::makeRight() {
    auto* right = new QWidget(this);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(layout->contentsMargins().left() / 2, 0, 0, 0);
    m_heading = new QLabel(right);
    QFont large = m_heading->font();
    large.setBold(true);
    m_heading->setFont(large);
    m_help = new QLabel(right);
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_pages = new QStackedWidget(right);
    m_words = new QLabel(m_pages);
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_impossible = new QWidget(m_pages);
    auto* impossible = new QVBoxLayout(m_impossible);
    impossible->setContentsMargins(0, 0, 0, 0);
    auto* because = new QLabel(tr("This network can't be written in this format:"), m_impossible);
    because->setFont(large);
    impossible->addWidget(because);
    m_obstacles = new ObstacleList(m_impossible);
    m_obstacles->setObjectName(QStringLiteral("exportObstacles"));
    impossible->addWidget(m_obstacles, 1);
    m_previewPage = new ExportPreviewPage(m_pages);
    m_resultPage = new ExportResultPage(m_pages);
    for (QWidget* page : {static_cast<QWidget*>(m_words), m_impossible, static_cast<QWidget*>(m_previewPage),
                          static_cast<QWidget*>(m_resultPage)})
        m_pages->addWidget(page);
    layout->addWidget(m_heading);
    layout->addWidget(m_help);
    layout->addWidget(m_pages, 1);
    connect(m_obstacles, &ObstacleList::layerWanted, this, [this](const QString& layer) {
        emit layerWanted(layer);
        QDialog::reject();
    });
    return right;
}

void ExportDialog::makeButtons(QVBoxLayout& layout) {
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("How much is written"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);
    m_close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("exportClose"));
    m_close->setAutoDefault(false);
    layout.addWidget(m_note);
    layout.addWidget(m_progress);
    layout.addWidget(buttons);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
}

void ExportDialog::joinWork() {
    connect(m_work, &ExportWork::prepared, this, &ExportDialog::takeNetwork);
    connect(m_work, &ExportWork::prepareFailed, this, &ExportDialog::showProblem);
    connect(m_work, &ExportWork::previewed, this, [this](const Format* of, const ExportPreviewPtr& preview) {
        if (of == format())
            showPreview(*of, preview);
    });
    connect(m_work, &ExportWork::previewFailed, this, [this](const Format* of, const Problem& problem) {
        if (of == format())
            showProblem(problem);
    });
    connect(m_work, &ExportWork::progressed, this, [this](qint64 bytes) {
        const auto all = static_cast<double>(m_preview == nullptr ? bytes : m_preview->bytes());
        m_progress->setValue(
            static_cast<int>(kProgressSteps * static_cast<double>(bytes) / std::max(all, 1.0)));
    });
    connect(m_work, &ExportWork::written, this, &ExportDialog::finish);
    connect(m_work, &ExportWork::writeFailed, this, [this](const Problem& problem) {
        m_path.reset();
        follow();
        showProblem(problem);
        m_export->setEnabled(m_preview != nullptr);
    });
}

// The network -------------------------------------------------------------------------------------------

void ExportDialog::takeWeights() {
    showBusy(tr("Fetching the newest weights…"));
    connect(
        &m_run, &RunController::checkpointStored, this,
        [this] {
            m_work->prepare(m_document.content(), m_title.toStdString(),
                            "Protomind " + QCoreApplication::applicationVersion().toStdString());
        },
        Qt::SingleShotConnection);
    m_run.fetchCheckpoint();
}

void ExportDialog::takeNetwork(const TrainedNetworkPtr& network) {
    m_network = network;
    m_note->setText(
        network->trained
            ? tr("This is the network after %1 steps of training.").arg(shownCount(network->checkpoint->step))
            : tr("This network has not been trained yet: it is written with the weights it begins with. "
                 "Train "
                 "it first if it should know something."));
    markImpossible();
    showFormat();
}

void ExportDialog::markImpossible() {
    for (int row = 0; row < m_formats->count(); ++row) {
        QListWidgetItem* item = m_formats->item(row);
        const Format* of = findFormat(item->data(kFormatRole).toString().toStdString());
        if (!obstacles(*of, *m_network).empty())
            item->setText(item->text() + QStringLiteral("\n✗ ") + tr("Not possible with this network"));
    }
}

const Format* ExportDialog::format() const {
    const QListWidgetItem* item = m_formats->currentItem();
    return item == nullptr ? nullptr : findFormat(item->data(kFormatRole).toString().toStdString());
}

void ExportDialog::choose(const QString& format) {
    for (int row = 0; row < m_formats->count(); ++row)
        if (m_formats->item(row)->data(kFormatRole).toString() == format)
            m_formats->setCurrentRow(row);
}

QString ExportDialog::nameFor(const Format& of) const {
    QString name = m_title.isEmpty() ? tr("network") : m_title;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    return name + (of.extension.empty() ? QStringLiteral("-") + QString::fromStdString(of.name)
                                        : QString::fromStdString(of.extension));
}

// What is shown -----------------------------------------------------------------------------------------

void ExportDialog::showFormat() {
    const Format* chosen = format();
    if (chosen == nullptr || m_work->isWriting())
        return;
    m_heading->setText(titleOf(*chosen));
    m_help->setText(worded(chosen->help.empty() ? chosen->summary : chosen->help));
    m_preview.reset();
    m_export->setEnabled(false);
    if (m_network == nullptr)
        return;
    showBusy(tr("Looking what is written…"));
    m_work->preview(*chosen, m_network, toPath(nameFor(*chosen)));
}

void ExportDialog::showPreview(const Format& of, const ExportPreviewPtr& preview) {
    const bool possible = preview->obstacles.empty();
    m_preview = possible ? preview : nullptr;
    m_export->setEnabled(possible);
    if (possible) {
        m_previewPage->show(*preview, of.extension.empty() ? nameFor(of) : QString());
        m_pages->setCurrentWidget(m_previewPage);
    } else {
        m_obstacles->show(preview->obstacles);
        m_pages->setCurrentWidget(m_impossible);
    }
}

void ExportDialog::showProblem(const Problem& problem) {
    m_words->setText(worded(problem));
    m_pages->setCurrentWidget(m_words);
    m_export->setEnabled(false);
}

void ExportDialog::showBusy(const QString& sentence) {
    m_words->setText(sentence);
    m_pages->setCurrentWidget(m_words);
    m_export->setEnabled(false);
}

void ExportDialog::follow() {
    const bool writing = m_path.has_value();
    m_formats->setEnabled(!writing);
    m_progress->setVisible(writing);
    m_close->setText(writing ? tr("&Stop") : tr("&Close"));
}

// Writing -----------------------------------------------------------------------------------------------

QString ExportDialog::askForPath(const Format& of) {
    const QString name = nameFor(of);
    if (!of.extension.empty()) {
        const QString ending = QString::fromStdString(of.extension);
        QString kinds = QStringLiteral("%1 (*%2)").arg(titleOf(of), ending);
        if (isPrintable(of))
            kinds += QStringLiteral(";;PDF (*.pdf)");
        QString path = m_dialogs.saveFile(this, tr("Export as %1").arg(titleOf(of)), name, kinds);
        if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
            path += ending;
        return path;
    }
    const QString place = m_dialogs.openFolder(this, tr("Where is the folder “%1” to be made?").arg(name));
    if (place.isEmpty())
        return {};
    const QString path = QDir(place).filePath(name);
    const bool replaces = QFileInfo(path).exists() && !QDir(path).isEmpty();
    if (replaces && !m_dialogs.confirm(this, tr("Write into the folder “%1” again?").arg(name),
                                       tr("Files of the last export are replaced; others in it stay."),
                                       tr("Replace"), tr("Cancel")))
        return {};
    return path;
}

void ExportDialog::begin() {
    const Format* chosen = format();
    if (chosen == nullptr || m_preview == nullptr || m_path)
        return;
    const QString path = askForPath(*chosen);
    if (path.isEmpty())
        return;
    m_path = path;
    m_progress->setValue(0);
    follow();
    showBusy(tr("Writing, reading it back, and comparing…"));
    m_work->write(*chosen, m_network, toPath(path));
}

void ExportDialog::finish(const ExportResult& result) {
    const QString path = m_path.value_or(QString());
    m_path.reset();
    follow();
    m_resultPage->show(result, path);
    m_pages->setCurrentWidget(m_resultPage);
    m_resultPage->setFocus();
    m_close->setDefault(true);
    m_export->setEnabled(true);
    if (isAgreed(result))
        emit agreed();
}

void ExportDialog::reject() {
    if (m_path) {
        m_work->stopWriting();
        return;
    }
    QDialog::reject();
}

} // namespace protomind
