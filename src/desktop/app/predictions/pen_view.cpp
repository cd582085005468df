// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/pen_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/app/data/picture_sample.h"
#include "desktop/style/class_mark.h"
#include "desktop/words/shown_number.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace protomind {

namespace {
constexpr double kPenMargin = 6;
constexpr double kSeenSide = 44;
constexpr int kMostBars = 20;
} // namespace

PenView::PenView(QWidget* parent)
    : PredictionView(parent)
    , m_undo(new QToolButton(this))
    , m_clear(new QToolButton(this)) {
    setObjectName(QStringLiteral("penView"));
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    m_undo->setText(tr("Stroke back"));
    m_undo->setObjectName(QStringLiteral("penUndo"));
    m_undo->setAccessibleName(tr("Take the last stroke back"));
    m_clear->setText(tr("Clear"));
    m_clear->setObjectName(QStringLiteral("penClear"));
    m_clear->setAccessibleName(tr("Clear the paper"));
    for (QToolButton* button : {m_undo, m_clear})
        button->setCursor(Qt::ArrowCursor);
    m_chooseSoon.setSingleShot(true);
    m_chooseSoon.setInterval(0);
    connect(&m_chooseSoon, &QTimer::timeout, this, &PenView::showDrawing);
    connect(m_undo, &QToolButton::clicked, this, &PenView::removeLastStroke);
    connect(m_clear, &QToolButton::clicked, this, &PenView::clear);
}

void PenView::removeLastStroke() {
    m_penIsDown = false;
    m_drawing.removeLastStroke();
    changed();
}

void PenView::clear() {
    m_penIsDown = false;
    m_drawing.clear();
    changed();
}

bool PenView::suits(const LoadedData& loaded) {
    return loaded.kind == DataPictureKind::Images && loaded.description.targetKind == TargetKind::Class;
}

void PenView::refresh() {
    update();
}

void PenView::changed() {
    update();
    emit questionChanged();
    m_chooseSoon.start(); // of the moves of a mouse that come at once the last
}

void PenView::showDrawing() {
    if (data())
        chooseValues(m_drawing.sample(data()->description.sampleShape, inkIsDark()), tr("Your drawing"));
}

bool PenView::inkIsDark() const {
    return data() && data()->training.count() > 0 &&
           hasLightBorder(data()->training.sample(0), data()->description.sampleShape);
}

HostArray PenView::question() const {
    HostArray sample = m_drawing.sample(data()->description.sampleShape, inkIsDark());
    sample.shape = data()->description.sampleShape.prepended(1);
    return sample;
}

QString PenView::describe() const {
    const auto answers = answerFor(0);
    if (m_drawing.isEmpty() || answers.empty())
        return tr("Paper to draw on, still empty");
    return tr("Your drawing is taken for %1").arg(data()->className(reading().decidedClass(answers)));
}

QRectF PenView::paper() const {
    const double side = std::max(20.0, std::min(height() - 2 * kPenMargin, 0.55 * width() - kPenMargin));
    return {kPenMargin, kPenMargin + std::max(0.0, (height() - 2 * kPenMargin - side) / 2), side, side};
}

QPointF PenView::onPaper(QPointF position) const {
    const QRectF area = paper();
    return {std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0),
            std::clamp((position.y() - area.top()) / area.height(), 0.0, 1.0)};
}

void PenView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !paper().contains(event->position()) || !data())
        return;
    m_penIsDown = false;
    m_drawing.begin(onPaper(event->position()));
    changed();
}

void PenView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || m_drawing.isEmpty() || !data())
        return;
    m_drawing.moveTo(onPaper(event->position()));
    changed();
}

void PenView::movePen(double dx, double dy) {
    m_penAt = {std::clamp(m_penAt.x() + dx, 0.0, 1.0), std::clamp(m_penAt.y() + dy, 0.0, 1.0)};
    update();
    if (!m_penIsDown)
        return;
    m_drawing.moveTo(m_penAt);
    changed();
}

void PenView::keyPressEvent(QKeyEvent* event) {
    constexpr double kStep = 1.0 / 28;
    switch (event->key()) {
    case Qt::Key_Left:
        return movePen(-kStep, 0);
    case Qt::Key_Right:
        return movePen(kStep, 0);
    case Qt::Key_Up:
        return movePen(0, -kStep);
    case Qt::Key_Down:
        return movePen(0, kStep);
    case Qt::Key_Space:
        if (!data())
            return;
        m_penIsDown = !m_penIsDown;
        if (m_penIsDown)
            m_drawing.begin(m_penAt);
        return changed();
    case Qt::Key_Backspace:
        return removeLastStroke();
    case Qt::Key_Delete:
        return clear();
    default:
        PredictionView::keyPressEvent(event);
    }
}

void PenView::focusInEvent(QFocusEvent* event) {
    PredictionView::focusInEvent(event);
    update();
}

void PenView::focusOutEvent(QFocusEvent* event) {
    m_penIsDown = false;
    PredictionView::focusOutEvent(event);
    update();
}

