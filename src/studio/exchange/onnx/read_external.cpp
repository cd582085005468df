// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_graph.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind::onnxread {

namespace {

class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path)
        : m_file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)) {}
    ~OpenFile() {
        if (m_file >= 0)
            ::close(m_file);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int descriptor() const { return m_file; }

private:
    int m_file;
};

bool mayLieBeside(const std::filesystem::path& model, const std::string& location) {
    const std::string whole = model.filename().string();
    const std::string stem = model.stem().string();
    return location == whole + ".data" || location == whole + "_data" || location == stem + ".data";
}

} // namespace

std::string externalBytes(const std::filesystem::path& model, const std::string& location,
                          std::int64_t offset, std::int64_t length) {
    if (!mayLieBeside(model, location))
        refuse(
            sentence(
                "Its numbers lie in another file, {:s}. Only a file beside it that is called as itself, with "
                ".data behind, is read.",
                location),
            {}, "Write it again as a single file, in PyTorch with external_data=False.");
    const std::filesystem::path path = model.parent_path() / location;
    const OpenFile file(path);
    struct stat facts {};
    if (file.descriptor() < 0 || ::fstat(file.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode) ||
        facts.st_nlink != 1)
        refuse(sentence(
            "Its numbers lie in the file {:s} beside it, which can't be read: it is missing, a link, or no "
            "plain file.",
            location));
    if (facts.st_size > kMaxModelFileBytes)
        refuse(
            sentence("The file {:s} beside it is larger than {} MiB.", location, kMaxModelFileBytes >> 20));
    if (offset < 0 || length < 0 || length > facts.st_size || offset > facts.st_size - length)
        refuse(sentence(
            "The file {:s} beside it is cut off: it has {} bytes, and {} from place {} are asked for.",
            location, static_cast<std::int64_t>(facts.st_size), length, offset));
    std::string bytes(static_cast<std::size_t>(length), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(file.descriptor(), bytes.data() + done, bytes.size() - done,
                                    offset + static_cast<std::int64_t>(done));
        if (got <= 0)
            refuse(sentence("The file {:s} beside it can't be read to its end.", location));
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

} // namespace protomind::onnxread
