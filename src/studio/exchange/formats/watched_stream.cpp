// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/watched_stream.h"

#include <algorithm>

namespace protomind {

namespace {

/// So much is written between two questions whether to go on.
constexpr std::streamsize kAskedEvery = std::streamsize{1} << 20;

} // namespace

std::streamsize WatchedBuffer::xsputn(const char* bytes, std::streamsize count) {
    if (m_start.size() < m_keep)
        m_start.append(bytes, std::min(static_cast<std::size_t>(count), m_keep - m_start.size()));
    std::streamsize done = 0;
    while (done < count) {
        if (!m_stopped && m_written >= m_nextAsk) {
            m_stopped = m_watch && !m_watch(m_written);
            m_nextAsk = m_written + kAskedEvery;
        }
        if (m_stopped)
            return done;
        const std::streamsize part = std::min(count - done, kAskedEvery);
        const std::streamsize taken = m_target == nullptr ? part : m_target->sputn(bytes + done, part);
        done += taken;
        m_written += taken;
        if (taken < part)
            return done;
    }
    return done;
}

WatchedBuffer::int_type WatchedBuffer::overflow(int_type character) {
    if (traits_type::eq_int_type(character, traits_type::eof()))
        return traits_type::not_eof(character);
    const char byte = traits_type::to_char_type(character);
    return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

} // namespace protomind
