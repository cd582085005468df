// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/images_source.h"

#include "engine/data/image_reading.h"
#include "engine/data/image_set.h"
#include "engine/data/limits.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace protomind {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSmallestSize = 8;
constexpr std::int64_t kLargestSize = 256;
constexpr const char* kAuto = "auto";
constexpr const char* kGrey = "grey";

ImageFit fitOf(const FileOptionValues& options) {
    const std::string& fit = options.text("fit");
    return fit == "pad" ? ImageFit::Pad : fit == "stretch" ? ImageFit::Stretch : ImageFit::Crop;
}

ImageShape shapeOf(const FileOptionValues& options) {
    return {.size = options.count("size"),
            .fit = fitOf(options),
            .channels = options.text("colour") == kGrey ? 1 : 3};
}

std::int64_t filesOf(const std::vector<ImageClass>& classes) {
    std::int64_t files = 0;
    for (const ImageClass& one : classes)
        files += std::ssize(one.files);
    return files;
}

/// Before memory is taken: how much the samples will.
Result<void> checkSetBytes(std::int64_t files, const ImageShape& shape) {
    const std::int64_t perSide = files * shape.channels;
    const std::int64_t bytes = perSide * shape.size * shape.size;
    if (bytes <= kMaxImageSetBytes)
        return {};
    const auto fitting = static_cast<std::int64_t>(
        std::sqrt(static_cast<double>(kMaxImageSetBytes) / static_cast<double>(perSide)));
    return fail(ProblemKind::Memory,
                sentence("{} pictures of {} × {} would take {} MiB of memory; at most {} MiB are taken.",
                         files, shape.size, shape.size, bytes >> 20, kMaxImageSetBytes >> 20),
                {}, sentence("Choose a smaller size: {} fits.", std::max(fitting, kSmallestSize)));
}

/// Makes one channel of three, where all samples are grey.
void makeOneChannel(std::vector<std::uint8_t>& samples) {
    for (std::size_t i = 0; i < samples.size() / 3; ++i)
        samples[i] = samples[3 * i];
    samples.resize(samples.size() / 3);
}

/// What was done to the pictures of both splits, counted.
class ImageTally {
public:
    explicit ImageTally(ImageFit fit)
        : m_fit(fit) {}

    void add(const ReadImages& read) {
        for (const ReadImage& image : read.images) {
            if (image.problem) {
                m_leftOut.push_back(&image);
                continue;
            }
            ++m_read;
            m_grey += image.grey;
            m_transparent += image.laidOnWhite;
            const auto larger = [](const ReadImage* a, const ReadImage* b) {
                return a->width * a->height < b->width * b->height;
            };
            m_smallest = m_smallest ? std::min(m_smallest, &image, larger) : &image;
            m_largest = m_largest ? std::max(m_largest, &image, larger) : &image;
            // Of what is cropped, the shorter side fills the sample; else none may be made smaller.
            const auto [shorter, longer] = std::minmax(image.width, image.height);
            m_shortest = std::min(m_shortest, m_fit == ImageFit::Crop ? shorter : longer);
        }
    }

    [[nodiscard]] bool allGrey() const { return m_grey == m_read; }

    void tell(const ImageShape& shape, const std::string& colour, std::vector<Sentence>& notes) const {
        notes.push_back(scaling(shape));
        if (m_leftOut.size() > 1)
            notes.push_back(sentence("{} files could not be read and were left out; each is named below.",
                                     m_leftOut.size()));
        if (m_shortest < shape.size)
            notes.emplace_back("Those that are smaller were made larger.");
        if (colour == kAuto && m_grey == m_read)
            notes.emplace_back("All pictures are grey, and so are the samples.");
        else if (colour == kAuto && m_grey > 0)
            notes.push_back(
                sentence("{} of the {} pictures are grey; as others are not, all samples are in colour.",
                         m_grey, m_read));
        if (m_transparent > 0)
            notes.push_back(sentence("In {} of the pictures something is transparent; it was laid on white.",
                                     m_transparent));
        tellLeftOut(notes);
    }

