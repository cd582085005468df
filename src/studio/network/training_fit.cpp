// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/training_fit.h"

#include "engine/nn/loss.h"
#include "studio/network/last_activations.h"
#include "studio/network/learning_check.h"
#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <unistd.h>

namespace protomind {

namespace {

constexpr double kMostBytes = 8.0 * (1ULL << 30); ///< as compile.h plans at most
constexpr double kShareOfMemory = 0.8;
constexpr double kBytes = 4;
/// Weight, gradient, two states of the optimiser, the last good copy.
constexpr double kCopiesOfWeights = 5;
/// What a layer gives, and the gradient that comes back.
constexpr double kCopiesOfOutputs = 2;

/// In floating point: sizes of drawings that nobody could train must not overflow.
double bytesNeeded(const Network& network, const Analysis& analysis, double batchSize) {
    double outputs = 0;
    for (const Layer& layer : network.layers()) {
        const auto facts = analysis.layers.find(layer.id);
        if (facts != analysis.layers.end() && facts->second.outputShape)
            outputs += double(facts->second.outputShape->elementCount());
    }
    return kBytes * (kCopiesOfWeights * double(analysis.parameters) + kCopiesOfOutputs * outputs * batchSize);
}

Sentence bytesText(double bytes) {
    constexpr double kKilo = 1000;
    if (bytes >= kKilo * kKilo * kKilo)
        return sentence("{:.1f} GB", bytes / (kKilo * kKilo * kKilo));
    return sentence("{:.0f} MB", std::max(1.0, bytes / (kKilo * kKilo)));
}

class TrainingFit {
public:
    TrainingFit(const Network& network, const Surroundings& surroundings, Analysis& analysis)
        : m_network(network)
        , m_surroundings(surroundings)
        , m_analysis(analysis) {}

    void check() {
        if (!m_analysis.output || m_analysis.output == m_analysis.input)
            return;
        const bool canBeSet = checkRanges();
        checkLoss();
        checkMemory();
        if (canBeSet)
            checkLearning(m_network, m_surroundings, m_analysis);
    }

private:
    NetworkProblem& report(NetworkProblemKind kind, Severity severity, Sentence sentence, LayerId where) {
        m_analysis.problems.push_back({.severity = severity,
                                       .sentence = std::move(sentence),
                                       .layer = where,
                                       .wire = {},
                                       .fixes = {},
                                       .kind = kind});
        return m_analysis.problems.back();
    }

    /// Files may hold what can't be set.
    [[nodiscard]] bool checkRanges() {
        bool allFit = true;
        for (const Field& field : trainingFields()) {
            const FieldValue value = trainingField(m_surroundings.training, field.name);
            if (const Result<void> fits = checkField(field, value); !fits) {
                allFit = false;
                const FieldValue nearest = nearestValid(field, value);
                report(NetworkProblemKind::SettingOutOfRange, Severity::Error, fits.error().sentence,
                       m_analysis.output)
                    .fixes = {{sentence("Set {} to {}", field.label, settingText(nearest)),
                               Fix::SetTraining{field.name, nearest}}};
            }
        }
        return allFit;
    }

    /// Where the number of outputs is off, that is said already.
    [[nodiscard]] bool outputsFit() const {
        return std::ranges::none_of(m_analysis.problems, [](const NetworkProblem& problem) {
            return problem.kind == NetworkProblemKind::OutputCount ||
                   problem.kind == NetworkProblemKind::OutputNotFlat;
        });
    }

    void checkLoss() {
        if (m_analysis.players.any()) // Theirs looks at no targets.
            return;
        const std::optional<Shape>& given = m_analysis.layers.at(m_analysis.output).outputShape;
        if (!m_surroundings.data || !given || given->rank() != 1 || !outputsFit())
            return;
        const DataShapes& data = *m_surroundings.data;
        const TargetForm form = data.classes ? TargetForm::Classes : TargetForm::Values;
        const std::int64_t classes = data.classes ? data.outputs : 0;
        const std::int64_t outputs = (*given)[0];
        const LossType* loss = m_surroundings.training.loss == "auto"
                                   ? &autoLoss(form, classes, outputs)
                                   : findLoss(m_surroundings.training.loss);
        if (loss == nullptr)
            return;
        if (const Result<void> fits = loss->check(form, classes, outputs); !fits) {
            const LossType& better = autoLoss(form, classes, outputs);
            report(NetworkProblemKind::LossMismatch, Severity::Error, fits.error().sentence,
                   m_analysis.output)
                .fixes = {lossFix(better), followFix()};
            return;
        }
        if (checkValues(*loss))
            checkScores(*loss);
    }

    /// The binary cross-entropy of other values than probabilities has no smallest value.
    [[nodiscard]] bool checkValues(const LossType& loss) {
        const DataShapes& data = *m_surroundings.data;
        if (loss.name != "binary_cross_entropy" || !data.targets ||
            (!data.targets->isBelow(0) && !data.targets->isAbove(1)))
            return true;
        report(NetworkProblemKind::LossMismatch, Severity::Error,
               sentence("{} is for values from 0 to 1, but those of {} go from {:g} to {:g}: it could be "
                        "made smaller without end.",
                        loss.title, data.dataName.empty() ? "the data" : data.dataName, data.targets->lowest,
                        data.targets->highest),
               m_analysis.output)
            .fixes = {lossFix(autoLoss(TargetForm::Values, 0, data.outputs)), followFix()};
        return false;
    }

