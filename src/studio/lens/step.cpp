// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "engine/train/step_dissection.h"
#include "studio/lens/followed_weight.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/step_story.h"
#include "studio/lens/working_text.h"

#include <algorithm>

/// What the next step of training will do, number by number, without doing it.
namespace protomind {

namespace {

constexpr std::int64_t kChangesMost = -1; ///< of the settings "weight" and "at"

const std::vector<Field>& stepFields() {
    static const std::vector<Field> all{
        {.name = "place",
         .label = "Sample",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{0},
         .minimum = 0,
         .maximum = 1 << 30,
         .help = "Which sample of the batch is followed through the layers, counted from 0."},
        {.name = "weight",
         .label = "Weights",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{kChangesMost},
         .minimum = kChangesMost,
         .maximum = 64,
         .help = "In which of the chosen layer's variables the followed weight is, in the order in which the "
                 "layer has them, counted from 0. -1: where one changes most."},
        {.name = "at",
         .label = "Number",
         .type = FieldType::Sizes,
         .defaultValue = std::vector<std::int64_t>{kChangesMost},
         .minimum = kChangesMost,
         .maximum = 1 << 30,
         .help = "Which weight is followed, by its coordinates in there, counted from 0. -1: the one that "
                 "changes most."}};
    return all;
}

Result<void> noTraining() {
    return fail(ProblemKind::Unsupported, "There is no training whose next step could be looked at.", {},
                "Choose data to train with.");
}

Result<void> stepSuits(const LensTarget& target) {
    if (target.data == nullptr)
        return noTraining();
    return checkLayer(target);
}

Sentence targetOf(const StepDissection& step, const DataDescription& data) {
    std::string text;
    for (const float value : step.target.values) {
        if (data.targetKind == TargetKind::Class) {
            const auto label = static_cast<std::size_t>(std::max(value, 0.0f));
            return Sentence::name(label < data.classNames.size() ? data.classNames[label]
                                                                 : std::to_string(label));
        }
        text += (text.empty() ? "" : ", ") + workedNumber(static_cast<double>(value));
    }
    return Sentence::name(text);
}

class StepWork final : public LensWork {
public:
    StepWork(const LensContext& context, const Settings& settings)
        : m_context(context)
        , m_model(context.network.model())
        , m_place(integer(stepFields(), settings, "place"))
        , m_wish{.layer = context.layer,
                 .variable = integer(stepFields(), settings, "weight"),
                 .at = sizes(stepFields(), settings, "at")} {
        if (m_wish.at.front() == kChangesMost)
            m_wish.at.clear();
    }

    Result<bool> advance() override {
        auto step = m_context.nextStep(m_place);
        if (!step)
            return std::unexpected(step.error());
        auto weight = followWeight(*step, m_model, m_wish);
        if (!weight)
            return std::unexpected(weight.error());
        show(std::move(*step), std::move(*weight));
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override { return std::move(m_result); }

private:
    void show(StepDissection step, LensFollowedWeight weight) {
        LensTrainingStep shown{.trainingSamples = m_context.training->size(),
                               .batch = {step.given.samples.begin(), step.given.samples.end()},
                               .place = step.place,
                               .sample = std::move(step.sample),
                               .target = targetOf(step, m_context.training->description()),
                               .loss = step.loss,
                               .penalty = step.penalty,
                               .sampleLoss = step.sampleLoss,
                               .learningRate = step.learningRate,
                               .weight = std::move(weight)};
        for (std::size_t layer = 0; layer < step.layers.size(); ++layer)
            shown.layers.push_back(passOf(layer, step.layers[layer]));
        takeWeights(step, shown);

        m_result.step = step.given.step;
        m_result.split = Split::Training;
        m_result.sentences = storyOf(shown);
        m_result.tables = tablesOf(shown);
        m_result.figures = {{"batch", static_cast<double>(shown.batch.size())},
                            {"loss", shown.loss},
                            {"sample_loss", shown.sampleLoss},
                            {"learning_rate", shown.learningRate}};
        if (shown.penalty >= 0)
            m_result.figures.push_back({"penalty", shown.penalty});
        if (!shown.weight.terms.empty()) {
            m_result.figures.push_back({"weight_before", shown.weight.terms.back().before});
            m_result.figures.push_back({"weight_after", *shown.weight.terms.back().after});
        }
        if (isPicture(shown.sample.shape))
            m_result.pictures.push_back(samplePicture(shown.sample, shown.target));
        m_result.trainingSteps.push_back(std::move(shown));
    }

    [[nodiscard]] LensLayerPass passOf(std::size_t layer, LayerPass& from) const {
        LensLayerPass pass{.layer = m_model.layers[layer].name,
                           .output = std::move(from.output),
                           .logits = std::move(from.logits),
                           .outputGradient = std::move(from.outputGradient)};
        for (std::size_t port = 0; port < from.passedOn.size(); ++port) {
            const auto input = static_cast<std::size_t>(m_model.layers[layer].inputs[port]);
            pass.passedOn.push_back(
                {Sentence::name(m_model.layers[input].name), std::move(from.passedOn[port])});
        }
        return pass;
    }

    void takeWeights(StepDissection& step, LensTrainingStep& shown) const {
        for (const ModelVariable& variable : modelVariables(m_model)) {
            const auto pass = std::ranges::find(step.variables, variable.name, &VariablePass::name);
            require(pass != step.variables.end(), "stepLens: a variable of the network is missing");
            shown.layers[variable.layer].weights.push_back(
                {.variable = variable.name,
                 .before = std::move(pass->before),
                 .gradient = std::move(pass->gradient),
                 .penaltyGradient = std::move(pass->penaltyGradient),
                 .after = std::move(pass->after)});
        }
    }

    const LensContext& m_context;
    const Model& m_model;
    std::int64_t m_place;
    WeightWish m_wish;
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginStep(const LensContext& context, const Settings& settings) {
    if (!context.nextStep || context.training == nullptr)
        return std::unexpected(noTraining().error());
    return std::make_unique<StepWork>(context, settings);
}

} // namespace

const LensType& stepLens() {
    static const LensType type{.name = "step",
                               .title = "A step of training",
                               .summary = "What the next step of training will do, without doing it: the "
                                          "batch forward, the gradients back, and each weight's way through "
                                          "the optimiser.",
                               .subject = LensSubject::Network,
                               .hasOwnView = true,
                               .fields = stepFields(),
                               .figures = {{"batch", "How many samples the batch has."},
                                           {"loss", "The mean loss over the batch."},
                                           {"sample_loss", "The loss of the followed sample."},
                                           {"learning_rate", "The learning rate of the step."},
                                           {"penalty", "The price of large weights."},
                                           {"weight_before", "The followed weight before the step."},
                                           {"weight_after", "The followed weight after it."}},
                               .suits = stepSuits,
                               .begin = beginStep};
    return type;
}

} // namespace protomind
