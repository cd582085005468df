// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/attack_fields.h"

#include "engine/attack/adversarial_training.h"
#include "engine/attack/attack_size_fields.h"

#include <utility>

namespace protomind {

namespace {

constexpr double kUsualEpsilon = 0.1;
constexpr double kMostAttackSteps = 1000;
constexpr double kMostRestarts = 100;

} // namespace

std::vector<Field> attackFields(std::int64_t steps, std::int64_t restarts) {
    Field epsilon = epsilonField("epsilon", kUsualEpsilon);
    epsilon.shownOnCard = true;
    return {normField("norm", kLinfName),
            std::move(epsilon),
            {.name = "steps",
             .label = "Attack steps",
             .type = FieldType::Integer,
             .defaultValue = steps,
             .minimum = 1,
             .maximum = kMostAttackSteps,
             .help = "How many steps an attack takes that takes several.",
             .logarithmic = true,
             .shownOnCard = true},
            {.name = "step_size",
             .label = "Step size",
             .type = FieldType::Real,
             .defaultValue = 0.0,
             .minimum = 0,
             .maximum = kLargestEpsilon,
             .help = "How far each step goes. 0: two and a half times epsilon in all steps together; all of "
                     "epsilon where there is one.",
             .logarithmic = true},
            {.name = "restarts",
             .label = "Starts",
             .type = FieldType::Integer,
             .defaultValue = restarts,
             .minimum = 1,
             .maximum = kMostRestarts,
             .help =
                 "From how many random places the attack begins. The best of them counts, for each sample "
                 "by itself.",
             .logarithmic = true},
            {.name = "seed",
             .label = "Seed",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{1},
             .minimum = 0,
             .maximum = 1e9,
             .help = "Where the random numbers start. The same seed gives the same attack."}};
}

ChosenAttack chosenAttack(const std::string& kind, std::span<const Field> fields, const Settings& settings,
                          std::optional<SampleRange> range) {
    ChosenAttack chosen{.kind = kind, .settings = {}};
    AttackSettings& attack = chosen.settings;
    attack.allowed = {.norm = choice(fields, settings, "norm") == kL2Name ? Norm::L2 : Norm::Linf,
                      .range = range};
    attack.epsilon = real(fields, settings, "epsilon");
    attack.steps = integer(fields, settings, "steps");
    if (kind == kOneStepAttack)
        attack.steps = 1;
    else if (kind == kNoiseAttack)
        attack.steps = 0;
    const double stepSize = real(fields, settings, "step_size");
    // A single step goes all the way, or it would be no attack of that size.
    attack.stepSize =
        stepSize > 0 && attack.steps > 1 ? stepSize : usualStepSize(attack.epsilon, attack.steps);
    attack.start = kind == kPgdAttack     ? AttackStart::Inside
                   : kind == kNoiseAttack ? AttackStart::Surface
                                          : AttackStart::Sample;
    attack.momentum = kind == kMomentumAttack ? 1 : 0; // Dong et al., section 4.2
    chosen.restarts = attack.start == AttackStart::Sample ? 1 : integer(fields, settings, "restarts");
    chosen.seed = static_cast<std::uint64_t>(integer(fields, settings, "seed"));
    return chosen;
}

Sentence attackSizeSentence(Norm norm, double epsilon) {
    return norm == Norm::Linf ? sentence("Each number may change by at most {:g} (L-infinity).", epsilon)
                              : sentence("All changes together may be {:g} long (L2).", epsilon);
}

Sentence attackSentence(const ChosenAttack& attack) {
    const AttackSettings& settings = attack.settings;
    if (attack.kind == kFoolingAttack)
        return sentence("Gradient ascent from a picture of noise: {} steps of {:.3g}, and it may become any "
                        "picture.",
                        settings.steps, settings.stepSize);
    const Sentence size = attackSizeSentence(settings.allowed.norm, settings.epsilon);
    if (attack.kind == kNoiseAttack)
        return Sentence::row(
            {sentence("Attack: plain noise of the largest size allowed; draws: {}.", attack.restarts), size});
    if (attack.kind == kOneStepAttack)
        return Sentence::row(
            {sentence("Attack: one step of {:.3g} along the gradient (FGSM).", settings.stepSize), size});
    if (attack.kind == kMomentumAttack)
        return Sentence::row({sentence("Attack: {} steps of {:.3g} with momentum (MI-FGSM).", settings.steps,
                                       settings.stepSize),
                              size});
    return Sentence::row({sentence("Attack: {} steps of {:.3g} from a random start (PGD); starts: {}.",
                                   settings.steps, settings.stepSize, attack.restarts),
                          size});
}

Result<void> attackSuits(const LensTarget& target) {
    if (target.data != nullptr && target.data->targetKind != TargetKind::Class)
        return fail(ProblemKind::Unsupported,
                    "The network does not tell classes apart: its targets are values.", {},
                    "Choose data with classes.");
    for (const ModelLayer& layer : target.model.layers) {
        if (layer.type->name == "embedding")
            return fail(ProblemKind::Unsupported,
                        "The network takes words or symbols by their numbers, and between two of those is "
                        "nothing that could be changed a little.",
                        Sentence::name(layer.name));
    }
    return {};
}

} // namespace protomind
