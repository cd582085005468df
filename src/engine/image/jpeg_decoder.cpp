// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decoders.h"
#include "engine/image/limits.h"
#include "engine/image/orientation.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it and doesn't say so
#include <cstring>
#include <jerror.h>
#include <jpeglib.h>

namespace protomind {
namespace {

/// More than this many pixels for each that is needed are not unpacked: averaging has enough of them.
constexpr std::int64_t kPixelsPerSide = 2;
constexpr int kExifMarker = JPEG_APP0 + 1;
constexpr unsigned kMostMarkerBytes = 0xffff;

/// libjpeg's reader, and what it said last. libjpeg leaves a function that failed by longjmp(), so each call
/// of it stands in a function of this class that keeps no object with a destructor.
class JpegReader {
public:
    explicit JpegReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {
        m_jpeg.err = jpeg_std_error(&m_errors);
        m_jpeg.client_data = this;
        m_errors.error_exit = leave;
        m_errors.emit_message = hearWarning;
        m_errors.output_message = [](j_common_ptr) {};
        m_progress.progress_monitor = countScans;
    }
    ~JpegReader() { jpeg_destroy_decompress(&m_jpeg); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    /// All up to the pixels.
    [[nodiscard]] bool readHeader() {
        if (setjmp(m_back) != 0)
            return false;
        jpeg_create_decompress(&m_jpeg);
        m_jpeg.progress = &m_progress;
        jpeg_save_markers(&m_jpeg, kExifMarker, kMostMarkerBytes);
        jpeg_mem_src(&m_jpeg, m_bytes.data(), m_bytes.size());
        jpeg_read_header(&m_jpeg, TRUE);
        return true;
    }

    /// From here on every pixel is of 1, 3 or (cyan, magenta, yellow and black) 4 bytes.
    [[nodiscard]] bool start(std::int64_t enough) {
        if (setjmp(m_back) != 0)
            return false;
        m_jpeg.dct_method = JDCT_ISLOW;
        if (m_jpeg.jpeg_color_space == JCS_GRAYSCALE)
            m_jpeg.out_color_space = JCS_GRAYSCALE;
        else if (m_jpeg.num_components == 4)
            m_jpeg.out_color_space = JCS_CMYK;
        else
            m_jpeg.out_color_space = JCS_RGB;
        // A half, a quarter or an eighth comes out of the cosines for less than the whole does.
        m_jpeg.scale_denom = 1;
        const auto shorter = static_cast<std::int64_t>(std::min(m_jpeg.image_width, m_jpeg.image_height));
        while (enough > 0 && m_jpeg.scale_denom < 8 &&
               shorter / (2 * m_jpeg.scale_denom) >= kPixelsPerSide * enough)
            m_jpeg.scale_denom *= 2;
        return jpeg_start_decompress(&m_jpeg) != FALSE;
    }

    [[nodiscard]] bool readRow(std::uint8_t* row) {
        if (setjmp(m_back) != 0)
            return false;
        return jpeg_read_scanlines(&m_jpeg, &row, 1) == 1;
    }

    /// What stands behind the pixels, which may be that some were missing.
    [[nodiscard]] bool finish() {
        if (setjmp(m_back) != 0)
            return false;
        return jpeg_finish_decompress(&m_jpeg) != FALSE;
    }

    [[nodiscard]] std::int64_t fileWidth() const { return m_jpeg.image_width; }
    [[nodiscard]] std::int64_t fileHeight() const { return m_jpeg.image_height; }
    [[nodiscard]] std::int64_t width() const { return m_jpeg.output_width; }
    [[nodiscard]] std::int64_t height() const { return m_jpeg.output_height; }
    [[nodiscard]] int channels() const { return m_jpeg.output_components; }
    /// Programs of Adobe write how little ink there is.
    [[nodiscard]] bool isInverted() const { return m_jpeg.saw_Adobe_marker != FALSE; }
    [[nodiscard]] const char* message() const { return m_message; }

    /// What libjpeg keeps of a progressive file until its last scan: two bytes a cosine.
    [[nodiscard]] std::int64_t keptBytes() {
        if (!jpeg_has_multiple_scans(&m_jpeg))
            return 0;
        std::int64_t bytes = 0;
        for (int i = 0; i < m_jpeg.num_components; ++i)
            bytes += std::int64_t{m_jpeg.comp_info[i].width_in_blocks} *
                     m_jpeg.comp_info[i].height_in_blocks * DCTSIZE2 * std::int64_t{sizeof(JCOEF)};
        return bytes;
    }

    [[nodiscard]] int orientation() const {
        for (const jpeg_marker_struct* marker = m_jpeg.marker_list; marker; marker = marker->next) {
            const int found = exifOrientation({marker->data, marker->data_length});
            if (found != kUpright)
                return found;
        }
        return kUpright;
    }

private:
    static JpegReader& of(j_common_ptr jpeg) { return *static_cast<JpegReader*>(jpeg->client_data); }
    [[noreturn]] static void leave(j_common_ptr jpeg) {
        JpegReader& reader = of(jpeg);
        jpeg->err->format_message(jpeg, reader.m_message);
        std::longjmp(reader.m_back, 1);
    }
    /// Where pixels are missing, libjpeg warns and makes up the rest; bytes between its parts are nothing.
    static void hearWarning(j_common_ptr jpeg, int level) {
        const int code = jpeg->err->msg_code;
        if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
                          code == JWRN_MUST_RESYNC || code == JWRN_NOT_SEQUENTIAL))
            leave(jpeg);
    }
    static void countScans(j_common_ptr jpeg) {
        JpegReader& reader = of(jpeg);
        if (reader.m_jpeg.input_scan_number <= kMaxJpegScans)
            return;
        std::strncpy(reader.m_message, "it has too many scans", sizeof reader.m_message - 1);
        std::longjmp(reader.m_back, 1);
    }

