// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/session_server.h"

#include "engine/base/pulse.h"
#include "studio/session/session.h"
#include "studio/session/wire.h"

#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace protomind {

namespace {

/// How long a session whose client is gone has time to end.
constexpr std::chrono::milliseconds kTimeToEnd{500};
constexpr std::chrono::hours kLongWait{1};

constexpr std::size_t kBeatBytes = 2 + sizeof(std::uint64_t);

/// Tells again and again that the process is there.
class Heart {
public:
    Heart(MessageStream& stream, const Session& session)
        : m_thread([&stream, &session, this](const std::stop_token& stop) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            while (!stop.stop_requested()) {
                const Beat beat{session.isWorking(), longCallUnderWay(), pulses()};
                if (!stream.send(MessageKind::Heartbeat, toBytes(beat)))
                    return;
                m_wait.wait_for(lock, stop, kBeatInterval, [] { return false; });
            }
        }) {}

private:
    std::condition_variable_any m_wait;
    std::jthread m_thread;
};

/// Ends the process where the session does not end.
void endSoon(Session& session) {
    session.requestStop();
    const auto until = std::chrono::steady_clock::now() + kTimeToEnd;
    while (!session.hasStopped()) {
        if (std::chrono::steady_clock::now() >= until)
            std::_Exit(EXIT_SUCCESS);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

} // namespace

bool asksToServe(int argc, char** argv) {
    return argc == 2 && std::strcmp(argv[1], kServeArgument) == 0;
}

std::vector<std::byte> toBytes(const Beat& beat) {
    std::vector<std::byte> bytes(kBeatBytes);
    bytes[0] = std::byte(beat.working);
    bytes[1] = std::byte(beat.longCall);
    std::memcpy(bytes.data() + 2, &beat.pulses, sizeof beat.pulses);
    return bytes;
}

std::optional<Beat> beatFromBytes(std::span<const std::byte> bytes) {
    if (bytes.size() != kBeatBytes)
        return std::nullopt;
    Beat beat{.working = bytes[0] != std::byte(0), .longCall = bytes[1] != std::byte(0)};
    std::memcpy(&beat.pulses, bytes.data() + 2, sizeof beat.pulses);
    return beat;
}

int serveSession(FileDescriptor socket) {
    MessageStream stream(std::move(socket));
    Session session([&stream](const EventEnvelope& event) {
        // Where nobody hears it the loop below ends.
        static_cast<void>(stream.send(MessageKind::FromSession, sendableBytes(event)));
    });
    int status = EXIT_SUCCESS;
    {
        const Heart heart(stream, session);
        for (Message message;;) {
            const auto heard = stream.receive(message, kLongWait);
            if (heard == MessageStream::Heard::Nothing)
                continue;
            if (heard == MessageStream::Heard::End)
                break;
            auto request = message.kind == MessageKind::ToSession ? requestFromBytes(message.bytes)
                                                                  : fail(ProblemKind::Input, "No request.");
            if (!request) {
                status = EXIT_FAILURE;
                break;
            }
            session.post(std::move(*request));
        }
        stream.shutDown();
    }
    endSoon(session);
    return status;
}

} // namespace protomind
