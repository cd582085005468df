// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/session.h"

#include <QObject>

#include <memory>

namespace protomind {

class Document;

/// The bridge between the window and the running experiment: actions become requests, events become signals on the
/// window's thread. Prepares anew by itself when the experiment was edited since; keeps trained weights over edits
/// that leave the network's structure as it was.
class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(Document& document, QObject* parent = nullptr);
    ~RunController() override;

    [[nodiscard]] RunState state() const { return m_state; }
    [[nodiscard]] const std::vector<HistoryPoint>& history() const { return m_history; }

    void train();
    void pause();
    void step(StepSize size);
    /// Back to fresh weights of the same seed.
    void reset();
    void setLearningRate(double learningRate);
    void evaluate();
    std::uint64_t predict(HostArray samples);
    /// Asks for the newest weights; checkpointStored() follows once the document has them.
    void fetchCheckpoint();

signals:
    void prepared(const protomind::Prepared& event);
    void stateChanged(protomind::RunState state);
    void progressed(const protomind::Progress& event);
    void epochDone(const protomind::EpochDone& event);
    void diverged(const protomind::DivergedEvent& event);
    void evaluated(const protomind::Evaluated& event);
    void predicted(const protomind::Predicted& event);
    void checkpointStored();
    void failed(const protomind::Problem& problem);

private:
    void receive(const Event& event);

    Document& m_document;
    RunState m_state = RunState::Idle;
    std::vector<HistoryPoint> m_history;
    std::unique_ptr<Session> m_session;
};

} // namespace protomind