    /// By their names, whatever thread came upon them first.
    void tellLeftOut(std::vector<Sentence>& notes) const {
        std::vector<const ReadImage*> sorted = m_leftOut;
        std::ranges::stable_sort(sorted, {}, &ReadImage::name);
        const std::size_t named = std::min(sorted.size(), kMaxImageNotes);
        for (const ReadImage* image : std::span(sorted).first(named))
            notes.push_back(sentence("{:s} was left out. {}", image->name, image->problem->sentence));
        if (named < sorted.size())
            notes.push_back(sentence("{} more files were left out.", sorted.size() - named));
    }

private:
    [[nodiscard]] Sentence scaling(const ImageShape& shape) const {
        const std::int64_t size = shape.size;
        const ReadImage& small = *m_smallest;
        const ReadImage& large = *m_largest;
        const Sentence sizes =
            small.width == large.width && small.height == large.height
                ? sentence("{} × {} pixels", small.width, small.height)
                : sentence("{} × {} to {} × {} pixels", small.width, small.height, large.width, large.height);
        switch (shape.fit) {
        case ImageFit::Crop:
            return sentence("Of pictures of {} the largest middle square was taken and scaled to {} × {}.",
                            sizes, size, size);
        case ImageFit::Pad:
            return sentence("Pictures of {} were scaled to fit into {} × {}, with black around.", sizes, size,
                            size);
        case ImageFit::Stretch:
            break;
        }
        return sentence("Pictures of {} were scaled to {} × {}, whatever their proportions.", sizes, size,
                        size);
    }

    ImageFit m_fit;
    std::int64_t m_read = 0;
    std::int64_t m_grey = 0;
    std::int64_t m_transparent = 0;
    std::int64_t m_shortest = kLargestSize; ///< of the sides that say how a picture is scaled
    const ReadImage* m_smallest = nullptr;
    const ReadImage* m_largest = nullptr;
    std::vector<const ReadImage*> m_leftOut;
};

/// The samples of those that were read and whose class is known: newLabels gives a class's number, or
/// nothing.
DataSetPtr setOf(const DataDescription& description, ReadImages& read,
                 const std::vector<std::optional<std::uint8_t>>& newLabels) {
    const auto width = static_cast<std::size_t>(description.sampleShape.elementCount());
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < read.images.size(); ++i) {
        const auto label = newLabels[read.images[i].label];
        if (read.images[i].problem || !label)
            continue;
        std::copy_n(read.samples.begin() + static_cast<std::ptrdiff_t>(i * width), width,
                    read.samples.begin() + static_cast<std::ptrdiff_t>(labels.size() * width));
        labels.push_back(*label);
    }
    if (labels.empty())
        return nullptr;
    read.samples.resize(labels.size() * width);
    read.samples.shrink_to_fit();
    return std::make_shared<ImageSet>(description, std::move(read.samples), std::move(labels));
}

std::string nameOf(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name.empty() ? folder.parent_path().filename().string() : name;
}

/// Which of the classes have a picture that was read.
std::vector<bool> withPictures(const std::vector<ImageClass>& classes, const ReadImages& read) {
    std::vector<bool> has(classes.size());
    for (const ReadImage& image : read.images)
        if (!image.problem)
            has[image.label] = true;
    return has;
}

class FolderOpener {
public:
    FolderOpener(std::string folder, const FileOptionValues& options)
        : m_folder(std::move(folder))
        , m_shape(shapeOf(options))
        , m_colour(options.text("colour")) {}

    Result<DataSource> open() {
        auto list = listImages(m_folder);
        if (!list)
            return std::unexpected(list.error());
        if (auto fits = checkSetBytes(filesOf(list->training) + filesOf(list->test), m_shape); !fits)
            return at(fits.error());
        ReadImages training = readImages(list->training, m_shape);
        ReadImages test = readImages(list->test, m_shape);
        ImageTally tally(m_shape.fit);
        tally.add(training);
        tally.add(test);
        std::vector<Sentence> notes;
        if (auto named = nameClasses(*list, training, notes); !named)
            return at(named.error());
        if (m_colour == kAuto && tally.allGrey()) {
            makeOneChannel(training.samples);
            makeOneChannel(test.samples);
            m_shape.channels = 1;
        }
        const DataDescription description{.name = nameOf(m_folder),
                                          .sampleShape = {m_shape.size, m_shape.size, m_shape.channels},
                                          .targetKind = TargetKind::Class,
                                          .targetShape = {},
                                          .classNames = m_classNames,
                                          .featureNames = {}};
        DataSource source;
        tally.tell(m_shape, m_colour, source.notes);
        source.notes.insert(source.notes.begin() + 1, notes.begin(), notes.end());
        source.notes.insert(source.notes.end(), list->notes.begin(), list->notes.end());
        const std::vector<std::optional<std::uint8_t>> testLabels = labelsOfTest(list->test, source.notes);
        source.training = setOf(description, training, m_labels);
        source.test = setOf(description, test, testLabels);
        return source;
    }

private:
    [[nodiscard]] std::unexpected<Problem> at(Problem problem) const {
        problem.where = Sentence::name(m_folder);
        return std::unexpected(std::move(problem));
    }

