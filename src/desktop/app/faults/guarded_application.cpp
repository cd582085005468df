// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/faults/guarded_application.h"

#include "desktop/style/paint_guard.h"

#include <QEvent>
#include <QMetaMethod>
#include <QThread>

#include <cstdio>

namespace protomind {

namespace {

/// A person is who did one thing and waits for what comes of it. Movements of the pointer, and all that the
/// program or the desktop sends by itself, come many times a second.
Fault::Source sourceOf(QEvent::Type type) {
    switch (type) {
    case QEvent::Paint:
    case QEvent::UpdateRequest:
        return Fault::Source::Painting;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::GraphicsSceneMousePress:
    case QEvent::GraphicsSceneMouseRelease:
    case QEvent::GraphicsSceneMouseDoubleClick:
    case QEvent::TabletPress:
    case QEvent::TabletRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchEnd:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ShortcutOverride:
    case QEvent::InputMethod:
    case QEvent::ContextMenu:
    case QEvent::Drop:
    case QEvent::GraphicsSceneDrop:
    case QEvent::FileOpen:
    case QEvent::Close:
        return Fault::Source::Person;
    default:
        return Fault::Source::Clockwork;
    }
}

} // namespace

bool GuardedApplication::notify(QObject* receiver, QEvent* event) {
    // Asked before: who receives it may be gone after.
    const QEvent::Type type = event->type();
    try {
        return QApplication::notify(receiver, event);
    } catch (const PaintFault& fault) {
        tell(fault.thrown, Fault::Source::Painting);
    } catch (...) {
        if (QThread::currentThread() != thread())
            throw; // Threads of others are not ours to save.
        tell(std::current_exception(), sourceOf(type));
    }
    if (type == QEvent::Close)
        event->ignore(); // What was to be done before closing has not been done.
    return true;
}

void GuardedApplication::tell(const std::exception_ptr& thrown, Fault::Source source) {
    try {
        const Fault fault{problemOf(thrown), source};
        // Not in the middle of painting: who hears of it shows something.
        if (source == Fault::Source::Painting)
            QMetaObject::invokeMethod(
                this, [this, fault] { tellNow(fault); }, Qt::QueuedConnection);
        else
            tellNow(fault);
    } catch (...) {
        std::fputs("Something went wrong, and telling it did as well.\n", stderr);
    }
}

void GuardedApplication::tellNow(const Fault& fault) {
    try {
        if (!isSignalConnected(QMetaMethod::fromSignal(&GuardedApplication::faulted)))
            std::fprintf(stderr, "%s\n", fault.problem.text().c_str());
        emit faulted(fault);
    } catch (...) {
        std::fputs("Something went wrong, and telling it did as well.\n", stderr);
    }
}

} // namespace protomind
