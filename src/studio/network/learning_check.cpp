// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/learning_check.h"

#include "engine/data/split.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Times the optimiser's own learning rate. Between the two there are uses; beyond them there are none.
constexpr double kFarTooLarge = 1000;
constexpr double kFarTooSmall = 1e-6;

Fix trainingFix(Sentence label, const std::string& field, double value) {
    return {std::move(label), Fix::SetTraining{field, value}};
}

Fix batchFix(std::int64_t size) {
    return {sentence("Set the batch size to {}", size), Fix::SetTraining{"batch_size", size}};
}

class LearningCheck {
public:
    LearningCheck(const Network& network, const Surroundings& surroundings, Analysis& analysis)
        : m_network(network)
        , m_surroundings(surroundings)
        , m_settings(surroundings.training)
        , m_analysis(analysis) {}

    void check() {
        checkLearningRate();
        checkSchedule();
        checkPenalties();
        checkNormalisations();
        checkWeights();
        checkZeros();
        checkAnswers();
        checkKeptAside();
    }

private:
    void report(NetworkProblemKind kind, Sentence sentence, std::vector<Fix> fixes, LayerId where = {}) {
        m_analysis.problems.push_back({.severity = Severity::Warning,
                                       .sentence = std::move(sentence),
                                       .layer = where,
                                       .wire = {},
                                       .fixes = std::move(fixes),
                                       .kind = kind});
    }

    void checkLearningRate() {
        const OptimizerType* optimizer = findOptimizer(m_settings.optimizer);
        if (optimizer == nullptr)
            return;
        const double rate = m_settings.learningRate;
        const double usual = optimizer->defaultLearningRate;
        const std::vector<Fix> fixes{
            trainingFix(sentence("Set the learning rate to {:g}", usual), "learning_rate", usual)};
        if (rate == 0)
            report(NetworkProblemKind::LearningRate, "The learning rate is 0, so no step moves a weight.",
                   fixes);
        else if (rate > kFarTooLarge * usual)
            report(NetworkProblemKind::LearningRate,
                   sentence("The learning rate is {:g}, but {} works best with about {:g}: steps this long "
                            "throw the weights far off.",
                            rate, optimizer->title, usual),
                   fixes);
        else if (rate < kFarTooSmall * usual)
            report(NetworkProblemKind::LearningRate,
                   sentence("The learning rate is {:g}, but {} works best with about {:g}: steps this "
                            "short hardly move a weight.",
                            rate, optimizer->title, usual),
                   fixes);
    }

    /// A drop now and then can leave nothing before the epochs are done.
    void checkSchedule() {
        const ScheduleType* schedule = findSchedule(m_settings.schedule);
        if (schedule == nullptr || m_settings.schedule != "step")
            return;
        const auto shareIn = [&](std::int64_t epoch) {
            return schedule->learningRate(1, {.step = epoch, .stepsPerEpoch = 1, .totalSteps = 1},
                                          m_settings.scheduleSettings);
        };
        if (shareIn(m_settings.epochs - 1) >= kNothingLeft)
            return;
        std::int64_t last = 0; // It only falls.
        for (std::int64_t step = std::int64_t{1} << 20; step > 0; step /= 2)
            if (last + step < m_settings.epochs && shareIn(last + step) >= kNothingLeft)
                last += step;
        const std::int64_t begins = integer(schedule->fields, m_settings.scheduleSettings, kScheduleBegins);
        report(NetworkProblemKind::FadingSchedule,
               begins > 0
                   ? sentence("The schedule {}, begun again after epoch {}, leaves less than a millionth of "
                              "the learning rate after epoch {} of {}: from then on nothing is learned.",
                              schedule->title, begins, begins + last + 1, begins + m_settings.epochs)
                   : sentence("The schedule {} leaves less than a millionth of the learning rate after "
                              "epoch {} of {}: from then on nothing is learned.",
                              schedule->title, last + 1, m_settings.epochs),
               {{"Set the schedule to constant", Fix::SetTraining{"schedule", std::string("constant")}}});
    }

