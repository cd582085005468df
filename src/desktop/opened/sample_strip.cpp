// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/sample_strip.h"

#include "desktop/lenses/lens_image.h"
#include "desktop/words/worded.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace protomind {

namespace {

constexpr int kSampleSide = 44;
constexpr int kSampleGap = 4;

} // namespace

SampleStrip::SampleStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Samples that it answers to most"));
    hide();
}

void SampleStrip::setSamples(std::vector<LensPicture> samples, const QString& words) {
    m_samples = std::move(samples);
    m_words = words;
    m_images.clear();
    for (const LensPicture& one : m_samples)
        m_images.push_back(imageOf(one, palette()));
    setAccessibleDescription(words);
    setVisible(!m_samples.empty() && !m_isCramped);
    updateGeometry();
    update();
}

void SampleStrip::setCramped(bool cramped) {
    m_isCramped = cramped;
    setVisible(!m_samples.empty() && !m_isCramped);
}

QSize SampleStrip::sizeHint() const {
    return {9 * (kSampleSide + kSampleGap), fontMetrics().height() + 2 + kSampleSide};
}

QSize SampleStrip::minimumSizeHint() const {
    return {3 * (kSampleSide + kSampleGap), sizeHint().height()};
}

QRectF SampleStrip::place(int index) const {
    return QRectF(index * (kSampleSide + kSampleGap), fontMetrics().height() + 2, kSampleSide, kSampleSide);
}

int SampleStrip::at(const QPointF& point) const {
    for (int index = 0; index < static_cast<int>(m_samples.size()); ++index)
        if (place(index).contains(point))
            return index;
    return -1;
}

bool SampleStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<const QHelpEvent*>(event);
    const int index = at(help->pos());
    QToolTip::showText(help->globalPos(),
                       index < 0 ? QString() : worded(m_samples[static_cast<std::size_t>(index)].title),
                       this);
    return true;
}

void SampleStrip::mousePressEvent(QMouseEvent* event) {
    if (const int index = at(event->position()); index >= 0 && event->button() == Qt::LeftButton)
        emit chosen(index);
}

void SampleStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, 0, width(), fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_words, Qt::ElideRight, width()));
    for (std::size_t index = 0; index < m_images.size(); ++index) {
        const QRectF area = place(static_cast<int>(index));
        if (area.right() > width())
            break;
        QSizeF size = m_images[index].size();
        size.scale(area.size(), Qt::KeepAspectRatio);
        QRectF target(QPointF(), size);
        target.moveCenter(area.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_images[index].width() > kSampleSide);
        painter.drawImage(target, m_images[index]);
    }
}

} // namespace protomind
