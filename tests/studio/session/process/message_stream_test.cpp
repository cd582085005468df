// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/message_stream.h"
#include "studio/session/wire.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <numeric>
#include <sys/socket.h>
#include <thread>

namespace protomind {
namespace {

using namespace std::chrono_literals;

std::array<FileDescriptor, 2> socketPair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw std::runtime_error("no sockets");
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

std::vector<std::byte> bytesOf(std::size_t count) {
    std::vector<std::byte> bytes(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = std::byte((i * 31 + count) & 0xFF);
    return bytes;
}

TEST(MessageStream, CarriesMessagesOfEverySizeInOrder) {
    auto [one, other] = socketPair();
    MessageStream from(std::move(one));
    MessageStream to(std::move(other));
    const std::vector<std::size_t> sizes{0, 1, 11, 12, 13, 4096, (4 << 20) - 1, 4 << 20, (9 << 20) + 7, 3};
    std::jthread sender([&] {
        for (const std::size_t size : sizes)
            ASSERT_TRUE(from.send(MessageKind::FromSession, bytesOf(size)));
        from.shutDown();
    });
    for (const std::size_t size : sizes) {
        Message message;
        ASSERT_EQ(to.receive(message, 1min), MessageStream::Heard::Message);
        EXPECT_EQ(message.kind, MessageKind::FromSession);
        EXPECT_EQ(message.bytes, bytesOf(size));
    }
    Message message;
    EXPECT_EQ(to.receive(message, 1min), MessageStream::Heard::End);
}

TEST(MessageStream, MessagesOfSeveralThreadsStayWhole) {
    auto [one, other] = socketPair();
    MessageStream from(std::move(one));
    MessageStream to(std::move(other));
    constexpr int kEach = 50;
    {
        std::vector<std::jthread> senders;
        for (std::size_t thread = 1; thread <= 3; ++thread)
            senders.emplace_back([&from, thread] {
                for (int i = 0; i < kEach; ++i)
                    static_cast<void>(from.send(MessageKind::Heartbeat, bytesOf(thread * 10'000)));
            });
        for (int i = 0; i < 3 * kEach; ++i) {
            Message message;
            ASSERT_EQ(to.receive(message, 1min), MessageStream::Heard::Message);
            EXPECT_EQ(message.bytes, bytesOf(message.bytes.size()));
        }
    }
}

TEST(MessageStream, WhatIsNotWholeIsNoMessageYet) {
    auto [one, other] = socketPair();
    const int raw = one.get();
    MessageStream to(std::move(other));
    const std::uint32_t kind = 2;
    const std::uint64_t size = 5;
    std::array<char, 17> bytes{};
    std::memcpy(bytes.data(), &kind, 4);
    std::memcpy(bytes.data() + 4, &size, 8);
    Message message;
    EXPECT_EQ(to.receive(message, 0ms), MessageStream::Heard::Nothing);
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        ASSERT_EQ(::send(raw, bytes.data() + i, 1, 0), 1);
        EXPECT_EQ(to.receive(message, 0ms), MessageStream::Heard::Nothing);
    }
    ASSERT_EQ(::send(raw, bytes.data() + 16, 1, 0), 1);
    EXPECT_EQ(to.receive(message, 1min), MessageStream::Heard::Message);
    EXPECT_EQ(message.bytes.size(), 5u);
}

TEST(MessageStream, ASizeBeyondAllMeasureEndsIt) {
    auto [one, other] = socketPair();
    MessageStream to(std::move(other));
    std::array<char, 12> head{};
    const std::uint64_t size = kMostWireBytes + 1;
    std::memcpy(head.data() + 4, &size, 8);
    ASSERT_EQ(::send(one.get(), head.data(), head.size(), 0), 12);
    Message message;
    EXPECT_EQ(to.receive(message, 1min), MessageStream::Heard::End);
}

TEST(MessageStream, WhatTheOtherSideDoesNotTakeIsKnownBeforeItIsSent) {
    EXPECT_TRUE(checkMessageSize(kMostWireBytes));
    const auto refused = checkMessageSize(kMostWireBytes + 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    EXPECT_NE(refused.error().sentence.find("4295 MB"), std::string::npos) << refused.error().sentence;
}

TEST(MessageStream, InPlaceOfAnEventThatIsTooLargeGoesAFailure) {
    const EventEnvelope large{
        .answers = {7}, .run = {3}, .event = Predicted{.outputs = HostArray(Shape{100'000}), .reading = {}}};
    EXPECT_EQ(sendableBytes(large), toBytes(large));
    const std::vector<std::byte> instead = sendableBytes(large, 10'000);
    EXPECT_LT(instead.size(), 10'000u);
    const auto event = eventFromBytes(instead);
    ASSERT_TRUE(event) << event.error().text();
    EXPECT_EQ(event->answers, large.answers);
    EXPECT_EQ(event->run, large.run);
    const auto* failed = std::get_if<Failed>(&event->event);
    ASSERT_NE(failed, nullptr);
    EXPECT_EQ(failed->problem.kind, ProblemKind::Memory);
    EXPECT_FALSE(failed->problem.sentence.empty());
}

TEST(MessageStream, WhoSendsToNobodyIsTold) {
    auto [one, other] = socketPair();
    MessageStream from(std::move(one));
    other = FileDescriptor();
    EXPECT_FALSE(from.send(MessageKind::FromSession, bytesOf(1 << 20)));
}

} // namespace
} // namespace protomind
