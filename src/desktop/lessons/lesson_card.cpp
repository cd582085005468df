// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/lesson_card.h"

#include "desktop/style/laboratory_style.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kPadding = 12;
constexpr int kGap = 10;
constexpr int kWidthInLetters = 42;
constexpr int kUnlimited = 10'000;

} // namespace

QString levelText(LessonLevel level) {
    switch (level) {
    case LessonLevel::Beginner:
        return LessonCard::tr("beginner");
    case LessonLevel::Intermediate:
        return LessonCard::tr("intermediate");
    case LessonLevel::Advanced:
        break;
    }
    return LessonCard::tr("advanced");
}

struct LessonCard::Words {
    QString title;
    QString sentence;
    QString facts;
};

LessonCard::LessonCard(const CourseEntry& entry, QWidget* parent)
    : QAbstractButton(parent)
    , m_entry(entry) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(QStringLiteral("lesson-") + QString::fromStdString(entry.id));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void LessonCard::setEntry(const CourseEntry& entry) {
    m_entry = entry;
    describe();
    updateGeometry();
    update();
}

void LessonCard::setRecommended(bool on) {
    m_recommended = on;
    describe();
    update();
}

LessonCard::Words LessonCard::words() const {
    QString facts = tr("%1 minutes · %2").arg(m_entry.minutes).arg(levelText(m_entry.level));
    if (m_entry.finished)
        facts = tr("Done · %1").arg(facts);
    else if (m_entry.begun)
        facts = tr("Page %1 of %2 · go on")
                    .arg(std::min(m_entry.stepsDone + 1, m_entry.steps))
                    .arg(m_entry.steps);
    QString sentence =
        m_entry.problem.empty() ? QString::fromStdString(m_entry.summary) : worded(m_entry.problem);
    if (m_entry.problem.empty())
        for (const std::string& missing : m_entry.missingNeeds)
            sentence +=
                QLatin1Char('\n') +
                tr("It builds on the lesson “%1”, which is not here.").arg(QString::fromStdString(missing));
    return {QString::fromStdString(m_entry.title), sentence,
            m_entry.problem.empty() ? facts : tr("It can't be opened")};
}

void LessonCard::describe() {
    const Words said = words();
    QString name = tr("Lesson: %1. %2").arg(said.title, said.facts);
    if (m_recommended)
        name += QLatin1Char(' ') + tr("Recommended.");
    setAccessibleName(name);
    setAccessibleDescription(said.sentence);
}

QFont LessonCard::titleFont() const {
    QFont title = font();
    title.setBold(true);
    title.setPointSizeF(title.pointSizeF() * 1.15);
    return title;
}

int LessonCard::ringSide() const {
    return 2 * fontMetrics().height();
}

QSize LessonCard::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * kWidthInLetters;
    return {width, heightForWidth(width)};
}

int LessonCard::heightForWidth(int width) const {
    const int room = std::max(40, width - 2 * kPadding - ringSide() - kGap);
    const Words said = words();
    const auto height = [room](const QFontMetrics& metrics, const QString& text) {
        return metrics.boundingRect(QRect(0, 0, room, kUnlimited), Qt::TextWordWrap, text).height();
    };
    return 2 * kPadding + std::max(ringSide(), height(QFontMetrics(titleFont()), said.title) + 4 +
                                                   height(fontMetrics(), said.sentence) + 4 +
                                                   height(fontMetrics(), said.facts));
}

void LessonCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void LessonCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void LessonCard::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void LessonCard::paintRing(QPainter& painter, const QRectF& box) const {
    const double thick = 4 * lineScale();
    const QRectF ring = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Mid), thick));
    painter.drawEllipse(ring);
    const double share = m_entry.finished    ? 1
                         : m_entry.steps > 0 ? static_cast<double>(m_entry.stepsDone) / m_entry.steps
                                             : 0;
    const QColor colour = m_entry.finished ? rightColour(palette()) : palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, -static_cast<int>(share * 360 * 16));
    if (!m_entry.finished)
        return;
    painter.setPen(QPen(colour, thick * 0.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF tick =
        box.adjusted(box.width() * 0.3, box.height() * 0.34, -box.width() * 0.28, -box.height() * 0.34);
    painter.drawPolyline(
        QPolygonF({QPointF(tick.left(), tick.center().y()),
                   QPointF(tick.left() + tick.width() * 0.4, tick.bottom()), tick.topRight()}));
}

void LessonCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = hasFocus() || underMouse() || m_recommended;
    painter.setPen(QPen(palette().color(lit ? QPalette::Highlight : QPalette::Mid),
                        (hasFocus() || m_recommended ? 2 : 1) * lineScale()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    paintRing(painter, QRectF(kPadding, kPadding, ringSide(), ringSide()));

    const Words said = words();
    QRect room = rect().adjusted(kPadding + ringSide() + kGap, kPadding, -kPadding, -kPadding);
    const auto write = [&](const QFont& with, QPalette::ColorRole role, const QString& text) {
        painter.setFont(with);
        painter.setPen(palette().color(role));
        QRect used;
        painter.drawText(room, Qt::TextWordWrap, text, &used);
        room.setTop(used.bottom() + 5);
    };
    write(titleFont(), QPalette::Text, said.title);
    write(font(), QPalette::Text, said.sentence);
    write(font(), QPalette::PlaceholderText, said.facts);
}

} // namespace protomind
