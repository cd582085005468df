// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/model_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind {

namespace {

std::unexpected<Problem> unreadable(int error, const std::filesystem::path& path) {
    const Sentence where = Sentence::name(path.string());
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fail(ProblemKind::Input, "There is no such file.", where);
    case EACCES:
    case EPERM:
        return fail(ProblemKind::Input, "You may not read this file.", where);
    default:
        return fail(ProblemKind::Input, sentence("The file can't be read ({:s}).", std::strerror(error)),
                    where);
    }
}

/// Reads until the buffer is full or the file ends; how many bytes it was, or -1.
std::int64_t readFully(int descriptor, char* buffer, std::int64_t size) {
    std::int64_t done = 0;
    while (done < size) {
        const auto count = ::read(descriptor, buffer + done, static_cast<std::size_t>(size - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

} // namespace

OpenModelFile::~OpenModelFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<OpenModelFile> openModelFile(const std::filesystem::path& path, std::int64_t most) {
    // Without O_NONBLOCK the opening of a pipe would wait for somebody who writes to it.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return unreadable(errno, path);
    struct stat status {};
    const int error = ::fstat(descriptor, &status) != 0 ? errno : 0;
    OpenModelFile file(descriptor, status.st_size);
    if (error != 0)
        return unreadable(error, path);
    if (!S_ISREG(status.st_mode))
        return fail(ProblemKind::Input, "This is no file.", Sentence::name(path.string()));
    if (status.st_size > most)
        return fail(ProblemKind::Memory, sentence("The file is larger than {} MiB.", most >> 20),
                    Sentence::name(path.string()));
    return file;
}

Result<std::string> readModelFile(const std::filesystem::path& path, std::int64_t most) {
    const auto file = openModelFile(path, most);
    if (!file)
        return std::unexpected(file.error());
    std::string bytes;
    std::int64_t done = 0;
    bytes.resize_and_overwrite(static_cast<std::size_t>(file->size()), [&](char* buffer, std::size_t size) {
        done = readFully(file->descriptor(), buffer, static_cast<std::int64_t>(size));
        return done < 0 ? 0 : static_cast<std::size_t>(done);
    });
    if (done < 0)
        return unreadable(errno, path);
    if (done < file->size())
        return fail(ProblemKind::Input, "The file became shorter while it was read.",
                    Sentence::name(path.string()));
    return bytes;
}

} // namespace protomind
