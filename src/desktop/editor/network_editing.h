// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "studio/network/fix.h"

#include <QObject>
#include <QPointF>

#include <map>
#include <set>

namespace protomind {

class ChangeNetwork;
class Document;
class NetworkScene;
class Selection;
struct NetworkTemplate;

/// What a person does to the network with the mouse, keys and menus, as commands: each is one step of the
/// history. Selects what came of it.
class NetworkEditing : public QObject {
    Q_OBJECT
public:
    NetworkEditing(Document& document, Selection& selection, NetworkScene& scene, QObject* parent = nullptr);

    /// The card's top left corner goes to the position, on the grid.
    void addLayer(const std::string& type, const QPointF& position);
    void addLayerAfter(const std::string& type, LayerId after);
    /// The card's centre goes to the point; cards to the right make room.
    void insertLayer(const std::string& type, WireId wire, const QPointF& centre);
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
    /// In rows no wider than this, in the direction of the wires.
    void arrange(double width);
    void loadTemplate(const NetworkTemplate& source, double width);
    void apply(const Fix& fix);

    /// A position on the grid.
    [[nodiscard]] static Position snapped(const QPointF& point);

signals:
    void said(const QString& sentence);

private:
    [[nodiscard]] std::map<LayerId, Position> roomFor(const QRectF& card) const;
    void pushAdding(ChangeNetwork* command);

    Document& m_document;
    Selection& m_selection;
    NetworkScene& m_scene;
    Gesture m_nudging;
    int m_pastes = 0; ///< of what is on the clipboard: each goes a little further
};

} // namespace protomind
