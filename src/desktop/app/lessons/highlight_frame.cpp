// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/highlight_frame.h"

#include "desktop/style/laboratory_style.h"

#include <QEvent>
#include <QPainter>

namespace protomind {

namespace {

constexpr int kPulseMilliseconds = 800;
constexpr int kPulses = 4;
constexpr int kFrameMargin = 6;

} // namespace

HighlightFrame::HighlightFrame(QWidget& window)
    : QWidget(&window)
    , m_window(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_pulse.setStartValue(0.0);
    m_pulse.setKeyValueAt(0.5, 1.0);
    m_pulse.setEndValue(0.0);
    m_pulse.setDuration(kPulseMilliseconds);
    m_pulse.setLoopCount(kPulses);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_pulse, &QVariantAnimation::finished, this, &HighlightFrame::stop);
    m_stay.setSingleShot(true);
    m_stay.setInterval(kPulses * kPulseMilliseconds);
    connect(&m_stay, &QTimer::timeout, this, &HighlightFrame::stop);
}

void HighlightFrame::point(QWidget& control) {
    stop();
    m_control = &control;
    control.installEventFilter(this);
    follow();
    show();
    raise();
    if (motionWanted())
        m_pulse.start();
    else
        m_stay.start();
}

void HighlightFrame::stop() {
    m_pulse.stop();
    m_stay.stop();
    if (m_control)
        m_control->removeEventFilter(this);
    m_control = nullptr;
    hide();
}

double HighlightFrame::strength() const {
    return m_stay.isActive() ? 1 : m_pulse.currentValue().toDouble();
}

void HighlightFrame::follow() {
    if (m_control)
        setGeometry(QRect(m_control->mapTo(&m_window, QPoint()), m_control->size())
                        .adjusted(-kFrameMargin, -kFrameMargin, kFrameMargin, kFrameMargin)
                        .intersected(m_window.rect()));
}

bool HighlightFrame::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_control) {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            follow();
        else if (event->type() == QEvent::Hide || event->type() == QEvent::MouseButtonPress)
            stop();
    }
    return QWidget::eventFilter(watched, event);
}

void HighlightFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::Highlight);
    const double strength = this->strength();
    painter.setPen(QPen(colour, (2 + 2 * strength) * lineScale()));
    colour.setAlphaF(0.12F * static_cast<float>(strength));
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 6, 6);
}

} // namespace protomind
