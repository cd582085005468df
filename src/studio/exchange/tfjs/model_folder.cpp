// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/tfjs/read_tfjs.h"
#include "studio/network/limits.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind {

namespace {

/// A file that is open as long as this lives.
class OpenFile {
public:
    explicit OpenFile(int number)
        : m_number(number) {}
    OpenFile(OpenFile&& other) noexcept
        : m_number(std::exchange(other.m_number, -1)) {}
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile() {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

struct Part {
    OpenFile file;
    std::string name;
    std::int64_t bytes;
};

/// Opens a file of a folder without following a link, and without waiting: it could be a pipe.
Result<Part> partOf(int folder, const std::string& name) {
    OpenFile file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.number() < 0 && errno == ELOOP)
        return fail(ProblemKind::Input, sentence("\"{:s}\" is a link to another place.", name), {},
                    "Put the file itself into the folder.");
    if (file.number() < 0)
        return fail(ProblemKind::Input, sentence("The file \"{:s}\" is not there, or can't be read.", name),
                    {}, "All files of the network belong into one folder.");
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(ProblemKind::Input, sentence("\"{:s}\" is not a file.", name));
    return Part{std::move(file), name, facts.st_size};
}

Result<void> appendPart(const Part& part, std::string& bytes) {
    const std::size_t begin = bytes.size();
    const std::size_t end = begin + static_cast<std::size_t>(part.bytes);
    bytes.resize(end);
    for (std::size_t at = begin; at < end;) {
        const ssize_t count = ::read(part.file.number(), bytes.data() + at, end - at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(ProblemKind::Input, sentence("\"{:s}\" can't be read to its end.", part.name));
        at += static_cast<std::size_t>(count);
    }
    return {};
}

/// Sizes are compared before memory is taken.
Result<std::string> bytesOfGroup(int folder, const ManifestGroup& group) {
    std::vector<Part> parts;
    std::int64_t total = 0;
    for (const std::string& name : group.paths) {
        auto part = partOf(folder, name);
        if (!part)
            return std::unexpected(part.error());
        if (part->bytes > group.bytes - total)
            return fail(
                ProblemKind::Input,
                sentence("The weights files hold more than the {} bytes of the manifest.", group.bytes));
        total += part->bytes;
        parts.push_back(std::move(*part));
    }
    if (total != group.bytes)
        return fail(
            ProblemKind::Input,
            sentence("The weights files hold {} bytes; the manifest speaks of {}.", total, group.bytes), {},
            "A file may have been copied in part only.");
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(total));
    for (const Part& part : parts)
        if (auto appended = appendPart(part, bytes); !appended)
            return std::unexpected(appended.error());
    return bytes;
}

} // namespace

Result<ImportedNetwork> readTfjs(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path model =
        std::filesystem::is_directory(path, error) ? path / "model.json" : path;
    const std::filesystem::path parent = model.parent_path();
    const OpenFile folder(::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0)
        return fail(ProblemKind::Input, "The folder can't be read.");
    const auto part = partOf(folder.number(), model.filename().string());
    if (!part)
        return std::unexpected(part.error());
    if (part->bytes > static_cast<std::int64_t>(kMaxNetworkBytes))
        return fail(ProblemKind::Memory,
                    sentence("model.json is larger than {} MiB.", kMaxNetworkBytes >> 20));
    std::string text;
    if (auto read = appendPart(*part, text); !read)
        return std::unexpected(read.error());
    return networkOfTfjs(
        text, [&folder](const ManifestGroup& group) { return bytesOfGroup(folder.number(), group); });
}

} // namespace protomind
