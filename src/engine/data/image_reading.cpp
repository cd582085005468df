// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/image_reading.h"

#include "engine/base/parallel.h"
#include "engine/image/image_file.h"

#include <algorithm>

namespace protomind {
namespace {

/// Files that a thread takes at a time.
constexpr std::int64_t kFilesAtATime = 8;

/// The file of a class with the number index.
struct FilePlace {
    std::size_t label = 0;
    std::size_t index = 0;
    std::size_t count = 0; ///< files of the class
};

std::vector<FilePlace> inTurns(const std::vector<ImageClass>& classes) {
    std::vector<FilePlace> places;
    for (std::size_t label = 0; label < classes.size(); ++label)
        for (std::size_t i = 0; i < classes[label].files.size(); ++i)
            places.push_back({label, i, classes[label].files.size()});
    // By (index + 1/2) / count, without fractions.
    std::ranges::stable_sort(places, [](const FilePlace& a, const FilePlace& b) {
        return (2 * a.index + 1) * b.count < (2 * b.index + 1) * a.count;
    });
    return places;
}

void readSample(const std::filesystem::path& path, const ImageShape& shape, std::mutex& large,
                ReadImage& told, std::span<std::uint8_t> sample) {
    auto image = readImageFile(path.string(), {.enough = shape.size, .oneAtATime = &large});
    if (!image) {
        told.problem = std::move(image.error());
        return;
    }
    told.width = image->fileWidth;
    told.height = image->fileHeight;
    told.laidOnWhite = image->laidOnWhite;
    writeImageSample(*image, shape.fit, shape.size, shape.channels, sample);
    told.grey = shape.channels == 1 || image->channels == 1 || isGrey(sample);
}

} // namespace

ReadImages readImages(const std::vector<ImageClass>& classes, const ImageShape& shape) {
    const std::vector<FilePlace> places = inTurns(classes);
    const auto width = static_cast<std::size_t>(shape.size * shape.size * shape.channels);
    ReadImages read;
    read.images.resize(places.size());
    read.samples.resize(places.size() * width);
    std::mutex large;
    parallelFor(std::ssize(places), kFilesAtATime, [&](std::int64_t first, std::int64_t last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            const ImageClass& one = classes[places[i].label];
            const std::string& file = one.files[places[i].index];
            ReadImage& told = read.images[i];
            told.label = places[i].label;
            told.name = (one.folder.filename() / file).string();
            readSample(one.folder / file, shape, large, told,
                       std::span(read.samples).subspan(i * width, width));
        }
    });
    return read;
}

} // namespace protomind
