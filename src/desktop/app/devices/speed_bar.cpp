// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/speed_bar.h"

#include "desktop/style/laboratory_style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kBarLetters = 30;
constexpr int kLeastBarLetters = 12;
/// Of a line's height.
constexpr double kThickness = 0.7;
/// A bar of hardly anything is still to be seen.
constexpr double kLeastPixels = 3;

} // namespace

SpeedBar::SpeedBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpeedBar::setShare(double share) {
    m_share = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
    update();
}

QSize SpeedBar::sizeHint() const {
    return {kBarLetters * fontMetrics().averageCharWidth(),
            static_cast<int>(std::ceil(kThickness * fontMetrics().height()))};
}

QSize SpeedBar::minimumSizeHint() const {
    return {kLeastBarLetters * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void SpeedBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = lineScale();
    const QRectF all = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(palette().color(QPalette::Mid), line));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(all);
    if (m_share <= 0)
        return;
    QRectF bar = all;
    bar.setWidth(std::max(kLeastPixels, all.width() * m_share));
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveRight(all.right());
    painter.fillRect(bar, palette().color(QPalette::Highlight));
}

} // namespace protomind
