// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "studio/course/lesson_action.h"
#include "studio/network/analysis.h"
#include "studio/session/messages.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// Opens data for checks, and keeps what it opened last. Files of the machine are refused: a lesson must
/// work elsewhere.
class LessonData {
public:
    [[nodiscard]] Result<const DataSource*> open(const std::string& text, std::uint64_t seed);

private:
    std::optional<DataSource> m_source;
    std::uint64_t m_seed = 0;
};

/// The weights of a network that can run, and how many numbers each has; empty for one that can't.
[[nodiscard]] std::map<std::string, std::int64_t> weightSizes(const Network& network);

/// Those of some weights that a network has in just this size.
[[nodiscard]] std::map<std::string, std::vector<float>>
fittingWeights(const std::map<std::string, std::vector<float>>& weights, const Network& network);

[[nodiscard]] std::vector<std::string> layerNames(const Network& network);
[[nodiscard]] std::vector<std::string> trainingNames();

/// What is there in the course of a lesson, as far as can be told without running it: each step's problems
/// are told against this.
class LessonGround {
public:
    Experiment experiment;
    bool hasNetwork = false;

    /// Holds an action against what is there, and carries out what it changes. The problem says why it can't
    /// be done, and what was perhaps meant.
    [[nodiscard]] Result<void> act(const LessonAction& action, LessonData& data);

    [[nodiscard]] Result<void> checkWeight(const std::string& name, std::int64_t index) const;
};

} // namespace protomind
