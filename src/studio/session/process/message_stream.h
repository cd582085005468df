// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/file_descriptor.h"
#include "engine/base/problem.h"
#include "studio/session/wire.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace protomind {

/// What goes between a session in a process of its own and those who watch it.
enum class MessageKind : std::uint32_t { ToSession = 1, FromSession = 2, Heartbeat = 3 };

struct Message {
    MessageKind kind = MessageKind::Heartbeat;
    std::vector<std::byte> bytes;
};

/// Fails, with a sentence for who waits for it, where a message of so many bytes is more than the other side
/// takes: who sends it all the same loses the stream.
[[nodiscard]] Result<void> checkMessageSize(std::uint64_t bytes, std::uint64_t most = kMostWireBytes);
/// An event as bytes; where they are too many, a Failed in its place.
[[nodiscard]] std::vector<std::byte> sendableBytes(const EventEnvelope& event,
                                                   std::uint64_t most = kMostWireBytes);

/// Whole messages over a stream socket (a kind, a size, the bytes), each side's of the same machine. Nothing
/// is believed: memory is taken as bytes arrive, and a size beyond kMostWireBytes ends the stream.
class MessageStream {
public:
    explicit MessageStream(FileDescriptor socket)
        : m_socket(std::move(socket)) {}

    /// Waits until the other side has room. False where it is gone. From any thread, each message whole.
    bool send(MessageKind kind, std::span<const std::byte> bytes);

    enum class Heard {
        Message,
        Nothing, ///< as long as was waited
        End,     ///< the other side is gone, or says nonsense
    };
    /// The next message; by one thread.
    [[nodiscard]] Heard receive(Message& message, std::chrono::milliseconds wait);

    /// Ends both directions: whoever waits in the others returns.
    void shutDown();

private:
    static constexpr std::size_t kHeaderBytes = sizeof(std::uint32_t) + sizeof(std::uint64_t);

    /// Fills what is there of the message that is coming.
    [[nodiscard]] Heard readOn();
    /// Into bytes from filled on, at most until it has so many.
    [[nodiscard]] Heard fill(std::vector<std::byte>& bytes, std::size_t& filled, std::uint64_t size);

    FileDescriptor m_socket;
    std::mutex m_sending;
    std::vector<std::byte> m_head; ///< of the message that is coming
    std::size_t m_headFilled = 0;
    std::vector<std::byte> m_bytes; ///< of it, with room for some that have not come
    std::size_t m_filled = 0;
};

} // namespace protomind
