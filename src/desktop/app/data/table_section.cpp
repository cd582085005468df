// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/table_section.h"

#include "desktop/app/data/table_columns_view.h"
#include "desktop/app/data/table_preview_view.h"
#include "desktop/app/theme/icons.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr QSize kLargeTable(860, 600);

QString summaryOf(const TablePreview& preview) {
    if (preview.problem)
        return worded(*preview.problem);
    const auto shown = static_cast<std::int64_t>(preview.rows.size());
    QString text = TableSection::tr("%1 rows and %2 columns.")
                       .arg(shownCount(preview.rowCount),
                            shownCount(static_cast<std::int64_t>(preview.format.names.size())));
    if (shown < preview.rowCount)
        text += QLatin1Char(' ') + TableSection::tr("The first %1 rows are shown.").arg(shownCount(shown));
    if (preview.format.names.size() > kPreviewColumns)
        text += QLatin1Char(' ') + TableSection::tr("The first %1 columns are shown.")
                                       .arg(shownCount(static_cast<std::int64_t>(kPreviewColumns)));
    return text;
}

} // namespace

TableSection::TableSection(QWidget* parent)
    : QWidget(parent)
    , m_columns(new TableColumnsView(this))
    , m_large(new QPushButton(themedIcon(QStringLiteral("data-csv")), tr("Look at the table…"), this)) {
    m_large->setObjectName(QStringLiteral("lookAtTable"));
    m_large->setAccessibleName(tr("Look at the first rows of the table in a window of their own"));
    m_large->setToolTip(m_large->accessibleName());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_large);
    connect(m_large, &QPushButton::clicked, this, &TableSection::openLarge);
    connect(&m_look, &TableLook::seen, this, &TableSection::show);
    // What is wrong is said where the data are opened.
    connect(&m_look, &TableLook::failed, this, [this] { show(nullptr); });
    show(nullptr);
}

void TableSection::look(const std::string& text) {
    if (text == m_text)
        return;
    m_text = text;
    if (!text.empty()) {
        m_look.look(text);
        return;
    }
    m_look.cancel();
    show(nullptr);
}

void TableSection::show(const TablePreviewPtr& preview) {
    m_preview = preview;
    m_columns->show(preview);
    m_large->setEnabled(preview != nullptr);
    if (m_largeView) {
        m_largeView->show(preview);
        m_largeSummary->setText(preview ? summaryOf(*preview) : QString());
    }
    QStringList names;
    if (preview)
        for (const std::string& name : preview->format.names)
            names << QString::fromStdString(name);
    emit columnsKnown(names);
}

void TableSection::openLarge() {
    if (m_largeView) {
        m_largeView->window()->raise();
        m_largeView->window()->activateWindow();
        return;
    }
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("tableDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Table"));
    auto* layout = new QVBoxLayout(dialog);
    m_largeSummary = new QLabel(summaryOf(*m_preview), dialog);
    m_largeSummary->setWordWrap(true);
    m_largeSummary->setTextFormat(Qt::PlainText);
    layout->addWidget(m_largeSummary);
    m_largeView = new TablePreviewView(dialog);
    m_largeView->setObjectName(QStringLiteral("tablePreview"));
    m_largeView->show(m_preview);
    layout->addWidget(m_largeView, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    connect(dialog, &QObject::destroyed, this, [this] {
        m_largeView = nullptr;
        m_largeSummary = nullptr;
    });
    dialog->resize(kLargeTable);
    dialog->show();
}

} // namespace protomind
