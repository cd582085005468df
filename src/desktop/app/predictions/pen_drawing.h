// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <QPolygonF>

#include <vector>

namespace protomind {

/// What a pen drew into a square of side 1, stroke by stroke, and how a network sees it.
class PenDrawing {
public:
    void begin(QPointF at);
    void moveTo(QPointF at);
    void removeLastStroke();
    void clear() { m_strokes.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_strokes.empty(); }
    [[nodiscard]] const std::vector<QPolygonF>& strokes() const { return m_strokes; }

    /// The drawing as a sample of shape [H, W, C], framed as MNIST frames its digits (LeCun et al., 1998,
    /// section III.A): scaled into 20 of 28 parts of the side, its centre of mass in the middle, ink 1 on
    /// paper 0, or the other way round where inkIsDark. An empty drawing gives empty paper.
    [[nodiscard]] HostArray sample(const Shape& shape, bool inkIsDark) const;

private:
    std::vector<QPolygonF> m_strokes;
};

} // namespace protomind
