// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/experiment_argument.h"

#include "studio/network/network_json.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace protomind {

namespace {

/// More than any network that the format's own limits allow.
constexpr std::uintmax_t kMaxNetworkFileBytes = std::uintmax_t{16} << 20;

Result<Network> readNetworkFile(const std::string& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, "The file can't be read: " + error.message() + ".", path);
    if (size > kMaxNetworkFileBytes) {
        return fail(ProblemKind::Input,
                    fmt::format("The file is {} MiB; a network has at most {}.", size >> 20,
                                kMaxNetworkFileBytes >> 20),
                    path);
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(size, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(size)))
        return fail(ProblemKind::Input, "The file can't be read.", path);
    auto network = parseNetwork(text);
    if (!network) {
        Problem problem = network.error();
        problem.kind = problem.kind == ProblemKind::Request ? ProblemKind::Input : problem.kind;
        problem.where = problem.where.empty() ? path : path + ": " + problem.where;
        return std::unexpected(std::move(problem));
    }
    return network;
}

} // namespace

Result<ProjectContent> openNetwork(const std::string& argument) {
    const std::filesystem::path path(argument);
    if (path.extension() == ".protomind")
        return readProject(path);
    ProjectContent content;
    if (path.extension() == ".json") {
        auto network = readNetworkFile(argument);
        if (!network)
            return std::unexpected(network.error());
        content.experiment.network = std::move(*network);
        return content;
    }
    const NetworkTemplate* found = findTemplate(argument);
    if (!found) {
        return fail(ProblemKind::Request, "There is no template of this name.", argument,
                    "`protomind describe --list` lists them; files end in .protomind or .json.");
    }
    content.experiment.network = found->make();
    content.experiment.data = found->data;
    content.experiment.training = found->training;
    return content;
}

Result<ProjectContent> openTrainedProject(const std::string& argument) {
    if (std::filesystem::path(argument).extension() != ".protomind") {
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