void PenView::resizeEvent(QResizeEvent* event) {
    PredictionView::resizeEvent(event);
    double x = paper().right() + 12 + kSeenSide + 10;
    for (QToolButton* button : {m_undo, m_clear}) {
        button->adjustSize();
        button->move(static_cast<int>(x), static_cast<int>(kPenMargin));
        x += button->width() + 4;
    }
}

void PenView::paintPaper(QPainter& painter) const {
    const QRectF area = paper();
    const bool dark = inkIsDark();
    painter.fillRect(area, dark ? QColor(Qt::white) : QColor(Qt::black));
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    const QColor ink = dark ? QColor(Qt::black) : QColor(Qt::white);
    if (m_drawing.isEmpty()) {
        QColor faint = ink;
        faint.setAlphaF(0.75f);
        painter.setPen(faint);
        painter.drawText(
            area.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Draw here with the mouse, large. Or with the keys: arrows, and Space for pen down "
               "and up."));
        return;
    }
    painter.save();
    painter.setClipRect(area);
    const double width = area.width() / 12;
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& stroke : m_drawing.strokes()) {
        QPolygonF line;
        for (const QPointF& point : stroke)
            line << QPointF(area.left() + point.x() * area.width(), area.top() + point.y() * area.height());
        if (line.size() == 1)
            painter.drawPoint(line.first());
        else
            painter.drawPolyline(line);
    }
    painter.restore();
}

void PenView::paintPen(QPainter& painter) const {
    if (!hasFocus())
        return;
    const QRectF area = paper();
    const QPointF at(area.left() + m_penAt.x() * area.width(), area.top() + m_penAt.y() * area.height());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(m_penIsDown ? palette().brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
    painter.drawEllipse(at, 5, 5);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
}

void PenView::paintBars(QPainter& painter) const {
    const double left = paper().right() + 12;
    const QRectF seen(left, kPenMargin, kSeenSide, kSeenSide);
    const Shape& shape = data()->description.sampleShape;
    painter.drawImage(seen, sampleImage(question().values, shape));
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(seen);
    const auto& names = data()->description.classNames;
    const int rows = std::min(kMostBars, static_cast<int>(names.size()));
    painter.setPen(palette().color(QPalette::WindowText));
    const auto answers = answerFor(0);
    const std::vector<float> each = answers.empty() ? std::vector<float>() : reading().byClass(answers);
    const bool known = !m_drawing.isEmpty() && static_cast<int>(each.size()) >= rows;
    const bool scores = known && reading().meaning != OutputMeaning::Probabilities;
    painter.drawText(QRectF(seen.right() + 10, seen.top(), width() - seen.right() - 14, seen.height()),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, tr("◂ as the network sees it"));
    const int decided = known ? reading().decidedClass(answers) : -1;
    double top = seen.bottom() + 8;
    if (scores) {
        const double line = painter.fontMetrics().height();
        painter.drawText(QRectF(left, top - 4, width() - left - 4, line), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(tr("Scores: the largest wins"), Qt::ElideRight,
                                                          static_cast<int>(width() - left - 4)));
        top += line;
    }
    const double rowHeight = std::min(22.0, (height() - kPenMargin - top) / std::max(1, rows));
    QFont small = font();
    small.setPixelSize(std::clamp(static_cast<int>(rowHeight * 0.8), 8, painter.fontInfo().pixelSize()));
    QFont bold = small;
    bold.setBold(true);
    double nameWidth = 0;
    for (int row = 0; row < rows; ++row)
        nameWidth = std::max(nameWidth, QFontMetricsF(bold).horizontalAdvance(data()->className(row)));
    nameWidth = std::min(nameWidth, 90.0);
    const QString widest = scores ? QStringLiteral("−0.0123") : QStringLiteral("100 %");
    const double numberWidth = QFontMetricsF(bold).horizontalAdvance(widest) + 4;
    const double room = std::max(10.0, width() - kPenMargin - left - nameWidth - numberWidth - 12);
    // A bar of scores is as long as the score is of the largest; what is below zero has none.
    const double largest =
        scores
            ? std::max(1e-6, static_cast<double>(std::ranges::max(std::span(each).first(std::size_t(rows)))))
            : 1;
    for (int row = 0; row < rows; ++row) {
        const QRectF line(left, top + row * rowHeight, nameWidth, rowHeight);
        painter.setFont(row == decided ? bold : small);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, data()->className(row));
        const QRectF whole(line.right() + 6, line.top() + 2, room, std::max(2.0, rowHeight - 4));
        painter.fillRect(whole, palette().color(QPalette::AlternateBase));
        if (!known)
            continue;
        const auto value = static_cast<double>(each[static_cast<std::size_t>(row)]);
        const double share = std::clamp(scores ? value / largest : value, 0.0, 1.0);
        paintClassBar(painter, QRectF(whole.left(), whole.top(), whole.width() * share, whole.height()), row,
                      palette());
        painter.drawText(QRectF(whole.right() + 4, line.top(), numberWidth, rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         scores ? shownNumber(value, 'g', 3) : tr("%1 %").arg(100 * share, 0, 'f', 0));
    }
}

void PenView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPaper(painter);
    paintPen(painter);
    paintBars(painter);
}

} // namespace protomind
