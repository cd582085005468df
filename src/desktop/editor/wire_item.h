// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"
#include "desktop/editor/wire_geometry.h"
#include "studio/network/network.h"

#include <QFont>
#include <QGraphicsItem>

namespace protomind {

/// A wire on the canvas with the shape it carries.
class WireItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };
    struct State {
        bool selected = false;
        bool hovered = false;
        bool wrong = false;     ///< a problem is about it
        bool receiving = false; ///< a layer hangs over it and would be put on it
        bool lifted = false;    ///< its end is being dragged: not drawn
        bool operator==(const State&) const = default;
    };

    explicit WireItem(const Wire& wire);

    [[nodiscard]] WireId wire() const { return m_wire.id; }
    [[nodiscard]] LayerId from() const { return m_wire.from; }
    [[nodiscard]] LayerId to() const { return m_wire.to; }
    [[nodiscard]] int port() const { return m_wire.port; }
    [[nodiscard]] const QString& label() const { return m_label; }
    [[nodiscard]] const State& state() const { return m_state; }
    [[nodiscard]] const WireGeometry& geometry() const { return m_geometry; }

    void setGeometry(WireGeometry geometry);
    void setLabel(const QString& label);
    void setLook(const QFont& font, const CardColours& colours);
    void setState(const State& state);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintWire(QPainter* painter) const;
    [[nodiscard]] QRectF labelRect() const;
    /// Of the sign that something is wrong; beside the label, where there is one.
    [[nodiscard]] QRectF markRect() const;
    [[nodiscard]] QColor lineColour() const;

    Wire m_wire;
    WireGeometry m_geometry;
    QString m_label;
    QFont m_font;
    CardColours m_colours;
    State m_state;
};

} // namespace protomind
