// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

namespace protomind {

// Pictures of layers are drawn on a field of 24 by 24 with the colour of the layer's category.

inline QColor faint(const QColor& colour, double alpha) {
    QColor result = colour;
    result.setAlphaF(float(alpha));
    return result;
}

inline void drawCell(QPainter& painter, double x, double y, double side, const QColor& colour) {
    painter.fillRect(QRectF(x, y, side, side), colour);
}

// sequences
void drawEmbedding(QPainter& painter, const QColor& colour);
void drawPosition(QPainter& painter, const QColor& colour);
void drawRnn(QPainter& painter, const QColor& colour);
void drawLstm(QPainter& painter, const QColor& colour);
void drawGru(QPainter& painter, const QColor& colour);
void drawAttention(QPainter& painter, const QColor& colour);

// images
void drawTransposedConvolution(QPainter& painter, const QColor& colour);
void drawDepthwiseConvolution(QPainter& painter, const QColor& colour);
void drawUpsampling(QPainter& painter, const QColor& colour);
void drawPadding(QPainter& painter, const QColor& colour);
void drawCropping(QPainter& painter, const QColor& colour);
void drawGlobalMaxPool(QPainter& painter, const QColor& colour);

// numbers and their spread
void drawLayerNorm(QPainter& painter, const QColor& colour);
void drawInstanceNorm(QPainter& painter, const QColor& colour);
void drawGroupNorm(QPainter& painter, const QColor& colour);
void drawNoise(QPainter& painter, const QColor& colour);
void drawGaussianSampling(QPainter& painter, const QColor& colour);
void drawLatent(QPainter& painter, const QColor& colour);
void drawMultiply(QPainter& painter, const QColor& colour);

} // namespace protomind