    [[nodiscard]] static Fix lossFix(const LossType& loss) {
        return {sentence("Set the loss to {}", loss.title), Fix::SetTraining{"loss", loss.name}};
    }
    [[nodiscard]] static Fix followFix() {
        return {"Let the loss follow the data", Fix::SetTraining{"loss", std::string("auto")}};
    }

    /// A hinge asks for scores a margin of one apart; shares between 0 and 1 hardly get there. Other losses
    /// make probabilities of scores themselves; they see through a last activation, but not past a layer
    /// behind it.
    void checkScores(const LossType& loss) {
        for (const LayerId id : lastActivations(m_network, m_analysis)) {
            const Layer& layer = *m_network.layer(id);
            const ActivationSetting activation = activationSetting(layer, *findLayerType(layer.type));
            if (!loss.fromLogits || !givesProbabilities(activation))
                continue;
            const Fix linear = setFieldFix(layer, *activation.field, std::string("linear"));
            if (loss.name == "hinge") {
                report(NetworkProblemKind::LossMismatch, Severity::Warning,
                       sentence("{} compares plain scores, but {:s} ends in {}, which squeezes them "
                                "between 0 and 1.",
                                loss.title, layer.name, activation.value),
                       id)
                    .fixes = {linear, followFix()};
            } else if (id != m_analysis.output) {
                report(NetworkProblemKind::AppliedTwice, Severity::Warning,
                       sentence("{:s} makes probabilities with {}, and {} does the same once more with "
                                "what {:s} gives: the network can never be sure.",
                                layer.name, activation.value, loss.title,
                                m_network.layer(m_analysis.output)->name),
                       id)
                    .fixes = {linear};
            }
        }
    }

    void checkMemory() {
        const auto batch = double(m_surroundings.training.batchSize);
        const auto room = double(m_surroundings.memory);
        const double needed = bytesNeeded(m_network, m_analysis, batch);
        if (room <= 0 || needed <= room)
            return;
        const LayerId largest = *std::ranges::max_element(m_analysis.order, {}, [this](LayerId layer) {
            return m_analysis.layers.at(layer).outputShape->elementCount();
        });
        const Layer& layer = *m_network.layer(largest);
        NetworkProblem& problem = report(
            NetworkProblemKind::TooMuchMemory, Severity::Error,
            sentence("Training with batches of {} takes about {} of memory, but only {} can be used here. "
                     "{:s} gives the most numbers: {}.",
                     m_surroundings.training.batchSize, bytesText(needed), bytesText(room), layer.name,
                     m_analysis.layers.at(largest).outputShape->text()),
            largest);
        std::int64_t fits = m_surroundings.training.batchSize;
        while (fits > 0 && bytesNeeded(m_network, m_analysis, double(fits)) > room)
            fits /= 2;
        if (fits > 0)
            problem.fixes.push_back(
                {sentence("Set the batch size to {}", fits), Fix::SetTraining{"batch_size", fits}});
        if (layer.type != "input")
            problem.fixes.push_back(removeLayerFix(layer));
    }

    const Network& m_network;
    const Surroundings& m_surroundings;
    Analysis& m_analysis;
};

} // namespace

Analysis analyse(const Network& network, const Surroundings& surroundings) {
    Analysis analysis = surroundings.data ? analyse(network, *surroundings.data) : analyse(network);
    TrainingFit(network, surroundings, analysis).check();
    std::ranges::stable_sort(analysis.problems, {}, &NetworkProblem::severity);
    return analysis;
}

std::int64_t trainingMemory(const Network& network, const Analysis& analysis, std::int64_t batchSize) {
    constexpr double kMost = 9e18;
    return static_cast<std::int64_t>(std::min(kMost, bytesNeeded(network, analysis, double(batchSize))));
}

std::int64_t usableMemory() {
    return usableMemory(std::int64_t{sysconf(_SC_PHYS_PAGES)} * std::int64_t{sysconf(_SC_PAGESIZE)});
}

std::int64_t usableMemory(std::int64_t there) {
    return static_cast<std::int64_t>(std::min(kMostBytes, kShareOfMemory * double(there)));
}

std::optional<TrainingSettings> trainingAfter(const TrainingSettings& settings, const Fix& fix) {
    const auto* change = std::get_if<Fix::SetTraining>(&fix.action);
    if (change == nullptr || trainingField(settings, change->field) == change->value)
        return std::nullopt;
    TrainingSettings after = settings;
    setTrainingField(after, change->field, change->value);
    // Another schedule has other settings of its own.
    if (change->field == "schedule")
        after.scheduleSettings.clear();
    if (change->field == "optimizer")
        after.optimizerSettings.clear();
    return after;
}

} // namespace protomind
