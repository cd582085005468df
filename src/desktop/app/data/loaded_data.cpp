// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/loaded_data.h"

#include "desktop/words/worded.h"
#include "engine/data/subset.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kPointsShown = 400;
/// More than a glance takes in, so that the wrong ones among them can come first.
constexpr std::int64_t kImagesShown = 300;
constexpr std::int64_t kRowsShown = 30;

std::int64_t samplesShown(DataPictureKind kind) {
    switch (kind) {
    case DataPictureKind::Plane:
    case DataPictureKind::Line:
        return kPointsShown;
    case DataPictureKind::Images:
        return kImagesShown;
    case DataPictureKind::Table:
        break;
    }
    return kRowsShown;
}

SampleBatch readBatch(const DataSet& set, std::int64_t wanted) {
    const DataDescription& description = set.description();
    const std::int64_t count = std::min(wanted, set.size());
    const auto width = static_cast<std::size_t>(description.sampleShape.elementCount());
    const auto targetWidth = static_cast<std::size_t>(description.targetShape.elementCount());
    SampleBatch batch{HostArray(description.sampleShape.prepended(count)),
                      HostArray(Shape{count, static_cast<std::int64_t>(targetWidth)})};
    const std::size_t factors = description.factors.size();
    batch.factors.resize(static_cast<std::size_t>(count) * factors);
    for (std::size_t index = 0; index < static_cast<std::size_t>(count); ++index) {
        set.readFactors(static_cast<std::int64_t>(index),
                        std::span(batch.factors).subspan(index * factors, factors));
        set.read(static_cast<std::int64_t>(index),
                 std::span(batch.samples.values).subspan(index * width, width),
                 std::span(batch.targets.values).subspan(index * targetWidth, targetWidth));
    }
    return batch;
}

std::vector<std::int64_t> countClasses(const DataSet& set) {
    const DataDescription& description = set.description();
    if (description.targetKind != TargetKind::Class)
        return {};
    std::vector<std::int64_t> counts(description.classNames.size());
    std::vector<float> sample(static_cast<std::size_t>(description.sampleShape.elementCount()));
    std::vector<float> target(static_cast<std::size_t>(description.targetShape.elementCount()));
    for (std::int64_t index = 0; index < set.size(); ++index) {
        set.read(index, sample, target);
        const auto which = static_cast<std::size_t>(target[0]);
        if (which < counts.size())
            ++counts[which];
    }
    return counts;
}

} // namespace

std::span<const float> SampleBatch::sample(std::int64_t index) const {
    const std::size_t width = samples.values.size() / static_cast<std::size_t>(count());
    return std::span(samples.values).subspan(static_cast<std::size_t>(index) * width, width);
}

std::span<const float> SampleBatch::target(std::int64_t index) const {
    const std::size_t width = targets.values.size() / static_cast<std::size_t>(count());
    return std::span(targets.values).subspan(static_cast<std::size_t>(index) * width, width);
}

std::int64_t LoadedData::outputs() const {
    return description.targetKind == TargetKind::Class
               ? static_cast<std::int64_t>(description.classNames.size())
               : description.targetShape.elementCount();
}

QString LoadedData::className(int index) const {
    return index >= 0 && index < static_cast<int>(description.classNames.size())
               ? QString::fromStdString(description.classNames[static_cast<std::size_t>(index)])
               : QString::number(index);
}

QStringList LoadedData::madeWith(const SampleBatch& batch, std::int64_t index) const {
    constexpr std::size_t kWordsALine = 3;
    const std::size_t count = description.factors.size();
    QStringList lines;
    for (std::size_t factor = 0; factor < count; ++factor) {
        const QString words = worded(description.factors[factor].words(
            batch.factors[static_cast<std::size_t>(index) * count + factor]));
        if (factor % kWordsALine == 0)
            lines << words;
        else
            lines.last() += QStringLiteral(", ") + words;
    }
    return lines;
}

DataPictureKind pictureKind(const DataDescription& description) {
    const Shape& shape = description.sampleShape;
    const bool classes = description.targetKind == TargetKind::Class;
    if (shape == Shape{2} && classes)
        return DataPictureKind::Plane;
    if (shape == Shape{1} && !classes && description.targetShape.elementCount() == 1)
        return DataPictureKind::Line;
    if (shape.rank() == 3 && (shape[2] == 1 || shape[2] == 3))
        return DataPictureKind::Images;
    return DataPictureKind::Table;
}

Result<LoadedData> loadData(const std::string& text, std::uint64_t seed) {
    Result<DataSource> source = openData(text, seed);
    if (!source)
        return std::unexpected(source.error());
    LoadedData data;
    data.text = text;
    data.seed = seed;
    data.description = source->training->description();
    data.shapes = dataShapesOf(*source);
    data.facts = dataFactsOf(*source);
    data.facts.text = text;
    data.kind = pictureKind(data.description);
    data.trainingSize = source->training->size();
    data.testSize = source->test ? source->test->size() : 0;
    data.classCounts = countClasses(*source->training);
    data.notes = source->notes;
    data.training = readBatch(*source->training, samplesShown(data.kind));
    if (source->test) {
        data.tried = readBatch(*source->test, samplesShown(data.kind));
        data.part = SamplePart::Test;
    } else {
        data.tried = data.training;
        data.source = source->training;
    }
    return data;
}

LoadedDataPtr withKeptAside(const LoadedDataPtr& loaded, std::span<const std::uint32_t> keptAside) {
    if (!loaded->source || (keptAside.empty() && loaded->part == SamplePart::Training))
        return loaded;
    LoadedData data = *loaded;
    data.part = keptAside.empty() ? SamplePart::Training : SamplePart::KeptAside;
    data.tried = keptAside.empty() ? data.training
                                   : readBatch(Subset(data.source, {keptAside.begin(), keptAside.end()}),
                                               samplesShown(data.kind));
    return std::make_shared<const LoadedData>(std::move(data));
}

} // namespace protomind
