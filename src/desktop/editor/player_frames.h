// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"
#include "studio/network/players.h"

#include <QFont>
#include <QGraphicsItem>

#include <vector>

namespace protomind {

/// A frame with a title round the cards of each player, where a drawing has a generator.
class PlayerFrames final : public QGraphicsItem {
public:
    struct Frame {
        Player player = Player::Generator;
        QRectF rect; ///< in the scene, the title included
        bool operator==(const Frame&) const = default;
    };

    PlayerFrames();

    void setLook(const QFont& font, const CardColours& colours);
    /// What lies round these cards, which are at least one.
    [[nodiscard]] static Frame around(Player player, const std::vector<QRectF>& cards);
    /// None hides them.
    void setFrames(std::vector<Frame> frames);
    [[nodiscard]] const std::vector<Frame>& frames() const { return m_frames; }
    /// What covers all of them; null where there are none.
    [[nodiscard]] QRectF covered() const;
    [[nodiscard]] static QString titleOf(Player player);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintFrame(QPainter& painter, const Frame& frame) const;

    std::vector<Frame> m_frames;
    QFont m_font;
    CardColours m_colours;
};

} // namespace protomind
