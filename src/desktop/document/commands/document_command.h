// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/document/document.h"

#include <QUndoCommand>

namespace protomind {

/// A step in a document's history. Holds ids and values, never pointers to layers or items; the experiment
/// changes only in redo() and undo(), which tell what they did.
class DocumentCommand : public QUndoCommand {
protected:
    DocumentCommand(Document& document, const QString& text)
        : QUndoCommand(text)
        , m_document(document) {}

    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] Experiment& experiment() { return m_document.m_content.experiment; }
    [[nodiscard]] const Experiment& experiment() const { return m_document.experiment(); }
    void tell(const ChangeEvent& event) { emit m_document.changed(event); }
    void analyseAgain() { m_document.analyseAgain(); }

private:
    Document& m_document;
};

} // namespace protomind
