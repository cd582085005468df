// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_painter.h"

#include <QGraphicsItem>

#include <optional>

namespace protomind {

class PictureItem;

/// A port of a card: its output, or an input by number.
struct PortRef {
    LayerId layer;
    bool output = true;
    int index = 0;
    bool operator==(const PortRef&) const = default;
};

/// A layer's card on the canvas. Shows what it is given; changes nothing.
class LayerItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };

    explicit LayerItem(LayerId layer);

    [[nodiscard]] LayerId layer() const { return m_layer; }
    [[nodiscard]] const CardContent& content() const { return m_content; }
    [[nodiscard]] const CardGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] const CardState& state() const { return m_state; }
    /// Null where it is not known what the layer gives.
    [[nodiscard]] PictureItem* picture() const { return m_picture; }

    void setContent(CardContent content);
    void setLook(const CardFonts& fonts, const CardColours& colours);
    void setState(const CardState& state);

    /// The card in scene coordinates.
    [[nodiscard]] QRectF sceneBody() const { return m_geometry.body.translated(pos()); }
    [[nodiscard]] QPointF scenePort(const PortRef& port) const;
    /// Whether a point of the scene is on the button of its problem, where that can be read.
    [[nodiscard]] bool isOnFix(const QPointF& scenePoint, double zoom) const;
    /// The port within reach of a point of the scene.
    [[nodiscard]] std::optional<PortRef> portAt(const QPointF& scenePoint) const;

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_geometry.bounds(); }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void layOut();

    LayerId m_layer;
    CardContent m_content;
    CardFonts m_fonts;
    CardColours m_colours;
    CardGeometry m_geometry;
    CardState m_state;
    PictureItem* m_picture = nullptr;
};

} // namespace protomind
