// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/start_record.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <fstream>
#include <random>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace protomind {

namespace {

constexpr const char* kCountFile = "crashes";
constexpr const char* kNotePrefix = "start-";

/// Makes the notes of those that nobody holds go, and tells how many there were.
int clearNotesOfTheDead(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> notes;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().filename().string().starts_with(kNotePrefix))
            notes.push_back(entry->path());
    int dead = 0;
    for (const std::filesystem::path& note : notes) {
        const int descriptor = ::open(note.c_str(), O_RDWR | O_CLOEXEC);
        if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            dead += ::unlink(note.c_str()) == 0 ? 1 : 0;
        if (descriptor >= 0)
            ::close(descriptor);
    }
    return dead;
}

} // namespace

StartRecord::StartRecord(const std::filesystem::path& stateDirectory)
    : m_folder(stateDirectory / "starts") {
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    // One start at a time.
    const int folder = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    if (::flock(folder, LOCK_EX) == 0 && clearNotesOfTheDead(m_folder) > 0) {
        // Several windows that went down together are one crash.
        std::ifstream(m_folder / kCountFile) >> m_crashes;
        m_crashes = m_crashes < 0 ? 1 : m_crashes + 1;
        std::ofstream(m_folder / kCountFile) << m_crashes << '\n';
    }
    std::random_device random;
    const std::filesystem::path note = m_folder / fmt::format("{}{:08x}", kNotePrefix, random());
    m_lock = ::open(note.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (m_lock >= 0 && ::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        m_note = note;
    else
        ::unlink(note.c_str()); // A note without a lock would be a crash in the eyes of the next start.
    ::close(folder);
}

StartRecord::~StartRecord() {
    if (m_lock >= 0)
        ::close(m_lock);
}

void StartRecord::end() {
    if (m_note.empty())
        return;
    std::error_code error;
    std::filesystem::remove(m_folder / kCountFile, error);
    std::filesystem::remove(m_note, error);
    m_note.clear();
}

} // namespace protomind