    void checkPenalties() {
        const double rate = m_settings.learningRate;
        constexpr double kMild = 0.001;
        if (m_settings.optimizer != "sgd")
            return; // Others step at another pace.
        // A step turns w into (1 - 2 eta l2) w.
        if (rate * m_settings.l2 >= 1)
            report(NetworkProblemKind::Penalty,
                   sentence("With an L2 penalty of {:g} and a learning rate of {:g}, every step pulls the "
                            "weights past zero, farther than they were.",
                            m_settings.l2, rate),
                   {trainingFix(sentence("Set the L2 penalty to {:g}", kMild), "l2", kMild)});
        if (rate * m_settings.l1 >= 1)
            report(NetworkProblemKind::Penalty,
                   sentence("With an L1 penalty of {:g} and a learning rate of {:g}, every step takes {:g} "
                            "off each weight: none is left.",
                            m_settings.l1, rate, rate * m_settings.l1),
                   {trainingFix(sentence("Set the L1 penalty to {:g}", kMild), "l1", kMild)});
    }

    /// Samples to learn from; 0 where that is not known.
    [[nodiscard]] std::int64_t samples() const {
        if (!m_surroundings.data || m_surroundings.data->samples <= 0)
            return 0;
        const std::int64_t all = m_surroundings.data->samples;
        return all - samplesKeptAside(all, m_settings.validation);
    }

    void checkNormalisations() {
        const std::int64_t count = samples();
        const std::int64_t batch = count > 0 ? std::min(m_settings.batchSize, count) : m_settings.batchSize;
        const std::int64_t last = count > 0 && count % batch != 0 ? count % batch : batch;
        bool batchTold = false;
        for (const LayerId id : m_analysis.order) {
            const Layer& layer = *m_network.layer(id);
            const LayerType& type = *findLayerType(layer.type);
            const std::vector<Shape>& inputs = m_analysis.layers.at(id).inputShapes;
            if (type.normalisedTogether == nullptr || inputs.empty())
                continue;
            const auto together = [&](std::int64_t size) {
                return type.normalisedTogether(layer.settings, inputs[0], size);
            };
            if (together(2) == 1) {
                reportSingleNumber(layer, type, inputs[0]);
            } else if (together(last) == 1 && !batchTold) {
                batchTold = true;
                reportBatch(layer, count, batch);
            }
        }
    }

    void reportSingleNumber(const Layer& layer, const LayerType& type, const Shape& input) {
        std::vector<Fix> fixes;
        const Field* groups = findField(type.fields, FieldRole::Groups);
        if (groups != nullptr && input.back(0) > 1)
            fixes.push_back(setFieldFix(layer, *groups, std::int64_t{1}));
        fixes.push_back(removeLayerFix(layer));
        report(NetworkProblemKind::NothingToNormalise,
               sentence("{:s} takes the mean and the spread of a single number, so it always gives the "
                        "same, whatever comes in.",
                        layer.name),
               std::move(fixes), layer.id);
    }

    void reportBatch(const Layer& layer, std::int64_t count, std::int64_t batch) {
        const std::int64_t standard = TrainingSettings().batchSize;
        if (batch == 1) {
            std::vector<Fix> fixes;
            if (count != 1)
                fixes.push_back(batchFix(sizeWithoutRest(count, standard)));
            else
                fixes.push_back(removeLayerFix(layer));
            report(NetworkProblemKind::NothingToNormalise,
                   sentence("{:s} takes the mean and the spread of each batch, but a batch is a single "
                            "sample: it always gives the same, and the layers before it learn nothing.",
                            layer.name),
                   std::move(fixes), layer.id);
            return;
        }
        report(NetworkProblemKind::NothingToNormalise,
               sentence("{} samples in batches of {} leave a last batch of a single sample, of which {:s} "
                        "can't take a spread: that spoils what it remembers.",
                        count, batch, layer.name),
               {batchFix(sizeWithoutRest(count, batch))}, layer.id);
    }

    /// The size from here on with which the last batch is not a single sample.
    [[nodiscard]] static std::int64_t sizeWithoutRest(std::int64_t count, std::int64_t size) {
        while (count > 0 && size < count && count % size == 1)
            ++size;
        return size;
    }

    void checkWeights() {
        if (m_analysis.parameters > 0)
            return;
        const std::optional<Shape>& given = m_analysis.layers.at(m_analysis.output).outputShape;
        std::vector<Fix> fixes;
        if (given->rank() == 1)
            fixes.push_back({sentence("Add Dense with {}", (*given)[0]),
                             Fix::AddLayer{"dense",
                                           settingsByRole("dense", {{FieldRole::OutputSize, (*given)[0]}}),
                                           m_analysis.output,
                                           {}}});
        report(NetworkProblemKind::NothingToLearn,
               "No layer of this network has weights, so there is nothing that it could learn.",
               std::move(fixes), m_analysis.output);
    }

