// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/wire.h"

#include "studio/session/wire_archive.h"

namespace protomind {

namespace {

/// What a message begins with: whose it is, and in which form. Grows with every change of a member.
constexpr std::uint32_t kRequestMark = 0x51524D50; // "PMRQ"
constexpr std::uint32_t kEventMark = 0x56454D50;   // "PMEV"
constexpr std::uint32_t kWireVersion = 8;

template<class Envelope>
std::vector<std::byte> written(const Envelope& envelope, std::uint32_t mark) {
    WireWriter writer;
    writer.put(mark);
    writer.put(kWireVersion);
    writer.put(envelope);
    return writer.take();
}

template<class Envelope>
Result<Envelope> read(std::span<const std::byte> bytes, std::uint32_t wantedMark) {
    Envelope envelope;
    WireReader reader(bytes);
    std::uint32_t mark = 0;
    std::uint32_t version = 0;
    reader.get(mark);
    reader.get(version);
    if (bytes.size() > kMostWireBytes || mark != wantedMark || version != kWireVersion)
        reader.damaged();
    reader.get(envelope);
    if (reader.isDamaged() || !reader.atEnd())
        return fail(ProblemKind::Input, "A message between the program and its session is damaged.");
    return envelope;
}

} // namespace

std::vector<std::byte> toBytes(const RequestEnvelope& envelope) {
    return written(envelope, kRequestMark);
}

std::vector<std::byte> toBytes(const EventEnvelope& envelope) {
    return written(envelope, kEventMark);
}

Result<RequestEnvelope> requestFromBytes(std::span<const std::byte> bytes) {
    return read<RequestEnvelope>(bytes, kRequestMark);
}

Result<EventEnvelope> eventFromBytes(std::span<const std::byte> bytes) {
    return read<EventEnvelope>(bytes, kEventMark);
}

} // namespace protomind
