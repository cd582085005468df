// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind {

namespace {

double epochsDone(const TrainingPosition& position) {
    return static_cast<double>(position.step) /
           static_cast<double>(std::max<std::int64_t>(position.stepsPerEpoch, 1));
}

// Constant ------------------------------------------------------------------------------------------

double constantRate(double base, const TrainingPosition&, const Settings&) {
    return base;
}

Field beginsField() {
    return {.name = kScheduleBegins,
            .label = "Begins after epoch",
            .type = FieldType::Integer,
            .defaultValue = std::int64_t{0},
            .minimum = 0,
            .maximum = 1000000,
            .help = "From there on the schedule begins again, for as many epochs as training has."};
}

bool pastTheEnd(const TrainingPosition& position, const Settings&) {
    return position.step >= position.totalSteps;
}

// Step ----------------------------------------------------------------------------------------------

const std::vector<Field>& stepFields() {
    static const std::vector<Field> all{
        {.name = "every",
         .label = "Every … epochs",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{10},
         .minimum = 1,
         .maximum = 100000,
         .help = "How many passes over the data there are between two drops."},
        {.name = "factor",
         .label = "Factor",
         .type = FieldType::Real,
         .defaultValue = 0.5,
         .minimum = 0.01,
         .maximum = 1,
         .help = "What the learning rate is multiplied by at each drop."},
        beginsField()};
    return all;
}

double stepRate(double base, const TrainingPosition& position, const Settings& settings) {
    const auto every = static_cast<double>(integer(stepFields(), settings, "every"));
    return base * std::pow(real(stepFields(), settings, "factor"), std::floor(epochsDone(position) / every));
}

/// A drop more or less of what is left makes no difference any more.
bool stepsAreOver(const TrainingPosition& position, const Settings& settings) {
    return stepRate(1, position, settings) < kNothingLeft;
}

// Cosine --------------------------------------------------------------------------------------------

Field floorField() {
    return {.name = "floor",
            .label = "Floor",
            .type = FieldType::Real,
            .defaultValue = 0.0,
            .minimum = 0,
            .maximum = 1,
            .help = "What is left at the end, as a share of the learning rate at the beginning."};
}

const std::vector<Field>& cosineFields() {
    static const std::vector<Field> all{floorField(), beginsField()};
    return all;
}

/// Loshchilov and Hutter, "SGDR" (ICLR 2017), eq. 5, without restarts; done goes from 0 to 1.
double cosineFactor(double done, double floor) {
    return floor + (1 - floor) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(done, 0.0, 1.0)));
}

/// The triangle of Smith, "Cyclical learning rates" (2017), section 3.1, on its way down.
double linearFactor(double done, double floor) {
    return floor + (1 - floor) * (1 - std::clamp(done, 0.0, 1.0));
}

double cosineRate(double base, const TrainingPosition& position, const Settings& settings) {
    const double total = static_cast<double>(std::max<std::int64_t>(position.totalSteps, 1));
    return base *
           cosineFactor(static_cast<double>(position.step) / total, real(cosineFields(), settings, "floor"));
}

// Warm-up -------------------------------------------------------------------------------------------

const std::vector<Field>& warmUpFields() {
    static const std::vector<Field> all{
        {.name = "warm_up",
         .label = "Warm-up epochs",
         .type = FieldType::Real,
         .defaultValue = 1.0,
         .minimum = 0,
         .maximum = 1000,
         .help = "How many passes over the data it takes to get to the full learning rate."},
        {.name = "then",
         .label = "Then",
         .type = FieldType::Choice,
         .defaultValue = std::string("constant"),
         .choices = {"constant", "cosine", "linear"},
         .help = "What follows: the learning rate stays, falls in a gentle curve, or in a straight line."},
        floorField(),
        beginsField()};
    return all;
}

double warmUpSteps(const TrainingPosition& position, const Settings& settings) {
    const double perEpoch = static_cast<double>(std::max<std::int64_t>(position.stepsPerEpoch, 1));
    return std::round(real(warmUpFields(), settings, "warm_up") * perEpoch);
}

/// Steps of the curve behind the warm-up.
double stepsAfterWarmUp(const TrainingPosition& position, const Settings& settings) {
    return std::max(static_cast<double>(position.totalSteps) - warmUpSteps(position, settings), 1.0);
}

/// Goyal et al., "Accurate, large minibatch SGD" (2017), section 2.2: in even steps, the first one not zero.
double warmUpRate(double base, const TrainingPosition& position, const Settings& settings) {
    const double steps = warmUpSteps(position, settings);
    const auto step = static_cast<double>(position.step);
    if (step < steps)
        return base * (step + 1) / steps;
    const std::string& then = choice(warmUpFields(), settings, "then");
    if (then == "constant")
        return base;
    const double done = (step - steps) / stepsAfterWarmUp(position, settings);
    const double floor = real(warmUpFields(), settings, "floor");
    return base * (then == "linear" ? linearFactor(done, floor) : cosineFactor(done, floor));
}

bool warmUpIsOver(const TrainingPosition& position, const Settings& settings) {
    return choice(warmUpFields(), settings, "then") != "constant" &&
           static_cast<double>(position.step) >=
               warmUpSteps(position, settings) + stepsAfterWarmUp(position, settings);
}

std::vector<ScheduleType> makeSchedules() {
    return {
        {"constant",
         "Constant",
         "The learning rate stays as it was set.",
         R"(\eta_t = \eta_0)",
         {},
         constantRate},
        {"step", "Steps", "The learning rate drops by a factor every few passes over the data.",
         R"(\eta_t = \eta_0 \, \gamma^{\lfloor e / k \rfloor})", stepFields(), stepRate, stepsAreOver},
        {"cosine", "Cosine",
         "The learning rate falls in a gentle curve, from its full size to a floor at the end.",
         R"(\eta_t = \eta_0 \left( f + (1 - f) \, \tfrac{1}{2} \left(1 + \cos \tfrac{\pi t}{T}\right) \right))",
         cosineFields(), cosineRate, pastTheEnd},
        {"warm_up", "Warm-up", "The learning rate grows from almost nothing at first, then stays or falls.",
         R"(\eta_t = \eta_0 \, \frac{t + 1}{t_w} \text{ for } t < t_w)", warmUpFields(), warmUpRate,
         warmUpIsOver},
    };
}

} // namespace

std::span<const ScheduleType> scheduleTypes() {
    static const std::vector<ScheduleType> all = makeSchedules();
    return all;
}

const ScheduleType* findSchedule(const std::string& name) {
    const auto found = std::ranges::find(scheduleTypes(), name, &ScheduleType::name);
    return found == scheduleTypes().end() ? nullptr : &*found;
}

} // namespace protomind
