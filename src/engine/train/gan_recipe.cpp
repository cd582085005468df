// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/gan_recipe.h"

#include "engine/gan/gan_loss.h"
#include "engine/gan/gradient_penalty.h"
#include "engine/graph/build.h"
#include "engine/nn/latent.h"

#include <algorithm>

namespace protomind {

namespace {

/// Of what is drawn besides what layers draw, whose streams count from 0.
constexpr std::uint64_t kLatentStream = 0x6a9e0000;
constexpr std::uint64_t kBetweenStream = 0x6a9e0001;

/// Streams of the models in one graph, which draw numbers of their own.
constexpr std::uint64_t kStreamsOfReal = 0;
constexpr std::uint64_t kStreamsOfMade = kStreamsOfAModel;
constexpr std::uint64_t kStreamsOfGenerator = 2 * kStreamsOfAModel;
constexpr std::uint64_t kStreamsBetween = 3 * kStreamsOfAModel;

/// Whether what it says of a sample depends on the others of the batch.
bool mixesSamples(const Model& model) {
    return std::ranges::any_of(model.layers,
                               [](const ModelLayer& layer) { return layer.type->name == "batch_norm"; });
}

/// What the discriminator says of real and of made samples, [N] each.
struct Verdict {
    BuiltModel model; ///< that let the made ones through
    std::vector<NetworkVariable> variables;
    std::vector<LayerBuilder::StatisticUpdate> statistics;
    Node real;
    Node made;
    /// For each sample the squared slope of its score; null where it is not asked for.
    Node realSlopes;
    Node madeSlopes;
};

/// A phase in the making.
class Game {
public:
    Game(Graph& graph, const PhaseContext& context, std::int64_t batch, const Model& generator)
        : m_graph(graph)
        , m_context(context)
        , m_training(context.settings.gan)
        , m_loss(*findGanLoss(m_training.loss))
        , m_penalty(penaltyOf(m_training, m_loss))
        , m_batch(batch)
        , m_generator(generator) {}

    PhaseGraph discriminatorPhase() {
        const BuiltModel maker = makes();
        const Node real = samples();
        const Node made = stopGradient(maker.output);
        const bool apart = mixesSamples(m_context.model) || priced(kR1Penalty);
        const Verdict verdict = apart ? judgeApart(real, made) : judgeTogether(real, made);
        PhaseGraph phase;
        phase.variables = verdict.variables;
        phase.statistics = verdict.statistics;
        phase.loss = m_loss.discriminator(verdict.real, verdict.made);
        addPenalties(phase, m_graph, m_context, verdict.model);
        const std::vector<Computation::Output> slopes = priceSlopes(phase, verdict, real, made);
        phase.variables.insert(phase.variables.end(), maker.variables.begin(), maker.variables.end());
        phase.figures = [verdict, slopes, &loss = m_loss](std::vector<Computation::Output>& outputs) {
            outputs.push_back({kRealScore, mean(verdict.real)});
            outputs.push_back({kMadeScore, mean(verdict.made)});
            outputs.push_back({kToldApart, toldApart(loss, verdict.real, verdict.made)});
            outputs.insert(outputs.end(), slopes.begin(), slopes.end());
        };
        return phase;
    }

    PhaseGraph generatorPhase() {
        const BuiltModel maker = makes();
        PhaseGraph phase;
        phase.variables = maker.variables;
        phase.statistics = maker.updates;
        const Verdict verdict = m_loss.readsReal ? judgeApart(samples(), maker.output) : judge(maker.output);
        phase.variables.insert(phase.variables.end(), verdict.variables.begin(), verdict.variables.end());
        phase.loss = m_loss.generator(verdict.real, verdict.made);
        addPenalties(phase, m_graph, m_context, maker);
        return phase;
    }

    static const GanPenalty& penaltyOf(const GanTraining& training, const GanLoss& loss) {
        const GanPenalty* const penalty =
            findGanPenalty(training.penalty == "auto" ? loss.penalty : training.penalty);
        require(penalty != nullptr, "no penalty of that name");
        return *penalty;
    }

private:
    static Node mean(Node values) { return reshape(reduceMean(values), Shape{}); }

    Node samples() { return input(m_graph, kSamples, m_context.model.inputShape.prepended(m_batch)); }

