// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointF>
#include <Qt>

namespace protomind {

class Document;
class NetworkEditing;
class NetworkScene;
class NetworkView;
class Selection;

/// What tools work on.
struct Canvas {
    Document& document;
    Selection& selection;
    NetworkScene& scene;
    NetworkEditing& editing;
    NetworkView& view;
};

/// Where the pointer is, and which keys are held.
struct Pointer {
    QPointF scene;
    QPoint view;
    Qt::KeyboardModifiers modifiers;
};

/// One gesture, from press to release. Exactly one of finish() and cancel() ends it.
class Drag {
public:
    virtual ~Drag() = default;
    virtual void move(const Pointer& pointer) = 0;
    virtual void finish(const Pointer& pointer) = 0;
    virtual void cancel() = 0;
};

} // namespace protomind
