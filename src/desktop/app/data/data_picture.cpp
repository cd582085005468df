// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_picture.h"

#include "desktop/style/class_mark.h"
#include "desktop/style/quantity_colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kRoom = 1.12;

int grey(float value) {
    return static_cast<int>(std::lround(255 * std::clamp(value, 0.0f, 1.0f)));
}

} // namespace

QPointF PlaneRange::unmap(QPointF position, const QRectF& area) const {
    return {(position.x() - area.left()) / area.width() * 2 * reach - reach,
            low + (area.bottom() - position.y()) / area.height() * (high - low)};
}

QPointF PlaneRange::map(double x, double y, const QRectF& area) const {
    return {area.left() + (x + reach) / (2 * reach) * area.width(),
            area.bottom() - (y - low) / (high - low) * area.height()};
}

PlaneRange planeRange(const HostArray& samples) {
    double reach =
        1; // The built-in sets and clicked points lie about -1..1: the picture stays still as they change.
    for (const float value : samples.values)
        reach = std::max(reach, static_cast<double>(std::abs(value)));
    reach *= kRoom;
    return {reach, -reach, reach};
}

PlaneRange lineRange(const SampleBatch& batch) {
    PlaneRange range{0.1, 0, 0};
    for (const float x : batch.samples.values)
        range.reach = std::max(range.reach, kRoom * std::abs(x));
    if (batch.targets.values.empty())
        return {1, -1, 1};
    const auto [low, high] = std::ranges::minmax(batch.targets.values);
    const double room = std::max(0.1, 0.15 * (high - low));
    range.low = low - room;
    range.high = high + room;
    return range;
}

QImage sampleImage(std::span<const float> values, const Shape& shape) {
    const auto height = static_cast<int>(shape[0]);
    const auto width = static_cast<int>(shape[1]);
    const auto channels = static_cast<std::size_t>(shape[2]);
    QImage image(width, height, QImage::Format_RGB32);
    std::size_t index = 0;
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x, index += channels)
            line[x] = channels == 3
                          ? qRgb(grey(values[index]), grey(values[index + 1]), grey(values[index + 2]))
                          : qRgb(grey(values[index]), grey(values[index]), grey(values[index]));
    }
    return image;
}

void paintPlanePoints(QPainter& painter, const QRectF& area, const PlaneRange& range,
                      const SampleBatch& batch, const QPalette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    const double radius = std::clamp(area.width() / 75, 1.8, 4.2);
    for (std::int64_t index = 0; index < batch.count(); ++index) {
        const auto sample = batch.sample(index);
        paintClassMark(painter, range.map(sample[0], sample[1], area), radius,
                       static_cast<int>(batch.target(index)[0]), palette);
    }
    painter.restore();
}

void paintLinePoints(QPainter& painter, const QRectF& area, const PlaneRange& range, const SampleBatch& batch,
                     const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    const double radius = std::clamp(area.width() / 90, 1.6, 4.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::int64_t index = 0; index < batch.count(); ++index)
        painter.drawEllipse(range.map(batch.sample(index)[0], batch.target(index)[0], area), radius, radius);
    painter.restore();
}

std::vector<QRectF> imagePlaces(const QRectF& area, const SampleBatch& batch, const Shape& shape, int atMost,
                                double smallest) {
    const double gap = smallest < 20 ? 1 : 3;
    const double aspect = static_cast<double>(shape[1]) / static_cast<double>(shape[0]);
    const int wanted = std::min(atMost, static_cast<int>(batch.count()));
    if (wanted < 1 || area.width() < 8 || area.height() < 8)
        return {};
    // The largest height with which all of them fit; where that would be too small, fewer are shown.
    double height = std::min(area.height(), 64.0);
    const auto fitting = [&] {
        const int columns = std::max(1, static_cast<int>((area.width() + gap) / (height * aspect + gap)));
        const int rows = std::max(1, static_cast<int>((area.height() + gap) / (height + gap)));
        return std::pair(columns, columns * rows);
    };
    while (height > smallest && fitting().second < wanted)
        height -= 1;
    const auto [columns, places] = fitting();
    std::vector<QRectF> all;
    for (int index = 0; index < std::min(wanted, places); ++index)
        all.emplace_back(area.left() + index % columns * (height * aspect + gap),
                         area.top() + index / columns * (height + gap), height * aspect, height);
    return all;
}

int paintImages(QPainter& painter, const QRectF& area, const SampleBatch& batch, const Shape& shape,
                int atMost, double smallest) {
    const std::vector<QRectF> places = imagePlaces(area, batch, shape, atMost, smallest);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          !places.empty() && places[0].height() < static_cast<double>(shape[0]));
    for (std::size_t index = 0; index < places.size(); ++index)
        painter.drawImage(places[index], sampleImage(batch.sample(static_cast<std::int64_t>(index)), shape));
    painter.restore();
    return static_cast<int>(places.size());
}

