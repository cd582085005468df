// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <cstddef>
#include <span>
#include <vector>

/// Requests and events as bytes, for a session in another process of the same version. Nothing in the bytes
/// is believed and nothing in them can run: every size is held against what is left of them before memory is
/// taken, every word of a list against the list, and the network is put together anew.
namespace protomind {

/// Of one message: the largest checkpoint there may be has its place in it.
inline constexpr std::uint64_t kMostWireBytes = std::uint64_t{4} << 30;
/// Of one text in it.
inline constexpr std::uint64_t kMostWireText = std::uint64_t{16} << 20;

[[nodiscard]] std::vector<std::byte> toBytes(const RequestEnvelope& envelope);
[[nodiscard]] std::vector<std::byte> toBytes(const EventEnvelope& envelope);

/// Fail where the bytes are not those of one whole message of this version.
[[nodiscard]] Result<RequestEnvelope> requestFromBytes(std::span<const std::byte> bytes);
[[nodiscard]] Result<EventEnvelope> eventFromBytes(std::span<const std::byte> bytes);

} // namespace protomind
