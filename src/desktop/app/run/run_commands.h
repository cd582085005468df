// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <QObject>
#include <QString>

#include <functional>

namespace protomind {

class Document;
class MessageStrip;
class RunController;

/// What a person has the run do: train, step, begin anew. Where that can't be, says why and what to do about
/// it.
class RunCommands : public QObject {
    Q_OBJECT
public:
    RunCommands(Document& document, RunController& run, MessageStrip& messages, QObject* parent = nullptr);

    /// Where the schedule has left nothing of the learning rate, training waits for what is to be done about
    /// it; where it stays at its floor, that is only said. The same is true of steps.
    void train();
    void trainOrPause();
    void stepSample();
    void stepBatch();
    void stepEpoch();
    void evaluate();
    /// As a step that can be undone, where there is something to lose.
    void resetWeights();
    void rollSeed();
    void lowerLearningRate();

signals:
    /// What keeps the run from beginning is about this layer.
    void layerWanted(protomind::LayerId layer);
    /// There is no data to learn from yet.
    void dataWanted();
    /// The chosen device can't be computed on.
    void deviceWanted();
    /// Still within the step that can be undone.
    void weightsReset();
    /// What was done, for a moment.
    void said(const QString& sentence);

private:
    void trainOrExplain(const std::function<void()>& work);
    [[nodiscard]] bool explainObstacle();

    Document& m_document;
    RunController& m_run;
    MessageStrip& m_messages;
};

} // namespace protomind
