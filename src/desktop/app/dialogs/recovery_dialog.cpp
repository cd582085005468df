// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/dialogs/recovery_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

RecoveryDialog::RecoveryDialog(std::vector<OfferedWork> offered, QWidget* parent)
    : QDialog(parent)
    , m_offered(std::move(offered))
    , m_discarded(m_offered.size(), false) {
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Recover unsaved work"));
    auto* words = new QLabel(tr("Protomind ended unexpectedly, but this work is safe. Choose what to go on "
                                "with; the rest is kept until you want it."),
                             this);
    words->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("recoveryList"));
    m_list->setAccessibleName(tr("Unsaved work"));
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    for (std::size_t row = 0; row < m_offered.size(); ++row) {
        m_list->addItem(new QListWidgetItem);
        showRow(static_cast<int>(row));
    }
    auto* buttons = new QDialogButtonBox(this);
    m_recover = buttons->addButton(tr("&Recover"), QDialogButtonBox::AcceptRole);
    m_recover->setObjectName(QStringLiteral("recoverButton"));
    m_recover->setDefault(true);
    m_discard = buttons->addButton(tr("&Throw away"), QDialogButtonBox::ActionRole);
    m_discard->setObjectName(QStringLiteral("discardButton"));
    m_discard->setAutoDefault(false);
    QPushButton* later = buttons->addButton(tr("&Not now"), QDialogButtonBox::RejectRole);
    later->setObjectName(QStringLiteral("laterButton"));
    later->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::follow);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_recover->isEnabled())
            finish(true);
    });
    connect(m_recover, &QPushButton::clicked, this, [this] { finish(true); });
    connect(later, &QPushButton::clicked, this, &RecoveryDialog::reject);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryDialog::toggleDiscard);
    m_list->setCurrentRow(0);
    follow();
    m_list->setFocus();
    // Three pieces of work fit without scrolling, whatever the size of the type.
    const int line = fontMetrics().lineSpacing();
    m_list->setMinimumSize(line * 26, line * 8);
}

void RecoveryDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    // Rows have fonts of their own and are as high as these were.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        for (int row = 0; m_list && row < m_list->count(); ++row)
            showRow(row);
}

void RecoveryDialog::showRow(int row) {
    const OfferedWork& work = m_offered.at(static_cast<std::size_t>(row));
    const bool discarded = m_discarded.at(static_cast<std::size_t>(row));
    QString text = work.name + QLatin1Char('\n');
    text += work.place.isEmpty() ? work.when : tr("%1, in %2").arg(work.when, work.place);
    if (discarded)
        text += QLatin1Char('\n') + tr("Will be thrown away when you close this window.");
    else if (!work.note.isEmpty())
        text += QLatin1Char('\n') + work.note;
    QListWidgetItem* item = m_list->item(row);
    item->setText(text);
    QFont font = m_list->font();
    font.setItalic(discarded);
    item->setFont(font);
}

void RecoveryDialog::follow() {
    const int row = m_list->currentRow();
    const auto index = static_cast<std::size_t>(row);
    const bool discarded = row >= 0 && m_discarded.at(index);
    const bool readable = row >= 0 && m_offered.at(index).readable;
    m_recover->setEnabled(readable && !discarded);
    m_recover->setToolTip(discarded   ? tr("It is to be thrown away: press Keep first.")
                          : !readable ? tr("It is damaged and can't be opened.")
                                      : tr("Go on with this work"));
    m_discard->setEnabled(row >= 0);
    m_discard->setText(discarded ? tr("&Keep") : tr("&Throw away"));
}

void RecoveryDialog::toggleDiscard() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const auto index = static_cast<std::size_t>(row);
    m_discarded.at(index) = !m_discarded.at(index);
    showRow(row);
    follow();
}

void RecoveryDialog::reject() {
    finish(false);
}

void RecoveryDialog::finish(bool recover) {
    for (std::size_t index = 0; index < m_discarded.size(); ++index)
        if (m_discarded[index])
            m_answer.discard.push_back(index);
    if (recover)
        m_answer.recover = static_cast<std::size_t>(m_list->currentRow());
    done(recover ? Accepted : Rejected);
}

} // namespace protomind
