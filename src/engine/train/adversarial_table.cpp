// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/adversarial_table.h"

#include "engine/attack/attack_size_fields.h"

namespace protomind {

namespace {

/// All of them are computed in each step of training.
constexpr double kMostAttackSteps = 40;

} // namespace

std::vector<TrainingSetting> adversarialTable(const AdversarialTraining& standard) {
    using T = AdversarialTraining;
    // Taken apart by name, so that a new member can't be forgotten: the line would not compile.
    const auto& [method, norm, epsilon, stepSize, steps, beta, rampEpochs, stop] = standard;
    return {
        {.field = {.name = "adversarial",
                   .label = "Adversarial training",
                   .type = FieldType::Choice,
                   .defaultValue = method,
                   .choices = {kAdversarialMethods.begin(), kAdversarialMethods.end()},
                   .help = "Changes each training sample a little, so that the network of the moment errs on "
                           "it, and learns from that: what was hardened so is harder to fool. One step is "
                           "fast; PGD takes several steps; TRADES also keeps the answers to the unchanged "
                           "samples."},
         .option = "adversarial",
         .meaning = "How training samples are attacked: one_step; none: not at all.",
         .member = &T::method},
        {.field = normField("adversarial_norm", norm),
         .option = "attack-norm",
         .meaning = "How the size of attacks in training is measured: linf or l2.",
         .member = &T::norm},
        {.field = epsilonField("adversarial_epsilon", epsilon),
         .option = "epsilon",
         .meaning = "How large attacks in training may be, in units of the samples.",
         .member = &T::epsilon,
         .inFiles = {0, kLargestEpsilon}},
        {.field = {.name = "adversarial_step",
                   .label = "Step size",
                   .type = FieldType::Real,
                   .defaultValue = stepSize,
                   .minimum = 0,
                   .maximum = kLargestEpsilon,
                   .help =
                       "How far each step of an attack goes. 0: as far as is usual, which is 1.25 epsilon "
                       "of one step, and 2.5 epsilon of all steps together.",
                   .logarithmic = true},
         .option = "attack-step",
         .meaning = "How far each step of an attack in training goes; 0: as far as is usual.",
         .member = &T::stepSize,
         .inFiles = {0, kLargestEpsilon}},
        {.field = {.name = "adversarial_steps",
                   .label = "Attack steps",
                   .type = FieldType::Integer,
                   .defaultValue = steps,
                   .minimum = 1,
                   .maximum = kMostAttackSteps,
                   .help =
                       "How many steps PGD and TRADES take for each sample, each time they learn from it. "
                       "Training takes about so many times longer."},
         .option = "attack-steps",
         .meaning = "How many steps PGD and TRADES take in training.",
         .member = &T::steps,
         .inFiles = {1, kMostAttackSteps}},
        {.field = {.name = "trades_beta",
                   .label = "Price of being fooled",
                   .type = FieldType::Real,
                   .defaultValue = beta,
                   .minimum = 0,
                   .maximum = 1000,
                   .help = "TRADES: how much it costs when attacked samples are answered otherwise than "
                           "unchanged ones. More makes the network harder to fool, and less often right.",
                   .logarithmic = true},
         .option = "trades-beta",
         .meaning = "What TRADES charges for answers that an attack changes.",
         .member = &T::beta,
         .inFiles = {0, 1000}},
        {.field = {.name = "adversarial_ramp",
                   .label = "Epsilon grows for",
                   .type = FieldType::Real,
                   .defaultValue = rampEpochs,
                   .minimum = 0,
                   .maximum = 1000,
                   .help =
                       "In how many epochs epsilon grows from 0 to its full size. 0: it has that from the "
                       "beginning."},
         .option = "epsilon-ramp",
         .meaning = "In how many epochs the size of attacks in training grows to its full size.",
         .member = &T::rampEpochs,
         .inFiles = {0, 1e6}},
        {.field = {.name = "adversarial_stop",
                   .label = "Stop where it is lost",
                   .type = FieldType::Boolean,
                   .defaultValue = stop,
                   .help = "Training ends where the network suddenly stands attacks no more "
                           "(catastrophic overfitting), and goes back to the epoch where it stood most. It "
                           "is seen on samples that are kept aside."},
         .option = "robust-stop",
         .meaning = "Whether training ends where robust accuracy is suddenly lost.",
         .member = &T::stop}};
}

bool isInUse(const decltype(TrainingSetting::member)& member, const AdversarialTraining& training) {
    using T = AdversarialTraining;
    const auto is = [&member]<class M>(M T::*one) {
        const auto* const found = std::get_if<M T::*>(&member);
        return found != nullptr && *found == one;
    };
    if (is(&T::method))
        return true;
    if (!isOn(training))
        return false;
    if (is(&T::steps))
        return training.method != kOneStepTraining;
    return !is(&T::beta) || training.method == kTradesTraining;
}

} // namespace protomind
