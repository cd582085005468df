// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/child/run_reader.h"

#include "studio/exchange/limits.h"
#include "studio/exchange/sandbox/answer/problem_text.h"
#include "studio/exchange/sandbox/child/confine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <new>
#include <ostream>
#include <streambuf>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind {

namespace {

/// Writes to an open file at once; or counts alone, where there is none.
class DescriptorBuffer final : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor)
        : m_descriptor(descriptor) {}
    [[nodiscard]] std::uint64_t count() const { return m_count; }

protected:
    std::streamsize xsputn(const char* bytes, std::streamsize size) override {
        for (std::streamsize done = 0; m_descriptor >= 0 && done < size;) {
            const auto count = ::write(m_descriptor, bytes + done, static_cast<std::size_t>(size - done));
            if (count < 0 && errno != EINTR)
                return done;
            done += std::max<std::streamsize>(count, 0);
        }
        m_count += static_cast<std::uint64_t>(size);
        return size;
    }
    int_type overflow(int_type value) override {
        const char byte = traits_type::to_char_type(value);
        return xsputn(&byte, 1) == 1 ? value : traits_type::eof();
    }

private:
    int m_descriptor;
    std::uint64_t m_count = 0;
};

/// The file that is read, as it lies in the system's memory: no copy of it is made.
Result<std::string_view> standardInput() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ProblemKind::Input, "This is no file.");
    if (status.st_size > kMaxModelFileBytes)
        return fail(ProblemKind::Memory,
                    sentence("The file is larger than {} MiB.", kMaxModelFileBytes >> 20));
    if (status.st_size == 0)
        return std::string_view();
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (start == MAP_FAILED)
        return fail(ProblemKind::Memory, "There is not enough memory to read this file.");
    return std::string_view(static_cast<const char*>(start), size);
}

/// What libraries would otherwise look up in a file, when they first turn a date into a time.
void knowTheTimeZone() {
    ::setenv("TZ", "UTC0", 1);
    ::tzset();
}

Result<ReaderAnswer> answerOf(const ReaderParser& parser) {
    const auto bytes = standardInput();
    if (!bytes)
        return std::unexpected(bytes.error());
    knowTheTimeZone();
    if (auto confined = confine(kReaderMemoryBytes, kReaderSeconds); !confined)
        return std::unexpected(confined.error());
    try {
        return parser.parse(*bytes);
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "Reading this file takes more memory than a file may.");
    } catch (const std::exception&) {
        return fail(ProblemKind::Input, "This file is damaged: reading it failed.");
    }
}

bool writeAnswer(const std::map<std::string, Tensor>& tensors,
                 const std::map<std::string, std::string>& metadata) {
    DescriptorBuffer counter(-1);
    std::ostream counted(&counter);
    if (!writeSafetensors(counted, tensors, metadata))
        return false;
    DescriptorBuffer output(STDOUT_FILENO);
    std::ostream stream(&output);
    const auto length = std::bit_cast<std::array<char, 8>>(counter.count());
    stream.write(length.data(), length.size());
    return writeSafetensors(stream, tensors, metadata) && stream.good();
}

} // namespace

void runReader(std::span<const ReaderParser> parsers, std::string_view name) {
    const auto parser = std::ranges::find(parsers, name, &ReaderParser::name);
    if (parser == parsers.end())
        ::_exit(kUnknownParser);
    bool written = false;
    try {
        const auto answer = answerOf(*parser);
        written = answer ? writeAnswer(answer->tensors, answer->metadata)
                         : writeAnswer({}, {{kProblemKey, problemText(answer.error())}});
    } catch (const std::exception&) {
        written = false;
    }
    // No destructor has anything to do any more.
    ::_exit(written ? 0 : 1);
}

} // namespace protomind
