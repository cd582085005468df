// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/pnm_file.h"

#include "engine/image/image_file.h"

#include <cctype>
#include <optional>

namespace protomind {

namespace {

constexpr int kMaxValue = 65535;

/// The next whole number, past white space and comments; none where something else comes.
std::optional<int> nextNumber(std::istream& file) {
    int character = file.get();
    while (file && (std::isspace(character) != 0 || character == '#')) {
        while (file && character == '#') {
            while (file && character != '\n')
                character = file.get();
        }
        character = file.get();
    }
    int value = 0;
    int digits = 0;
    for (; file && character >= '0' && character <= '9' && digits < 7; ++digits, character = file.get())
        value = 10 * value + (character - '0');
    // The single white space behind a header's last number has been taken too, as the format wants it.
    const bool ended = !file || std::isspace(character) != 0;
    return digits > 0 && ended ? std::optional(value) : std::nullopt;
}

} // namespace

Result<Picture> readPnm(std::istream& file, const std::string& path) {
    const auto damaged = [&path](const char* what) {
        return fail(ProblemKind::Input, std::string("The picture file is damaged: ") + what + ".", path);
    };
    file.get();
    const int kind = file.get();
    if (!file || (kind != '2' && kind != '3' && kind != '5' && kind != '6'))
        return damaged("its first letters are not P2, P3, P5 or P6");
    const auto width = nextNumber(file);
    const auto height = nextNumber(file);
    const auto largest = nextNumber(file);
    if (!width || !height || !largest || *largest < 1 || *largest > kMaxValue)
        return damaged("its header is not one");
    if (auto fits = checkImageSize(*width, *height); !fits) {
        Problem problem = fits.error();
        problem.where = Sentence::name(path);
        return std::unexpected(std::move(problem));
    }

    const bool colour = kind == '3' || kind == '6';
    const bool text = kind == '2' || kind == '3';
    Picture picture{.width = *width, .height = *height, .channels = colour ? 3 : 1, .pixels = {}};
    const std::int64_t count = picture.width * picture.height * picture.channels;
    // Grown with what is read, so that a header alone can't take much memory.
    for (std::int64_t i = 0; i < count; ++i) {
        int value = 0;
        if (text) {
            const auto number = nextNumber(file);
            if (!number)
                return damaged("it ends too early");
            value = *number;
        } else {
            value = file.get();
            if (*largest > 255)
                value = value * 256 + file.get();
            if (!file)
                return damaged("it ends too early");
        }
        if (value > *largest)
            return damaged("a pixel is brighter than white");
        picture.pixels.push_back(static_cast<float>(value) / static_cast<float>(*largest));
    }
    return picture;
}

} // namespace protomind
