// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace protomind {

/// What came out when a trained network was tested, with all that it takes to build and train it again.
struct RunRecord {
    std::int64_t when = 0; ///< seconds since 1970, UTC
    Experiment experiment; ///< drawing, data text, training settings with the seed
    Split split = Split::Test;
    std::int64_t samples = 0; ///< tested on
    /// Of these samples: see Evaluated.
    std::optional<std::int64_t> learnedFrom = 0;
    double loss = 0;
    double accuracy = -1; ///< from 0 to 1; -1 without classes
    std::int64_t parameters = 0;
    std::int64_t steps = 0;                            ///< trained
    double epochs = 0;                                 ///< trained, with the fraction of the last one
    std::optional<double> seconds = {};                ///< that training took; none: not known
    nlohmann::json unknown = nlohmann::json::object(); ///< fields of the file that this version does not know

    /// Whether it was tested on nothing that it is known or suspected to have learned from.
    [[nodiscard]] bool isFair() const { return learnedFrom == 0; }
};

/// What was told of a test, to make a record of.
struct TestedRun {
    const Experiment& experiment;
    const Prepared& facts;
    const Evaluated& result;
    std::int64_t steps = 0; ///< done when it was tested
    std::optional<double> seconds = {};
    std::int64_t when = 0;
};
/// None where nothing was trained, or the loss is no number.
[[nodiscard]] std::optional<RunRecord> recordOf(const TestedRun& tested);

/// "digits", "points"; of files the name of the file or of the folder, without where it lies.
[[nodiscard]] std::string dataNameOf(const std::string& data);

/// What results must share to be compared: the data, which of it was tested on, and how much. Built-in data
/// are drawn anew for each seed: other samples, but as hard.
struct TestGround {
    std::string data;
    Split split = Split::Test;
    std::int64_t samples = 0;
    bool operator==(const TestGround&) const = default;
};
[[nodiscard]] TestGround groundOf(const RunRecord& run);

/// Whether both tell of the same weights: the same network, as far trained from the same seed, with the same
/// result on the same samples. With other settings of training only where the loss is the very same.
[[nodiscard]] bool isSameTest(const RunRecord& a, const RunRecord& b);

/// Whether a comes before b where both have the same ground: more right answers, else fewer parameters, else
/// a lower loss, else earlier. Where there are no classes the lower loss counts first.
[[nodiscard]] bool isBetter(const RunRecord& a, const RunRecord& b);

/// Whether the run is one of the network with the settings of training that are there now.
[[nodiscard]] bool isOf(const RunRecord& run, const Experiment& experiment);

} // namespace protomind