    BuiltModel makes() {
        const Node latents =
            latentNoise(m_graph, m_generator, m_batch, m_context.settings.seed, kLatentStream);
        return through(m_generator, latents, kStreamsOfGenerator);
    }

    BuiltModel through(const Model& model, Node samples, std::uint64_t firstStream) {
        return buildModel(
            m_graph, model, samples,
            {.mode = BuildMode::Training, .seed = m_context.settings.seed, .firstStream = firstStream});
    }

    [[nodiscard]] bool priced(const char* name) const { return m_penalty.name == name; }

    static Node scoresOf(const BuiltModel& model) {
        return reshape(model.logits, Shape{model.logits.shape().elementCount()});
    }

    Verdict judge(Node made) {
        const BuiltModel model = through(m_context.model, made, kStreamsOfMade);
        return {.model = model,
                .variables = model.variables,
                .statistics = model.updates,
                .made = scoresOf(model)};
    }

    /// Both kinds at once: fewer and larger multiplications.
    Verdict judgeTogether(Node real, Node made) {
        const std::array both{real, made};
        // A node of its own, so that slopes are with respect to it.
        const Node all = alias(concat(both, 0));
        const BuiltModel model = through(m_context.model, all, kStreamsOfReal);
        const Node scores = scoresOf(model);
        const auto ofReal = [&](Node values) { return slice(values, {0}, {m_batch}); };
        const auto ofMade = [&](Node values) { return slice(values, {m_batch}, {m_batch}); };
        Verdict verdict{.model = model,
                        .variables = model.variables,
                        .statistics = model.updates,
                        .real = ofReal(scores),
                        .made = ofMade(scores)};
        if (priced(kR1AndR2Penalty)) {
            const Node slopes = squaredSlopes(scores, all);
            verdict.realSlopes = ofReal(slopes);
            verdict.madeSlopes = ofMade(slopes);
        }
        return verdict;
    }

    /// Each kind with the batch's statistics of its own, and without the work for a kind that nothing is
    /// learned from.
    Verdict judgeApart(Node real, Node made) {
        const Node realAlone = alias(real);
        const Node madeAlone = alias(made);
        const BuiltModel ofReal = through(m_context.model, realAlone, kStreamsOfReal);
        Verdict verdict = judge(madeAlone);
        verdict.real = scoresOf(ofReal);
        verdict.variables.insert(verdict.variables.end(), ofReal.variables.begin(), ofReal.variables.end());
        // The running statistics are those of real samples, which it is shown afterwards.
        verdict.statistics = ofReal.updates;
        if (priced(kR1Penalty) || priced(kR1AndR2Penalty))
            verdict.realSlopes = squaredSlopes(verdict.real, realAlone);
        if (priced(kR1AndR2Penalty))
            verdict.madeSlopes = squaredSlopes(verdict.made, madeAlone);
        return verdict;
    }

    /// Adds the price to what the discriminator makes small; gives what is told of it.
    std::vector<Computation::Output> priceSlopes(PhaseGraph& phase, const Verdict& verdict, Node real,
                                                 Node made) {
        std::vector<Computation::Output> told;
        Node price;
        if (verdict.realSlopes) {
            told.push_back({kRealSlope, mean(verdict.realSlopes)});
            price = told.back().node * 0.5f;
            if (verdict.madeSlopes) {
                told.push_back({kMadeSlope, mean(verdict.madeSlopes)});
                price = price + told.back().node * 0.5f;
            }
        } else if (priced(kGradientPenalty)) {
            const Node between = alias(pointsBetween(real, made, m_context.settings.seed, kBetweenStream));
            const BuiltModel model = through(m_context.model, between, kStreamsBetween);
            phase.variables.insert(phase.variables.end(), model.variables.begin(), model.variables.end());
            told.push_back({kSlopePrice, distanceFromSlopeOne(squaredSlopes(scoresOf(model), between))});
            price = told[0].node;
        }
        if (price) {
            const double set = m_training.penaltyWeight;
            const Node weighed = price * static_cast<float>(set > 0 ? set : m_penalty.usualWeight);
            phase.penalty = phase.penalty ? phase.penalty + weighed : weighed;
            phase.smoothPenalty = phase.smoothPenalty ? phase.smoothPenalty + weighed : weighed;
            phase.toMinimise = phase.toMinimise + weighed;
        }
        return told;
    }

