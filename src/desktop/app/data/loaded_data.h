// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/tensor/host_array.h"
#include "studio/network/analysis.h"
#include "studio/network/data_facts.h"

#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// Some samples of a set with what should come out for them: [N, sample shape], and [N, numbers of a target].
struct SampleBatch {
    HostArray samples;
    HostArray targets;
    std::vector<float> factors{}; ///< what each was made with: as many as the description has factors

    [[nodiscard]] std::int64_t count() const { return samples.shape.rank() > 0 ? samples.shape[0] : 0; }
    [[nodiscard]] std::span<const float> sample(std::int64_t index) const;
    [[nodiscard]] std::span<const float> target(std::int64_t index) const;
};

/// How samples are best shown.
enum class DataPictureKind {
    Plane,  ///< points with two features and a class
    Line,   ///< one number in, one out
    Images, ///< grey or RGB
    Table,  ///< anything else: as numbers
};

/// What the samples are that the network is tried on.
enum class SamplePart {
    Training,  ///< it learns from them
    KeptAside, ///< to validate
    Test,
};

/// Opened data with as much of it as the window shows. A plain value: made on another thread, then only read.
struct LoadedData {
    std::string text; ///< the DataSource text it came from
    std::uint64_t seed = 0;
    DataDescription description;
    DataShapes shapes; ///< for the analysis
    DataFacts facts;
    DataPictureKind kind = DataPictureKind::Table;
    std::int64_t trainingSize = 0;
    std::int64_t testSize = 0;              ///< 0: the source has no test split of its own
    std::vector<std::int64_t> classCounts;  ///< of the training split; empty without classes
    SampleBatch training;                   ///< the first of the training split
    SampleBatch tried;                      ///< the first of that part
    SamplePart part = SamplePart::Training; ///< Test where the source has a test split
    std::vector<Sentence> notes;            ///< what a person should know of how it was read
    DataSetPtr source;                      ///< the training split; null where there is a test split

    /// Classes, or values of a target: what the network's last layer must give.
    [[nodiscard]] std::int64_t outputs() const;
    /// The name of a class; its number where it has none.
    [[nodiscard]] QString className(int index) const;
    /// What a sample of the batch was made with, in a few short lines: "turned by 34° to the right"; empty
    /// where that is not known.
    [[nodiscard]] QStringList madeWith(const SampleBatch& batch, std::int64_t index) const;
};
using LoadedDataPtr = std::shared_ptr<const LoadedData>;

[[nodiscard]] DataPictureKind pictureKind(const DataDescription& description);

/// Opens a source and reads what is shown of it. Takes as long as it takes: not for the window's thread.
[[nodiscard]] Result<LoadedData> loadData(const std::string& text, std::uint64_t seed);

/// The same with the first samples kept aside (where they are in the training split) to be tried; the
/// training samples where nothing is. As it is where the source has a test split.
[[nodiscard]] LoadedDataPtr withKeptAside(const LoadedDataPtr& loaded,
                                          std::span<const std::uint32_t> keptAside);

} // namespace protomind
