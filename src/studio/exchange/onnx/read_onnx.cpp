// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_onnx.h"

#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/exchange/sandbox/sandbox.h"
#include "studio/network/analysis.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace onnxread {

namespace {

void readNode(Reading& reading, const OnnxNode& node) {
    std::vector<ConstantPtr> inputs;
    bool known = true;
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
        inputs.push_back(reading.constantInput(node, i));
        known = known && (!node.hasInput(i) || inputs.back() != nullptr);
    }
    if (known) {
        if (const ConstantPtr result = folded(node, inputs)) {
            reading.give(node, result);
            return;
        }
    }
    const Operator read = findOperator(node.operation);
    if (read == nullptr)
        refuse(sentence("There is no layer here for the operator {:s}.", node.operation), node.where());
    read(reading, node);
}

void readOutput(Reading& reading, Axes& output) {
    const OnnxGraph& graph = reading.graph();
    Value value = reading.valueNamed(graph.output);
    const OnnxNode last{.name = graph.output,
                        .operation = "Output",
                        .inputs = {},
                        .outputs = {},
                        .attributes = {},
                        .tensors = {}};
    // A list whose numbers lie in another order can mostly be made to come in that of the file.
    if (value.axes.rank() == 2 && value.axes.isBatch(0) && !value.axes.inOrder(std::array{1}) && value.alone)
        reading.turnIfPossible(value);
    reading.settled(value, last);
    if (value.axes.rank() == 2 && value.axes.isBatch(0) && !value.axes.inOrder(std::array{1}))
        reading.note(Fate::Changed, "What the network gives", "the same numbers in another order");
    output = value.axes;
}

void addNotes(Reading& reading, ImportedNetwork& imported, std::size_t leftOut) {
    const OnnxGraph& graph = reading.graph();
    std::vector<FormatNote> notes{{Fate::Kept, "Layers and their weights", {}}};
    notes.insert(notes.end(), imported.notes.begin(), imported.notes.end());
    if (leftOut > 0)
        notes.push_back(
            {Fate::Lost, "Nodes that the output does not need", sentence("there were {}", leftOut)});
    if (!reading.isOwnFile() && graph.input.sizes.size() == 4)
        notes.push_back(
            {Fate::Changed, "Pixels",
             "count from 0 to 1 here; which numbers the network was trained with (0 to 255, or standardised "
             "ones) the file does not say"});
    notes.push_back({Fate::Lost, "How it was trained", "the file does not say"});
    imported.notes = std::move(notes);
}

/// Names of classes as programs leave them in the metadata: a list as JSON, or parted by line ends or commas.
std::vector<std::string> classNamesOf(const OnnxGraph& graph) {
    constexpr std::size_t kMostNames = 10'000;
    for (const char* key : {"labels", "names", "classes", "class_names"}) {
        const auto found = graph.metadata.find(key);
        if (found == graph.metadata.end())
            continue;
        std::vector<std::string> names;
        const nlohmann::json list = nlohmann::json::parse(found->second, nullptr, false);
        if (list.is_array()) {
            for (const nlohmann::json& name : list)
                if (name.is_string())
                    names.push_back(name.get<std::string>());
        } else if (list.is_discarded()) {
            const char between = found->second.contains('\n') ? '\n' : ',';
            std::size_t begin = 0;
            while (begin < found->second.size() && names.size() < kMostNames) {
                const std::size_t end = std::min(found->second.find(between, begin), found->second.size());
                names.push_back(found->second.substr(begin, end - begin));
                begin = end + 1;
            }
        }
        if (!names.empty() && names.size() <= kMostNames)
            return names;
    }
    return {};
}

OnnxNetwork networkOf(const TensorFile& answer, const std::filesystem::path& path) {
    OnnxGraph graph = graphOf(answer, path);
    foldConstants(graph);
    const std::size_t leftOut = leaveOutUnused(graph);
    composeGelu(graph);
    composeAttention(graph);
    Reading reading(graph);
    readInput(reading);
    for (const OnnxNode& node : graph.nodes)
        readNode(reading, node);
    OnnxNetwork network{
        .imported = {}, .inputOrder = reading.inputOrder, .output = {}, .batch = reading.batch()};
    readOutput(reading, network.output);
    network.imported = reading.finish();
    const Analysis analysis = analyse(network.imported.network);
    const auto error = std::ranges::find(analysis.problems, Severity::Error, &NetworkProblem::severity);
    if (error != analysis.problems.end())
        refuse(error->sentence);
    network.imported.classNames = classNamesOf(graph);
    addNotes(reading, network.imported, leftOut);
    return network;
}

} // namespace

} // namespace onnxread

Result<OnnxNetwork> networkWithAxesOfOnnx(const TensorFile& answer, const std::filesystem::path& path) {
    try {
        return onnxread::networkOf(answer, path);
    } catch (const onnxread::Refusal& refusal) {
        return std::unexpected(refusal.problem);
    }
}

Result<ImportedNetwork> networkOfOnnx(const TensorFile& answer, const std::filesystem::path& path) {
    auto network = networkWithAxesOfOnnx(answer, path);
    if (!network)
        return std::unexpected(network.error());
    return std::move(network->imported);
}

Result<ImportedNetwork> readOnnx(const std::filesystem::path& path) {
    const auto answer = readInSandbox("onnx", path);
    if (!answer)
        return std::unexpected(answer.error());
    return networkOfOnnx(*answer, path);
}

/// A ModelProto: fields of known numbers and kinds, one after the other. The first that others write is
/// ir_version, a small number.
bool recognisesOnnx(std::string_view firstBytes, const std::filesystem::path&) {
    constexpr char kIrVersion = 0x08;
    constexpr char kNewest = 32;
    constexpr std::string_view kNext("\x12\x1a\x22\x28\x32\x3a\x42\x72", 8);
    return firstBytes.size() > 3 && firstBytes[0] == kIrVersion && firstBytes[1] >= 1 &&
           firstBytes[1] <= kNewest && kNext.contains(firstBytes[2]);
}

} // namespace protomind
