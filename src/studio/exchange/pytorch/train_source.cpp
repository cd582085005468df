// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/pytorch/torch_tensors.h"
#include "studio/exchange/pytorch/train_text.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

using Values = std::map<std::string, std::string>;

/// A setting of the optimiser or the schedule, as Python writes it.
std::string settingCode(std::span<const Field> fields, const Settings& settings, const std::string& name) {
    const FieldValue& value = valueOf(fields, settings, name);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return fmt::format("{}", *whole);
    return pythonNumber(std::get<double>(value));
}

std::string optimizerCode(const TrainingSettings& settings) {
    const std::vector<Field>& fields = findOptimizer(settings.optimizer)->fields;
    Values values{{"MOVE", settings.optimizer == "momentum"
                               ? "parameter.add_(velocity)"
                               : "parameter.add_(velocity, alpha=group[\"momentum\"])"
                                 ".sub_(parameter.grad, alpha=group[\"lr\"])"}};
    for (const Field& field : fields) {
        std::string name = field.name;
        for (char& c : name)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        values[name] = settingCode(fields, settings.optimizerSettings, field.name);
    }
    return filledIn(optimizerText(settings.optimizer), values);
}

/// How far a steady gradient of 1 carries a weight in a step: OptimizerBuilder::replace.
std::string shrinkCode(const TrainingSettings& settings) {
    if (settings.l1 == 0)
        return {};
    const std::vector<Field>& fields = findOptimizer(settings.optimizer)->fields;
    std::string before;
    std::string reach = "group[\"lr\"]";
    if (settings.optimizer == "momentum" || settings.optimizer == "nesterov") {
        before =
            "        group[\"reach\"] = group.get(\"reach\", 0.0) * group[\"momentum\"] + group[\"lr\"]\n";
        reach = settings.optimizer == "momentum" ? "group[\"reach\"]"
                                                 : "group[\"reach\"] * group[\"momentum\"] + group[\"lr\"]";
    } else if (settings.optimizer == "rmsprop") {
        reach = "group[\"lr\"] / (optimizer.state[parameter][\"square_avg\"].sqrt() + group[\"eps\"])";
    } else if (settings.optimizer != "sgd") {
        const std::string beta = settingCode(fields, settings.optimizerSettings, "beta2");
        reach = fmt::format("group[\"lr\"] / (optimizer.state[parameter][\"exp_avg_sq\"].sqrt()\n"
                            "                                       / math.sqrt(1 - {} ** "
                            "float(optimizer.state[parameter][\"step\"])) + group[\"eps\"])",
                            beta);
    }
    return filledIn(shrinkText(), {{"BEFORE", before}, {"REACH", reach}});
}

/// What a curve leaves of the learning rate.
std::string curveCode(double floor, bool straight) {
    const std::string fall = straight ? "(1 - done)" : "0.5 * (1 + math.cos(math.pi * done))";
    if (floor == 0)
        return fall;
    return fmt::format("({0} + (1 - {0}) * {1})", pythonNumber(floor), fall);
}

bool fallsAfterWarmUp(const TrainingSettings& settings) {
    return settings.schedule == "warm_up" &&
           choice(findSchedule(settings.schedule)->fields, settings.scheduleSettings, "then") != "constant";
}

/// Whether it can be over, which is where it begins again.
bool hasEnd(const TrainingSettings& settings) {
    return settings.schedule == "step" || settings.schedule == "cosine" || fallsAfterWarmUp(settings);
}

std::string scheduleCode(const TrainingSettings& settings) {
    const std::vector<Field>& fields = findSchedule(settings.schedule)->fields;
    const bool falls = fallsAfterWarmUp(settings);
    const bool begins = settings.schedule != "constant";
    Values values{{"BEGIN", begins ? "begin_of(step, per_epoch) + " : ""}};
    const auto take = [&](const char* place, const char* name) {
        values[place] = settingCode(fields, settings.scheduleSettings, name);
    };
    if (begins)
        take("BEGINS", kScheduleBegins);
    if (settings.schedule == "step") {
        take("FACTOR", "factor");
        take("EVERY", "every");
    } else if (settings.schedule == "cosine" || falls) {
        const bool straight = falls && choice(fields, settings.scheduleSettings, "then") == "linear";
        values["CURVE"] = curveCode(real(fields, settings.scheduleSettings, "floor"), straight);
    }
    if (settings.schedule == "warm_up")
        take("WARM_UP", "warm_up");
    return (begins ? filledIn(positionText(), values) : std::string()) + filledIn(goalText(), values) +
           filledIn(scheduleText(settings.schedule, falls), values);
}

/// The lines of the training loop where a schedule that is over begins again.
std::string beginAgainCode(const TrainingSettings& settings) {
    if (!hasEnd(settings))
        return {};
    return R"py(        if is_over(step, per_epoch) and BEGINS != step // per_epoch:
            begin_after(step // per_epoch)
            if rank() == 0:
                print(f"The schedule is over: it begins again after epoch {BEGINS}.", flush=True)
)py";
}

