// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/optimizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <stdexcept>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

constexpr int kSteps = 5;
const Doubles kFirst{1.0, -0.5, 0.0, 2.0};
const Doubles kRates{0.1, 0.1, 0.05, 0.05, 0.2};

/// The gradient of step t for weight i: fixed, of mixed sign and size, with zeros.
double gradientAt(int t, std::size_t i) {
    static const Doubles table{0.3, -1.2, 0.0, 40.0, -0.7, 0.9, 1e-3, -3.0, 0.25, 2.5};
    return table[(static_cast<std::size_t>(t) * 3 + i * 2) % table.size()];
}

/// Weights after each of the steps, by running the graph.
std::vector<Doubles> run(const OptimizerType& type, const Settings& settings, bool decayed = true,
                         double l1 = 0) {
    Graph graph;
    const NetworkVariable weight{"w/kernel", variable(graph, "w/kernel", {4}), {}, true, decayed};
    const Node gradient = input(graph, "gradient", {4});
    OptimizerBuilder builder(graph, input(graph, "rate", Shape()), l1);
    buildOptimizer(builder, type, settings, std::array{weight}, std::array{gradient});
    NamedValues values{{"w/kernel", kFirst}};
    for (const NetworkVariable& state : builder.variables()) {
        Graph other;
        values[state.name] = valueOf(initialValue(other, state.node.shape(), state.initialiser, 7, 0), {});
    }
    std::vector<Node> next;
    for (const auto& update : builder.updates())
        next.push_back(update.value);
    std::vector<Doubles> history;
    for (int t = 0; t < kSteps; ++t) {
        values["rate"] = {kRates[static_cast<std::size_t>(t)]};
        values["gradient"].clear();
        for (std::size_t i = 0; i < kFirst.size(); ++i)
            values["gradient"].push_back(gradientAt(t, i));
        const std::vector<Doubles> after = evaluate(next, values);
        for (std::size_t i = 0; i < after.size(); ++i)
            values[builder.updates()[i].variable.as<LeafAttributes>().name] = after[i];
        history.push_back(values["w/kernel"]);
    }
    return history;
}

/// The same for one weight, from the papers: t counts from 1.
struct Scalar {
    double w = 0;
    double m = 0;
    double v = 0;
};
using Rule = void (*)(Scalar& s, double g, double rate, int t);

void expectSteps(const char* name, const Settings& settings, Rule rule, bool decayed = true, double l1 = 0) {
    const std::vector<Doubles> history = run(*findOptimizer(name), settings, decayed, l1);
    for (std::size_t i = 0; i < kFirst.size(); ++i) {
        Scalar s{kFirst[i], 0, 0};
        for (int t = 1; t <= kSteps; ++t) {
            rule(s, gradientAt(t - 1, i), kRates[static_cast<std::size_t>(t - 1)], t);
            EXPECT_NEAR(history[static_cast<std::size_t>(t - 1)][i], s.w, 1e-6 * (1 + std::abs(s.w)))
                << name << " weight " << i << " step " << t;
        }
    }
}

TEST(Sgd, StepsAgainstTheGradient) {
    expectSteps("sgd", {}, [](Scalar& s, double g, double rate, int) { s.w -= rate * g; });
}

TEST(Momentum, CarriesStepsOver) {
    expectSteps("momentum", {{"momentum", 0.8}}, [](Scalar& s, double g, double rate, int) {
        s.v = 0.8 * s.v - rate * g;
        s.w += s.v;
    });
}

// Sutskever et al. write it for the weights before the look ahead: theta = w - mu v. Worked in theirs here.
TEST(Nesterov, LooksAhead) {
    expectSteps("nesterov", {{"momentum", 0.8}}, [](Scalar& s, double g, double rate, int) {
        const double theta = s.w - 0.8 * s.v;
        s.v = 0.8 * s.v - rate * g; // g is the gradient at theta + mu v = w
        s.w = (theta + s.v) + 0.8 * s.v;
    });
}

TEST(RmsProp, DividesByTheUsualSize) {
    expectSteps("rmsprop", {{"decay", 0.7}, {"epsilon", 1e-4}}, [](Scalar& s, double g, double rate, int) {
        s.v = 0.7 * s.v + 0.3 * g * g;
        s.w -= rate * g / (std::sqrt(s.v) + 1e-4);
    });
}

void adam(Scalar& s, double g, double rate, int t, double decay) {
    const double before = s.w;
    s.m = 0.8 * s.m + 0.2 * g;
    s.v = 0.99 * s.v + 0.01 * g * g;
    const double m = s.m / (1 - std::pow(0.8, t));
    const double v = s.v / (1 - std::pow(0.99, t));
    s.w -= rate * (m / (std::sqrt(v) + 1e-4) + decay * before);
}
const Settings kAdam{{"beta1", 0.8}, {"beta2", 0.99}, {"epsilon", 1e-4}};

