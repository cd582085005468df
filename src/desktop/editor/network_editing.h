// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/document/moment.h"
#include "desktop/editor/arrange/alignment.h"
#include "studio/network/fix.h"

#include <QImage>
#include <QObject>
#include <QPointF>

#include <map>
#include <set>

namespace protomind {

class ChangeNetwork;
class Document;
class NetworkScene;
class WireItem;
class Selection;
struct NetworkTemplate;

/// What a person does to the network with the mouse, keys and menus, as commands: each is one step of the
/// history. Selects what came of it.
class NetworkEditing : public QObject {
    Q_OBJECT
public:
    NetworkEditing(Document& document, Selection& selection, NetworkScene& scene, QObject* parent = nullptr);

    /// The card's top left corner goes to the position, on the grid. byHand: a person chose the place.
    void addLayer(const std::string& type, const QPointF& position, bool byHand);
    void addLayerAfter(const std::string& type, LayerId after);
    /// The card's centre goes to the point; cards to the right make room.
    void insertLayer(const std::string& type, WireId wire, const QPointF& centre);
    /// The same for a layer that is there and has no wires.
    void putOnWire(LayerId layer, WireId wire, const QPointF& centre);
    /// Whether a layer may be put on a wire: it takes an input and has no wires yet.
    [[nodiscard]] bool isLoose(LayerId layer) const;
    void removeSelection();
    /// Selected layers go to the clipboard as text. Tells where nothing is selected.
    void copy();
    void cut();
    void paste();
    void duplicate();
    void selectAll();
    /// Moves the selected layers; neighbouring calls merge while the selection stays.
    void nudge(const QPointF& by);
    void move(const std::map<LayerId, Position>& positions, Gesture gesture);
    void connectLayers(LayerId from, LayerId to, int port);
    /// Wires the selected layers one to the next, from left to right.
    void connectSelection();
    void align(Alignment alignment);
    /// In rows no wider than this, in the direction of the wires. Cards that a person put in their place stay
    /// there, unless all are asked for.
    enum class Scope { Loose, All };
    /// room: what is to be seen at once, in the drawing's units.
    void arrange(const QSizeF& room, Scope scope);
    void loadTemplate(const NetworkTemplate& source, Network network, const QSizeF& room,
                      WeightEffect effect);
    void apply(const Fix& fix);
    /// What the button on a card does.
    void applyFirstFix(LayerId layer);

    /// A position on the grid.
    [[nodiscard]] static Position snapped(const QPointF& point);

signals:
    void said(const QString& sentence);
    /// New layers are there, and selected.
    void added();
    /// There is no network on the clipboard but a picture.
    void picturePasted(const QImage& picture);

private:
    [[nodiscard]] QPointF placeOnWire(const WireItem& wire, const QPointF& centre, const QSizeF& size) const;
    [[nodiscard]] std::map<LayerId, Position> roomFor(const QRectF& card, LayerId except = {}) const;
    void pushAdding(ChangeNetwork* command);

    Document& m_document;
    Selection& m_selection;
    NetworkScene& m_scene;
    Gesture m_nudging;
    int m_pastes = 0; ///< of what is on the clipboard: each goes a little further
};

} // namespace protomind
