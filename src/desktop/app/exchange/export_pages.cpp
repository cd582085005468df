// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/export_pages.h"

#include "desktop/app/exchange/fate_table.h"
#include "desktop/words/shown_number.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kKilo = 1000;
constexpr int kLinesOfStart = 8; ///< that are to be seen without scrolling

QString fileText(const FilePreview& file) {
    return QStringLiteral("%1   %2").arg(QString::fromStdString(file.name), shownBytes(file.bytes));
}

QString comparedText(const ExportResult& result) {
    if (!result.verification)
        return {};
    const Verification& found = *result.verification;
    if (!found.agrees)
        return ExportResultPage::tr(
            "Read back it would answer differently from your network: that is a mistake of this program. "
            "Nothing was written. Please report it.");
    if (found.weightsAlone) {
        const QString text =
            ExportResultPage::tr("The weights were read back, and give the same answers on %1 "
                                 "samples: the largest difference is %2.")
                .arg(shownCount(found.samples), shownNumber(found.largestDifference, 'g', 1));
        return found.isProgram
                   ? text + QLatin1Char(' ') + ExportResultPage::tr("The code itself is not run here.")
                   : text;
    }
    return ExportResultPage::tr("Read back and compared on %1 samples: the largest difference is %2.")
        .arg(shownCount(found.samples), shownNumber(found.largestDifference, 'g', 1));
}

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QString shownBytes(std::int64_t bytes) {
    const auto exact = static_cast<double>(bytes);
    if (exact < kKilo)
        return QStringLiteral("%1 B").arg(bytes);
    if (exact < kKilo * kKilo)
        return QStringLiteral("%1 kB").arg(shownNumber(exact / kKilo, 'g', 3));
    return QStringLiteral("%1 MB").arg(shownNumber(exact / (kKilo * kKilo), 'f', 1));
}

ExportPreviewPage::ExportPreviewPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("exportPreview"));
    m_heading = wrapped(this);
    m_files = new QListWidget(this);
    m_files->setObjectName(QStringLiteral("exportFiles"));
    m_files->setAccessibleName(tr("Files that are written"));
    m_start = new QPlainTextEdit(this);
    m_start->setObjectName(QStringLiteral("exportStart"));
    m_start->setAccessibleName(tr("The start of the file"));
    m_start->setReadOnly(true);
    m_start->setTabChangesFocus(true);
    m_start->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_start->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_start->setMinimumHeight(fontMetrics().lineSpacing() * kLinesOfStart);
    m_fates = new FateTable(this);
    m_fates->setObjectName(QStringLiteral("exportFates"));
    auto* files = new QSplitter(Qt::Horizontal, this);
    files->setChildrenCollapsible(false);
    files->addWidget(m_files);
    files->addWidget(m_start);
    files->setStretchFactor(1, 2);
    auto* becomes = new QWidget(this);
    auto* becomesLayout = new QVBoxLayout(becomes);
    becomesLayout->setContentsMargins(0, 0, 0, 0);
    becomesLayout->addWidget(new QLabel(tr("What becomes of your network:"), becomes));
    becomesLayout->addWidget(m_fates, 1);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(files);
    parts->addWidget(becomes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(parts, 1);
    connect(m_files, &QListWidget::currentRowChanged, this, &ExportPreviewPage::showStart);
}

void ExportPreviewPage::show(const ExportPreview& preview, const QString& folder) {
    m_heading->setText(folder.isEmpty()
                           ? tr("This file is written:")
                           : tr("This folder is written: %1, %2").arg(folder, shownBytes(preview.bytes())));
    m_shown = preview.files;
    m_files->clear();
    int first = 0; // of those that can be read
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        m_files->addItem(fileText(m_shown[i]));
        if (!m_shown[i].start.empty() && m_shown[static_cast<std::size_t>(first)].start.empty())
            first = static_cast<int>(i);
    }
    m_start->setVisible(
        std::ranges::any_of(m_shown, [](const FilePreview& file) { return !file.start.empty(); }));
    m_files->setCurrentRow(first);
    m_fates->show(preview.notes);
}

void ExportPreviewPage::showStart(int row) {
    if (row < 0) {
        m_start->clear();
        return;
    }
    const FilePreview& file = m_shown.at(static_cast<std::size_t>(row));
    if (file.start.empty()) {
        m_start->setPlainText(tr("(numbers for programs, not text)"));
        return;
    }
    QString text = QString::fromStdString(file.start);
    if (file.bytes > static_cast<std::int64_t>(file.start.size()))
        text += QStringLiteral("…\n");
    m_start->setPlainText(text);
}

ExportResultPage::ExportResultPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("exportResult"));
    m_words = wrapped(this);
    m_words->setObjectName(QStringLiteral("exportResultWords"));
    m_place = wrapped(this);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_place->setObjectName(QStringLiteral("exportPlace"));
    m_folder = new QPushButton(tr("Show in &folder"), this);
    m_folder->setObjectName(QStringLiteral("exportShowFolder"));
    m_copy = new QPushButton(tr("Co&py path"), this);
    m_copy->setObjectName(QStringLiteral("exportCopyPath"));
    for (QPushButton* button : {m_folder, m_copy})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder);
    row->addWidget(m_copy);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_place);
    layout->addLayout(row);
    layout->addStretch(1);
    setFocusProxy(m_folder);
    connect(m_folder, &QPushButton::clicked, this, &ExportResultPage::showInFolder);
    connect(m_copy, &QPushButton::clicked, this, &ExportResultPage::copyPath);
}

void ExportResultPage::show(const ExportResult& result, const QString& path) {
    m_path = path;
    const bool isThere = !result.files.empty();
    QStringList words;
    if (isThere)
        words << tr("✓ %1 is written: %2.").arg(QFileInfo(path).fileName(), shownBytes(result.bytes));
    if (const QString compared = comparedText(result); !compared.isEmpty())
        words << compared;
    m_words->setText(words.join(QStringLiteral("\n\n")));
    m_place->setText(path);
    for (QWidget* part :
         {static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_copy)})
        part->setVisible(isThere);
    m_copy->setText(tr("Co&py path"));
}

void ExportResultPage::showInFolder() {
    const QFileInfo place(m_path);
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(place.isDir() ? place.absoluteFilePath() : place.absolutePath()));
}

void ExportResultPage::copyPath() {
    QGuiApplication::clipboard()->setText(m_path);
    m_copy->setText(tr("Copied"));
}

} // namespace protomind
