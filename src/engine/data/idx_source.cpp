// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_source.h"

#include "engine/base/letter_case.h"
#include "engine/data/idx_file.h"
#include "engine/data/image_set.h"

#include <fmt/core.h>

#include <algorithm>
#include <new>
#include <optional>

namespace protomind {
namespace {

namespace fs = std::filesystem;

/// The file with one of the names that a part of MNIST goes by, in capitals or small letters.
std::optional<fs::path> findPart(const fs::path& folder, const std::string& part, const std::string& format) {
    std::vector<std::string> names;
    for (const char* separator : {"-", "."})
        for (const char* ending : {"", ".gz"})
            names.push_back(part + separator + format + ending);
    std::error_code error;
    for (const std::string& name : names)
        if (fs::exists(folder / name, error))
            return folder / name;
    // Of several, the name that comes first, whatever order the file system has.
    std::optional<std::pair<std::size_t, fs::path>> best;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = std::ranges::find(names, inSmallLetters(entry->path().filename().string()));
        if (name == names.end())
            continue;
        const std::pair found(static_cast<std::size_t>(name - names.begin()), entry->path());
        if (!best || found < *best)
            best = found;
    }
    return best ? std::optional(best->second) : std::nullopt;
}

struct Split {
    fs::path labelsPath;
    IdxImages images;
    std::vector<std::uint8_t> labels;
};

/// Reads the images and labels of a split; nothing where the folder has neither.
Result<std::optional<Split>> readSplit(const fs::path& folder, const std::string& name) {
    const auto imagesPath = findPart(folder, name + "-images", "idx3-ubyte");
    const auto labelsPath = findPart(folder, name + "-labels", "idx1-ubyte");
    if (!imagesPath && !labelsPath)
        return std::nullopt;
    if (!imagesPath || !labelsPath)
        return fail(ProblemKind::Input,
                    sentence("The folder has {0}-{1} but no {0}-{2}.", name, imagesPath ? "images" : "labels",
                             imagesPath ? "labels-idx1-ubyte" : "images-idx3-ubyte"),
                    folder.string());
    // Labels first: they are small, and a wrong count then costs no reading of images.
    Result<std::vector<std::uint8_t>> labels = readIdxLabels(*labelsPath);
    if (!labels)
        return std::unexpected(labels.error());
    Result<IdxImages> images = readIdxImages(*imagesPath);
    if (!images)
        return std::unexpected(images.error());
    if (images->count != static_cast<std::int64_t>(labels->size()))
        return fail(ProblemKind::Input,
                    sentence("There are {} labels for {} images.", labels->size(), images->count),
                    labelsPath->string());
    return Split{*labelsPath, std::move(*images), std::move(*labels)};
}

DataDescription describe(const fs::path& folder, const Split& training) {
    DataDescription description{.name = folder.filename().string(),
                                .sampleShape = {training.images.height, training.images.width, 1},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {},
                                .featureNames = {}};
    if (description.name.empty())
        description.name = folder.parent_path().filename().string();
    const int classes = std::max(2, *std::ranges::max_element(training.labels) + 1);
    for (int i = 0; i < classes; ++i)
        description.classNames.push_back(std::to_string(i));
    return description;
}

Result<DataSource> openSplits(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(ProblemKind::Input, "There is no such folder.", folder.string(),
                    "Give the folder that holds MNIST's files, as in idx:/path/to/mnist.");
    Result<std::optional<Split>> training = readSplit(folder, "train");
    if (!training)
        return std::unexpected(training.error());
    if (!*training)
        return fail(ProblemKind::Input,
                    "The folder has no train-images-idx3-ubyte and no train-labels-idx1-ubyte.",
                    folder.string(), "They may end in .gz.");
    Result<std::optional<Split>> test = readSplit(folder, "t10k");
    if (!test)
        return std::unexpected(test.error());

    const DataDescription description = describe(folder, **training);
    DataSource source;
    source.text = "idx:" + folder.string();
    if (Split* split = *test ? &**test : nullptr) {
        const IdxImages& images = split->images;
        if (images.height != (*training)->images.height || images.width != (*training)->images.width)
            return fail(ProblemKind::Input,
                        sentence("The test images are {} x {} pixels, the training images {} x {}.",
                                 images.height, images.width, (*training)->images.height,
                                 (*training)->images.width),
                        folder.string());
        const std::uint8_t largest = *std::ranges::max_element(split->labels);
        if (largest >= description.classNames.size())
            return fail(ProblemKind::Input, sentence("No training sample has the label {}.", largest),
                        split->labelsPath.string());
        source.test = std::make_shared<ImageSet>(description, std::move(split->images.pixels),
                                                 std::move(split->labels));
    }
    source.training = std::make_shared<ImageSet>(description, std::move((*training)->images.pixels),
                                                 std::move((*training)->labels));
    return source;
}

} // namespace

bool holdsIdxFiles(const std::string& folder) {
    return findPart(folder, "train-images", "idx3-ubyte") || findPart(folder, "train-labels", "idx1-ubyte");
}

Result<DataSource> openIdxFolder(const std::string& folder) {
    try {
        return openSplits(folder);
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for the images of this folder.", folder);
    }
}

} // namespace protomind