    [[nodiscard]] static const Field* zeroField(const Layer& layer, const LayerType& type) {
        const Field* field = findField(type.fields, FieldRole::Initialiser);
        return field != nullptr && choice(type.fields, layer.settings, field->name) == "zeros" ? field
                                                                                               : nullptr;
    }

    /// A ReLU has no slope at zero, and of two layers of zeros in a row each gets only zeros from the other.
    void checkZeros() {
        const Layer* zeros = nullptr;
        const bool row = m_network.wires().size() + 1 == m_network.layers().size();
        for (const LayerId id : m_analysis.order) {
            const Layer& layer = *m_network.layer(id);
            const LayerType& type = *findLayerType(layer.type);
            const Field* field = zeroField(layer, type);
            const bool keepsZero = !givesProbabilities(activationSetting(layer, type)) &&
                                   (field != nullptr || type.category == LayerCategory::Learned ||
                                    type.category == LayerCategory::Shape);
            if (!keepsZero)
                zeros = nullptr;
            if (field == nullptr)
                continue;
            std::vector<Fix> fixes{setFieldFix(layer, *field, std::string("auto"))};
            fixes.front().label = sentence("Let {:s} begin with random weights", layer.name);
            if (activationSetting(layer, type).value == "relu")
                report(NetworkProblemKind::StuckAtZero,
                       sentence("All weights of {:s} begin at zero, where relu has no slope: no step can "
                                "ever move them.",
                                layer.name),
                       fixes, id);
            else if (zeros != nullptr && row)
                report(NetworkProblemKind::StuckAtZero,
                       sentence("The weights of {:s} and of {:s} all begin at zero, so that neither gets "
                                "anything but zeros from the other: no step can ever move them.",
                                zeros->name, layer.name),
                       fixes, id);
            else if (keepsZero)
                zeros = &layer;
        }
    }

    /// Where every answer is the same there is nothing to tell apart, and any network seems to know it all.
    void checkAnswers() {
        if (!m_surroundings.data || m_analysis.players.any()) // A generator learns from the samples alone.
            return;
        const DataShapes& data = *m_surroundings.data;
        if (!data.onlyClass.empty())
            report(NetworkProblemKind::SameAnswer,
                   sentence("All samples to learn from are of class {:s}: a network that never looks at "
                            "them is always right.",
                            data.onlyClass),
                   {});
        else if (data.targets && data.samples > 1 && data.targets->lowest == data.targets->highest)
            report(NetworkProblemKind::SameAnswer,
                   sentence("All values to learn are {:g}: a network that never looks at the samples is "
                            "always right.",
                            data.targets->lowest),
                   {});
    }

    void checkKeptAside() {
        const std::int64_t all = m_surroundings.data ? m_surroundings.data->samples : 0;
        if (all <= 0 || m_settings.validation <= 0 || samplesKeptAside(all, m_settings.validation) > 0)
            return;
        std::vector<Fix> fixes;
        for (const double share : {0.1, 0.2, 0.5})
            if (fixes.empty() && samplesKeptAside(all, share) > 0)
                fixes.push_back(
                    trainingFix(sentence("Set the validation share to {:g}", share), "validation", share));
        fixes.push_back(trainingFix("Keep nothing aside", "validation", 0));
        report(NetworkProblemKind::NothingKeptAside,
               sentence("A validation share of {:g} is less than one of {} samples: nothing is kept aside.",
                        m_settings.validation, all),
               std::move(fixes));
    }

    const Network& m_network;
    const Surroundings& m_surroundings;
    const TrainingSettings& m_settings;
    Analysis& m_analysis;
};

} // namespace

LayerId normalisesOnlyBatches(const Network& network, const Analysis& analysis) {
    for (const LayerId id : analysis.order) {
        const Layer& layer = *network.layer(id);
        const LayerType& type = *findLayerType(layer.type);
        const std::vector<Shape>& inputs = analysis.layers.at(id).inputShapes;
        if (type.normalisedTogether != nullptr && !inputs.empty() &&
            type.normalisedTogether(layer.settings, inputs[0], 1) == 1 &&
            type.normalisedTogether(layer.settings, inputs[0], 2) > 1)
            return id;
    }
    return {};
}

void checkLearning(const Network& network, const Surroundings& surroundings, Analysis& analysis) {
    LearningCheck(network, surroundings, analysis).check();
}

} // namespace protomind
