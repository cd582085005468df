// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace protomind {

/// Notes that the program has started, and, once end() is called, that it ended as it should: so that the
/// next start knows how often in a row it did not. The note is locked as long as this lives; it belongs to
/// nobody after a crash. Where nothing can be written there are no crashes that it knows of.
class StartRecord {
public:
    /// From this many crashes in a row on, a start is careful: on the processor, and nothing opened by
    /// itself.
    static constexpr int kCrashesForSafeMode = 2;

    explicit StartRecord(const std::filesystem::path& stateDirectory);
    StartRecord(const StartRecord&) = delete;
    StartRecord& operator=(const StartRecord&) = delete;
    ~StartRecord();

    /// Before this start, without a good end in between.
    [[nodiscard]] int crashesInARow() const { return m_crashes; }
    [[nodiscard]] bool isSafeMode() const { return m_crashes >= kCrashesForSafeMode; }

    /// The program ends as it should: the row of crashes is over.
    void end();

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_note; ///< empty where none could be written
    int m_lock = -1;
    int m_crashes = 0;
};

} // namespace protomind
