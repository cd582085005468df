// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/document/document.h"
#include "desktop/document/moment.h"

#include <QUndoCommand>

namespace protomind {

/// A step in a document's history. Holds ids and values, never pointers to layers or items; the experiment
/// changes only in apply() and revert(), which tell what they did. Whoever has the run hears of each step
/// before and after, and keeps with it the weights of that moment.
class DocumentCommand : public QUndoCommand {
public:
    void redo() final;
    void undo() final;

protected:
    DocumentCommand(Document& document, const QString& text, WeightEffect effect)
        : QUndoCommand(text)
        , m_document(document)
        , m_effect(effect) {}

    virtual void apply() = 0;
    virtual void revert() = 0;
    /// Whether this step, which is about to be done, will merge into the last one.
    [[nodiscard]] virtual bool continues(const DocumentCommand&) const { return false; }
    /// Whether there was training since the gesture began: then what was before it is worth a step.
    [[nodiscard]] bool isSeparate() const { return m_weights.separate; }

    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] Experiment& experiment() { return m_document.m_content.experiment; }
    [[nodiscard]] const Experiment& experiment() const { return m_document.experiment(); }
    void tell(const ChangeEvent& event) { emit m_document.changed(event); }
    void analyseAgain() { m_document.analyseAgain(); }

private:
    void go(StepWay way);
    [[nodiscard]] StepWay firstWay() const;

    Document& m_document;
    WeightEffect m_effect;
    StepWeights m_weights;
    bool m_done = false;
};

} // namespace protomind
