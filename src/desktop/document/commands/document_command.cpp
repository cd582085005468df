// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/document_command.h"

#include <atomic>
#include <utility>

namespace protomind {

Gesture newGesture() {
    static std::atomic<Gesture> s_last = 0;
    return ++s_last;
}

void DocumentCommand::redo() {
    if (isObsolete())
        return; // There is nothing to do, and no step is left of it.
    go(std::exchange(m_done, true) ? StepWay::Redo : firstWay());
}

void DocumentCommand::undo() {
    go(StepWay::Undo);
}

void DocumentCommand::go(StepWay way) {
    emit m_document.stepBegins(m_weights, m_effect, way);
    if (way == StepWay::Undo)
        revert();
    else
        apply();
    emit m_document.stepEnded(m_weights, m_effect, way);
}

StepWay DocumentCommand::firstWay() const {
    QUndoStack& history = m_document.undoStack();
    const auto* last = dynamic_cast<const DocumentCommand*>(history.command(history.index() - 1));
    const bool goesOn =
        last != nullptr && !history.isClean() && id() >= 0 && last->id() == id() && continues(*last);
    return goesOn ? StepWay::Continue : StepWay::Do;
}

} // namespace protomind
