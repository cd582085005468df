// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_text.h"

#include "engine/base/letter_case.h"
#include "engine/data/limits.h"

#include <array>
#include <fstream>
#include <new>

namespace protomind {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing (Unicode's table CP1252.TXT).
constexpr std::array<char32_t, 32> kWindowsLetters = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr char32_t kReplacement = 0xFFFD;

void appendUtf8(std::string& text, char32_t letter) {
    const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0 | letter >> 6);
        byte(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        byte(0xE0 | letter >> 12);
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    } else {
        byte(0xF0 | letter >> 18);
        byte(0x80 | (letter >> 12 & 0x3F));
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    }
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t letter = unit(i);
        if (letter >= 0xD800 && letter < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 &&
            unit(i + 2) < 0xE000) {
            letter = 0x10000 + ((letter - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (letter >= 0xD800 && letter < 0xE000) {
            letter = kReplacement;
        }
        appendUtf8(text, letter);
    }
    return text;
}

std::string fromWindows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t letter = byte >= 0x80 && byte < 0xA0 ? kWindowsLetters[byte - 0x80] : byte;
        appendUtf8(text, letter == 0 && byte != 0 ? kReplacement : letter);
    }
    return text;
}

/// How many bytes the letter at the front takes (Unicode 15, table 3-7); 0 where it is none.
std::size_t utf8Letter(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    const unsigned second = at(1);
    const bool sound = first == 0xE0   ? second >= 0xA0
                       : first == 0xED ? second < 0xA0
                       : first == 0xF0 ? second >= 0x90
                       : first == 0xF4 ? second < 0x90
                                       : true;
    return sound ? length : 0;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = utf8Letter(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// Files that people take for tables, by how they begin.
struct OtherFile {
    std::string_view begin;
    const char* sentence;
    const char* remedy;
};
constexpr const char* kSaveAsCsv = "Open it in the program that it is from, and save it as CSV.";
constexpr OtherFile kOtherFiles[] = {
    {"\xd0\xcf\x11\xe0", "This is an Excel workbook of the old kind, and no CSV table.", kSaveAsCsv},
    {"%PDF-", "This is a PDF document, and no CSV table.",
     "Copy its numbers into a table, and save that as CSV."},
    {"\x1f\x8b", "This is a compressed file, and no CSV table.", "Unpack it first."},
    {"\x89PNG", "This is a picture, and no CSV table.", "Choose the file with the numbers."},
    {"\xff\xd8\xff", "This is a picture, and no CSV table.", "Choose the file with the numbers."},
    {"PAR1", "This is a Parquet file, and no CSV table.", kSaveAsCsv},
    {"SQLite format 3", "This is a database, and no CSV table.", kSaveAsCsv},
};

Result<void> checkIsText(std::string_view bytes, const Sentence& where) {
    for (const OtherFile& other : kOtherFiles)
        if (bytes.starts_with(other.begin))
            return fail(ProblemKind::Input, other.sentence, where, other.remedy);
    if (bytes.starts_with("\x50\x4b\x03\x04")) {
        // The names of what is packed stand at the front and, once more, at the end.
        constexpr std::size_t kNames = 1 << 16;
        const auto names = [&](std::string_view part) {
            return bytes.substr(0, kNames).contains(part) ||
                   bytes.substr(bytes.size() - std::min(bytes.size(), kNames)).contains(part);
        };
        if (names("xl/workbook"))
            return fail(ProblemKind::Input, "This is an Excel workbook, and no CSV table.", where,
                        kSaveAsCsv);
        if (names("opendocument.spreadsheet"))
            return fail(ProblemKind::Input, "This is a LibreOffice spreadsheet, and no CSV table.", where,
                        kSaveAsCsv);
        return fail(ProblemKind::Input, "This is a ZIP archive, and no CSV table.", where,
                    "Unpack it first.");
    }
    const std::string front = inSmallLetters(
        std::string(bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()), 16)));
    if (front.starts_with("<!doctype html") || front.starts_with("<html"))
        return fail(ProblemKind::Input, "This is a page of the web, and no CSV table.", where,
                    "Download the table itself: often a link says \"raw\" or \"download\".");
    return {};
}

} // namespace

Result<TableText> tableTextOf(std::string bytes, const Sentence& where) {
    if (auto text = checkIsText(bytes, where); !text)
        return std::unexpected(text.error());
    TableText table;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        table.encoding = TextEncoding::Utf16;
        table.text = fromUtf16(std::string_view(bytes).substr(2), bytes.starts_with("\xfe\xff"));
    } else {
        if (bytes.starts_with("\xef\xbb\xbf"))
            bytes.erase(0, 3);
        table.text = std::move(bytes);
    }
    if (table.text.contains('\0'))
        return fail(ProblemKind::Input, "This is no text file: there are zero bytes in it.", where,
                    "Save the table as CSV in UTF-8.");
    if (table.encoding == TextEncoding::Utf8 && !isUtf8(table.text)) {
        table.encoding = TextEncoding::Windows1252;
        table.text = fromWindows1252(table.text);
    }
    return table;
}

Result<TableText> readTableText(const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    const std::string where = path.string();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return fail(ProblemKind::Input, "There is no such file.", where);
    if (!fs::is_regular_file(status))
        return fail(ProblemKind::Input, "This is not a file.", where, "Give the CSV file itself.");
    const std::uint64_t size = fs::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, "The file's size can't be read.", where);
    if (size > kMaxTableFileBytes)
        return fail(ProblemKind::Memory,
                    sentence("The file has {} MiB; tables of up to {} MiB are read.", size >> 20,
                             kMaxTableFileBytes >> 20),
                    where, "Keep fewer rows of it.");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ProblemKind::Input, "The file can't be opened for reading.", where);
    std::string bytes;
    try {
        bytes.resize(static_cast<std::size_t>(size));
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (file.bad())
            return fail(ProblemKind::Input, "The file can't be read to its end.", where);
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        return tableTextOf(std::move(bytes), where);
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for this table.", where);
    }
}

std::string frontOfText(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return std::string(text);
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)).append("…");
}

} // namespace protomind
