// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/process/child_session.h"
#include "studio/session/process/session_record.h"
#include "studio/session/session.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace protomind {

struct GuardOptions {
    /// That serves a session where kServeArgument asks for it. None: all run in this process.
    std::filesystem::path program = serverProgram();
    Clock clock = steadyClock(); ///< of a session of this process
    SilenceLimits limits = {};
    /// Seconds between two snapshots of a training elsewhere, at least; large networks have them less often.
    double snapshotSeconds = 1;
};

/// Experiments on the processor run in a thread of this process, all others in a process of their own:
/// drivers of graphics cards hang and crash, and nothing can stop them from within. Where that process is
/// lost, or its device fails in the course of a run, the run goes on here, on the processor, from the last
/// snapshot of its weights, under the same numbers; DeviceNews tells it. The device is not tried again until
/// another one was asked for, or the session ends. The listener does not call back.
class GuardedSession final : public SessionLink {
public:
    explicit GuardedSession(Listener listener, GuardOptions options = {});
    ~GuardedSession() override;
    GuardedSession(const GuardedSession&) = delete;
    GuardedSession& operator=(const GuardedSession&) = delete;

    void post(RequestEnvelope request) override;
    void requestStop() override;
    [[nodiscard]] bool hasStopped() const override;
    /// Of the process that the present run has of its own; -1: none.
    [[nodiscard]] pid_t processId() const;

private:
    // All of these with the lock.
    void tell(const EventEnvelope& event) { m_listener(event); }
    void tellNews(DeviceNews news);
    void send(RequestEnvelope request);
    /// The links whose end takes no time any more end.
    void sweep();
    void retire(std::unique_ptr<SessionLink> link);
    /// No link is the present one any more.
    void retireAll();
    void openHere();
    [[nodiscard]] Result<void> openChild();
    /// Where the preparation has to go, which may open it, or say that another device answers it.
    void choosePlace(RequestEnvelope& preparation);
    void tellNotTried(RequestId preparation, const Sentence& why);
    /// Of the present link's questions, those that no other one can answer.
    void failUnanswerable(const Sentence& why);
    /// why: what became of the device.
    void goOnHere(const Sentence& why);
    void askForSnapshot();
    [[nodiscard]] bool endsRun(const Problem& problem, RequestId answered) const;

    void hearHere(std::uint64_t link, const EventEnvelope& event);
    void hearChild(std::uint64_t link, const EventEnvelope& event);
    void hearHealth(std::uint64_t link, DeviceState state);

    Listener m_listener;
    GuardOptions m_options;
    mutable std::mutex m_mutex;
    SessionRecord m_record;
    /// Devices that are not tried again, and what became of them.
    std::map<std::string, Sentence> m_lost;
    std::string m_asked;         ///< the device that was asked for last
    bool m_goingOn = false;      ///< what was told before is not told again
    std::int64_t m_toldStep = 0; ///< of the run that goes on here
    std::uint64_t m_snapshots = 0;
    bool m_snapshotComes = false;
    double m_nextSnapshot = 0;
    std::uint64_t m_links = 0;
    std::uint64_t m_present = 0; ///< the number of the present link, m_here or m_child; others are not heard
    std::vector<std::unique_ptr<SessionLink>> m_retired;
    std::unique_ptr<Session> m_here;
    std::unique_ptr<ChildSession> m_child; ///< never both
};

/// One for a SessionClient.
[[nodiscard]] std::unique_ptr<SessionLink> openGuardedSession(SessionLink::Listener listener);

} // namespace protomind
