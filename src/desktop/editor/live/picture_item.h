// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/card_picture.h"

#include <QGraphicsItem>

namespace protomind {

/// The picture on a card: refreshed while the network learns, without the card itself being painted anew.
class PictureItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 4 };

    explicit PictureItem(QGraphicsItem* card);

    /// What the layer can show, where on the card, and in which look.
    void setUp(const PictureForm& form, const PictureLayout& layout, double width, const QFont& font,
               const ValueColours& colours);
    /// Null: nothing yet.
    void setPicture(const LayerPicture* picture);

    [[nodiscard]] const PictureForm& form() const { return m_form; }
    [[nodiscard]] const PictureLayout& layout() const { return m_layout; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isEmpty(); }
    /// In the scene; -1 where there is none.
    [[nodiscard]] int tileAt(const QPointF& scenePoint) const;
    [[nodiscard]] QRectF sceneTile(int tile) const;
    /// Where the wire of a neuron's weight ends, in the scene.
    [[nodiscard]] QPointF sceneAnchor(int neuron, int neurons, bool right) const;

    int type() const override { return Type; }
    QRectF boundingRect() const override {
        return QRectF(0, 0, m_width, m_layout.height).adjusted(-1, -1, 1, 1);
    }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    PictureForm m_form;
    PictureLayout m_layout;
    double m_width = 0;
    QFont m_font;
    ValueColours m_colours;
    CardPicture m_picture;
};

} // namespace protomind
