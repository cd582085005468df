// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <map>
#include <optional>
#include <vector>

namespace protomind {

/// What a session was asked and has told, as far as another one needs it to go on in its place.
class SessionRecord {
public:
    /// In the order in which the session is asked.
    void ask(const RequestEnvelope& request);
    /// In the order in which it tells.
    void hear(const EventEnvelope& event);

    /// The run that was asked for last; null: none was.
    [[nodiscard]] RunId run() const;
    /// The device that it asks for; empty without a run.
    [[nodiscard]] const std::string& device() const;
    /// What the device is called, as the session told; empty where it has not.
    [[nodiscard]] const std::string& deviceName() const { return m_deviceName; }
    [[nodiscard]] bool isPrepared() const { return m_prepared; }
    /// Whether a request that has no answer yet sets a weight by hand.
    [[nodiscard]] bool isSettingWeight(RequestId request) const;
    [[nodiscard]] bool isTraining() const { return m_state == RunState::Training; }
    /// Whether training is under way that this request asked for.
    [[nodiscard]] bool isTrainingFor(RequestId request) const;
    /// Whether a request has no answer yet.
    [[nodiscard]] bool isUnanswered(RequestId request) const { return m_unanswered.contains(request); }
    /// Of training, the last that was told of.
    [[nodiscard]] std::int64_t step() const { return m_step; }
    /// That which training is gone on from elsewhere.
    [[nodiscard]] std::int64_t snapshotStep() const;

    /// What has to do with no run: the speed and what is watched, until something else is asked for, and
    /// checkpoints to be renamed.
    [[nodiscard]] std::vector<RequestEnvelope> ofNoRun() const;
    /// What another session has to be asked to come to the same, on another device: what is of no run,
    /// the run from the last checkpoint that was taken, all that had no answer yet, and training where it was
    /// under way. Numbers of requests are as they were.
    [[nodiscard]] std::vector<RequestEnvelope> requestsElsewhere(const std::string& device) const;
    /// Those that had no answer and are not asked elsewhere, such as of earlier runs: nobody can answer them
    /// any more.
    [[nodiscard]] std::vector<RequestId> unanswerable() const;
    /// All unanswerable ones are answered.
    void forgetUnanswerable();

private:
    [[nodiscard]] bool isOfRun(RequestId request) const;

    std::optional<RequestEnvelope> m_preparation; ///< a PrepareRequest
    std::optional<RequestEnvelope> m_training;    ///< what it trains for, or trained last
    std::optional<RequestEnvelope> m_speed;       ///< in force, as are
    std::optional<RequestEnvelope> m_watch;
    std::map<RequestId, RequestEnvelope> m_unanswered;
    CheckpointPtr m_snapshot; ///< of this run
    std::string m_deviceName;
    bool m_prepared = false;
    RunState m_state = RunState::Idle;
    std::int64_t m_step = 0;
};

} // namespace protomind
