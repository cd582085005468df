// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/network_file.h"

#include "studio/network/limits.h"
#include "studio/network/network_json.h"

#include <fmt/format.h>

#include <fstream>

namespace protomind {

Result<ProjectContent> readNetworkFile(const std::filesystem::path& path) {
    const std::string name = path.string();
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ProblemKind::Input, "There is no such file.", name);
    if (!std::filesystem::is_regular_file(status))
        return fail(ProblemKind::Input, "This is not a file but a folder or a device.", name);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, sentence("The file can't be read: {}.", error.message()), name);
    if (size > kMaxNetworkBytes)
        return fail(ProblemKind::Memory,
                    sentence("The file is larger than {} MiB, which no network is.", kMaxNetworkBytes >> 20),
                    name);
    std::ifstream file(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(size)))
        return fail(ProblemKind::Input, "The file can't be read.", name, "Check its permissions.");
    Result<Network> network = parseNetwork(text);
    if (!network) {
        Problem problem = network.error();
        problem.kind = problem.kind == ProblemKind::Request ? ProblemKind::Input : problem.kind;
        problem.where = Sentence::row({name, problem.where}, ": ");
        return std::unexpected(std::move(problem));
    }
    ProjectContent content;
    content.experiment.network = std::move(*network);
    return content;
}

} // namespace protomind
