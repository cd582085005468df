// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/inner_file.h"

#include "engine/base/letter_case.h"
#include "studio/course/lesson_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind {

namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

std::unexpected<Problem> unreadable(Sentence sentence, Sentence remedy = {}) {
    return fail(ProblemKind::Input, std::move(sentence), {}, std::move(remedy));
}

/// How many bytes a letter that begins with this one takes; 0 where none begins so (RFC 3629).
std::size_t lengthOf(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool isLetterAt(std::string_view text, std::size_t at, std::size_t length) {
    if (length == 0 || at + length > text.size())
        return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return false;
    // Neither longer than needed, nor half of a pair of UTF-16, nor past the last letter.
    return !(byte(0) == 0xE0 && byte(1) < 0xA0) && !(byte(0) == 0xED && byte(1) > 0x9F) &&
           !(byte(0) == 0xF0 && byte(1) < 0x90) && !(byte(0) == 0xF4 && byte(1) > 0x8F);
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// The header of a PNG file (W3C PNG, 5.2 and 11.2.2): signature, length, "IHDR", width, height.
Result<void> checkPng(std::string_view bytes) {
    constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
    constexpr std::size_t kHeader = 24;
    if (bytes.size() < kHeader || !bytes.starts_with(kSignature) || bytes.substr(12, 4) != "IHDR")
        return unreadable("This is no PNG picture.", "Save it anew as PNG.");
    const std::uint32_t width = bigEndian(bytes, 16);
    const std::uint32_t height = bigEndian(bytes, 20);
    if (width == 0 || height == 0 || width > kMaxPictureSide || height > kMaxPictureSide)
        return unreadable(sentence("The picture is {} × {} pixels; at most {} each way are allowed.", width,
                                   height, kMaxPictureSide),
                          "Make it smaller.");
    return {};
}

Sentence sizeText(std::size_t bytes) {
    constexpr std::size_t kKib = 1024;
    return bytes >= kKib * kKib ? sentence("{} MiB", bytes / kKib / kKib) : sentence("{} KiB", bytes / kKib);
}

} // namespace

Result<void> checkInnerName(const std::string& name) {
    constexpr const char* kRemedy = "Put the file into the lesson's folder, and write its name alone.";
    if (name.empty())
        return unreadable("A file's name is empty.");
    if (name.find('\0') != std::string::npos || name.find('\\') != std::string::npos)
        return unreadable(sentence("\"{:s}\" can't be the name of a file of a lesson.", name), kRemedy);
    const fs::path path(name);
    const bool inside = path.is_relative() && std::ranges::none_of(path, [](const fs::path& part) {
                            return part == ".." || part == "." || part.empty();
                        });
    if (!inside)
        return unreadable(sentence("\"{:s}\" leads out of the lesson's folder.", name), kRemedy);
    return {};
}

Result<std::string> readInnerFile(const fs::path& folder, const std::string& name, std::size_t maxBytes) {
    if (auto checked = checkInnerName(name); !checked)
        return std::unexpected(checked.error());
    fs::path path = folder;
    for (const fs::path& part : fs::path(name)) {
        path /= part;
        std::error_code error;
        const fs::file_status status = fs::symlink_status(path, error);
        if (!fs::exists(status))
            return unreadable(sentence("There is no file \"{:s}\" in the lesson's folder.", name));
        if (fs::is_symlink(status))
            return unreadable(sentence("\"{:s}\" is a link to another place.", name),
                              "Put the file itself into the lesson's folder.");
    }
    // Without waiting: it could be a pipe.
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat facts {};
    if (file.number() < 0 || fstat(file.number(), &facts) != 0)
        return unreadable(sentence("\"{:s}\" can't be read.", name), "Check its permissions.");
    if (!S_ISREG(facts.st_mode))
        return unreadable(sentence("\"{:s}\" is not a file.", name));
    std::string content;
    std::string part(std::size_t{64} << 10, '\0');
    while (content.size() <= maxBytes) {
        const ssize_t count = ::read(file.number(), part.data(), part.size());
        if (count < 0)
            return unreadable(sentence("\"{:s}\" can't be read.", name));
        if (count == 0)
            return content;
        content.append(part, 0, static_cast<std::size_t>(count));
    }
    return unreadable(sentence("\"{:s}\" is larger than {}.", name, sizeText(maxBytes)), "Make it smaller.");
}

Result<std::string> readInnerText(const fs::path& folder, const std::string& name, std::size_t maxBytes) {
    auto content = readInnerFile(folder, name, maxBytes);
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (content && content->starts_with(kMark))
        content->erase(0, kMark.size());
    return content;
}

int lineOfBrokenUtf8(std::string_view text) {
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = lengthOf(static_cast<unsigned char>(text[at]));
        if (!isLetterAt(text, at, length))
            return line;
        line += text[at] == '\n' ? 1 : 0;
        at += length;
    }
    return 0;
}

Result<void> checkPicture(const fs::path& folder, const std::string& name) {
    const bool png = fileEnding(name) == ".png";
    if (!png && fileEnding(name) != ".svg") {
        if (auto inside = checkInnerName(name); !inside)
            return inside;
        return unreadable(sentence("\"{:s}\" is no picture that a lesson can show.", name),
                          "Save it as .svg or .png.");
    }
    const auto content = readInnerFile(folder, name, kMaxPictureBytes);
    if (!content)
        return std::unexpected(content.error());
    if (png)
        return checkPng(*content);
    if (content->find("<svg") == std::string::npos)
        return unreadable(sentence("\"{:s}\" is no SVG picture.", name), "Save it anew as SVG.");
    return {};
}

} // namespace protomind
