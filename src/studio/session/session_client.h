// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/answer.h"
#include "studio/session/session.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace protomind {

/// How long the answer to a request is of interest.
enum class AnswerWanted {
    OfThisRun, ///< until another run is prepared, or this one left
    Always,
};

/// A session as those see it who want something of it: numbers what they ask, and hands each answer to who
/// asked. What an earlier run says, or a request that was cancelled, reaches nobody, in whatever order it
/// comes. All of it happens on one thread, the client's: it delivers there by itself where it is given a way
/// to that thread, and otherwise while somebody waits. Who asked is answered once, or never where the answer
/// was dropped: see isPending().
class SessionClient {
public:
    /// Of the present run, but what was handed to who asked: figures, states, pictures, failures.
    using Listener = SessionLink::Listener;
    /// The answer, or Failed.
    using Handler = std::function<void(Event answer)>;
    /// Has work done on the client's thread, soon and in order; no more of it once the client is gone.
    using PostToClient = std::function<void(std::function<void()> work)>;
    using Open = std::function<std::unique_ptr<SessionLink>(SessionLink::Listener)>;

    explicit SessionClient(Listener listener = {}, PostToClient toClient = {}, Clock clock = steadyClock());
    /// With a session elsewhere.
    SessionClient(Listener listener, PostToClient toClient, const Open& open);
    SessionClient(const SessionClient&) = delete;
    SessionClient& operator=(const SessionClient&) = delete;

    /// A number for a request that may be posted later.
    [[nodiscard]] RequestId nextId() { return {++m_requests}; }
    /// A PrepareRequest begins another run. Without a handler only a failure is told, to the listener.
    void post(RequestEnvelope envelope, Handler handler = {}, AnswerWanted wanted = AnswerWanted::OfThisRun);
    RequestId post(Request request);

    /// then is called with a Result<AnswerTo<Asked>>.
    template<class Asked, class Then>
    RequestId ask(Asked request, Then then, AnswerWanted wanted = AnswerWanted::OfThisRun) {
        const RequestId id = nextId();
        post({id, std::move(request)}, handlerOf<AnswerTo<Asked>>(std::move(then)), wanted);
        return id;
    }
    template<class Answer, class Then>
    [[nodiscard]] static Handler handlerOf(Then then) {
        return [then = std::move(then)](Event event) {
            if (auto* failed = std::get_if<Failed>(&event))
                then(Result<Answer>(std::unexpected(std::move(failed->problem))));
            else
                then(Result<Answer>(std::get<Answer>(std::move(event))));
        };
    }
    /// The answer may still come.
    [[nodiscard]] bool isPending(RequestId id) const;
    void cancel(RequestId id);

    /// What events are heard of; null: of none, because none was prepared or the last one was left.
    [[nodiscard]] RunId run() const { return m_run; }
    /// No more is heard of the present run.
    void leaveRun() { enter({}); }

    /// Delivers until done() holds; false where interrupted() did first (asked some times a second).
    [[nodiscard]] bool waitUntil(const std::function<bool()>& done,
                                 const std::function<bool()>& interrupted = {});
    /// Asks, and waits for the answer.
    template<class Asked>
    [[nodiscard]] Result<AnswerTo<Asked>> await(Asked request,
                                                const std::function<bool()>& interrupted = {}) {
        std::optional<Result<AnswerTo<Asked>>> answer;
        const RequestId id = ask(std::move(request), [&](auto result) { answer = std::move(result); });
        if (waitUntil([&] { return answer || !isPending(id); }, interrupted) && answer)
            return *std::move(answer);
        cancel(id);
        return fail(ProblemKind::Request, "Interrupted.");
    }

    void requestStop() { m_link->requestStop(); }
    [[nodiscard]] bool hasStopped() const { return m_link->hasStopped(); }

private:
    struct Pending {
        std::size_t answer = 0; ///< which event it is
        AnswerWanted wanted = AnswerWanted::OfThisRun;
        Handler handler; ///< none: it was cancelled
    };

    void enter(RunId run);
    void hear(const EventEnvelope& envelope);
    void deliver();
    void receive(EventEnvelope envelope);

    Listener m_listener;
    PostToClient m_toClient;
    std::uint64_t m_requests = 0;
    RunId m_run;
    std::map<RequestId, Pending> m_pending;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<EventEnvelope> m_mail;    ///< on its way from the link's thread
    std::unique_ptr<SessionLink> m_link; ///< last: ends before what its listener uses
};

} // namespace protomind
