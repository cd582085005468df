// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/picture_sample.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kLongestSide = 16384;
constexpr std::int64_t kMostPixels = 64'000'000;
/// Larger than any sample: a picture is made no larger than this while it is read.
constexpr int kReadSide = 1024;

QColor groundOf(const QImage& picture) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (const int x : {0, picture.width() - 1})
        for (const int y : {0, picture.height() - 1}) {
            const QColor corner = picture.pixelColor(x, y);
            red += corner.red();
            green += corner.green();
            blue += corner.blue();
        }
    return QColor(red / 4, green / 4, blue / 4);
}

/// Without what shines through: on white, as programs show it.
QImage opaque(const QImage& picture) {
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(QPoint(0, 0), picture);
    return flat;
}

} // namespace

bool hasLightBorder(std::span<const float> values, const Shape& shape) {
    const auto row = static_cast<std::size_t>(shape[1] * shape[2]);
    double sum = 0;
    for (std::size_t index = 0; index < row; ++index)
        sum += static_cast<double>(values[index] + values[values.size() - 1 - index]);
    return sum > static_cast<double>(row);
}

HostArray sampleOfPicture(const QImage& picture, const Shape& shape, bool lightBorder) {
    const QImage flat = opaque(picture);
    const QSize size(static_cast<int>(shape[1]), static_cast<int>(shape[0]));
    const QImage fitting = flat.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage canvas(size, QImage::Format_RGB32);
    canvas.fill(groundOf(flat));
    QPainter(&canvas).drawImage(
        QPoint((size.width() - fitting.width()) / 2, (size.height() - fitting.height()) / 2), fitting);
    HostArray sample(shape);
    std::size_t index = 0;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const QRgb pixel = canvas.pixel(x, y);
            if (shape[2] == 1) {
                sample.values[index++] = static_cast<float>(qGray(pixel)) / 255;
                continue;
            }
            for (const int part : {qRed(pixel), qGreen(pixel), qBlue(pixel)})
                sample.values[index++] = static_cast<float>(part) / 255;
        }
    if (shape[2] == 1 && hasLightBorder(sample.values, shape) != lightBorder)
        for (float& value : sample.values)
            value = 1 - value;
    return sample;
}

Result<QImage> readPicture(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const Sentence where = Sentence::name(QFileInfo(path).fileName().toStdString());
    if (size.width() > kLongestSide || size.height() > kLongestSide ||
        std::int64_t{size.width()} * size.height() > kMostPixels)
        return fail(ProblemKind::Input, "The picture is too large to be read.", where,
                    "Make it smaller first.");
    if (size.isValid() && std::max(size.width(), size.height()) > kReadSide)
        reader.setScaledSize(size.scaled(kReadSide, kReadSide, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    if (picture.isNull())
        return fail(ProblemKind::Input, "The picture could not be read.", where, "Try another file.");
    return picture;
}

} // namespace protomind
