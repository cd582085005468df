// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"
#include "studio/exchange/formats/watched_stream.h"

#include <filesystem>
#include <optional>
#include <span>

namespace protomind {

/// Every format, in the order that people are shown them.
[[nodiscard]] std::span<const Format> formats();
/// Null where there is none of that name.
[[nodiscard]] const Format* findFormat(std::string_view name);
/// The one to write path as, by its ending; null where none says so.
[[nodiscard]] const Format* formatFor(const std::filesystem::path& path);

/// A layer that a format can't say.
struct Obstacle {
    std::string layer; ///< empty: it is about the whole network
    Problem problem;
};
/// What keeps a network from being written in a format; empty: nothing does.
[[nodiscard]] std::vector<Obstacle> obstacles(const Format& format, const TrainedNetwork& network);

/// How what was written answers, read back, compared with the network itself.
struct Verification {
    std::int64_t samples = 0;
    double largestDifference = 0; ///< of any output, absolute
    double largestOutput = 0;     ///< absolute
    bool weightsAlone = false;    ///< the answers are our own, with the weights that were read back
    bool isProgram = false;       ///< around the weights there is a program that was not run
    bool agrees = false;          ///< within kVerifiedTolerance of the largest output (or of 1)
};
inline constexpr double kVerifiedTolerance = 1e-5;

struct ExportResult {
    std::vector<std::filesystem::path> files; ///< what was written; none where it does not agree
    std::int64_t bytes = 0;
    std::optional<Verification> verification; ///< none: there is nothing in it that could be compared
    std::vector<FormatNote> notes;
};

/// Whether it was written, read back, and answered the same.
[[nodiscard]] inline bool isAgreed(const ExportResult& result) {
    return !result.files.empty() && result.verification && result.verification->agrees;
}

/// Writes a network aside, reads it back and compares, and only then puts it in its place, whole or not at
/// all for each file. path: a file, or a folder for formats of several files (other files in it stay as they
/// are). Fails with the first obstacle before anything is written, and where a project or network of our own
/// would be replaced. What does not agree is not put in its place: the result has no files then. watch: asked
/// while files are written and compared; where it ends the export, nothing is changed and the problem is
/// exportStopped().
[[nodiscard]] Result<ExportResult> exportNetwork(const Format& format, const TrainedNetwork& network,
                                                 const std::filesystem::path& path,
                                                 const WriteWatch& watch = {});
[[nodiscard]] Problem exportStopped();

struct ImportResult {
    ProjectContent project; ///< with the weights as its checkpoint
    const Format* format = nullptr;
    std::vector<FormatNote> notes;
};
/// Reads a file of any format that is known as a project without data. A pickle (PyTorch's .pt) is refused
/// with an explanation, as it can run programs.
[[nodiscard]] Result<ImportResult> importNetwork(const std::filesystem::path& path);
/// Whether a file is another program's, for importNetwork() to read or to refuse, and no project or network
/// of our own: by its first bytes and its name.
[[nodiscard]] bool isForeign(const std::filesystem::path& path);

} // namespace protomind
