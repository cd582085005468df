// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/named_weights.h"

#include "studio/exchange/safetensors/tensor_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::unexpected<Problem> missingWeights(const std::vector<ModelVariable>& wanted, const TensorFile& file,
                                        const ModelVariable& first) {
    const auto missing = std::ranges::count_if(
        wanted, [&](const ModelVariable& variable) { return !file.tensors.contains(variable.name); });
    const Sentence remedy =
        sentence("Weights are found by the names of layers: {:s} is {}. Rename the layers, or the tensors.",
                 first.name, first.declared.shape().text());
    if (missing == 1)
        return fail(ProblemKind::Input, sentence("The file has no tensor \"{:s}\".", first.name), {}, remedy);
    return fail(ProblemKind::Input,
                sentence("The file lacks {} of the {} tensors that the network needs; \"{:s}\" is the first.",
                         missing, wanted.size(), first.name),
                {}, remedy);
}

Result<HostArray> weightFrom(const TensorFile& file, const ModelVariable& variable) {
    const Tensor& tensor = file.tensors.at(variable.name);
    const Shape shape = variable.declared.shape();
    if (!std::ranges::equal(tensor.sizes, shape.sizes()))
        return fail(
            ProblemKind::Input,
            sentence("\"{:s}\" is {} in the file, but {} in the network.", variable.name,
                     tensor.sizes.empty() ? "scalar" : fmt::format("{}", fmt::join(tensor.sizes, " × ")),
                     shape.text()));
    auto array = floatsOf(tensor);
    if (!array)
        array.error().sentence =
            sentence("\"{:s}\" can't be taken. {}", variable.name, array.error().sentence);
    return array;
}

} // namespace

Result<VariableValues> weightsFrom(const std::filesystem::path& path, const Model& model) {
    const auto file = readSafetensors(path);
    if (!file)
        return std::unexpected(file.error());
    const auto inFile = [&](Problem problem) {
        problem.where = Sentence::name(path.string());
        return std::unexpected(std::move(problem));
    };
    const std::vector<ModelVariable> wanted = modelVariables(model);
    VariableValues values;
    for (const ModelVariable& variable : wanted) {
        if (!file->tensors.contains(variable.name))
            return inFile(missingWeights(wanted, *file, variable).error());
        auto array = weightFrom(*file, variable);
        if (!array)
            return inFile(std::move(array.error()));
        values.emplace(variable.name, std::move(*array));
    }
    return values;
}

} // namespace protomind