TEST(Adam, FollowsThePapersAlgorithm) {
    expectSteps("adam", kAdam, [](Scalar& s, double g, double rate, int t) { adam(s, g, rate, t, 0); });
}

TEST(AdamW, DecaysWeightsApartFromTheGradient) {
    Settings settings = kAdam;
    settings["weight_decay"] = 0.1;
    expectSteps("adamw", settings, [](Scalar& s, double g, double rate, int t) { adam(s, g, rate, t, 0.1); });
}

TEST(AdamW, LeavesBiasesAlone) {
    Settings settings = kAdam;
    settings["weight_decay"] = 0.1;
    expectSteps(
        "adamw", settings, [](Scalar& s, double g, double rate, int t) { adam(s, g, rate, t, 0); }, false);
}

/// The nearest number that is threshold closer to zero.
void pull(Scalar& s, double threshold) {
    s.w = s.w > threshold ? s.w - threshold : s.w < -threshold ? s.w + threshold : 0;
}
constexpr double kPrice = 0.7;

TEST(L1, PullsEveryWeightTowardsZeroAfterTheStep) {
    expectSteps(
        "sgd", {},
        [](Scalar& s, double g, double rate, int) {
            s.w -= rate * g;
            pull(s, rate * kPrice);
        },
        true, kPrice);
}

TEST(L1, PullsAsFarAsMomentumCarriesASteadyGradient) {
    expectSteps(
        "momentum", {{"momentum", 0.8}},
        [](Scalar& s, double g, double rate, int) {
            s.v = 0.8 * s.v - rate * g;
            s.w += s.v;
            s.m = 0.8 * s.m + rate;
            pull(s, s.m * kPrice);
        },
        true, kPrice);
    expectSteps(
        "nesterov", {{"momentum", 0.8}},
        [](Scalar& s, double g, double rate, int) {
            s.v = 0.8 * s.v - rate * g;
            s.w += 0.8 * s.v - rate * g;
            s.m = 0.8 * s.m + rate;
            pull(s, (0.8 * s.m + rate) * kPrice);
        },
        true, kPrice);
}

TEST(L1, PullsEveryWeightAtItsOwnPace) {
    expectSteps(
        "rmsprop", {{"decay", 0.7}, {"epsilon", 1e-4}},
        [](Scalar& s, double g, double rate, int) {
            s.v = 0.7 * s.v + 0.3 * g * g;
            s.w -= rate * g / (std::sqrt(s.v) + 1e-4);
            pull(s, rate * kPrice / (std::sqrt(s.v) + 1e-4));
        },
        true, kPrice);
    expectSteps(
        "adam", kAdam,
        [](Scalar& s, double g, double rate, int t) {
            adam(s, g, rate, t, 0);
            pull(s, rate * kPrice / (std::sqrt(s.v / (1 - std::pow(0.99, t))) + 1e-4));
        },
        true, kPrice);
    Settings decaying = kAdam;
    decaying["weight_decay"] = 0.1;
    expectSteps(
        "adamw", decaying,
        [](Scalar& s, double g, double rate, int t) {
            adam(s, g, rate, t, 0.1);
            pull(s, rate * kPrice / (std::sqrt(s.v / (1 - std::pow(0.99, t))) + 1e-4));
        },
        true, kPrice);
}

TEST(L1, LeavesBiasesAlone) {
    expectSteps(
        "sgd", {}, [](Scalar& s, double g, double rate, int) { s.w -= rate * g; }, false, kPrice);
}

TEST(Adam, TakesAFirstStepOfTheLearningRate) {
    for (const char* name : {"adam", "adamw"}) {
        const Doubles after = run(*findOptimizer(name), {}, false).front();
        for (std::size_t i = 0; i < kFirst.size(); ++i) {
            const double g = gradientAt(0, i);
            const double direction = g == 0 ? 0 : (g > 0 ? 1 : -1);
            EXPECT_NEAR(after[i], kFirst[i] - kRates[0] * direction, 1e-5) << name;
        }
    }
}

TEST(Optimizers, KeepWeightsWhereThereIsNoGradient) {
    for (const OptimizerType& type : optimizerTypes()) {
        Graph graph;
        const NetworkVariable weight{"w", variable(graph, "w", {2}), {}, true, false};
        OptimizerBuilder builder(graph, constant(graph, 0.1f));
        buildOptimizer(builder, type, {}, std::array{weight}, std::array{constant(graph, {2}, {0, 0})});
        NamedValues values{{"w", {3, -4}}};
        for (const NetworkVariable& state : builder.variables())
            values[state.name] = Doubles(static_cast<std::size_t>(state.node.shape().elementCount()), 0.0);
        for (const auto& update : builder.updates()) {
            if (update.variable == weight.node) {
                EXPECT_EQ(valueOf(update.value, values), (Doubles{3, -4})) << type.name;
            }
        }
    }
}

