// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/fault_content.h"

#include "studio/project/sample_project.h"

namespace protomind {

ProjectContent faultContent(std::uint64_t seed, ContentSize size) {
    ProjectContent content = sampleProject(seed);
    content.experiment.training.epochs = 100 + static_cast<std::int64_t>(seed);
    content.unknown = nlohmann::json::object();
    // Only whatever is later replaces a checkpoint.
    Checkpoint checkpoint = sampleCheckpoint(seed, 200 + static_cast<std::int64_t>(seed));
    if (size == ContentSize::Large)
        checkpoint.variables["Dense/kernel/v"] = HostArray(Shape{784, 300}, static_cast<float>(seed));
    content.checkpoint = std::make_shared<const Checkpoint>(std::move(checkpoint));
    return content;
}

} // namespace protomind
