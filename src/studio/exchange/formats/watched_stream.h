// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <streambuf>
#include <string>

namespace protomind {

/// Told how many bytes were written so far; false: nothing more is wanted, and the stream fails.
using WriteWatch = std::function<bool(std::int64_t bytes)>;

/// Counts what is written on its way, and can be stopped: asked at the first byte, and then each time that a
/// mebibyte more is written.
class WatchedBuffer : public std::streambuf {
public:
    /// target: null to count alone. written: counted on, so that several files are told of together.
    WatchedBuffer(std::streambuf* target, std::int64_t& written, const WriteWatch& watch)
        : m_target(target)
        , m_written(written)
        , m_watch(watch) {}

    /// Whether it was stopped.
    [[nodiscard]] bool stopped() const { return m_stopped; }
    /// Keeps the first bytes as well.
    void keepStart(std::size_t bytes) { m_keep = bytes; }
    [[nodiscard]] const std::string& start() const { return m_start; }

protected:
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int_type overflow(int_type character) override;
    int sync() override { return m_target == nullptr ? 0 : m_target->pubsync(); }

private:
    std::streambuf* m_target;
    std::int64_t& m_written;
    const WriteWatch& m_watch;
    std::string m_start;
    std::size_t m_keep = 0;
    std::int64_t m_nextAsk = 0; ///< the first time at once
    bool m_stopped = false;
};

} // namespace protomind
