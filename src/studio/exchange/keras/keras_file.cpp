// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_file.h"

#include "studio/exchange/keras/keras_topology.h"
#include "studio/network/json_reader.h"

namespace protomind {

namespace {

Result<HostArray> weightAt(const TensorFile& answer, const KerasWeightPlace& place) {
    const auto found = answer.tensors.find(place.path);
    if (found == answer.tensors.end())
        return fail(ProblemKind::Input,
                    sentence("Its {:s} is not in the file ({:s}).", place.name, place.path));
    return floatsOf(found->second);
}

/// What our own writer has put beside Keras' files; of no consequence where it is not as we write it.
std::vector<std::string> classNamesOf(const TensorFile& answer) {
    const auto text = answer.metadata.find("protomind");
    if (text == answer.metadata.end())
        return {};
    const auto beside = readJson(text->second);
    if (!beside || !beside->is_object() || !beside->contains("class_names") ||
        !(*beside)["class_names"].is_array())
        return {};
    std::vector<std::string> names;
    for (const auto& name : (*beside)["class_names"]) {
        if (!name.is_string())
            return {};
        names.push_back(name.get<std::string>());
    }
    return names;
}

bool isCompiled(const nlohmann::json& topology) {
    const auto found = topology.find("compile_config");
    return found != topology.end() && found->is_object() && !found->empty();
}

} // namespace

Result<ImportedNetwork> networkOfKerasFile(const TensorFile& answer) {
    const auto config = answer.metadata.find("config");
    if (config == answer.metadata.end())
        return fail(ProblemKind::Input, "The file has no description of a network.");
    const auto topology = readJson(config->second);
    if (!topology)
        return std::unexpected(topology.error());
    auto imported =
        networkOfKeras(*topology, [&](const KerasWeightPlace& place) { return weightAt(answer, place); });
    if (!imported)
        return imported;
    imported->classNames = classNamesOf(answer);
    imported->notes.insert(imported->notes.begin(), {{Fate::Kept, "Layers, their order and their names", {}},
                                                     {Fate::Kept, "Weights", {}}});
    if (isCompiled(*topology))
        imported->notes.push_back(
            {Fate::Lost, "Loss, optimiser and metrics", "They are chosen anew here, to suit the data."});
    return imported;
}

} // namespace protomind