    /// Numbers those that have a picture.
    Result<void> nameClasses(const ImageList& list, const ReadImages& training,
                             std::vector<Sentence>& notes) {
        const std::vector<bool> has = withPictures(list.training, training);
        const auto classes = static_cast<std::size_t>(std::ranges::count(has, true));
        if (classes == 0) {
            const ReadImage& first = training.images.front();
            return fail(
                ProblemKind::Input,
                sentence("No picture of this folder can be read. {:s}: {}", first.name,
                         first.problem->sentence),
                {}, "Give a folder that holds a folder of PNG, JPEG, BMP or WebP pictures for each class.");
        }
        if (classes > kMaxImageClasses)
            return fail(
                ProblemKind::Unsupported,
                sentence("The folder holds {} classes; at most {} are read.", classes, kMaxImageClasses), {},
                "Take some of them out.");
        for (std::size_t i = 0; i < has.size(); ++i) {
            m_labels.push_back(has[i] ? std::optional(static_cast<std::uint8_t>(m_classNames.size()))
                                      : std::nullopt);
            if (has[i])
                m_classNames.push_back(list.training[i].name);
            else
                notes.push_back(sentence("The class {:s} was left out: it has no picture that can be read.",
                                         list.training[i].name));
        }
        if (classes == 1)
            return fail(ProblemKind::Input,
                        sentence("All pictures are of one class, {:s}: there is nothing to tell apart.",
                                 m_classNames.front()),
                        {}, "Put the pictures of each class into a folder of their own.");
        return {};
    }

    std::vector<std::optional<std::uint8_t>> labelsOfTest(const std::vector<ImageClass>& classes,
                                                          std::vector<Sentence>& notes) const {
        std::vector<std::optional<std::uint8_t>> labels;
        for (const ImageClass& one : classes) {
            const auto found = std::ranges::find(m_classNames, one.name);
            labels.push_back(found == m_classNames.end()
                                 ? std::nullopt
                                 : std::optional(static_cast<std::uint8_t>(found - m_classNames.begin())));
            if (!labels.back())
                notes.push_back(sentence(
                    "The class {:s} of the test was left out: there is none to learn from.", one.name));
        }
        return labels;
    }

    std::string m_folder;
    ImageShape m_shape;
    std::string m_colour;
    std::vector<std::string> m_classNames;
    std::vector<std::optional<std::uint8_t>> m_labels; ///< of the list's training classes
};

} // namespace

FileSource imagesSource() {
    return {
        .name = "images",
        .title = "Folder of pictures",
        .summary = "Pictures of your own: each folder within the folder is a class.",
        .folder = true,
        .endings = {},
        .options = {wholeNumberOption("size", "Size",
                                      "The pixels of each side of the samples, which are square", 32,
                                      kSmallestSize, kLargestSize),
                    choiceOption(
                        "fit", "Fit", "What becomes of pictures that are not square",
                        {{"crop", "Middle square"}, {"pad", "Whole, on black"}, {"stretch", "Stretched"}}),
                    choiceOption("colour", "Colour", "Whether the samples are grey or in colour",
                                 {{kAuto, "As the pictures"}, {kGrey, "Grey"}, {"rgb", "Colour"}})},
        .open = openImageFolder};
}

Result<DataSource> openImageFolder(const std::string& folder, const FileOptionValues& options,
                                   std::uint64_t) {
    try {
        return FolderOpener(folder, options).open();
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for the images of this folder.", folder);
    }
}

std::optional<ImageFit> imageFitOf(std::string_view text) {
    const FileSource* source = fileSourceOf(text);
    if (!source || source->open != openImageFolder)
        return std::nullopt;
    const auto parts = parseFileSourceText(*source, text);
    if (!parts)
        return std::nullopt;
    const auto options = checkedOptions(*source, parts->options);
    return options ? std::optional(fitOf(*options)) : std::nullopt;
}

} // namespace protomind
