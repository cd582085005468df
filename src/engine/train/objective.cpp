// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/objective.h"

#include <fmt/format.h>

namespace protomind {

Result<Objective> chooseObjective(const Model& model, const DataDescription& data,
                                  const TrainingSettings& settings) {
    const std::string& inputName = model.layers[static_cast<std::size_t>(model.inputLayer)].name;
    if (model.inputShape != data.sampleShape) {
        return fail(ProblemKind::Request,
                    sentence("The samples of {} are {}, but the network takes {}.", data.name,
                             data.sampleShape.text(), model.inputShape.text()),
                    inputName, sentence("Set the shape of {:s} to {}.", inputName, data.sampleShape.text()));
    }
    Objective objective;
    const std::int64_t outputs = model.outputShape.elementCount();
    if (data.targetKind == TargetKind::Class) {
        objective.form = TargetForm::Classes;
        objective.classes = static_cast<std::int64_t>(data.classNames.size());
    } else {
        objective.form = TargetForm::Values;
        objective.targetShape = data.targetShape;
    }
    objective.loss = settings.loss == "auto" ? &autoLoss(objective.form, objective.classes, outputs)
                                             : findLoss(settings.loss);
    if (!objective.loss)
        return fail(ProblemKind::Request, sentence("There is no loss called '{}'.", settings.loss));

    const std::string& outputName = model.layers[static_cast<std::size_t>(model.outputLayer)].name;
    if (objective.form == TargetForm::Values && data.targetShape.elementCount() != outputs) {
        return fail(ProblemKind::Request,
                    sentence("{} has {} values to predict, but the last layer gives {}.", data.name,
                             data.targetShape.elementCount(), outputs),
                    outputName, "Give the last layer as many outputs as there are values.");
    }
    if (auto suits = objective.loss->check(objective.form, objective.classes, outputs); !suits) {
        Problem problem = suits.error();
        if (problem.where.empty())
            problem.where = outputName;
        return std::unexpected(std::move(problem));
    }
    objective.sampleRange = sampleRange(data.sampleShape);
    return objective;
}

} // namespace protomind
