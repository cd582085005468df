// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/wire_item.h"

#include <QGraphicsScene>

#include <map>
#include <variant>

namespace protomind {

class Document;
class GuideLines;
class PlayerFrames;
class PointerHint;
class Selection;
class WirePreview;

/// What lies under a point of the scene.
using Hit = std::variant<std::monostate, PortRef, LayerId, WireId>;

/// Mirrors the document's network as items, and the selection as their looks. Follows events; never edits.
class NetworkScene : public QGraphicsScene {
    Q_OBJECT
public:
    NetworkScene(Document& document, Selection& selection, QObject* parent = nullptr);
    ~NetworkScene() override;

    [[nodiscard]] LayerItem* layerItem(LayerId layer) const;
    [[nodiscard]] WireItem* wireItem(WireId wire) const;
    [[nodiscard]] const std::map<LayerId, LayerItem*>& layerItems() const { return m_layers; }
    [[nodiscard]] const std::map<WireId, WireItem*>& wireItems() const;
    /// What covers all cards, and the frames of players.
    [[nodiscard]] QRectF networkRect() const;

    /// Ports come before cards, cards before wires.
    [[nodiscard]] Hit hitAt(const QPointF& point) const;
    /// The card whose problem's button lies there; null for none.
    [[nodiscard]] LayerId fixAt(const QPointF& point) const;
    /// The wire that a card of the size of others would be put on, were it dropped here.
    [[nodiscard]] std::optional<WireId> wireNear(const QPointF& point) const;

    /// About the size of a card that is not there yet.
    [[nodiscard]] QSizeF usualCard() const { return {kBodyWidth, 128}; }
    [[nodiscard]] const CardColours& colours() const { return m_colours; }
    /// Takes colours and fonts anew.
    void setLook(const QPalette& palette, const QFont& font);

    void hover(const Hit& hit);
    /// Marks the button of a card's problem; null for none.
    void hoverFix(LayerId layer);
    /// Marks cards as accepting or refusing a wire; null for none.
    void setTarget(LayerId layer, CardState::Target target);
    /// The card that is at work; none where it is no layer of the network.
    void setActive(LayerId layer, CardState::Active active);
    void setReceiving(std::optional<WireId> wire);
    void setLifted(std::optional<WireId> wire);
    [[nodiscard]] WirePreview& preview() { return *m_preview; }
    [[nodiscard]] PointerHint& hint() { return *m_hint; }
    [[nodiscard]] GuideLines& guides() { return *m_guides; }
    [[nodiscard]] const PlayerFrames& frames() const {
        settleWires();
        return *m_frames;
    }

private:
    void follow(const ChangeEvent& event);
    void rebuild();
    void addLayerItem(LayerId layer);
    void addWireItem(WireId wire);
    void removeLayerItem(LayerId layer);
    void removeWireItem(WireId wire);
    void refreshCard(LayerItem& item);
    void refreshAnalysis();
    void moveLayer(LayerId layer);
    void refreshWire(WireItem& item) const;
    /// Wires go round cards, so that a moved card concerns them all: once for many moves, before anyone
    /// looks.
    void unsettleWires();
    void settleWires() const;
    void refreshFrames() const;
    void refreshStates();

    Document& m_document;
    Selection& m_selection;
    std::map<LayerId, LayerItem*> m_layers;
    std::map<WireId, WireItem*> m_wires;
    mutable bool m_wiresSettled = true;
    CardFonts m_fonts;
    CardColours m_colours;
    WirePreview* m_preview = nullptr;
    PointerHint* m_hint = nullptr;
    GuideLines* m_guides = nullptr;
    PlayerFrames* m_frames = nullptr;
    Hit m_hovered;
    LayerId m_fixHovered;
    LayerId m_targeted;
    CardState::Target m_target = CardState::Target::None;
    LayerId m_active;
    CardState::Active m_activity = CardState::Active::None;
    std::optional<WireId> m_receiving;
    std::optional<WireId> m_lifted;
};

} // namespace protomind
