// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/layer_icon.h"

#include "desktop/editor/icons/drawing.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

// Pictures are drawn on a field of 24 by 24 with the painter's pen and brush in the category's colour.
using Drawing = void (*)(QPainter&, const QColor&);

void drawInput(QPainter& painter, const QColor& colour) {
    // A figure one, as it comes in: nine by nine would not be seen, four by five is.
    constexpr std::array<const char*, 5> kPixels{".12.", "132.", ".03.", ".03.", "1332"};
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 4; ++column) {
            const char tone = kPixels[std::size_t(row)][column];
            drawCell(painter, 4.4 + column * 3.9, 2.4 + row * 3.9, 3.3,
                     faint(colour, tone == '.' ? 0.16 : 0.25 + 0.25 * (tone - '0')));
        }
}

void drawDense(QPainter& painter, const QColor& colour) {
    constexpr std::array<double, 3> kLeft{4.5, 12, 19.5};
    constexpr std::array<double, 2> kRight{8, 16};
    painter.setPen(QPen(faint(colour, 0.5), 1));
    for (const double left : kLeft)
        for (const double right : kRight)
            painter.drawLine(QPointF(5, left), QPointF(19, right));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const double left : kLeft)
        painter.drawEllipse(QPointF(5, left), 2.4, 2.4);
    for (const double right : kRight)
        painter.drawEllipse(QPointF(19, right), 2.8, 2.8);
}

void drawConvolution(QPainter& painter, const QColor& colour) {
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            drawCell(painter, 2.5 + column * 4.9, 2.5 + row * 4.9, 4.2,
                     faint(colour, row < 3 && column < 3 ? 0.62 : 0.2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.7));
    painter.drawRoundedRect(QRectF(1.6, 1.6, 15.5, 15.5), 1.5, 1.5);
}

void drawPool(QPainter& painter, const QColor& colour, std::array<double, 4> tones, double result) {
    for (int i = 0; i < 4; ++i)
        drawCell(painter, 1.6 + (i % 2) * 6.3, 5.9 + (i / 2) * 6.3, 5.7,
                 faint(colour, tones[std::size_t(i)]));
    painter.setPen(QPen(faint(colour, 0.8), 1.3));
    painter.drawLine(QPointF(14.6, 12), QPointF(16.6, 12));
    drawCell(painter, 17.2, 9.1, 5.7, faint(colour, result));
}

void drawMaxPool(QPainter& painter, const QColor& colour) {
    drawPool(painter, colour, {0.2, 0.35, 1, 0.25}, 1);
}
void drawAveragePool(QPainter& painter, const QColor& colour) {
    drawPool(painter, colour, {0.2, 0.4, 1, 0.6}, 0.55);
}

void drawGlobalPool(QPainter& painter, const QColor& colour) {
    painter.setBrush(faint(colour, 0.22));
    painter.setPen(QPen(faint(colour, 0.7), 1.2));
    painter.drawRect(QRectF(2.5, 4.5, 12, 15));
    painter.drawLine(QPointF(14.5, 4.5), QPointF(19, 12));
    painter.drawLine(QPointF(14.5, 19.5), QPointF(19, 12));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(19.6, 12), 2.7, 2.7);
}

void drawFlatten(QPainter& painter, const QColor& colour) {
    for (int i = 0; i < 9; ++i)
        drawCell(painter, 1.8 + (i % 3) * 3.9, 6.3 + (i / 3) * 3.9, 3.3, faint(colour, 0.3 + 0.08 * i));
    painter.setPen(QPen(faint(colour, 0.8), 1.3));
    painter.drawLine(QPointF(14.4, 12), QPointF(17, 12));
    for (int i = 0; i < 5; ++i)
        drawCell(painter, 18.6, 2.3 + i * 3.95, 3.3, faint(colour, 0.3 + 0.15 * i));
}

void drawReshape(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(faint(colour, 0.2));
    painter.drawRoundedRect(QRectF(2, 3, 8, 18), 1.5, 1.5);
    painter.setBrush(faint(colour, 0.5));
    painter.drawRoundedRect(QRectF(8, 10, 14, 8), 1.5, 1.5);
}

void drawDropout(QPainter& painter, const QColor& colour) {
    constexpr std::array<bool, 9> kKept{true, false, true, true, true, false, false, true, true};
    for (int i = 0; i < 9; ++i) {
        const QPointF centre(4.8 + (i % 3) * 7.2, 4.8 + (i / 3) * 7.2);
        painter.setPen(QPen(faint(colour, kKept[std::size_t(i)] ? 1 : 0.6), 1.2,
                            kKept[std::size_t(i)] ? Qt::SolidLine : Qt::DotLine));
        painter.setBrush(kKept[std::size_t(i)] ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, 2.3, 2.3);
    }
}

void drawBatchNorm(QPainter& painter, const QColor& colour) {
    QPainterPath bell(QPointF(2, 19.5));
    for (int i = 1; i <= 40; ++i) {
        const double x = -3 + i * 6.0 / 40;
        bell.lineTo(2 + i * 0.5, 19.5 - 15 * std::exp(-x * x / 1.6));
    }
    painter.fillPath(bell, faint(colour, 0.25));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6));
    painter.drawPath(bell);
    painter.setPen(QPen(faint(colour, 0.6), 1.2));
    painter.drawLine(QPointF(2, 20), QPointF(22, 20));
}

