// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/augmentation_preview.h"

#include "desktop/app/data/data_picture.h"
#include "engine/data/picture_change.h"

#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kVariantGap = 3;
constexpr double kArrowRoom = 18;
constexpr double kHighest = 64;

} // namespace

AugmentationPreview::AugmentationPreview(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("augmentationPreview"));
    setAccessibleName(tr("A training picture, and what may become of it"));
    setToolTip(tr("On the left a training picture, on the right what may become of it when it comes"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AugmentationPreview::setData(const LoadedDataPtr& loaded, const Augmentation& augmentation) {
    if (loaded == m_data && augmentation == m_augmentation)
        return;
    m_data = loaded;
    m_augmentation = augmentation;
    make();
}

void AugmentationPreview::drawAgain() {
    ++m_draw;
    make();
}

void AugmentationPreview::make() {
    m_variants.clear();
    m_original = {};
    update();
    if (!m_data || m_data->training.count() == 0)
        return;
    const Shape& shape = m_data->description.sampleShape;
    const auto picture =
        m_data->training.sample(static_cast<std::int64_t>(m_draw) % m_data->training.count());
    m_original = sampleImage(picture, shape);
    for (std::uint64_t variant = 0; variant < kVariants; ++variant) {
        RandomStream random(m_draw, variant);
        std::vector<float> changed(picture.begin(), picture.end());
        changePicture(drawChange(m_augmentation, shape, random), shape, changed, random);
        m_variants.push_back(sampleImage(changed, shape));
    }
}

void AugmentationPreview::paintEvent(QPaintEvent*) {
    if (m_original.isNull())
        return;
    QPainter painter(this);
    const double aspect = static_cast<double>(m_original.width()) / m_original.height();
    const double room = width() - kArrowRoom - kVariantGap * (kVariants - 1);
    const double high = std::min({room / (kVariants + 1) / aspect, kHighest, static_cast<double>(height())});
    const double wide = high * aspect;
    const double top = (height() - high) / 2;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, high < m_original.height());
    painter.drawImage(QRectF(0, top, wide, high), m_original);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(wide, 0, kArrowRoom, height()), Qt::AlignCenter, QStringLiteral("→"));
    double left = wide + kArrowRoom;
    for (const QImage& variant : m_variants) {
        painter.drawImage(QRectF(left, top, wide, high), variant);
        left += wide + kVariantGap;
    }
}

} // namespace protomind
