// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/file_descriptor.h"
#include "studio/session/process/message_stream.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace protomind {

/// The argument that makes a program such a server, and the number of the socket that it finds open.
inline constexpr const char* kServeArgument = "--serve-session";
inline constexpr int kServeDescriptor = 3;

[[nodiscard]] bool asksToServe(int argc, char** argv);

/// How often a server tells that it is there.
inline constexpr std::chrono::milliseconds kBeatInterval{100};

/// What it tells then: whether it works, and whether it comes on with it.
struct Beat {
    bool working = false;
    bool longCall = false; ///< see LongCall
    std::uint64_t pulses = 0;
    bool operator==(const Beat&) const = default;
};
[[nodiscard]] std::vector<std::byte> toBytes(const Beat& beat);
[[nodiscard]] std::optional<Beat> beatFromBytes(std::span<const std::byte> bytes);

/// Answers requests that come over a socket with a session of its own, until the other side is gone: then it
/// ends the process where the session's work does not end by itself soon. Gives the process's exit status.
[[nodiscard]] int serveSession(FileDescriptor socket);

} // namespace protomind
