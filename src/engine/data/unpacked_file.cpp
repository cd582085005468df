// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/unpacked_file.h"

#include "engine/data/limits.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace protomind {
namespace {

constexpr std::size_t kInputBytes = 64 * 1024;
constexpr std::uint8_t kGzipMagic[] = {0x1f, 0x8b};

bool beginsLikeGzip(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= 2 && bytes[0] == kGzipMagic[0] && bytes[1] == kGzipMagic[1];
}

} // namespace

/// zlib's state. It points to itself, so it stays where it was made.
struct UnpackedFile::Inflater {
    z_stream stream{};

    Inflater() {
        constexpr int kGzipOnly = 16;
        if (inflateInit2(&stream, MAX_WBITS + kGzipOnly) != Z_OK)
            throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

UnpackedFile::UnpackedFile(std::string path, std::uint64_t fileSize)
    : m_path(std::move(path))
    , m_fileSize(fileSize)
    , m_file(m_path, std::ios::binary)
    , m_input(kInputBytes) {}

UnpackedFile::UnpackedFile(UnpackedFile&&) noexcept = default;
UnpackedFile::~UnpackedFile() = default;

Result<UnpackedFile> UnpackedFile::open(const std::filesystem::path& path) {
    std::error_code error;
    // Asked before opening: a pipe or a device would keep the program waiting.
    if (!std::filesystem::is_regular_file(path, error))
        return fail(ProblemKind::Input, "There is no such file.", path.string());
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, sentence("The file's size can't be found: {}.", error.message()),
                    path.string());
    if (size > kMaxIdxFileBytes)
        return fail(ProblemKind::Input, sentence("The file is larger than {} MiB.", kMaxIdxFileBytes >> 20),
                    path.string());
    UnpackedFile file(path.string(), size);
    if (!file.m_file)
        return fail(ProblemKind::Input, "The file can't be opened for reading.", path.string());
    file.readInput();
    if (beginsLikeGzip(file.m_unused))
        file.m_inflater = std::make_unique<Inflater>();
    return file;
}

std::uint64_t UnpackedFile::largestSize() const {
    return m_inflater ? m_fileSize * kMaxDeflateRatio : m_fileSize;
}

void UnpackedFile::readInput() {
    // What is left moves to the front, so that a header on the seam between two blocks is seen whole.
    std::ranges::copy(m_unused, m_input.begin());
    const std::size_t kept = m_unused.size();
    m_file.read(reinterpret_cast<char*>(m_input.data() + kept),
                static_cast<std::streamsize>(m_input.size() - kept));
    m_unused = std::span(m_input).first(kept + static_cast<std::size_t>(m_file.gcount()));
}

Result<std::size_t> UnpackedFile::read(std::span<std::uint8_t> bytes) {
    if (m_inflater)
        return readGzip(bytes);
    std::size_t done = 0;
    while (done < bytes.size()) {
        if (m_unused.empty())
            readInput();
        if (m_unused.empty())
            break;
        const std::size_t part = std::min(m_unused.size(), bytes.size() - done);
        std::ranges::copy(m_unused.first(part), bytes.begin() + static_cast<std::ptrdiff_t>(done));
        m_unused = m_unused.subspan(part);
        done += part;
    }
    if (m_file.bad())
        return fail(ProblemKind::Input, "The file can't be read to its end.", m_path);
    return done;
}

Result<void> UnpackedFile::readPadding() {
    std::size_t zeros = 0;
    while (!m_unused.empty()) {
        if (std::ranges::any_of(m_unused, [](std::uint8_t byte) { return byte != 0; }))
            return fail(ProblemKind::Input, "Something that is not gzip follows the compressed data.",
                        m_path);
        zeros += m_unused.size();
        if (zeros > kMaxGzipPadding)
            return fail(
                ProblemKind::Input,
                sentence("More than {} MiB of zeros follow the compressed data.", kMaxGzipPadding >> 20),
                m_path);
        m_unused = {};
        readInput();
    }
    if (m_file.bad())
        return fail(ProblemKind::Input, "The file can't be read to its end.", m_path);
    return {};
}

Result<std::size_t> UnpackedFile::readGzip(std::span<std::uint8_t> bytes) {
    z_stream& stream = m_inflater->stream;
    std::size_t done = 0;
    while (done < bytes.size() && !m_ended) {
        if (m_unused.empty())
            readInput();
        const auto part =
            static_cast<uInt>(std::min<std::size_t>(bytes.size() - done, std::numeric_limits<uInt>::max()));
        stream.next_in = m_unused.data();
        stream.avail_in = static_cast<uInt>(m_unused.size());
        stream.next_out = bytes.data() + done;
        stream.avail_out = part;
        const int state = inflate(&stream, Z_NO_FLUSH);
        m_unused = m_unused.last(stream.avail_in);
        done += part - stream.avail_out;

        if (state == Z_STREAM_END) {
            if (m_unused.size() < 2)
                readInput();
            if (beginsLikeGzip(m_unused)) {
                // Several gzip files one after another are one (RFC 1952, section 2.2).
                inflateReset(&stream);
            } else {
                if (auto padding = readPadding(); !padding)
                    return std::unexpected(padding.error());
                m_ended = true;
            }
        } else if (state == Z_MEM_ERROR) {
            throw std::bad_alloc();
        } else if (m_file.bad()) {
            return fail(ProblemKind::Input, "The file can't be read to its end.", m_path);
        } else if (state == Z_BUF_ERROR) {
            return fail(ProblemKind::Input, "The compressed file is cut off.", m_path,
                        "Fetch or copy it again.");
        } else if (state != Z_OK) {
            return fail(ProblemKind::Input,
                        Sentence::row({"The compressed file is damaged",
                                       Sentence::name(stream.msg ? fmt::format(" ({}).", stream.msg) : ".")},
                                      ""),
                        m_path, "Fetch or copy it again.");
        }
    }
    return done;
}

} // namespace protomind
