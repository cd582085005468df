// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QAction;
class QActionGroup;

namespace protomind {

class NetworkView;
class Selection;

/// What can be done on the canvas by menu or key. Each action has an object name ("edit.duplicate",
/// "view.fit", "tool.connect") and a tooltip that says, while it is disabled, why. The window puts them into
/// its menus and bars.
class EditorActions : public QObject {
    Q_OBJECT
public:
    EditorActions(NetworkView& view, Selection& selection);

    /// Cut, copy, paste, duplicate, delete, select all, add, arrange: in the order of an Edit menu.
    [[nodiscard]] const std::vector<QAction*>& editActions() const { return m_edit; }
    /// Ways to line up what is selected, for a menu of their own.
    [[nodiscard]] const std::vector<QAction*>& alignActions() const { return m_align; }
    /// Fit, zoom in, zoom out, actual size.
    [[nodiscard]] const std::vector<QAction*>& viewActions() const { return m_viewing; }
    /// Copy and save the drawing, or the picture on a card.
    [[nodiscard]] const std::vector<QAction*>& drawingActions() const { return m_drawing; }
    /// To wires, weights and pictures, and across the canvas: what the mouse does by pointing.
    [[nodiscard]] const std::vector<QAction*>& goActions() const { return m_going; }
    /// Select, connect, pan: one of them is checked.
    [[nodiscard]] const std::vector<QAction*>& toolActions() const { return m_tools; }
    /// Null where none has the name.
    [[nodiscard]] QAction* action(const QString& objectName) const;

private:
    void makeEditActions();
    void makeAlignActions();
    void makeViewActions();
    void makeDrawingActions();
    void makeGoActions();
    void makeToolActions();
    void refresh();

    NetworkView& m_view;
    Selection& m_selection;
    std::vector<QAction*> m_edit;
    std::vector<QAction*> m_align;
    std::vector<QAction*> m_viewing;
    std::vector<QAction*> m_drawing;
    std::vector<QAction*> m_going;
    std::vector<QAction*> m_tools;
};

} // namespace protomind
