// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/nn/model.h"
#include "studio/project/project.h"

#include <optional>
#include <string>

namespace protomind {

/// A network with its numbers and all that is known of it: what formats write. A network that was not trained
/// has its first weights.
struct TrainedNetwork {
    std::string title; ///< as the person named the project; any text
    Experiment experiment;
    Model model;              ///< the experiment's network, lowered
    CheckpointPtr checkpoint; ///< weights and statistics by name, "<layer>/kernel"; optimiser state, history
    bool trained = false;     ///< whether the weights have seen a step of training
    /// None: the project has no data, or it can't be opened here, or the network is not made for it.
    std::optional<DataDescription> data;
    /// What the weights are tried with after writing: [n, input shape], n at most kVerifiedSamples. Of the
    /// data where there is some (the test samples first), else random numbers.
    HostArray samples;
    std::string program; ///< "Protomind 0.1.0"
    /// Why the project's data is not there.
    std::optional<Problem> dataObstacle;
};

inline constexpr std::int64_t kVerifiedSamples = 100;

/// Makes one of a project; title: its file's name without ending; program: "Protomind 0.1.0". Fails where the
/// network has a problem.
[[nodiscard]] Result<TrainedNetwork> trainedNetwork(const ProjectContent& project, std::string title,
                                                    std::string program);

/// Whether its training changes pictures at random.
[[nodiscard]] bool isAugmented(const TrainedNetwork& network);

/// What the network's classes or outputs are called; empty where nothing is known.
[[nodiscard]] std::vector<std::string> outputNames(const TrainedNetwork& network);

/// The project's data as its person named it; of files, without the folders that they lie in. Empty: none.
[[nodiscard]] std::string dataLabel(const TrainedNetwork& network);

/// What has to be done to raw data before the network gets it, as a factor: images count 0..255 and are
/// multiplied with 1/255; other data goes in as it is (1).
[[nodiscard]] double inputScale(const TrainedNetwork& network);
/// The same in words: "Pixels are divided by 255; ..."
[[nodiscard]] Sentence preprocessingText(const TrainedNetwork& network);

} // namespace protomind