TEST(Optimizers, HaveASymbolForEveryFieldAndStateInTheirFormula) {
    for (const OptimizerType& type : optimizerTypes()) {
        SCOPED_TRACE(type.name);
        std::set<std::string> wanted;
        for (const Field& field : type.fields)
            wanted.insert(field.name);
        Graph graph;
        const NetworkVariable weight{"w", variable(graph, "w", {2}), {}, true, true};
        OptimizerBuilder builder(graph, constant(graph, 0.1f), 0.01);
        buildOptimizer(builder, type, {}, std::array{weight}, std::array{constant(graph, {2}, {1, 2})});
        for (const NetworkVariable& state : builder.variables())
            wanted.insert(state.name.substr(state.name.find('/') + 1));
        std::set<std::string> found;
        for (const OptimizerTerm& term : type.terms) {
            EXPECT_TRUE(found.insert(term.name).second) << term.name;
            EXPECT_FALSE(term.title.empty()) << term.name;
            // What is kept for the price of L1 alone is no part of it.
            EXPECT_TRUE(type.formula.contains(term.symbol) || term.name == "reach") << term.symbol;
        }
        EXPECT_EQ(found, wanted);
    }
}

TEST(Optimizers, NameTheirStateAfterTheWeightAndShareCorrections) {
    Graph graph;
    std::vector<NetworkVariable> variables{
        {"a/kernel", variable(graph, "a/kernel", {2, 3}), {}, true, true},
        {"a/running_mean", variable(graph, "a/running_mean", {3}), {}, false, false},
        {"a/bias", variable(graph, "a/bias", {3}), {}, true, false}};
    const std::array gradients{input(graph, "g0", {2, 3}), input(graph, "g1", {3})};
    OptimizerBuilder builder(graph, constant(graph, 0.1f));
    buildOptimizer(builder, *findOptimizer("adam"), {}, variables, gradients);
    std::vector<std::string> names;
    for (const NetworkVariable& state : builder.variables()) {
        names.push_back(state.name);
        EXPECT_FALSE(state.trainable);
        EXPECT_FALSE(state.decayed);
    }
    EXPECT_THAT(names, testing::UnorderedElementsAre("a/kernel/mean", "a/kernel/mean_square", "a/bias/mean",
                                                     "a/bias/mean_square", "optimizer/beta1_correction",
                                                     "optimizer/beta2_correction"));
    EXPECT_EQ(builder.updates().size(), 8u); // each state once, and the two weights
    for (const auto& update : builder.updates())
        EXPECT_EQ(update.variable.shape(), update.value.shape());
}

TEST(Optimizers, NeedAGradientForEachTrainableVariable) {
    Graph graph;
    const std::vector<NetworkVariable> variables{{"w", variable(graph, "w", {2}), {}, true, true}};
    const std::array gradients{input(graph, "g0", {2}), input(graph, "g1", {2})};
    OptimizerBuilder builder(graph, constant(graph, 0.1f));
    EXPECT_THROW(buildOptimizer(builder, *findOptimizer("sgd"), {}, variables, {}), std::logic_error);
    EXPECT_THROW(buildOptimizer(builder, *findOptimizer("sgd"), {}, variables, gradients), std::logic_error);
}

// In float, 1 - 0.999^t computed from the power would be off by one part in 10^5 at the first step.
TEST(AverageOfOnes, IsOneMinusThePower) {
    Graph graph;
    OptimizerBuilder builder(graph, constant(graph, 0.1f));
    const Node after = builder.biasCorrection("correction", 0.999);
    EXPECT_EQ(builder.biasCorrection("correction", 0.999), after);
    float inFloat = 0;
    double value = 0;
    for (int t = 1; t <= 1000; ++t) {
        value = valueOf(after, {{"optimizer/correction", {value}}})[0];
        inFloat = static_cast<float>(valueOf(after, {{"optimizer/correction", {inFloat}}})[0]);
        const double wanted = 1 - std::pow(0.999, t);
        ASSERT_NEAR(value, wanted, 2e-7 + 1e-5 * wanted) << t;
        ASSERT_NEAR(inFloat / wanted, 1, 2e-5) << t;
        if (t == 1) {
            ASSERT_NEAR(inFloat / wanted, 1, 1e-7);
        }
    }
}

} // namespace
} // namespace protomind
