// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_file.h"

#include "engine/image/decoders.h"
#include "engine/image/limits.h"
#include "engine/image/orientation.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <new>
#include <string_view>

namespace protomind {
namespace {

namespace fs = std::filesystem;

struct ImageKind {
    bool (*begins)(std::span<const std::uint8_t> bytes);
    Result<DecodedImage> (*decode)(const Decoding& decoding);
};
constexpr std::array<ImageKind, 4> kImageKinds = {
    {{isPng, decodePng}, {isJpeg, decodeJpeg}, {isBmp, decodeBmp}, {isWebp, decodeWebp}}};

/// Other things that people keep among their pictures, by what stands at a place of their files.
struct OtherKind {
    std::size_t place;
    std::string_view mark;
    const char* name;
};
constexpr OtherKind kOtherKinds[] = {
    {0, "%PDF", "a PDF document"},      {0, "GIF8", "a GIF picture"},
    {0, "II*", "a TIFF picture"},       {0, "MM", "a TIFF picture"},
    {4, "ftyphei", "a HEIC picture"},   {4, "ftypmif", "a HEIC picture"},
    {4, "ftypavif", "an AVIF picture"}, {4, "ftyp", "a film"},
    {0, "\x1a\x45\xdf\xa3", "a film"},  {0, "8BPS", "a Photoshop picture"},
    {0, "gimp xcf", "a GIMP picture"},  {0, "<svg", "an SVG drawing"},
    {0, "<?xml", "an XML document"},    {0, "<!DOCTYPE", "a web page"},
    {0, "<html", "a web page"},         {0, "\x50\x4b\x03\x04", "a ZIP archive or a document"},
};

const ImageKind* imageKindOf(std::span<const std::uint8_t> bytes) {
    for (const ImageKind& kind : kImageKinds)
        if (kind.begins(bytes))
            return &kind;
    return nullptr;
}

std::unexpected<Problem> notAnImage(std::span<const std::uint8_t> bytes) {
    if (bytes.empty())
        return fail(ProblemKind::Input, "It is empty.");
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    for (const OtherKind& other : kOtherKinds)
        if (text.size() > other.place && text.substr(other.place).starts_with(other.mark))
            return fail(ProblemKind::Input, sentence("It is {}.", other.name), {},
                        "PNG, JPEG, BMP and WebP pictures can be read.");
    return fail(ProblemKind::Input, "It is not a picture that can be read.", {},
                "PNG, JPEG, BMP and WebP pictures can be read.");
}

Result<std::vector<std::uint8_t>> readBytes(const std::string& path, LargeTurn& turn) {
    std::error_code error;
    // Asked before opening: a pipe or a device would keep the program waiting.
    if (!fs::is_regular_file(path, error))
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > static_cast<std::uintmax_t>(kMaxImageBytes))
        return fail(ProblemKind::Input, sentence("The file is larger than {} MiB.", kMaxImageBytes >> 20),
                    path);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    turn.take(static_cast<std::int64_t>(size));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

Result<Image> decodeInTurn(std::span<const std::uint8_t> bytes, const ImageWishes& wishes, LargeTurn& turn) {
    const ImageKind* kind = imageKindOf(bytes);
    if (!kind)
        return notAnImage(bytes);
    try {
        auto decoded = kind->decode({bytes, wishes, turn});
        if (!decoded)
            return std::unexpected(decoded.error());
        makeUpright(decoded->image, decoded->orientation);
        return std::move(decoded->image);
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for the picture.");
    }
}

} // namespace

void LargeTurn::take(std::int64_t bytes) {
    if (m_mutex && bytes > kLargeImageBytes && !m_lock.owns_lock())
        m_lock = std::unique_lock(*m_mutex);
}

Result<void> checkImageSize(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1)
        return fail(ProblemKind::Input, "The picture has no pixels.");
    if (width > kMaxImageSide || height > kMaxImageSide || width * height > kMaxImagePixels)
        return fail(
            ProblemKind::Input,
            sentence("The picture is {} × {} pixels; at most {} a side and {} million in all are read.",
                     width, height, kMaxImageSide, kMaxImagePixels >> 20),
            {}, "Make it smaller first.");
    return {};
}

Result<void> reserveImageBytes(const Decoding& decoding, std::int64_t bytes) {
    if (bytes > kMaxImageBytes)
        return fail(ProblemKind::Memory,
                    sentence("The picture would take {} MiB of memory; at most {} MiB are given to one.",
                             bytes >> 20, kMaxImageBytes >> 20),
                    {}, "Make it smaller first.");
    decoding.turn.take(bytes);
    return {};
}

std::unexpected<Problem> damagedImage(std::string_view kind, std::string_view message) {
    return fail(ProblemKind::Input, sentence("The {:s} picture is damaged: {}.", kind, message));
}

Result<Image> decodeImage(std::span<const std::uint8_t> bytes, const ImageWishes& wishes) {
    LargeTurn turn(wishes.oneAtATime);
    return decodeInTurn(bytes, wishes, turn);
}

Result<Image> readImageFile(const std::string& path, const ImageWishes& wishes) {
    LargeTurn turn(wishes.oneAtATime);
    const auto bytes = readBytes(path, turn);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto image = decodeInTurn(*bytes, wishes, turn);
    if (!image) {
        Problem problem = std::move(image.error());
        problem.where = Sentence::name(path);
        return std::unexpected(std::move(problem));
    }
    return image;
}

} // namespace protomind
