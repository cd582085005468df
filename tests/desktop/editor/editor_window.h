// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/selection.h"

#include <QApplication>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {

/// A canvas in a window, and a hand that works on it with real mouse events.
struct EditorWindow {
    Document document;
    Selection selection{document};
    double seconds = 0; ///< Painting takes none of it: pictures never have to wait, however busy the machine.
    NetworkView view{document, selection, nullptr, [this] { return seconds; }};

    EditorWindow() {
        view.resize(1000, 700);
        view.show();
        view.activateWindow();
        view.setFocus();
        QApplication::processEvents();
    }

    LayerId add(const char* type, double x, double y) {
        document.undoStack().push(new AddLayer(document, type, {x, y}));
        return document.network().layers().back().id;
    }

    void join(LayerId from, LayerId to) { document.undoStack().push(new AddWire(document, from, to, 0)); }

    [[nodiscard]] LayerItem& card(LayerId layer) { return *view.networkScene().layerItem(layer); }
    [[nodiscard]] QPoint at(const QPointF& scenePoint) const { return view.mapFromScene(scenePoint); }
    [[nodiscard]] QPoint middle(LayerId layer) { return at(card(layer).sceneBody().center()); }
    [[nodiscard]] QPoint output(LayerId layer) { return at(card(layer).scenePort({layer, true, 0})); }
    [[nodiscard]] QPoint input(LayerId layer) { return at(card(layer).scenePort({layer, false, 0})); }
    [[nodiscard]] Position place(LayerId layer) const { return document.network().layer(layer)->position; }

    void press(const QPoint& point, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, point);
    }
    void move(const QPoint& point) { QTest::mouseMove(view.viewport(), point); }
    void release(const QPoint& point, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, point);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
        press(from, modifiers);
        move((from + to) / 2);
        move(to);
        release(to, modifiers);
    }
    void click(const QPoint& point, Qt::KeyboardModifiers modifiers = {}) {
        press(point, modifiers);
        release(point, modifiers);
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, code, modifiers); }
    [[nodiscard]] int steps() { return document.undoStack().count(); }
};

} // namespace protomind
