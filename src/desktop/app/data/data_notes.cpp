// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_notes.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

namespace {
constexpr qsizetype kNotesShown = 3;
constexpr int kNoteLines = 8;
} // namespace

DataNotes::DataNotes(QWidget* parent)
    : QWidget(parent)
    , m_first(new QLabel(this))
    , m_all(new QPlainTextEdit(this))
    , m_more(new QToolButton(this)) {
    m_first->setObjectName(QStringLiteral("dataNotes"));
    m_first->setAccessibleName(tr("What was noticed in the data"));
    m_first->setWordWrap(true);
    m_first->setTextFormat(Qt::PlainText);
    m_first->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_all->setObjectName(QStringLiteral("allDataNotes"));
    m_all->setAccessibleName(tr("All that was noticed in the data"));
    m_all->setToolTip(tr("These lines can be selected and copied"));
    m_all->setReadOnly(true);
    m_all->setTabChangesFocus(true);
    m_all->setFixedHeight(kNoteLines * fontMetrics().lineSpacing());
    m_more->setObjectName(QStringLiteral("moreDataNotes"));
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Show all that was noticed in the data"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_first);
    layout->addWidget(m_all);
    layout->addWidget(m_more);
    connect(m_more, &QToolButton::toggled, this, &DataNotes::show);
    hide();
}

void DataNotes::setNotes(const std::vector<Sentence>& notes) {
    m_notes.clear();
    for (const Sentence& note : notes)
        m_notes << worded(note);
    m_first->setText(m_notes.mid(0, kNotesShown).join(QLatin1Char('\n')));
    m_all->setPlainText(m_notes.join(QLatin1Char('\n')));
    m_more->setChecked(false);
    m_more->setVisible(m_notes.size() > kNotesShown);
    show(false);
    setVisible(!m_notes.isEmpty());
}

void DataNotes::show(bool all) {
    m_first->setVisible(!all);
    m_all->setVisible(all);
    m_more->setText(all ? tr("Show fewer")
                        : tr("and %1 more…").arg(shownCount(m_notes.size() - kNotesShown)));
    m_more->setAccessibleName(m_more->text());
}

} // namespace protomind
