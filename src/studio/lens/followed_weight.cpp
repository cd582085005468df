// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/followed_weight.h"

#include "engine/train/step_dissection.h"
#include "studio/lens/gradient_share.h"
#include "studio/lens/number_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

struct Candidate {
    const VariablePass* pass = nullptr;
    std::size_t layer = 0;
    std::size_t variable = 0; ///< its place in the layer's declaration
    bool decayed = false;     ///< the price of L1 applies
};

double numberAt(const HostArray& array, std::size_t index) {
    return static_cast<double>(array.values[index]);
}

double changeAt(const VariablePass& pass, std::size_t index) {
    return std::abs(numberAt(pass.after, index) - numberAt(pass.before, index));
}

std::size_t mostChanged(const VariablePass& pass) {
    std::size_t most = 0;
    for (std::size_t i = 1; i < pass.before.values.size(); ++i) {
        if (changeAt(pass, i) > changeAt(pass, most))
            most = i;
    }
    return most;
}

Result<std::vector<Candidate>> candidatesOf(const StepDissection& step, const Model& model,
                                            const WeightWish& wish) {
    std::vector<Candidate> all;
    std::size_t place = 0; // in the layer's declaration
    std::size_t former = 0;
    for (const ModelVariable& variable : modelVariables(model)) {
        const std::size_t own = std::exchange(former, variable.layer) == variable.layer ? place : 0;
        place = own + 1;
        if (!wish.layer.empty() && model.layers[variable.layer].name != wish.layer)
            continue;
        if (wish.variable >= 0 && static_cast<std::int64_t>(own) != wish.variable)
            continue;
        const auto pass = std::ranges::find(step.variables, variable.name, &VariablePass::name);
        if (pass != step.variables.end() && !pass->gradient.values.empty())
            all.push_back({&*pass, variable.layer, own, isKernel(variable.declared.role)});
        else if (wish.variable >= 0)
            return fail(ProblemKind::Request, "The next step does not change this by a gradient.",
                        Sentence::name(variable.name), "Choose a weight that is trained.");
    }
    const bool chosen = !wish.layer.empty() || !wish.at.empty();
    if (all.empty() && chosen)
        return fail(ProblemKind::Request, "There is no such weight that the next step changes.",
                    Sentence::name(wish.layer), "Choose a layer with weights that are trained.");
    return all;
}

/// The number that the optimiser keeps by this name for the weight, or for all of them.
const VariablePass* stateOf(const StepDissection& step, const std::string& weight, const std::string& name) {
    const auto isOf = [&name](const std::string& variable, const std::string& owner) {
        // "<owner>/<name>", or with the name of a phase "<owner>/<phase>:<name>"
        return variable.starts_with(owner + "/") &&
               (variable.size() == owner.size() + 1 + name.size() || variable.ends_with(":" + name)) &&
               variable.ends_with(name) && variable.find('/', owner.size() + 1) == std::string::npos;
    };
    const auto found = std::ranges::find_if(step.variables, [&](const VariablePass& pass) {
        return !pass.ofNetwork && pass.updated && (isOf(pass.name, weight) || isOf(pass.name, "optimizer"));
    });
    return found == step.variables.end() ? nullptr : &*found;
}

void addGradients(std::vector<LensStepTerm>& terms, const Candidate& chosen, std::size_t index) {
    const double ofLoss = numberAt(chosen.pass->gradient, index);
    if (chosen.pass->penaltyGradient.values.empty()) {
        terms.push_back({.name = "Gradient", .symbol = "g", .before = ofLoss, .after = {}});
        return;
    }
    const double ofPenalty = numberAt(chosen.pass->penaltyGradient, index);
    terms.push_back({.name = "Gradient of the loss",
                     .symbol = R"(\partial L / \partial w)",
                     .before = ofLoss,
                     .after = {}});
    terms.push_back({.name = "Gradient of the penalty",
                     .symbol = R"(\partial P / \partial w)",
                     .before = ofPenalty,
                     .after = {}});
    terms.push_back({.name = "Gradient", .symbol = "g", .before = ofLoss + ofPenalty, .after = {}});
}

std::vector<LensStepTerm> termsOf(const StepDissection& step, const Candidate& chosen, std::size_t index) {
    const OptimizerType& type = *step.optimizer;
    std::vector<LensStepTerm> terms;
    addGradients(terms, chosen, index);
    terms.push_back({.name = "Learning rate", .symbol = R"(\eta)", .before = step.learningRate, .after = {}});
    for (const OptimizerTerm& term : type.terms) {
        LensStepTerm& shown = terms.emplace_back(
            LensStepTerm{.name = term.title, .symbol = term.symbol, .before = 0, .after = {}});
        if (std::ranges::find(type.fields, term.name, &Field::name) != type.fields.end()) {
            shown.before = real(type.fields, step.optimizerSettings, term.name);
        } else if (const VariablePass* state = stateOf(step, chosen.pass->name, term.name)) {
            const std::size_t place = state->before.shape.rank() == 0 ? 0 : index;
            shown.before = numberAt(state->before, place);
            shown.after = numberAt(state->after, place);
        } else {
            terms.pop_back(); // not kept for these settings
        }
    }
    if (step.l1 != 0 && chosen.decayed)
        terms.push_back(
            {.name = "Price of its size (L1)", .symbol = R"(\lambda_1)", .before = step.l1, .after = {}});
    terms.push_back({.name = "Weight",
                     .symbol = "w",
                     .before = numberAt(chosen.pass->before, index),
                     .after = numberAt(chosen.pass->after, index)});
    return terms;
}

} // namespace

Result<LensFollowedWeight> followWeight(const StepDissection& step, const Model& model,
                                        const WeightWish& wish) {
    if (wish.layer.empty() && wish.variable >= 0)
        return fail(ProblemKind::Request, "Of which layer the weight is was not said.", {},
                    "Choose a layer too.");
    const auto candidates = candidatesOf(step, model, wish);
    if (!candidates)
        return std::unexpected(candidates.error());
    LensFollowedWeight followed{.optimizer = step.optimizer->title, .formula = step.optimizer->formula};
    if (candidates->empty())
        return followed;
    Candidate chosen = candidates->front();
    for (const Candidate& other : *candidates) {
        if (changeAt(*other.pass, mostChanged(*other.pass)) >
            changeAt(*chosen.pass, mostChanged(*chosen.pass)))
            chosen = other;
    }
    const Shape& shape = chosen.pass->before.shape;
    if (!wish.at.empty() && !hasPlace(shape, wish.at))
        return fail(ProblemKind::Request,
                    sentence("The variable holds {} numbers: there is none at this place.", shape.text()),
                    Sentence::name(withPlace(chosen.pass->name, wish.at)));
    const std::size_t index =
        wish.at.empty() ? mostChanged(*chosen.pass) : static_cast<std::size_t>(indexOf(shape, wish.at));
    followed.variable = chosen.pass->name;
    followed.at = coordinatesOf(shape, static_cast<std::int64_t>(index));
    followed.terms = termsOf(step, chosen, index);
    followed.share =
        shareOfGradient(step, model, chosen.layer, chosen.variable, static_cast<std::int64_t>(index));
    return followed;
}

} // namespace protomind
