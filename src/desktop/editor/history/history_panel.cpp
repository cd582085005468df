// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/history/history_panel.h"

#include "desktop/editor/card_colours.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QUndoStack>
#include <QUndoView>
#include <QVBoxLayout>

namespace protomind {

namespace {

/// A disc: here is what the file holds.
QIcon savedMark(const QColor& colour) {
    QPixmap picture(32, 32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(8, 8, 16, 16));
    return picture;
}

} // namespace

HistoryPanel::HistoryPanel(QUndoStack& history, QWidget* parent)
    : QWidget(parent)
    , m_steps(new QUndoView(&history, this)) {
    setObjectName(QStringLiteral("historyPanel"));
    setAccessibleName(tr("History"));
    m_steps->setObjectName(QStringLiteral("historySteps"));
    m_steps->setAccessibleName(tr("Steps, the newest last"));
    m_steps->setAccessibleDescription(tr("Choose a step to go back or forth to it"));
    m_steps->setToolTip(tr("Click a step to go back or forth to it"));
    m_steps->setEmptyLabel(tr("As it was opened"));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setWordWrap(true);
    m_steps->setResizeMode(QListView::Adjust);
    auto* help = new QLabel(tr("Click a step to go back to it. The dot is what is saved."), this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(help);
    column->addWidget(m_steps, 1);
    refreshLook();
}

void HistoryPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_steps != nullptr)
        refreshLook();
}

void HistoryPanel::refreshLook() {
    m_steps->setCleanIcon(savedMark(CardColours::of(palette()).accent));
}

} // namespace protomind