std::string quotedSet(const std::vector<std::string>& names) {
    if (names.empty())
        return "set()";
    std::vector<std::string> quoted;
    for (const std::string& name : names)
        quoted.push_back(pythonString(name));
    return fmt::format("{{{}}}", fmt::join(quoted, ", "));
}

std::string stateTuple(const std::string& optimizer) {
    std::vector<std::string> quoted;
    for (const OptimizerState& state : optimizerStates(optimizer))
        quoted.push_back(pythonString(state.theirs));
    return fmt::format("({}{})", fmt::join(quoted, ", "), quoted.size() == 1 ? "," : "");
}

std::string augmentCode(const PythonNetwork& network) {
    if (!isAugmented(*network.trained))
        return {};
    const Augmentation& augmentation = network.trained->experiment.training.augmentation;
    return filledIn(augmentText(), {{"SHIFT", pythonNumber(augmentation.shift)},
                                    {"TURN", pythonNumber(augmentation.turn)},
                                    {"SCALE_BY", pythonNumber(augmentation.scale)},
                                    {"FLIP", augmentation.flip ? "0.5" : "0"},
                                    {"NOISE", pythonNumber(augmentation.noise)}});
}

/// Nothing where there is none: a file from an earlier export may lie in the folder.
std::string takeStateCode(const PythonNetwork& network) {
    if (optimizerTensors(network)->tensors().empty())
        return {};
    return R"py(    restore_optimizer(optimizer, network, load(HERE / "optimizer.safetensors"))
)py";
}

} // namespace

std::string trainSource(const PythonNetwork& network) {
    const TrainedNetwork& trained = *network.trained;
    const TrainingSettings& settings = trained.experiment.training;
    const Shape& output = trained.model.outputShape;
    const bool single = output.elementCount() == 1;
    const bool classes = network.form == TargetForm::Classes;
    const Shape target = classes || !trained.data || trained.data->targetKind == TargetKind::Class
                             ? (classes ? Shape() : output)
                             : trained.data->targetShape;
    const bool ofLogits = network.loss->fromLogits || !network.leftOut.empty();
    return filledIn(
        trainText(),
        {{"DEFAULT_DATA", "with data.safetensors, where there is one"},
         {"LEARNING_RATE", pythonNumber(settings.learningRate)},
         {"BATCH_SIZE", std::to_string(settings.batchSize)},
         {"EPOCHS", std::to_string(settings.epochs)},
         {"VALIDATION", pythonNumber(settings.validation)},
         {"SEED", std::to_string(settings.seed)},
         {"L1", settings.l1 == 0 ? "" : fmt::format("L1 = {}\n", pythonNumber(settings.l1))},
         {"L2", pythonNumber(settings.l2)},
         {"STEPS_DONE", std::to_string(trained.checkpoint->step)},
         {"STEPS_PER_EPOCH", std::to_string(trained.checkpoint->stepsPerEpoch)},
         {"HAS_CLASSES", classes ? "True" : "False"},
         {"TARGET_SHAPE", pythonTuple(target.sizes())},
         {"CLASS_COUNT", std::to_string(network.classes)},
         {"SCALE", inputScale(trained) == 1 ? "1.0" : "1 / 255"},
         {"KERNELS", quotedSet(kernelNames(network))},
         {"STATE", stateTuple(settings.optimizer)},
         {"OPTIMIZER", optimizerCode(settings)},
         {"SHRINK", shrinkCode(settings)},
         {"CALL_SHRINK", settings.l1 == 0 ? "" : "    shrink(optimizer, network)\n"},
         {"SCHEDULE", scheduleCode(settings)},
         {"BEGIN_AGAIN", beginAgainCode(settings)},
         {"KEEP_BEGINS", hasEnd(settings) ? "    tensors[\"training/begins\"] = torch.tensor(BEGINS)\n" : ""},
         {"TAKE_STATE", takeStateCode(network)},
         {"TAKE_BEGINS", hasEnd(settings) ? "        if \"training/begins\" in tensors:\n"
                                            "            begin_after(int(tensors[\"training/begins\"]))\n"
                                          : ""},
         {"ROWS", isImageShape(output) ? "x.permute(0, 2, 3, 1).flatten(1)" : "x.flatten(1)"},
         {"LOSS", std::string(lossText(network.loss->name, classes, single))},
         {"THRESHOLD", ofLogits ? "0" : "0.5"},
         {"AUGMENT", augmentCode(network)},
         {"CHOSEN", isAugmented(trained) ? "augmented(x[chosen])" : "x[chosen]"},
         {"DATA", std::string(dataText())}});
}

} // namespace protomind