    std::span<const std::uint8_t> m_bytes;
    jpeg_decompress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_back;
    char m_message[JMSG_LENGTH_MAX] = {};
};

/// Ink on paper as light: what none of an ink and of black takes away.
void appendInk(const std::vector<std::uint8_t>& row, bool inverted, std::vector<std::uint8_t>& pixels) {
    const auto light = [inverted](std::uint8_t ink) { return inverted ? ink : 255 - ink; };
    for (std::size_t at = 0; at < row.size(); at += 4)
        for (std::size_t i = 0; i < 3; ++i)
            pixels.push_back(
                static_cast<std::uint8_t>((light(row[at + i]) * light(row[at + 3]) + 127) / 255));
}

bool readRows(JpegReader& jpeg, Image& image) {
    std::vector<std::uint8_t> row(static_cast<std::size_t>(image.width * jpeg.channels()));
    for (std::int64_t y = 0; y < image.height; ++y) {
        if (!jpeg.readRow(row.data()))
            return false;
        if (jpeg.channels() == 4)
            appendInk(row, jpeg.isInverted(), image.pixels);
        else
            image.pixels.insert(image.pixels.end(), row.begin(), row.end());
    }
    return true;
}

} // namespace

bool isJpeg(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= 3 && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff;
}

Result<DecodedImage> decodeJpeg(const Decoding& decoding) {
    JpegReader jpeg(decoding.bytes);
    if (!jpeg.readHeader())
        return damagedImage("JPEG", jpeg.message());
    if (auto fits = checkImageSize(jpeg.fileWidth(), jpeg.fileHeight()); !fits)
        return std::unexpected(fits.error());
    if (auto fits = reserveImageBytes(decoding, jpeg.keptBytes()); !fits)
        return std::unexpected(fits.error());
    if (!jpeg.start(decoding.wishes.enough))
        return damagedImage("JPEG", jpeg.message());
    DecodedImage decoded{.image = {}, .orientation = jpeg.orientation()};
    Image& image = decoded.image;
    image.width = jpeg.width();
    image.height = jpeg.height();
    image.fileWidth = jpeg.fileWidth();
    image.fileHeight = jpeg.fileHeight();
    image.channels = jpeg.channels() == 1 ? 1 : 3;
    const std::int64_t numbers = image.width * image.height * image.channels;
    if (auto fits = reserveImageBytes(decoding, numbers); !fits)
        return std::unexpected(fits.error());
    image.pixels.reserve(static_cast<std::size_t>(numbers));
    if (!readRows(jpeg, image) || !jpeg.finish())
        return damagedImage("JPEG", jpeg.message());
    return decoded;
}

} // namespace protomind
