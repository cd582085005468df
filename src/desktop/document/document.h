// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/moment.h"
#include "studio/network/training_fit.h"
#include "studio/project/project.h"

#include <QObject>
#include <QUndoStack>

namespace protomind {

/// The open project as the window sees it: the experiment (network, data, training), what follows from it,
/// and its history. Only commands on the undo stack change the experiment; views read it and listen to
/// changed(). The trained state (checkpoint) is kept beside the history: training is not an edit. But a step
/// keeps what weights there were when it was done, so that undo brings these back as well.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const Experiment& experiment() const { return m_content.experiment; }
    [[nodiscard]] const Network& network() const { return m_content.experiment.network; }
    /// Worked out when it is asked for, so that undoing many steps in a row costs one analysis.
    [[nodiscard]] const Analysis& analysis() const;
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }

    /// The whole content, for saving. Copies of it share the checkpoint.
    [[nodiscard]] const ProjectContent& content() const { return m_content; }
    /// Puts another project in place: the history is emptied and DocumentReplaced is sent.
    void replace(ProjectContent content);

    /// The newest trained state; null before the first training. Marks the document as modified.
    [[nodiscard]] const CheckpointPtr& checkpoint() const { return m_content.checkpoint; }
    void setCheckpoint(CheckpointPtr checkpoint);

    /// What came out of tests, kept beside the history as well: undo takes none of it back. Marks the
    /// document as modified.
    [[nodiscard]] const RunList& runs() const { return m_content.runs; }
    void setRuns(RunList runs);

    /// What the data's samples and targets look like, as far as known, for the analysis.
    void setDataShapes(std::optional<DataShapes> shapes);
    /// How many bytes training may take, for the analysis; at first those of this machine.
    void setMemory(std::int64_t bytes);
    /// Why nothing can be computed on the experiment's device, in the language of the window; empty where it
    /// can, or that is not known.
    void setDeviceObstacle(std::string sentence);
    [[nodiscard]] const std::string& deviceObstacle() const { return m_deviceObstacle; }

    [[nodiscard]] bool isModified() const;
    void markSaved();

signals:
    void changed(const protomind::ChangeEvent& event);
    /// A step of the history is about to be done or undone, and then it is: for whoever has the run.
    void stepBegins(protomind::StepWeights& weights, protomind::WeightEffect effect, protomind::StepWay way);
    void stepEnded(protomind::StepWeights& weights, protomind::WeightEffect effect, protomind::StepWay way);
    void modifiedChanged(bool modified);
    /// Also where another project was put in place.
    void runsChanged();

private:
    friend class DocumentCommand; // the only one that changes the experiment
    void analyseAgain();
    void tellModified();

    ProjectContent m_content;
    mutable std::optional<Analysis> m_analysis; ///< none: something changed since
    std::optional<DataShapes> m_dataShapes;
    std::int64_t m_memory = 0;
    std::string m_deviceObstacle;
    QUndoStack m_undoStack;
    bool m_changedBesideHistory = false;
    bool m_toldModified = false;
};

} // namespace protomind
