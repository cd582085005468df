// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/problems/problem_button.h"

#include "desktop/document/document.h"
#include "desktop/editor/card_painter.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kSide = 32;

QPixmap emptyPicture() {
    QPixmap picture(kSide, kSide);
    picture.fill(Qt::transparent);
    return picture;
}

QIcon markOf(Severity severity, const CardColours& colours) {
    QPixmap picture = emptyPicture();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintProblemMark(painter, QRectF(2, 2, kSide - 4, kSide - 4), severity, colours);
    return picture;
}

QIcon tick(const CardColours& colours) {
    QPixmap picture = emptyPicture();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.good, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{7, 17}, {13, 23}, {25, 9}});
    return picture;
}

} // namespace

ProblemButton::ProblemButton(Document& document, QWidget* parent)
    : QToolButton(parent)
    , m_document(document) {
    setObjectName(QStringLiteral("problemButton"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    refresh();
    connect(&document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (std::holds_alternative<AnalysisChanged>(event))
            refresh();
    });
}

void ProblemButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void ProblemButton::refresh() {
    const CardColours colours = CardColours::of(palette());
    const std::vector<NetworkProblem>& problems = m_document.analysis().problems;
    const auto errors = std::ranges::count(problems, Severity::Error, &NetworkProblem::severity);
    const auto warnings = std::ptrdiff_t(problems.size()) - errors;
    if (m_document.network().layers().empty()) {
        setText(tr("No layers yet"));
        setIcon(markOf(Severity::Warning, colours));
        setToolTip(tr("Begin with an Input: drag it onto the canvas, or type its name"));
    } else if (problems.empty()) {
        setText(tr("Everything fits"));
        setIcon(tick(colours));
        setToolTip(tr("The network can be trained: nothing is wrong with it"));
    } else if (errors > 0) {
        setText(errors == 1 ? tr("1 problem") : tr("%1 problems").arg(errors));
        setIcon(markOf(Severity::Error, colours));
        setToolTip(tr("It can't be trained yet. Click to see what is wrong, and how to put it right (F8)"));
    } else {
        setText(warnings == 1 ? tr("1 hint") : tr("%1 hints").arg(warnings));
        setIcon(markOf(Severity::Warning, colours));
        setToolTip(tr("It can be trained, but something may be worth a look. Click to see what (F8)"));
    }
    setAccessibleName(text());
    setAccessibleDescription(toolTip());
}

} // namespace protomind
