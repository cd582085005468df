// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/message_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

namespace protomind {

namespace {

/// Memory is taken for so much more than has come.
constexpr std::uint64_t kReadAhead = std::uint64_t{4} << 20;

bool sendAll(int socket, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

Result<void> checkMessageSize(std::uint64_t bytes, std::uint64_t most) {
    if (bytes <= most)
        return {};
    constexpr double kMegabyte = 1e6;
    return fail(
        ProblemKind::Memory,
        sentence("This takes {:.0f} MB, and {:.0f} MB at most can be sent between the program and the "
                 "process of its device.",
                 static_cast<double>(bytes) / kMegabyte, static_cast<double>(most) / kMegabyte),
        {}, "Train on the CPU, or make the layers smaller.");
}

std::vector<std::byte> sendableBytes(const EventEnvelope& event, std::uint64_t most) {
    std::vector<std::byte> bytes = toBytes(event);
    if (auto fits = checkMessageSize(bytes.size(), most); !fits)
        return toBytes(
            EventEnvelope{.answers = event.answers, .run = event.run, .event = Failed{fits.error()}});
    return bytes;
}

bool MessageStream::send(MessageKind kind, std::span<const std::byte> bytes) {
    std::array<std::byte, kHeaderBytes> head{};
    const auto number = static_cast<std::uint32_t>(kind);
    const auto size = static_cast<std::uint64_t>(bytes.size());
    std::memcpy(head.data(), &number, sizeof number);
    std::memcpy(head.data() + sizeof number, &size, sizeof size);
    const std::scoped_lock lock(m_sending);
    return sendAll(m_socket.get(), head) && sendAll(m_socket.get(), bytes);
}

MessageStream::Heard MessageStream::fill(std::vector<std::byte>& bytes, std::size_t& filled,
                                         std::uint64_t size) {
    while (filled < size) {
        if (filled == bytes.size())
            bytes.resize(filled + static_cast<std::size_t>(std::min(size - filled, kReadAhead)));
        const ssize_t got =
            ::recv(m_socket.get(), bytes.data() + filled, bytes.size() - filled, MSG_DONTWAIT);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return Heard::Nothing;
        if (got <= 0)
            return Heard::End;
        filled += static_cast<std::size_t>(got);
    }
    return Heard::Message;
}

MessageStream::Heard MessageStream::readOn() {
    if (const Heard heard = fill(m_head, m_headFilled, kHeaderBytes); heard != Heard::Message)
        return heard;
    std::uint64_t size = 0;
    std::memcpy(&size, m_head.data() + sizeof(std::uint32_t), sizeof size);
    return size > kMostWireBytes ? Heard::End : fill(m_bytes, m_filled, size);
}

MessageStream::Heard MessageStream::receive(Message& message, std::chrono::milliseconds wait) {
    const auto until = std::chrono::steady_clock::now() + wait;
    for (;;) {
        const Heard heard = readOn();
        if (heard == Heard::Message) {
            std::uint32_t kind = 0;
            std::memcpy(&kind, m_head.data(), sizeof kind);
            message = {static_cast<MessageKind>(kind), std::exchange(m_bytes, {})};
            m_headFilled = 0;
            m_filled = 0;
            return heard;
        }
        if (heard == Heard::End)
            return heard;
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0)
            return Heard::Nothing;
        pollfd waiting{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        static_cast<void>(::poll(&waiting, 1, static_cast<int>(left)));
    }
}

void MessageStream::shutDown() {
    ::shutdown(m_socket.get(), SHUT_RDWR);
}

} // namespace protomind
