// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/answer_button.h"

#include "desktop/lessons/text/markdown_label.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/quantity_colours.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kAnswerPadding = 8;
constexpr int kAnswerGap = 8;

} // namespace

AnswerButton::AnswerButton(const QString& markdown, const LessonWords& words, QWidget* parent)
    : QAbstractButton(parent)
    , m_words(words)
    , m_answer(words.label(markdown, this))
    , m_explanation(words.label({}, this))
    , m_spoken(markdown) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    layout->addWidget(m_answer);
    layout->addWidget(m_explanation);
    // A press on the words is one on the answer.
    m_answer->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_answer->setFocusPolicy(Qt::NoFocus);
    m_explanation->hide();
    connect(m_explanation, &MarkdownLabel::linkPressed, this, &AnswerButton::linkPressed);
    layOut();
    describe();
}

void AnswerButton::setVerdict(Verdict verdict, const QString& explanation) {
    m_verdict = verdict;
    m_explanation->showMarkdown(explanation, m_words.folder);
    m_explanation->setVisible(!explanation.isEmpty());
    describe();
    updateGeometry();
    update();
}

int AnswerButton::markSide() const {
    return fontMetrics().height();
}

void AnswerButton::layOut() {
    layout()->setContentsMargins(kAnswerPadding + markSide() + kAnswerGap, kAnswerPadding, kAnswerPadding,
                                 kAnswerPadding);
}

void AnswerButton::describe() {
    QString name = m_spoken;
    if (m_verdict != Verdict::None)
        name = (m_verdict == Verdict::Right ? tr("Right: %1") : tr("Not right: %1")).arg(m_spoken);
    setAccessibleName(name);
}

QSize AnswerButton::sizeHint() const {
    return layout()->totalSizeHint();
}

QSize AnswerButton::minimumSizeHint() const {
    return layout()->totalMinimumSize();
}

int AnswerButton::heightForWidth(int width) const {
    return layout()->totalHeightForWidth(width);
}

void AnswerButton::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

/// Space chooses. Enter is for whoever asks: it gives the answer, on every desktop.
void AnswerButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void AnswerButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void AnswerButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void AnswerButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = lineScale();
    QColor edge = palette().color(QPalette::Mid);
    if (m_verdict == Verdict::Right)
        edge = rightColour(palette());
    else if (m_verdict == Verdict::Wrong)
        edge = wrongColour(palette());
    else if (hasFocus() || (underMouse() && isEnabled()))
        edge = palette().color(QPalette::Highlight);
    painter.setPen(QPen(edge, (hasFocus() ? 2 : 1) * line));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);

    const QRectF mark(kAnswerPadding, kAnswerPadding + 1, markSide(), markSide());
    painter.setBrush(Qt::NoBrush);
    if (m_verdict == Verdict::None) {
        painter.setPen(QPen(palette().color(isEnabled() ? QPalette::Text : QPalette::PlaceholderText), line));
        painter.drawEllipse(mark.adjusted(2, 2, -2, -2));
        if (isChecked()) {
            painter.setBrush(palette().color(QPalette::Highlight));
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(mark.adjusted(5, 5, -5, -5));
        }
        return;
    }
    // A tick or a cross: told by their form, not by colour alone.
    painter.setPen(QPen(edge, 2.2 * line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box = mark.adjusted(3, 3, -3, -3);
    if (m_verdict == Verdict::Right) {
        painter.drawPolyline(
            QPolygonF({QPointF(box.left(), box.center().y()),
                       QPointF(box.left() + box.width() * 0.38, box.bottom()), box.topRight()}));
    } else {
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
    }
}

} // namespace protomind
