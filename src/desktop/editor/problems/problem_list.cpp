// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/problems/problem_list.h"

#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/card_painter.h"
#include "desktop/words/worded.h"

#include <QFrame>
#include <QLabel>
#include <QLayoutItem>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kRowMarkSize = 16;

/// A box in the tone of its problem.
class ProblemBox final : public QFrame {
public:
    /// A click anywhere on it presses its link, for those with a mouse; others have the link itself.
    void setLink(QAbstractButton* link) {
        m_link = link;
        setCursor(Qt::PointingHandCursor);
        setToolTip(link->toolTip());
    }

    ProblemBox(Severity severity, QWidget* parent)
        : QFrame(parent)
        , m_severity(severity) {}

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (m_link != nullptr && event->button() == Qt::LeftButton &&
            rect().contains(event->position().toPoint()))
            m_link->click();
    }

    void paintEvent(QPaintEvent*) override {
        const CardColours colours = CardColours::of(palette());
        const QColor tone = m_severity == Severity::Error ? colours.error : colours.warning;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(mixed(colours.card, tone, 0.45), 1));
        painter.setBrush(mixed(palette().color(QPalette::Window), tone, 0.1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        paintProblemMark(painter, QRectF(10, 10, kRowMarkSize, kRowMarkSize), m_severity, colours);
    }

private:
    Severity m_severity;
    QAbstractButton* m_link = nullptr;
};

QStringList signatureOf(const std::vector<NetworkProblem>& problems, bool links) {
    QStringList all;
    for (const NetworkProblem& problem : problems) {
        all.append(QStringLiteral("%1/%2/%3/%4/%5")
                       .arg(int(problem.severity))
                       .arg(problem.layer.value)
                       .arg(problem.wire.value)
                       .arg(int(links))
                       .arg(QString::fromStdString(problem.sentence)));
        for (const Fix& fix : problem.fixes)
            all.append(QString::fromStdString(fix.label));
    }
    return all;
}

} // namespace

ProblemList::ProblemList(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_rows(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("problemList"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    hide();
}

void ProblemList::setProblems(const std::vector<NetworkProblem>& problems, bool links) {
    const QStringList signature = signatureOf(problems, links);
    if (signature == m_shown)
        return;
    m_shown = signature;
    // A fix button may be the one that led here: it must outlive its click.
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const NetworkProblem& problem : problems)
        m_rows->addWidget(makeRow(problem, links));
    setVisible(!problems.empty());
}

QWidget* ProblemList::makeRow(const NetworkProblem& problem, bool links) {
    auto* box = new ProblemBox(problem.severity, this);
    box->setAccessibleName(problem.severity == Severity::Error ? tr("Error") : tr("Warning"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(10 + kRowMarkSize + 8, 9, 10, 9);
    column->setSpacing(6);
    auto* sentence = new QLabel(sentenceText(problem.sentence), box);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    for (const Fix& fix : problem.fixes)
        column->addWidget(makeFixButton(fix, box), 0, Qt::AlignLeft);
    const bool somewhere = m_document.network().layer(problem.layer) != nullptr ||
                           m_document.network().wire(problem.wire) != nullptr;
    if (links && somewhere) {
        auto* link = qobject_cast<QAbstractButton*>(makeLink(problem, box));
        column->addWidget(link, 0, Qt::AlignLeft);
        box->setLink(link);
    }
    return box;
}

/// The wire where the problem is about one, else the layer.
QWidget* ProblemList::makeLink(const NetworkProblem& problem, QWidget* parent) {
    const auto name = [this](LayerId layer) {
        const Layer* found = m_document.network().layer(layer);
        return found == nullptr ? QString() : QString::fromStdString(found->name);
    };
    auto* link = new QPushButton(parent);
    if (const Wire* wire = m_document.network().wire(problem.wire)) {
        const QString ends = tr("from %1 to %2").arg(name(wire->from), name(wire->to));
        link->setText(tr("Show the wire"));
        link->setAccessibleName(tr("Show the wire %1").arg(ends));
        link->setToolTip(tr("Select the wire %1 on the canvas").arg(ends));
        connect(link, &QPushButton::clicked, this, [this, id = wire->id] { emit wireWanted(id); });
    } else {
        link->setText(tr("Show %1").arg(name(problem.layer)));
        link->setAccessibleName(link->text());
        link->setToolTip(tr("Select %1 on the canvas").arg(name(problem.layer)));
        connect(link, &QPushButton::clicked, this, [this, id = problem.layer] { emit layerWanted(id); });
    }
    link->setObjectName(QStringLiteral("showLayer"));
    return link;
}

QWidget* ProblemList::makeFixButton(const Fix& fix, QWidget* parent) {
    auto* button = new QPushButton(worded(fix.label), parent);
    button->setObjectName(QStringLiteral("fix"));
    button->setAccessibleName(button->text());
    button->setToolTip(tr("Does this as one step; it can be undone"));
    connect(button, &QPushButton::clicked, this,
            [this, fix] { m_document.undoStack().push(new ApplyFix(m_document, fix)); });
    return button;
}

} // namespace protomind
