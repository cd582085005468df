// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/moment.h"
#include "desktop/editor/problems/problem_walk.h"
#include "engine/train/clock.h"

#include <QGraphicsView>

#include <memory>
#include <optional>

class QMenu;

namespace protomind {

class Document;
class PictureExporter;
class EditorActions;
class LiveKeys;
class ActivationOverlay;
class LayerFinder;
class MiniMap;
class NetworkEditing;
class NetworkScene;
class Network;
class Selection;
class Tool;
struct NetworkTemplate;

enum class ToolKind { Select, Connect, Pan };

/// The canvas: shows the document's network as cards and wires, and turns gestures into commands. What it can
/// do by menu or key is in actions().
class NetworkView : public QGraphicsView {
    Q_OBJECT
public:
    /// clock: measures what painting costs, for the pace of live pictures.
    NetworkView(Document& document, Selection& selection, QWidget* parent = nullptr,
                Clock clock = steadyClock());
    ~NetworkView() override;

    [[nodiscard]] EditorActions& actions() { return *m_actions; }
    [[nodiscard]] NetworkEditing& editing() { return *m_editing; }
    [[nodiscard]] NetworkScene& networkScene() { return *m_scene; }
    [[nodiscard]] ActivationOverlay& live() { return *m_live; }
    [[nodiscard]] PictureExporter& pictureExporter() { return *m_pictureExporter; }

    [[nodiscard]] ToolKind tool() const { return m_toolKind; }
    void setTool(ToolKind kind);

    /// Adds a layer behind the selected one and wires it, or in the middle of what is seen; it is selected
    /// then.
    void addLayer(const QString& type);
    /// Opens the box for a layer's name, where the next layer will be.
    void findLayer(const QString& text = {});
    /// Puts a template in place of the network, laid out for the width of this view, as one undoable step.
    void loadTemplate(const NetworkTemplate& source);
    /// The same with another network than the template's.
    void loadTemplate(const NetworkTemplate& source, const Network& network,
                      WeightEffect effect = WeightEffect::Anew);
    /// Lays cards out in the direction of the wires, in rows that fit the view; those that a person placed
    /// stay where they are.
    void arrange();
    /// The same for every card.
    void arrangeAll();

    [[nodiscard]] MiniMap& miniMap() { return *m_map; }
    [[nodiscard]] double zoom() const;
    /// At which cards have the size of the window's type.
    [[nodiscard]] double usualZoom() const;
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    /// Shows the whole network, never larger than at its usual zoom.
    void fit();
    /// Brings a layer into sight and selects it.
    void reveal(LayerId layer);
    void reveal(WireId wire);
    /// Goes to the next problem, or the one before: selects and shows where it is, and says it.
    void nextProblem();
    void previousProblem();

    // What the mouse reaches by pointing, by key.
    /// Goes round the wires of the selected card: those that come in, then those that go out.
    void nextWire();
    void previousWire();
    /// Opens the weights that come into the selected layer, or lie along the selected wire.
    void openWeights();
    void openPicture();
    /// By a fifth of what is seen.
    void pan(int across, int down);

signals:
    /// The settings of a card are wanted.
    void editRequested(protomind::LayerId layer);
    /// A card was double-clicked: what is in it is wanted.
    void openRequested(protomind::LayerId layer);
    /// Why something asked for was not done, or what was done where that is not seen; for the status bar.
    void said(const QString& sentence);
    /// A layer is to be found by name, but the canvas is not shown: whoever is shown takes over.
    void findingElsewhere();
    void toolChanged(protomind::ToolKind tool);
    void zoomChanged(double zoom);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;
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
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void follow(const ChangeEvent& event);
    void growSceneRect();
    void describe();
    [[nodiscard]] Tool& activeTool();
    void endPan();
    /// What of the drawing is seen at the usual zoom.
    [[nodiscard]] QSizeF room() const;
    void openFinder(const QPoint& beside, const QString& text, std::optional<QPointF> place);
    void addFound(const QString& type);
    [[nodiscard]] QString purposeOfFinder() const;
    void showSelected();
    void walkTo(const QPointF& direction, bool extending);
    void addFixes(QMenu& menu);
    void goToProblem(int by);
    void goToWire(int by);

    Document& m_document;
    Selection& m_selection;
    Clock m_clock;
    std::unique_ptr<NetworkScene> m_scene;
    std::unique_ptr<NetworkEditing> m_editing;
    std::unique_ptr<Tool> m_tool;
    std::unique_ptr<Tool> m_pan; ///< while the middle button or the space bar is held
    ProblemWalk m_walk;
    void followType();
    void fitAgain();

    double m_usualZoom = 1;
    bool m_fitted = false; ///< shown whole, and not zoomed since
    EditorActions* m_actions = nullptr;
    std::unique_ptr<ActivationOverlay> m_live;
    LiveKeys* m_liveKeys = nullptr;
    PictureExporter* m_pictureExporter = nullptr;
    MiniMap* m_map = nullptr;
    LayerFinder* m_finder = nullptr;
    std::optional<QPointF> m_finderPlace; ///< where a found layer goes; none: behind the selection
    LayerId m_walkedTo;                   ///< by arrow keys
    LayerId m_wiresOf;                    ///< whose wires are gone round
    ToolKind m_toolKind = ToolKind::Select;
    bool m_fitWhenShown = true;
};

} // namespace protomind
