// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/document.h"

namespace protomind {

namespace {
constexpr int kUndoSteps = 500;
}

Document::Document(QObject* parent)
    : QObject(parent)
    , m_memory(usableMemory()) {
    m_undoStack.setUndoLimit(kUndoSteps);
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &Document::tellModified);
}

Document::~Document() {
    // Emptying the history would otherwise speak of a document that is half gone.
    m_undoStack.blockSignals(true);
}

const Analysis& Document::analysis() const {
    if (!m_analysis)
        m_analysis = analyse(network(), Surroundings{m_dataShapes, experiment().training, m_memory});
    return *m_analysis;
}

void Document::replace(ProjectContent content) {
    m_content = std::move(content);
    m_dataShapes.reset();
    m_changedBesideHistory = false;
    m_analysis.reset();
    m_undoStack.clear();
    emit changed(DocumentReplaced{});
    emit changed(AnalysisChanged{});
    emit runsChanged();
    tellModified();
}

void Document::setCheckpoint(CheckpointPtr checkpoint) {
    m_content.checkpoint = std::move(checkpoint);
    m_changedBesideHistory = true;
    tellModified();
}

void Document::setRuns(RunList runs) {
    if (runs == m_content.runs)
        return;
    m_content.runs = std::move(runs);
    m_changedBesideHistory = true;
    emit runsChanged();
    tellModified();
}

void Document::setDataShapes(std::optional<DataShapes> shapes) {
    m_dataShapes = std::move(shapes);
    analyseAgain();
}

void Document::setMemory(std::int64_t bytes) {
    m_memory = bytes;
    analyseAgain();
}

void Document::setDeviceObstacle(std::string sentence) {
    m_deviceObstacle = std::move(sentence);
    emit changed(AnalysisChanged{});
}

bool Document::isModified() const {
    return m_changedBesideHistory || !m_undoStack.isClean();
}

void Document::markSaved() {
    m_changedBesideHistory = false;
    m_undoStack.setClean();
    tellModified();
}

void Document::analyseAgain() {
    m_analysis.reset();
    emit changed(AnalysisChanged{});
}

void Document::tellModified() {
    if (m_toldModified == isModified())
        return;
    m_toldModified = isModified();
    emit modifiedChanged(m_toldModified);
}

} // namespace protomind