void drawAdd(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(faint(colour, 0.2));
    painter.drawEllipse(QPointF(12, 12), 8.5, 8.5);
    painter.setPen(QPen(colour, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(12, 7.6), QPointF(12, 16.4));
    painter.drawLine(QPointF(7.6, 12), QPointF(16.4, 12));
}

void drawConcatenate(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(faint(colour, 0.25));
    painter.drawRoundedRect(QRectF(3.5, 3, 17, 8), 1.5, 1.5);
    painter.setBrush(faint(colour, 0.7));
    painter.drawRoundedRect(QRectF(3.5, 13, 17, 8), 1.5, 1.5);
}

void drawUnknown(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(3, 3, 18, 18), 3, 3);
}

void drawSoftmax(QPainter& painter, const QColor& colour) {
    constexpr std::array<double, 4> kShares{3, 7, 16, 4.5};
    for (std::size_t i = 0; i < kShares.size(); ++i)
        painter.fillRect(QRectF(2.8 + double(i) * 4.9, 20 - kShares[i], 3.9, kShares[i]),
                         faint(colour, i == 2 ? 1 : 0.45));
}

double curveOf(const QString& function, double x) {
    if (function == QLatin1String("relu"))
        return std::max(0.0, x);
    if (function == QLatin1String("leaky_relu"))
        return x > 0 ? x : 0.15 * x;
    if (function == QLatin1String("elu"))
        return x > 0 ? x : std::expm1(x);
    if (function == QLatin1String("gelu"))
        return 0.5 * x * std::erfc(-x / std::sqrt(2.0));
    if (function == QLatin1String("swish") || function == QLatin1String("silu"))
        return x / (1 + std::exp(-x));
    if (function == QLatin1String("softplus"))
        return std::log1p(std::exp(x));
    if (function == QLatin1String("sigmoid"))
        return 3.6 / (1 + std::exp(-1.9 * x)) - 1.8;
    if (function == QLatin1String("tanh"))
        return 1.8 * std::tanh(1.2 * x);
    return x * 0.8;
}

void drawCurve(QPainter& painter, const QColor& colour, const QString& function) {
    if (function == QLatin1String("softmax"))
        return drawSoftmax(painter, colour);
    painter.setPen(QPen(faint(colour, 0.35), 1));
    painter.drawLine(QPointF(2, 14), QPointF(22, 14));
    painter.drawLine(QPointF(12, 3), QPointF(12, 21));
    QPainterPath curve;
    for (int i = 0; i <= 40; ++i) {
        const double x = -2.5 + i * 5.0 / 40;
        const QPointF point(2 + i * 0.5, std::clamp(14 - 4 * curveOf(function, x), 2.5, 21.5));
        i == 0 ? curve.moveTo(point) : curve.lineTo(point);
    }
    painter.setPen(QPen(colour, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve);
}

struct Picture {
    const char* type;
    Drawing draw;
};

constexpr std::array kPictures{
    Picture{"input", drawInput},
    Picture{"latent", drawLatent},
    Picture{"dense", drawDense},
    Picture{"convolution", drawConvolution},
    Picture{"max_pool", drawMaxPool},
    Picture{"average_pool", drawAveragePool},
    Picture{"global_average_pool", drawGlobalPool},
    Picture{"flatten", drawFlatten},
    Picture{"reshape", drawReshape},
    Picture{"dropout", drawDropout},
    Picture{"batch_norm", drawBatchNorm},
    Picture{"add", drawAdd},
    Picture{"concatenate", drawConcatenate},
    Picture{"depthwise_convolution", drawDepthwiseConvolution},
    Picture{"transposed_convolution", drawTransposedConvolution},
    Picture{"embedding", drawEmbedding},
    Picture{"position", drawPosition},
    Picture{"rnn", drawRnn},
    Picture{"lstm", drawLstm},
    Picture{"gru", drawGru},
    Picture{"attention", drawAttention},
    Picture{"upsample", drawUpsampling},
    Picture{"pad", drawPadding},
    Picture{"crop", drawCropping},
    Picture{"global_max_pool", drawGlobalMaxPool},
    Picture{"noise", drawNoise},
    Picture{"gaussian_sampling", drawGaussianSampling},
    Picture{"layer_norm", drawLayerNorm},
    Picture{"group_norm", drawGroupNorm},
    Picture{"instance_norm", drawInstanceNorm},
    Picture{"multiply", drawMultiply},
};

} // namespace

void paintLayerIcon(QPainter& painter, const QRectF& tile, const QString& typeName, LayerCategory category,
                    const QString& function, const CardColours& colours) {
    const QColor colour = colours.category(category);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint(colour, colours.dark ? 0.2 : 0.12));
    painter.drawRoundedRect(tile, tile.width() * 0.19, tile.width() * 0.19);
    painter.translate(tile.topLeft() + QPointF(tile.width(), tile.height()) * 0.125);
    painter.scale(tile.width() * 0.75 / 24, tile.height() * 0.75 / 24);
    const auto* picture = std::ranges::find_if(
        kPictures, [&](const Picture& candidate) { return typeName == QLatin1String(candidate.type); });
    if (picture != kPictures.end())
        picture->draw(painter, colour);
    else if (category == LayerCategory::Activation)
        drawCurve(painter, colour, function.isEmpty() ? QStringLiteral("relu") : function);
    else
        drawUnknown(painter, colour);
    painter.restore();
}

QIcon layerIcon(const LayerType& type, const CardColours& colours) {
    QIcon icon;
    for (const int side : {24, 48}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintLayerIcon(painter, QRectF(0, 0, side, side), QString::fromStdString(type.name), type.category,
                       {}, colours);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace protomind
