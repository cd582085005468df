// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/pytorch/torch_tensors.h"

#include <algorithm>
#include <ostream>

namespace protomind {

const Format& pytorchFormat();

namespace {

constexpr const char* kWeightsFile = "model.safetensors";

OutputFile textFile(std::string name, std::string text) {
    return {std::move(name), [text = std::move(text)](std::ostream& stream) -> Result<void> {
                stream << text;
                return {};
            }};
}

OutputFile tensorFile(std::string name, std::shared_ptr<OwnedTensors> tensors) {
    return {std::move(name), [tensors = std::move(tensors)](std::ostream& stream) {
                return writeSafetensors(stream, tensors->tensors(), {{"format", "pt"}});
            }};
}

/// PyTorch has, or model.py brings along, everything.
Result<void> holdsInPytorch(const LayerView&) {
    return {};
}

Result<std::vector<OutputFile>> writePytorch(const TrainedNetwork& trained, const std::filesystem::path&) {
    const PythonNetwork network = pythonNetwork(trained);
    auto state = optimizerTensors(network);
    auto data = dataTensors(network);
    const FolderContents contents{.state = !state->tensors().empty(), .data = data != nullptr};
    std::vector<OutputFile> files{textFile("model.py", modelSource(network)),
                                  textFile("predict.py", predictSource(network)),
                                  textFile("train.py", trainSource(network)),
                                  textFile("tensors.py", std::string(tensorsSource())),
                                  textFile("requirements.txt", requirementsText(network)),
                                  textFile("README.md", readmeText(network, contents)),
                                  tensorFile(kWeightsFile, modelTensors(network))};
    if (contents.state)
        files.push_back(tensorFile("optimizer.safetensors", std::move(state)));
    if (contents.data)
        files.push_back(tensorFile("data.safetensors", std::move(data)));
    return files;
}

Result<VariableValues> readPytorchWeights(const TrainedNetwork& trained, const std::filesystem::path& path) {
    const auto file = readSafetensors(path / kWeightsFile);
    if (!file)
        return std::unexpected(file.error());
    return variablesOf(pythonNetwork(trained), *file);
}

bool hasRole(const PythonNetwork& network, bool (*is)(const LayerView& layer)) {
    return std::ranges::any_of(network.layers, is);
}

/// A name is written as what Python can call an attribute.
bool namesChange(const PythonNetwork& network) {
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        if (network.layers[i].name() != network.names[i])
            return true;
    return false;
}

bool drawsNumbers(const LayerView& layer) {
    return layer.is("dropout") || layer.is("noise") || layer.is("gaussian_sampling");
}

void noteData(std::vector<FormatNote>& notes, const PythonNetwork& network) {
    if (!network.trained->data)
        return;
    if (copiesData(network))
        notes.push_back(
            {Fate::Kept, "Samples", "data.safetensors is a copy of them: give it away only where you may."});
    else
        notes.push_back({Fate::Lost, "Samples",
                         "They are too many to be copied: train.py takes them from where --data says."});
    if (!outputNames(*network.trained).empty())
        notes.push_back({Fate::Kept, "Names of classes", {}});
}

std::vector<FormatNote> pytorchNotes(const TrainedNetwork& trained) {
    const PythonNetwork network = pythonNetwork(trained);
    std::vector<FormatNote> notes{
        {Fate::Kept, "Network", {}},
        {Fate::Kept, "Weights", "With the axes as PyTorch has them."},
        {Fate::Kept, "Training settings", "train.py takes the same batches, for the same data and seed."}};
    if (isAugmented(trained))
        notes.push_back({Fate::Changed, "Augmentation",
                         "train.py changes pictures within the same limits, by random numbers of its own."});
    if (isOn(trained.experiment.training.adversarial))
        notes.push_back(
            {Fate::Lost, "Adversarial training", "train.py learns from the samples as they are."});
    if (!optimizerStates(trained.experiment.training.optimizer).empty()) {
        const bool there = !optimizerTensors(network)->tensors().empty();
        notes.push_back({there ? Fate::Kept : Fate::Lost, "Optimiser state",
                         there ? "" : "There is none of this optimiser: it begins anew."});
    }
    if (!network.leftOut.empty())
        notes.push_back(
            {Fate::Changed, "Last activation",
             sentence("The module gives logits, as PyTorch's losses want them; {:s} is in predict().",
                      network.leftOut)});
    if (hasRole(network, [](const LayerView& layer) { return isImageShape(layer.input()); }))
        notes.push_back({Fate::Changed, "Images", "Channels come first: channels × height × width."});
    if (hasRole(network, drawsNumbers))
        notes.push_back(
            {Fate::Changed, "Random numbers",
             "Layers that draw them draw others than here, so training on differs in the details."});
    if (namesChange(network))
        notes.push_back({Fate::Changed, "Names of layers",
                         "They have small letters, digits and underscores alone, as Python wants it."});
    noteData(notes, network);
    notes.push_back({Fate::Lost, "Where the cards of layers lie", {}});
    notes.push_back({Fate::Lost, "Learning curves", "Training in PyTorch begins new ones."});
    return notes;
}

} // namespace

const Format& pytorchFormat() {
    static const Format format{
        .name = "pytorch",
        .title = "PyTorch",
        .extension = "",
        .summary =
            "A folder with the network as Python code, its weights, and scripts that use it and train it on.",
        .help = "In the folder: python3 predict.py FILE asks the network, python3 train.py goes on with "
                "training.",
        .holds = holdsInPytorch,
        .suits = nullptr,
        .write = writePytorch,
        .notes = pytorchNotes,
        .read = nullptr,
        .readWeights = readPytorchWeights,
        .recognises = nullptr,
        .isProgram = true};
    return format;
}

} // namespace protomind