    Graph& m_graph;
    const PhaseContext& m_context;
    const GanTraining& m_training;
    const GanLoss& m_loss;
    const GanPenalty& m_penalty;
    std::int64_t m_batch;
    const Model& m_generator;
};

std::vector<std::string> layersOf(const Model& model) {
    std::vector<std::string> names;
    for (const ModelLayer& layer : model.layers)
        names.push_back(layer.name);
    return names;
}

/// In the order in which the phase tells them.
std::vector<std::string> figuresOf(const GanPenalty& penalty) {
    std::vector<std::string> names{kRealScore, kMadeScore, kToldApart};
    if (penalty.name == kR1Penalty || penalty.name == kR1AndR2Penalty)
        names.emplace_back(kRealSlope);
    if (penalty.name == kR1AndR2Penalty)
        names.emplace_back(kMadeSlope);
    if (penalty.name == kGradientPenalty)
        names.emplace_back(kSlopePrice);
    return names;
}

} // namespace

bool isOfTwoPlayers(const Figures& figures) {
    const std::string ofDiscriminator = std::string(kLossFigure) + "/" + kDiscriminatorPhase;
    return std::ranges::find(figures, ofDiscriminator, &Figure::name) != figures.end();
}

TrainingRecipe ganRecipe(std::shared_ptr<const Model> generator, const TrainingSettings& settings) {
    const GanTraining& training = settings.gan;
    const VariableChoice ofGenerator = onlyOf(layersOf(*generator));
    TrainingPhase judging{
        .name = kDiscriminatorPhase,
        .build =
            [generator](Graph& graph, const PhaseContext& context, std::int64_t batch) {
                return Game(graph, context, batch, *generator).discriminatorPhase();
            },
        .trains = [ofGenerator](const std::string& variable) { return !ofGenerator(variable); },
        .steps = training.discriminatorSteps,
        .figures = figuresOf(Game::penaltyOf(training, *findGanLoss(training.loss)))};
    PhaseOptimizer optimizer{.name = training.generatorOptimizer,
                             .learningRateFactor = training.generatorRate};
    if (training.generatorOptimizer == kSharedOptimizer) {
        optimizer.name = settings.optimizer;
        optimizer.settings = settings.optimizerSettings;
    }
    TrainingPhase making{.name = kGeneratorPhase,
                         .build =
                             [generator](Graph& graph, const PhaseContext& context, std::int64_t batch) {
                                 return Game(graph, context, batch, *generator).generatorPhase();
                             },
                         .trains = ofGenerator,
                         .optimizer = std::move(optimizer),
                         .steps = training.generatorSteps,
                         .average = training.average};
    return {.phases = {std::move(judging), std::move(making)}, .generator = std::move(generator)};
}

Result<Objective> chooseGanObjective(const Model& discriminator, const Model& generator,
                                     const DataDescription& data) {
    const auto nameOf = [](const Model& model, int layer) {
        return model.layers[static_cast<std::size_t>(layer)].name;
    };
    const std::string inputName = nameOf(discriminator, discriminator.inputLayer);
    if (discriminator.inputShape != data.sampleShape)
        return fail(ProblemKind::Request,
                    sentence("The samples of {} are {}, but the network takes {}.", data.name,
                             data.sampleShape.text(), discriminator.inputShape.text()),
                    inputName, sentence("Set the shape of {:s} to {}.", inputName, data.sampleShape.text()));
    if (generator.outputShape != discriminator.inputShape)
        return fail(ProblemKind::Request,
                    sentence("The generator makes {}, but the discriminator takes {}.",
                             generator.outputShape.text(), discriminator.inputShape.text()),
                    nameOf(generator, generator.outputLayer),
                    sentence("Let its last layer give {}.", discriminator.inputShape.text()));
    if (discriminator.outputShape.elementCount() != 1)
        return fail(ProblemKind::Request,
                    sentence("The discriminator gives {} numbers for a sample, and a score is one.",
                             discriminator.outputShape.elementCount()),
                    nameOf(discriminator, discriminator.outputLayer), "Give its last layer one output.");
    return Objective{.loss = findLoss("mean_squared_error"),
                     .form = TargetForm::Values,
                     .targetShape = discriminator.outputShape,
                     .sampleRange = sampleRange(data.sampleShape)};
}

} // namespace protomind