QImage dataThumbnail(const LoadedData& data, QSize size, double devicePixelRatio, const QPalette& palette) {
    QImage picture(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(palette.color(QPalette::Base));
    QPainter painter(&picture);
    const QRectF area = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(3, 3, -3, -3);
    switch (data.kind) {
    case DataPictureKind::Plane: {
        const double side = std::min(area.width(), area.height());
        paintPlanePoints(painter,
                         QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side),
                         planeRange(data.training.samples), data.training, palette);
        break;
    }
    case DataPictureKind::Line:
        paintLinePoints(painter, area, lineRange(data.training), data.training, trainingColour());
        break;
    case DataPictureKind::Images:
        paintImages(painter, area, data.training, data.description.sampleShape, 6, 12);
        break;
    case DataPictureKind::Table:
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(area, Qt::AlignCenter, QString::fromStdString(data.description.sampleShape.text()));
        break;
    }
    return picture;
}

namespace {

/// How much of each class's colour an answer gets; the shares add up to 1.
std::vector<double> colourShares(std::span<const float> answer, const OutputReading& reading) {
    const std::vector<float> each = reading.byClass(answer);
    std::vector<double> shares(each.size());
    if (reading.meaning == OutputMeaning::Scores) {
        const auto best = static_cast<std::size_t>(reading.decidedClass(answer));
        std::size_t second = best == 0 ? 1 : 0;
        for (std::size_t index = 0; index < each.size(); ++index)
            if (index != best && each[index] > each[second])
                second = index;
        const double lead = std::clamp(static_cast<double>(each[best] - each[second]), 0.0, 1.0);
        shares[best] = 0.5 + lead / 2;
        shares[second] = 0.5 - lead / 2;
        return shares;
    }
    double sum = 0;
    for (const float value : each)
        sum += std::max(0.0f, value);
    for (std::size_t index = 0; index < each.size(); ++index)
        shares[index] = sum > 0 ? std::max(0.0f, each[index]) / sum : 1.0 / static_cast<double>(each.size());
    return shares;
}

} // namespace

QImage decisionMap(const HostArray& outputs, const OutputReading& reading, int side, int classes,
                   const QColor& ground) {
    const std::size_t cells = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    if (outputs.values.empty() || outputs.values.size() % cells != 0)
        return {};
    const std::size_t width = outputs.values.size() / cells;
    if (width != 1 && width != static_cast<std::size_t>(classes))
        return {};
    QImage image(side, side, QImage::Format_RGB32);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::span<const float> answer(outputs.values.data() + cell * width, width);
        double red = 0;
        double green = 0;
        double blue = 0;
        const auto add = [&](const QColor& colour, double share) {
            // Half the ground shows through, so that the points stay readable on top.
            const double strength = 0.55;
            red += share * (strength * colour.red() + (1 - strength) * ground.red());
            green += share * (strength * colour.green() + (1 - strength) * ground.green());
            blue += share * (strength * colour.blue() + (1 - strength) * ground.blue());
        };
        const std::vector<double> shares = colourShares(answer, reading);
        for (std::size_t index = 0; index < shares.size(); ++index)
            add(classColour(static_cast<int>(index)), shares[index]);
        const auto row = static_cast<int>(cell) / side;
        const auto column = static_cast<int>(cell) % side;
        image.setPixel(column, row,
                       qRgb(static_cast<int>(red), static_cast<int>(green), static_cast<int>(blue)));
    }
    return image;
}

std::vector<std::optional<QPointF>> regionCentres(const HostArray& outputs, const OutputReading& reading,
                                                  int side, int classes) {
    std::vector<std::optional<QPointF>> centres(static_cast<std::size_t>(classes));
    const auto cells = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    if (outputs.values.empty() || outputs.values.size() % cells != 0)
        return centres;
    const std::size_t width = outputs.values.size() / cells;
    std::vector<int> decided(cells);
    for (std::size_t cell = 0; cell < cells; ++cell)
        decided[cell] = reading.decidedClass({outputs.values.data() + cell * width, width});
    const auto at = [side](int row, int column) { return static_cast<std::size_t>(row * side + column); };
    // How many rings of cells around it are decided alike; the edge of the map ends a region as well.
    std::vector<int> depth(cells, 1);
    for (bool grew = true; grew;) {
        grew = false;
        const std::vector<int> before = depth;
        for (int row = 1; row + 1 < side; ++row)
            for (int column = 1; column + 1 < side; ++column) {
                int least = side;
                for (int y = row - 1; y <= row + 1; ++y)
                    for (int x = column - 1; x <= column + 1; ++x)
                        least = std::min(
                            least, decided[at(y, x)] == decided[at(row, column)] ? before[at(y, x)] : 0);
                if (least + 1 > depth[at(row, column)]) {
                    depth[at(row, column)] = least + 1;
                    grew = true;
                }
            }
    }
    constexpr int kDeepEnough = 2;
    std::vector<int> deepest(centres.size(), kDeepEnough);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            const auto which = static_cast<std::size_t>(decided[at(row, column)]);
            if (which < centres.size() && depth[at(row, column)] > deepest[which]) {
                deepest[which] = depth[at(row, column)];
                centres[which] = QPointF(column + 0.5, row + 0.5);
            }
        }
    return centres;
}

HostArray decisionGrid(const PlaneRange& range, int side) {
    HostArray grid(Shape{static_cast<std::int64_t>(side) * side, 2});
    std::size_t next = 0;
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            grid.values[next++] = static_cast<float>(range.reach * (2 * (column + 0.5) / side - 1));
            grid.values[next++] =
                static_cast<float>(range.high - (range.high - range.low) * (row + 0.5) / side);
        }
    return grid;
}

} // namespace protomind
