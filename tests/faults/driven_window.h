// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "patience.h"

namespace protomind {

/// The real program with its window, on no display, moved by lines that hand/hand_plugin.cpp reads. Its home
/// and its state lie in a folder.
class DrivenWindow {
public:
    /// words: what to start; the program itself, or something that starts it.
    DrivenWindow(const std::vector<std::string>& words, const std::filesystem::path& folder);
    DrivenWindow(const DrivenWindow&) = delete;
    DrivenWindow& operator=(const DrivenWindow&) = delete;
    /// Ends the program, in no good way.
    ~DrivenWindow();

    /// True once it is done; false where the program has ended, or nothing comes of it for a long time.
    [[nodiscard]] bool does(const std::string& line);
    /// Has something done while the program stands still in the middle of whatever it does.
    void whileFrozen(const std::function<void()>& look);
    /// SIGKILL, and waits for the end.
    void kill();
    /// Whether SIGKILL has ended it, sent by somebody else. False where it ended in another way, or not at
    /// all for so long; in that case it is killed now.
    [[nodiscard]] bool wasKilled(int patienceMilliseconds = kPatienceMilliseconds);

private:
    void waitForEnd();

    pid_t m_program = -1;
    int m_input = -1;  ///< of the program
    int m_output = -1; ///< of the program
};

} // namespace protomind
