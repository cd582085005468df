// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"

#include <QGraphicsView>

#include <memory>

namespace protomind {

class Document;
class EditorActions;
class LiveLayer;
class NetworkEditing;
class NetworkScene;
class Selection;
class Tool;
struct NetworkTemplate;

enum class ToolKind { Select, Connect, Pan };

/// The canvas: shows the document's network as cards and wires, and turns gestures into commands. What it can
/// do by menu or key is in actions().
class NetworkView : public QGraphicsView {
    Q_OBJECT
public:
    NetworkView(Document& document, Selection& selection, QWidget* parent = nullptr);
    ~NetworkView() override;

    [[nodiscard]] EditorActions& actions() { return *m_actions; }
    [[nodiscard]] NetworkEditing& editing() { return *m_editing; }
    [[nodiscard]] NetworkScene& networkScene() { return *m_scene; }
    [[nodiscard]] LiveLayer& live() { return *m_live; }

    [[nodiscard]] ToolKind tool() const { return m_toolKind; }
    void setTool(ToolKind kind);

    /// Adds a layer behind the selected one and wires it, or in the middle of what is seen; it is selected
    /// then.
    void addLayer(const QString& type);
    /// Puts a template in place of the network, laid out for the width of this view, as one undoable step.
    void loadTemplate(const NetworkTemplate& source);
    /// Lays all cards out in the direction of the wires, in rows that fit the view.
    void arrange();

    [[nodiscard]] double zoom() const;
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    /// Shows the whole network, never larger than at zoom 1.
    void fit();
    /// Brings a layer into sight and selects it.
    void reveal(LayerId layer);

signals:
    /// A card was double-clicked: its settings are wanted.
    void editRequested(protomind::LayerId layer);
    /// Why something asked for was not done, or what was done where that is not seen; for the status bar.
    void said(const QString& sentence);
    void toolChanged(protomind::ToolKind tool);
    void zoomChanged(double zoom);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void dropEvent(QDropEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void follow(const ChangeEvent& event);
    void growSceneRect();
    void describe();
    [[nodiscard]] Tool& activeTool();
    void endPan();
    [[nodiscard]] double rowWidth() const;

    Document& m_document;
    Selection& m_selection;
    std::unique_ptr<NetworkScene> m_scene;
    std::unique_ptr<NetworkEditing> m_editing;
    std::unique_ptr<Tool> m_tool;
    std::unique_ptr<Tool> m_pan; ///< while the middle button or the space bar is held
    EditorActions* m_actions = nullptr;
    std::unique_ptr<LiveLayer> m_live;
    ToolKind m_toolKind = ToolKind::Select;
    bool m_fitWhenShown = true;
};

} // namespace protomind
