// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/image_pairs_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/live/value_colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kPictureGap = 3;
constexpr double kGroupGap = 14;
constexpr double kSmallestSide = 26;
constexpr double kLargestSide = 64;
constexpr std::int64_t kMostPairs = 60;
/// Of the numbers that should come out; the few larger ones have the strongest colour.
constexpr double kShareInReach = 0.98;

double groupWidth(double side) {
    return 3 * side + 2 * kPictureGap + kGroupGap;
}

} // namespace

bool ImagePairsView::suits(const LoadedData& data) {
    const Shape& target = data.description.targetShape;
    return data.kind == DataPictureKind::Images && data.description.targetKind == TargetKind::Values &&
           target.rank() == 3 && target[2] == 1;
}

HostArray ImagePairsView::question() const {
    const HostArray& all = data()->tried.samples;
    HostArray first(data()->description.sampleShape.prepended(std::min(all.shape[0], kMostPairs)));
    std::copy_n(all.values.begin(), first.values.size(), first.values.begin());
    return first;
}

QString ImagePairsView::describe() const {
    return forPart(tr("Training pictures with what should come out and what does"),
                   tr("Pictures kept aside with what should come out and what does"),
                   tr("Test pictures with what should come out and what does"));
}

void ImagePairsView::refresh() {
    m_reach = 1;
    std::vector<float> sizes;
    for (std::int64_t index = 0; data() && index < data()->tried.count(); ++index)
        for (const float value : data()->tried.target(index))
            if (std::isfinite(value))
                sizes.push_back(std::abs(value));
    if (sizes.empty())
        return;
    const auto within = sizes.begin() + static_cast<std::ptrdiff_t>(kShareInReach * double(sizes.size() - 1));
    std::ranges::nth_element(sizes, within);
    if (*within > 0)
        m_reach = *within;
}

double ImagePairsView::headHeight() const {
    return fontMetrics().height() + kPictureGap;
}

ImagePairsView::Places ImagePairsView::places() const {
    Places places;
    const double roomAcross = width() - 2 * kMargin + kGroupGap;
    const double roomDown = height() - 2 * kMargin - headHeight();
    for (places.side = kLargestSide;; places.side -= 2) {
        places.columns = std::max(1, static_cast<int>(roomAcross / groupWidth(places.side)));
        places.rows = std::max(1, static_cast<int>(roomDown / (places.side + kPictureGap)));
        if (places.side <= kSmallestSide || (roomAcross >= groupWidth(places.side) && places.rows >= 3))
            return places;
    }
}

QRectF ImagePairsView::area(const Places& places, std::int64_t index) const {
    const double left = kMargin + static_cast<double>(index % places.columns) * groupWidth(places.side);
    const double top =
        kMargin + headHeight() + static_cast<double>(index / places.columns) * (places.side + kPictureGap);
    return {left, top, groupWidth(places.side) - kGroupGap, places.side};
}

std::int64_t ImagePairsView::choices() const {
    if (!data())
        return 0;
    const Places at = places();
    return std::min({triedCount(), std::int64_t{at.columns} * at.rows, kMostPairs});
}

int ImagePairsView::rowLength() const {
    return places().columns;
}

std::int64_t ImagePairsView::sampleAt(const QPointF& point) const {
    const Places at = places();
    for (std::int64_t index = 0; index < choices(); ++index)
        if (area(at, index).contains(point))
            return index;
    return -1;
}

QImage ImagePairsView::picture(std::span<const float> values) const {
    const Shape& shape = data()->description.targetShape;
    return ValueColours(palette()).map(values, static_cast<int>(shape[1]), static_cast<int>(shape[0]),
                                       {.neutral = 0, .reach = m_reach});
}

void ImagePairsView::paintHead(QPainter& painter, const Places& places) const {
    painter.setPen(palette().color(QPalette::WindowText));
    const QStringList words{forPart(tr("training"), tr("kept aside"), tr("test")), tr("wanted"), tr("given")};
    for (int column = 0; column < places.columns && column < choices(); ++column) {
        const QRectF group = area(places, column);
        for (int part = 0; part < words.size(); ++part) {
            const QRectF cell(group.left() + part * (places.side + kPictureGap) - kPictureGap, kMargin,
                              places.side + 2 * kPictureGap, headHeight());
            painter.drawText(cell, Qt::AlignCenter,
                             painter.fontMetrics().elidedText(words[part], Qt::ElideRight,
                                                              static_cast<int>(cell.width())));
        }
    }
}

void ImagePairsView::paintEvent(QPaintEvent*) {
    if (!data() || triedCount() == 0)
        return;
    QPainter painter(this);
    const Places at = places();
    paintHead(painter, at);
    for (std::int64_t index = 0; index < choices(); ++index) {
        const QRectF group = area(at, index);
        QRectF place(group.topLeft(), QSizeF(at.side, at.side));
        painter.drawImage(place, sampleImage(data()->tried.sample(index), data()->description.sampleShape));
        place.translate(at.side + kPictureGap, 0);
        painter.drawImage(place, picture(data()->tried.target(index)));
        place.translate(at.side + kPictureGap, 0);
        const auto answers = answerFor(index);
        if (std::ssize(answers) == data()->description.targetShape.elementCount())
            painter.drawImage(place, picture(answers));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(place.translated(-at.side - kPictureGap, 0));
        painter.drawRect(place);
        if (index == chosen()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
            painter.drawRect(group.adjusted(-2, -1, 2, 1));
        }
    }
}

} // namespace protomind
