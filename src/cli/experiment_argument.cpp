// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/experiment_argument.h"

#include "engine/base/letter_case.h"
#include "studio/network/template.h"
#include "studio/project/network_file.h"
#include "studio/project/project_file.h"

#include <filesystem>

namespace protomind {

namespace {

/// A project, or what it was before it was saved last.
bool isProject(const std::filesystem::path& path) {
    const std::string ending = fileEnding(path);
    return ending == ".protomind" || ending == ".protomind~";
}

} // namespace

Result<ProjectContent> openNetwork(const std::string& argument) {
    const std::filesystem::path path(argument);
    if (isProject(path))
        return readProject(path);
    if (fileEnding(path) == ".json")
        return readNetworkFile(path);
    const NetworkTemplate* found = findTemplate(argument);
    if (!found) {
        return fail(ProblemKind::Request, "There is no template of this name.", argument,
                    "`protomind describe --list` lists them; files end in .protomind or .json.");
    }
    ProjectContent content;
    content.experiment.network = found->make();
    content.experiment.data = found->data;
    content.experiment.training = found->training;
    return content;
}

Result<ProjectContent> openTrainedProject(const std::string& argument) {
    if (!isProject(argument)) {
        return fail(ProblemKind::Request, "A project (.protomind) with trained weights is needed here.",
                    argument, "`protomind train NETWORK -o FILE.protomind` makes one.");
    }
    auto content = openNetwork(argument);
    if (content && !content->checkpoint) {
        return fail(ProblemKind::Input, "This project has not been trained.", argument,
                    "`protomind train` trains it.");
    }
    return content;
}

} // namespace protomind
