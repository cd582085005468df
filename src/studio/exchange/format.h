// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"
#include "studio/exchange/layer_view.h"
#include "studio/exchange/trained_network.h"
#include "studio/network/network.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What becomes of something when a network is written in another format, or read from it.
enum class Fate { Kept, Changed, Lost };

/// A line of the table that people see before they export and after they import.
struct FormatNote {
    Fate fate = Fate::Kept;
    Sentence what; ///< "Weights", "Optimiser state"
    Sentence how;  ///< how it is changed, or why it is lost; may be empty where it is kept
    bool operator==(const FormatNote&) const = default;
};

/// A file to be written; one after the other, to the end.
struct OutputFile {
    std::string name; ///< without folders; of a format of a single file: not asked for
    std::function<Result<void>(std::ostream& stream)> write;
};

/// A network that was read from another format: to be drawn, edited and trained like any other.
struct ImportedNetwork {
    Network network;          ///< laid out
    VariableValues variables; ///< of every layer, in our shapes; empty: the file has none
    std::vector<std::string> classNames;
    std::vector<FormatNote> notes;
};

/// A format of other people's, declared as data and a few functions. Adding one takes its folder, its line in
/// src/CMakeLists.txt, and its line in formats.cpp.
struct Format {
    std::string name;                           ///< on the command line: "onnx"
    std::string title;                          ///< for a person: "ONNX"
    std::string extension;                      ///< ".onnx"; empty: a folder of files
    std::string summary;                        ///< one sentence for a person: what takes it
    std::string help{};                         ///< how to use what was written, in one or two sentences
    std::vector<std::string> otherExtensions{}; ///< that a file of it may have as well: ".pdf"

    /// Whether it can say such a layer; the problem's sentence says why not ("not possible, because"). The
    /// layer may come without values. Null: the format is never written.
    Result<void> (*holds)(const LayerView& layer) = nullptr;
    /// What is asked of a whole network beyond that; null: nothing.
    Result<void> (*suits)(const TrainedNetwork& network) = nullptr;
    /// The files. The network has passed suits, and each of its layers holds; it outlives what is given.
    /// path: what the person named, for files that mention each other.
    Result<std::vector<OutputFile>> (*write)(const TrainedNetwork& network,
                                             const std::filesystem::path& path) = nullptr;
    /// What of a network is kept, changed and lost by writing it.
    std::vector<FormatNote> (*notes)(const TrainedNetwork& network) = nullptr;

    /// Reads a file (or folder) as a network; null: it is not read, or not as a whole.
    Result<ImportedNetwork> (*read)(const std::filesystem::path& path) = nullptr;
    /// Reads back the weights of what was just written, by the names of network's variables, for the check
    /// after an export. Null: by read; nothing is checked where that is null too.
    Result<VariableValues> (*readWeights)(const TrainedNetwork& network,
                                          const std::filesystem::path& path) = nullptr;
    /// Whether a file is of this format, by its first bytes (at most kRecognisedBytes) and its name; null:
    /// by extension alone.
    bool (*recognises)(std::string_view firstBytes, const std::filesystem::path& path) = nullptr;
    /// What is written is a program of its own, which nobody runs here.
    bool isProgram = false;
};

inline constexpr std::size_t kRecognisedBytes = 4096;

} // namespace protomind
