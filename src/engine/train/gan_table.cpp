// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/gan_table.h"

#include "engine/gan/gan_loss.h"
#include "engine/gan/gradient_penalty.h"
#include "engine/nn/optimizer.h"

namespace protomind {

namespace {

constexpr double kMostStepsInARow = 100;
constexpr double kLargestPenaltyWeight = 1000;
constexpr double kLargestRateFactor = 1000;

template<class Types>
std::vector<std::string> namesAfter(const char* first, const Types& types) {
    std::vector<std::string> names{first};
    for (const auto& type : types)
        names.push_back(type.name);
    return names;
}

} // namespace

std::vector<TrainingSetting> ganTable(const GanTraining& standard) {
    using T = GanTraining;
    // Taken apart by name, so that a new member can't be forgotten: the line would not compile.
    const auto& [loss, penalty, penaltyWeight, discriminatorSteps, generatorSteps, generatorOptimizer,
                 generatorRate, average] = standard;
    std::vector<std::string> losses = namesAfter("", ganLosses());
    losses.erase(losses.begin());
    return {
        {.field = {.name = "gan_loss",
                   .label = "Loss of both players",
                   .type = FieldType::Choice,
                   .defaultValue = loss,
                   .choices = std::move(losses),
                   .help = "What the discriminator and the generator each make small. Relativistic compares "
                           "a real sample with a made one and is the steadiest; the original one is where "
                           "it all began, and often collapses."},
         .option = "gan-loss",
         .meaning = "What discriminator and generator make small: relativistic.",
         .member = &T::loss},
        {.field = {.name = "gan_penalty",
                   .label = "Price of steep scores",
                   .type = FieldType::Choice,
                   .defaultValue = penalty,
                   .choices = namesAfter("auto", ganPenalties()),
                   .help = "Charges the discriminator where its score changes fast from one sample to the "
                           "next: at real ones (R1), at made ones too (R1 and R2), or between both (gradient "
                           "penalty). Auto takes what the loss is usually used with."},
         .option = "gan-penalty",
         .meaning =
             "What steep scores of the discriminator cost: auto, none, r1, r1_and_r2 or gradient_penalty.",
         .member = &T::penalty},
        {.field = {.name = "gan_penalty_weight",
                   .label = "How much it costs",
                   .type = FieldType::Real,
                   .defaultValue = penaltyWeight,
                   .minimum = 0,
                   .maximum = kLargestPenaltyWeight,
                   .help = "The weight of that price. 0: the usual one, which is 0.1 of R1 and R2, and 10 of "
                           "the gradient penalty.",
                   .logarithmic = true},
         .option = "gan-penalty-weight",
         .meaning = "The weight of that price; 0: the usual one.",
         .member = &T::penaltyWeight,
         .inFiles = {0, kLargestPenaltyWeight}},
        {.field = {.name = "discriminator_steps",
                   .label = "Discriminator's steps",
                   .type = FieldType::Integer,
                   .defaultValue = discriminatorSteps,
                   .minimum = 0,
                   .maximum = kMostStepsInARow,
                   .help = "How many steps the discriminator takes before the generator's turn. 0: it stays "
                           "as it is, and the generator learns alone."},
         .option = "discriminator-steps",
         .meaning = "How many steps the discriminator takes in a round; 0: it stays as it is.",
         .member = &T::discriminatorSteps,
         .inFiles = {0, kMostStepsInARow}},
        {.field = {.name = "generator_steps",
                   .label = "Generator's steps",
                   .type = FieldType::Integer,
                   .defaultValue = generatorSteps,
                   .minimum = 0,
                   .maximum = kMostStepsInARow,
                   .help = "How many steps the generator takes before the discriminator's turn. 0: it stays "
                           "as it is, and the discriminator learns alone."},
         .option = "generator-steps",
         .meaning = "How many steps the generator takes in a round; 0: it stays as it is.",
         .member = &T::generatorSteps,
         .inFiles = {0, kMostStepsInARow}},
        {.field = {.name = "generator_optimizer",
                   .label = "Generator's optimiser",
                   .type = FieldType::Choice,
                   .defaultValue = generatorOptimizer,
                   .choices = namesAfter(kSharedOptimizer, optimizerTypes()),
                   .help = "The rule by which the generator learns: the same as the discriminator's with all "
                           "its settings, or another one with its usual settings."},
         .option = "generator-optimizer",
         .meaning = "The optimiser of the generator; shared: that of the discriminator.",
         .member = &T::generatorOptimizer},
        {.field = {.name = "generator_rate",
                   .label = "Generator's rate",
                   .type = FieldType::Real,
                   .defaultValue = generatorRate,
                   .minimum = 0,
                   .maximum = kLargestRateFactor,
                   .help = "The generator's learning rate, as a multiple of the discriminator's.",
                   .logarithmic = true},
         .option = "generator-rate",
         .meaning = "The learning rate of the generator as a multiple of the discriminator's.",
         .member = &T::generatorRate,
         .inFiles = {0, kLargestRateFactor}},
        {.field = {.name = "gan_average",
                   .label = "Average of the generator",
                   .type = FieldType::Real,
                   .defaultValue = average,
                   .minimum = 0,
                   .maximum = 0.99999,
                   .help = "What is shown is made by an average of the generator's weights over the last "
                           "steps, which is steadier than the weights of the moment. Near 1 it reaches far "
                           "back; 0: no average."},
         .option = "gan-average",
         .meaning = "What stays of the average of the generator's weights in a step; 0: no average.",
         .member = &T::average,
         .inFiles = {0, 0.99999}}};
}

bool isInUse(const decltype(TrainingSetting::member)& member, const GanTraining& training) {
    const auto* const number = std::get_if<double GanTraining::*>(&member);
    if (number == nullptr || *number != &GanTraining::penaltyWeight)
        return true;
    const GanLoss* const loss = findGanLoss(training.loss);
    return training.penalty == "auto" ? loss != nullptr && loss->penalty != kNoGanPenalty
                                      : training.penalty != kNoGanPenalty;
}

} // namespace protomind
