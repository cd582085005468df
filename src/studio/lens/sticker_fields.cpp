// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/sticker_fields.h"

#include "engine/attack/adversarial_training.h"
#include "studio/lens/attack_fields.h"

namespace protomind {

namespace {

constexpr const char* kPatchSticker = "patch";
constexpr const char* kUniversalSticker = "universal";
// Where a patch is learned for, and judged.
constexpr const char* kOnePlace = "one_place";
constexpr const char* kAnywhere = "anywhere";
constexpr const char* kAnyTurn = "any_turn";
constexpr std::int64_t kMostStickerClasses = 65536;
constexpr std::int64_t kStickerSteps = 200;
constexpr double kMostStickerSteps = 10000;

} // namespace

const std::vector<Field>& stickerFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields{
            {.name = "kind",
             .label = "Kind",
             .type = FieldType::Choice,
             .defaultValue = std::string(kPatchSticker),
             .choices = {kPatchSticker, kUniversalSticker},
             .help = "A patch is stuck over a part of a picture. A universal "
                     "change is small, and added to every pixel."},
            {.name = "target",
             .label = "Target",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{-1},
             .minimum = -1,
             .maximum = kMostStickerClasses - 1,
             .help = "The class that the network shall say to everything, counted from 0. -1: any but the "
                     "right one.",
             .shownOnCard = true},
            {.name = "size",
             .label = "Size of the patch",
             .type = FieldType::Real,
             .defaultValue = 0.4,
             .minimum = 0.02,
             .maximum = 1,
             .help = "How much of the picture's shorter side the patch's side takes.",
             .shownOnCard = true},
            {.name = "places",
             .label = "Learned for",
             .type = FieldType::Choice,
             .defaultValue = std::string(kOnePlace),
             .choices = {kOnePlace, kAnywhere, kAnyTurn},
             .help = "Where the patch is to fool the network: only where it is shown, anywhere on a picture, "
                     "or there turned by any quarter turns as well. The fewer places, the easier.",
             .shownOnCard = true}};
        for (Field& field : attackFields(kStickerSteps, 1)) {
            if (field.name == "restarts")
                continue;
            if (field.name == "epsilon") {
                field.defaultValue = 0.2;
                field.help = "How large a universal change may be. In pictures black is 0 and white is 1.";
                field.shownOnCard = false;
            } else if (field.name == "steps") {
                field.maximum = kMostStickerSteps;
                field.help = "How many batches of samples it learns from.";
                field.shownOnCard = false;
            } else if (field.name == "step_size") {
                field.help = "How far the first step goes; those after it grow ever smaller. 0: what usually "
                             "does well.";
            }
            fields.push_back(std::move(field));
        }
        fields.push_back({.name = "samples",
                          .label = "How many",
                          .type = FieldType::Integer,
                          .defaultValue = std::int64_t{1000},
                          .minimum = 2,
                          .maximum = 1e9,
                          .help =
                              "How many samples of the split are taken: the first so many. It learns from "
                              "half of them and is judged on the others.",
                          .logarithmic = true});
        fields.push_back({.name = "x",
                          .label = "Shown at x",
                          .type = FieldType::Real,
                          .defaultValue = 0.5,
                          .minimum = 0,
                          .maximum = 1,
                          .help = "Where the middle of the patch lies on the sample that is shown: 0 is the "
                                  "left border, 1 the right one."});
        fields.push_back({.name = "y",
                          .label = "Shown at y",
                          .type = FieldType::Real,
                          .defaultValue = 0.5,
                          .minimum = 0,
                          .maximum = 1,
                          .help = "Where the middle of the patch lies on the sample that is shown: 0 is the "
                                  "upper border, 1 the lower one."});
        fields.push_back({.name = "turn",
                          .label = "Turned",
                          .type = FieldType::Integer,
                          .defaultValue = std::int64_t{0},
                          .minimum = 0,
                          .maximum = 3,
                          .help = "By how many quarter turns the patch lies there."});
        return fields;
    }();
    return all;
}

bool wantsPatch(const Settings& settings) {
    return choice(stickerFields(), settings, "kind") == kPatchSticker;
}

ChosenSticker chosenSticker(const Settings& settings, const Shape& sample) {
    const std::vector<Field>& fields = stickerFields();
    ChosenSticker chosen;
    UniversalSettings& task = chosen.task;
    task.allowed = {.kind = wantsPatch(settings) ? UniversalKind::Patch : UniversalKind::Everywhere,
                    .share = real(fields, settings, "size"),
                    .within = {.norm = choice(fields, settings, "norm") == kL2Name ? Norm::L2 : Norm::Linf,
                               .range = sampleRange(sample)},
                    .epsilon = real(fields, settings, "epsilon")};
    if (wantsPatch(settings)) {
        chosen.shownAt =
            patchPlace(sample, patchSide(sample, task.allowed.share), real(fields, settings, "x"),
                       real(fields, settings, "y"), static_cast<int>(integer(fields, settings, "turn")));
        const std::string places = choice(fields, settings, "places");
        task.allowed.places.turned = places == kAnyTurn;
        if (places == kOnePlace)
            task.allowed.places.always = chosen.shownAt;
    }
    if (const std::int64_t target = integer(fields, settings, "target"); target >= 0)
        task.target = target;
    task.steps = integer(fields, settings, "steps");
    const double stepSize = real(fields, settings, "step_size");
    task.stepSize = stepSize > 0 ? stepSize : usualUniversalStepSize(task.allowed, sample);
    task.seed = static_cast<std::uint64_t>(integer(fields, settings, "seed"));
    chosen.samples = integer(fields, settings, "samples");
    return chosen;
}

} // namespace protomind
