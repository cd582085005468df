// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/report_blocks.h"

#include "engine/attack/training_attack.h"
#include "engine/device/registry/device_kinds.h"
#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "engine/train/objective.h"
#include "studio/exchange/report/network_drawing.h"
#include "studio/exchange/report/report_chapters.h"
#include "studio/network/settings_check.h"
#include "studio/network/settings_text.h"

#include <fmt/format.h>

#include <ctime>

namespace protomind {

namespace {

Sentence memoryText(std::int64_t bytes) {
    constexpr double kGibi = 1024.0 * 1024.0 * 1024.0;
    return sentence("{:.3g} GiB of memory", static_cast<double>(bytes) / kGibi);
}

Sentence machineText(const DeviceDescription& machine) {
    std::vector<Sentence> parts{Sentence::name(machine.name), sentence("{} threads", machine.threads)};
    if (machine.memory > 0)
        parts.push_back(memoryText(machine.memory));
    return Sentence::row(std::move(parts), ", ");
}

Sentence resultText(const NetworkTrial& trial) {
    if (!trial.evaluated)
        return {};
    if (trial.evaluated->accuracy >= 0)
        return sentence("{:.2f} % of {} samples right", 100 * trial.evaluated->accuracy,
                        trial.evaluated->samples);
    return sentence("loss {:.4g} on {} samples", trial.evaluated->loss, trial.evaluated->samples);
}

double epochsDone(const Checkpoint& checkpoint) {
    if (checkpoint.stepsPerEpoch > 0)
        return static_cast<double>(checkpoint.step) / static_cast<double>(checkpoint.stepsPerEpoch);
    return checkpoint.history.empty() ? 0 : checkpoint.history.back().epoch;
}

Sentence stepsText(std::int64_t steps) {
    return steps == 1 ? Sentence("1 step") : sentence("{} steps", steps);
}

/// Of exactly one epoch as of one, and of all others as of several: "1.5 epochs".
Sentence trainedText(const Checkpoint& checkpoint) {
    const double epochs = epochsDone(checkpoint);
    return sentence("{}, {}", epochs == 1 ? Sentence("1 epoch") : sentence("{:.4g} epochs", epochs),
                    stepsText(checkpoint.step));
}

void addTitle(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial,
              const ReportOccasion& occasion, const Analysis& analysis) {
    report.heading(1, network.title.empty() ? Sentence("A neural network") : Sentence::name(network.title));
    ReportList list(report, "At a glance");
    list.row("Date", Sentence::name(occasion.date));
    list.row("Data", network.data ? Sentence::name(network.data->name) : Sentence());
    list.row("Result", resultText(trial));
    list.row("Parameters", Sentence::name(countText(analysis.parameters)));
    if (network.trained)
        list.row("Training", trainedText(*network.checkpoint));
    list.row("Program", Sentence::name(network.program));
    report.add(list.take());
    if (!network.trained)
        report.warn("This network has not been trained: its weights are the random ones that it began with.");
    if (trial.prepared) {
        for (const NetworkProblem& problem : trial.prepared->warnings)
            report.warn(problem.sentence);
        for (const Sentence& note : trial.prepared->notes)
            report.warn(note);
        report.warn(trial.prepared->asideNote);
    } else {
        for (const NetworkProblem& problem : analysis.problems)
            report.warn(problem.sentence);
    }
}

/// "28 × 28 × 1", "Units = 3": no line ends within.
std::string unbroken(std::string text) {
    for (const std::string_view sign : {"×", "="}) {
        const std::string apart = fmt::format(" {} ", sign);
        const std::string together = fmt::format("\u00a0{}\u00a0", sign);
        for (std::size_t at = text.find(apart); at != std::string::npos; at = text.find(apart, at))
            text.replace(at, apart.size(), together);
    }
    return text;
}

ReportTable layerTable(const ReportBuilder& report, const Network& network, const Analysis& analysis) {
    ReportTable table{.caption = report.say("Layers, in the order in which they are computed"),
                      .corner = report.say("Layer"),
                      .columns = {{report.say("Kind")},
                                  {report.say("Settings")},
                                  {report.say("Output")},
                                  {report.say("Parameters"), true},
                                  {report.say("Multiply-adds"), true}},
                      .rows = {},
                      .note = {}};
    for (const LayerId id : analysis.order) {
        const Layer* layer = network.layer(id);
        const LayerType* type = findLayerType(layer->type);
        const LayerFacts& facts = analysis.layers.at(id);
        table.rows.push_back({.header = layer->name,
                              .cells = {{report.say(type->title)},
                                        {unbroken(settingsText(*type, layer->settings))},
                                        {facts.outputShape ? unbroken(facts.outputShape->text()) : ""},
                                        {countText(facts.parameters.count)},
                                        {countText(facts.multiplyAdds)}}});
    }
    table.rows.push_back(
        {.header = report.say("All of it"),
         .cells = {{""}, {""}, {""}, {countText(analysis.parameters)}, {countText(analysis.multiplyAdds)}}});
    return table;
}

/// How to read the drawing, of samples of this shape.
Sentence cardsText(const Shape& input) {
    const Sentence cards = "Each card is a layer: numbers come in on its left and go out on its right, and "
                           "its last line says how many.";
    const Sentence way =
        "A sample goes in at the first card; what comes out of the last one is the network's answer.";
    if (input.rank() != 3)
        return Sentence::row({cards, way});
    return Sentence::row(
        {cards,
         sentence("Here {:s} is an image of {} rows and {} columns, with {} at each place.",
                  unbroken(input.text()), input[0], input[1],
                  input[2] == 1 ? Sentence("one brightness") : sentence("{} numbers", input[2])),
         way});
}

void addNetwork(ReportBuilder& report, const TrainedNetwork& network, const Analysis& analysis) {
    const Network& drawing = network.experiment.network;
    report.heading(2, "The network");
    report.add(networkDrawing(drawing, analysis, report.words()));
    report.explain(cardsText(network.model.inputShape));
    report.add(layerTable(report, drawing, analysis));
    report.explain(
        "Parameters are the numbers that a network learns: its weights and biases. Multiply-adds say "
        "how much work a single sample is: so many times two numbers are multiplied and added to a "
        "sum. Layers without parameters learn nothing; they only pass on, pick or combine what they "
        "get.");
}

/// "Adam (Beta 1 = 0.9)": with the settings that are not as they always are.
Sentence choiceText(const std::string& title, const std::vector<Field>& fields, const Settings& settings) {
    std::vector<Sentence> others;
    for (const Field& field : fields) {
        const FieldValue& value = valueOf(fields, settings, field.name);
        if (value != field.defaultValue)
            others.push_back(sentence("{} = {:s}", field.label, settingText(value)));
    }
    if (others.empty())
        return title;
    return sentence("{} ({})", title, Sentence::row(std::move(others), ", "));
}

Sentence lossText(const TrainedNetwork& network) {
    const LossType* loss = findLoss(network.experiment.training.loss);
    if (network.data) {
        if (const auto objective = chooseObjective(network.model, *network.data, network.experiment.training))
            loss = objective->loss;
    }
    return loss == nullptr ? Sentence("Chosen to suit the data") : Sentence(loss->title);
}

Sentence splitText(const Prepared& prepared) {
    std::vector<Sentence> parts{sentence("{} to learn from", prepared.trainingSamples)};
    if (prepared.validationSamples > 0)
        parts.push_back(sentence("{} kept aside for validation", prepared.validationSamples));
    if (prepared.testSamples > 0)
        parts.push_back(sentence("{} for the test", prepared.testSamples));
    return Sentence::row(std::move(parts), ", ");
}

Sentence numberText(double number) {
    return Sentence::name(fmt::format("{:.6g}", number));
}

Sentence deviceText(const Experiment& experiment) {
    if (experiment.threads == 0)
        return sentence("{:s}, all threads that there are", experiment.device);
    return sentence("{:s}, {} threads", experiment.device, experiment.threads);
}

/// The attack as it is made, also where it is the usual one.
void addAdversarial(ReportList& list, const AdversarialTraining& training) {
    if (!isOn(training))
        return;
    const bool trades = training.method == kTradesTraining;
    const Sentence method = training.method == kOneStepTraining ? "One step" : trades ? "TRADES" : "PGD";
    const std::int64_t steps = stepsOf(training);
    list.row("Adversarial training",
             sentence("{}: {}, epsilon {:g}, {} of {:.4g} each", method,
                      normOf(training) == Norm::L2 ? Sentence("L2") : Sentence("L-infinity"),
                      training.epsilon, stepsText(steps), stepSizeOf(training)));
    if (trades)
        list.row("Price of being fooled", numberText(training.beta));
    if (training.rampEpochs > 0)
        list.row("Epsilon grows for", sentence("{:.4g} epochs", training.rampEpochs));
    list.row("Stop where it is lost", training.stop ? "Yes" : "No");
}

void addTraining(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial,
                 const ReportOccasion& occasion) {
    const TrainingSettings& training = network.experiment.training;
    report.heading(2, network.trained ? "How it was trained" : "How it would be trained");
    ReportList list(report, "Data and settings");
    list.row("Data", network.experiment.data.empty() ? Sentence("None") : Sentence::name(dataText(network)));
    if (trial.prepared)
        list.row("Samples", splitText(*trial.prepared));
    list.row("Loss", lossText(network));
    if (const OptimizerType* optimizer = findOptimizer(training.optimizer))
        list.row("Optimiser", choiceText(optimizer->title, optimizer->fields, training.optimizerSettings));
    list.row("Learning rate", numberText(training.learningRate));
    if (const ScheduleType* schedule = findSchedule(training.schedule))
        list.row("Schedule", choiceText(schedule->title, schedule->fields, training.scheduleSettings));
    if (training.l1 > 0)
        list.row("L1 penalty", numberText(training.l1));
    if (training.l2 > 0)
        list.row("L2 penalty", numberText(training.l2));
    for (const TrainingSetting& setting : trainingTable())
        if (const FieldValue value = trainingField(training, setting.field.name);
            isOfAugmentation(setting) && value != setting.field.defaultValue)
            list.row(setting.field.label, Sentence::name(settingText(value)));
    addAdversarial(list, training.adversarial);
    list.row("Batch size", Sentence::name(std::to_string(training.batchSize)));
    list.row("Epochs planned", Sentence::name(std::to_string(training.epochs)));
    if (network.trained)
        list.row("Epochs done", sentence("{:.4g} ({})", epochsDone(*network.checkpoint),
                                         stepsText(network.checkpoint->step)));
    list.row("Seed", Sentence::name(std::to_string(training.seed)));
    list.row("Device", deviceText(network.experiment));
    list.row("Program", Sentence::name(network.program));
    list.row("This report was made on", machineText(occasion.machine));
    report.add(list.take());
    report.explain(
        "The loss is a number for how far the answers are from what they should be: 0 would be perfect. "
        "After "
        "every batch of samples each weight is moved a little in the direction that makes the loss smaller; "
        "the "
        "learning rate says how far, and an epoch is one pass through all samples to learn from. The seed "
        "fixes "
        "everything that is random: with the same seed and the same settings the same training can be done "
        "again.");
}

} // namespace

ReportOccasion ReportOccasion::now() {
    const std::time_t time = std::time(nullptr);
    std::tm local{};
    localtime_r(&time, &local);
    ReportOccasion occasion{
        .date = fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday),
        .machine = {}};
    if (const auto processor = deviceKinds().front().open(0, {}))
        occasion.machine = (*processor)->description();
    return occasion;
}

std::vector<ReportBlock> reportBlocks(const TrainedNetwork& network, const NetworkTrial& trial,
                                      const ReportOccasion& occasion, const ReportWords& say) {
    const Analysis analysis = analyse(network.experiment.network);
    ReportBuilder report(say);
    addTitle(report, network, trial, occasion, analysis);
    addNetwork(report, network, analysis);
    addTraining(report, network, trial, occasion);
    addCurves(report, network);
    addResults(report, network, trial);
    return report.take();
}

} // namespace protomind
