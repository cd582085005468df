// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/optimizer.h"

namespace protomind {

namespace {

// Fields --------------------------------------------------------------------------------------------

Field decayField(std::string name, std::string label, double defaultValue, std::string help) {
    return {.name = std::move(name),
            .label = std::move(label),
            .type = FieldType::Real,
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 0.9999,
            .help = std::move(help)};
}

const std::vector<Field>& momentumFields() {
    static const std::vector<Field> all{decayField(
        "momentum", "Momentum", 0.9, "How much of the last step is carried over into the next one.")};
    return all;
}

Field stabiliserField(double defaultValue) {
    return {.name = "epsilon",
            .label = "Epsilon",
            .type = FieldType::Real,
            .defaultValue = defaultValue,
            .minimum = 1e-10,
            .maximum = 1,
            .help = "A tiny number that keeps the division from failing where gradients are zero.",
            .logarithmic = true};
}

const std::vector<Field>& rmsPropFields() {
    static const std::vector<Field> all{
        decayField("decay", "Memory", 0.9, "How slowly the average size of the gradients changes."),
        stabiliserField(1e-8)};
    return all;
}

const std::vector<Field>& adamFields() {
    static const std::vector<Field> all{
        decayField("beta1", "Beta 1", 0.9, "How slowly the average of the gradients changes."),
        decayField("beta2", "Beta 2", 0.999, "How slowly the average of the squared gradients changes."),
        stabiliserField(1e-8)};
    return all;
}

const std::vector<Field>& adamWFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields = adamFields();
        fields.push_back(
            {.name = "weight_decay",
             .label = "Weight decay",
             .type = FieldType::Real,
             .defaultValue = 0.01,
             .minimum = 0,
             .maximum = 1,
             .help = "How strongly every step pulls the weights towards zero; biases are left alone."});
        return fields;
    }();
    return all;
}

// Steps ---------------------------------------------------------------------------------------------

void buildSgd(OptimizerBuilder& builder, const Settings&, const NetworkVariable& weight, Node gradient) {
    builder.replace(weight, weight.node - builder.learningRate() * gradient,
                    [&] { return builder.learningRate(); });
}

/// Sutskever et al., "On the importance of initialization and momentum in deep learning" (ICML 2013), eq. 1
/// and 2.
Node newVelocity(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                 Node gradient) {
    const auto momentum = static_cast<float>(real(momentumFields(), settings, "momentum"));
    const Node velocity = builder.state(weight, "velocity");
    const Node next = velocity * momentum - builder.learningRate() * gradient;
    builder.update(velocity, next);
    return next;
}

void buildMomentum(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                   Node gradient) {
    const double momentum = real(momentumFields(), settings, "momentum");
    builder.replace(weight, weight.node + newVelocity(builder, settings, weight, gradient),
                    [&] { return builder.carriedRate("reach", momentum); });
}

/// Eq. 3 and 4 of the same paper, for the point looked ahead to, as Bengio et al. write it ("Advances in
/// optimizing recurrent networks", ICASSP 2013, eq. 7), so that the gradient is taken where the weights are.
void buildNesterov(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                   Node gradient) {
    const auto momentum = static_cast<float>(real(momentumFields(), settings, "momentum"));
    const Node velocity = newVelocity(builder, settings, weight, gradient);
    builder.replace(weight, weight.node + velocity * momentum - builder.learningRate() * gradient, [&] {
        const double keeps = real(momentumFields(), settings, "momentum");
        return builder.carriedRate("reach", keeps) * momentum + builder.learningRate();
    });
}

/// Replaces an average that is kept for a weight: decay * average + (1 - decay) * value.
Node newAverage(OptimizerBuilder& builder, const NetworkVariable& weight, const std::string& name,
                double decay, Node value) {
    const Node average = builder.state(weight, name);
    const Node next = average * static_cast<float>(decay) + value * static_cast<float>(1 - decay);
    builder.update(average, next);
    return next;
}

/// Tieleman and Hinton, "Neural networks for machine learning", lecture 6.5 (2012).
void buildRmsProp(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                  Node gradient) {
    const double decay = real(rmsPropFields(), settings, "decay");
    const auto epsilon = static_cast<float>(real(rmsPropFields(), settings, "epsilon"));
    const Node meanSquare = newAverage(builder, weight, "mean_square", decay, square(gradient));
    const Node size = sqrt(meanSquare) + epsilon;
    builder.replace(weight, weight.node - builder.learningRate() * gradient / size,
                    [&] { return builder.learningRate() / size; });
}

struct AdamStep {
    Node step; ///< what is to be subtracted
    Node size; ///< of the weight's gradients, by which the learning rate is divided
};

/// Kingma and Ba, "Adam" (ICLR 2015), algorithm 1. The corrections and the learning
/// rate are joined to two numbers first, so that they cost each weight as little as possible.
AdamStep adamStep(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                  Node gradient) {
    const double beta1 = real(adamFields(), settings, "beta1");
    const double beta2 = real(adamFields(), settings, "beta2");
    const auto epsilon = static_cast<float>(real(adamFields(), settings, "epsilon"));
    const Node mean = newAverage(builder, weight, "mean", beta1, gradient);
    const Node meanSquare = newAverage(builder, weight, "mean_square", beta2, square(gradient));
    const Node rate = builder.learningRate() / builder.biasCorrection("beta1_correction", beta1);
    const Node rootFactor = 1.0f / sqrt(builder.biasCorrection("beta2_correction", beta2));
    const Node size = rootFactor * sqrt(meanSquare) + epsilon;
    return {rate * mean / size, size};
}

void buildAdam(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
               Node gradient) {
    const AdamStep adam = adamStep(builder, settings, weight, gradient);
    builder.replace(weight, weight.node - adam.step, [&] { return builder.learningRate() / adam.size; });
}

/// Loshchilov and Hutter, "Decoupled weight decay regularization" (ICLR 2019), algorithm 2.
void buildAdamW(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                Node gradient) {
    const auto decay = static_cast<float>(real(adamWFields(), settings, "weight_decay"));
    const AdamStep adam = adamStep(builder, settings, weight, gradient);
    const bool decays = weight.decayed && decay != 0;
    const Node kept = decays ? weight.node * (1.0f - builder.learningRate() * decay) : weight.node;
    builder.replace(weight, kept - adam.step, [&] { return builder.learningRate() / adam.size; });
}

// Terms ---------------------------------------------------------------------------------------------

const std::vector<OptimizerTerm>& momentumTerms() {
    static const std::vector<OptimizerTerm> all{{"momentum", R"(\mu)", "Momentum"},
                                                {"velocity", "v", "Velocity"},
                                                {"reach", "r", "Reach of a steady gradient"}};
    return all;
}

const std::vector<OptimizerTerm>& rmsPropTerms() {
    static const std::vector<OptimizerTerm> all{{"decay", R"(\rho)", "Memory"},
                                                {"mean_square", "s", "Mean of the squared gradients"},
                                                {"epsilon", R"(\epsilon)", "Epsilon"}};
    return all;
}

const std::vector<OptimizerTerm>& adamTerms() {
    static const std::vector<OptimizerTerm> all{
        {"beta1", R"(\beta_1)", "Beta 1"},
        {"mean", "m", "Mean of the gradients"},
        {"beta2", R"(\beta_2)", "Beta 2"},
        {"mean_square", "v", "Mean of the squared gradients"},
        {"beta1_correction", R"(1 - \beta_1^t)", "Bias correction of the mean"},
        {"beta2_correction", R"(1 - \beta_2^t)", "Bias correction of the mean of squares"},
        {"epsilon", R"(\epsilon)", "Epsilon"}};
    return all;
}

const std::vector<OptimizerTerm>& adamWTerms() {
    static const std::vector<OptimizerTerm> all = [] {
        std::vector<OptimizerTerm> terms = adamTerms();
        terms.push_back({"weight_decay", R"(\lambda)", "Weight decay"});
        return terms;
    }();
    return all;
}

std::vector<OptimizerType> makeOptimizers() {
    const std::string adamFormula =
        R"(m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad )";
    const std::string adamStep = R"(\frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon})";
    return {
        {"sgd",
         "SGD",
         "Plain gradient descent: each weight goes a little way downhill, in proportion to its gradient.",
         R"(w \leftarrow w - \eta \, g)",
         {},
         {},
         0.05,
         buildSgd},
        {"momentum", "Momentum",
         "Gradient descent with a memory, like a heavy ball: steps in a steady direction add up, zigzags "
         "cancel out.",
         R"(v \leftarrow \mu v - \eta \, g, \quad w \leftarrow w + v)", momentumFields(), momentumTerms(),
         0.01, buildMomentum},
        {"nesterov", "Nesterov momentum",
         "Momentum that looks ahead: it takes the slope where the ball is about to be, and so brakes in "
         "time.",
         R"(v \leftarrow \mu v - \eta \, g, \quad w \leftarrow w + \mu v - \eta \, g)", momentumFields(),
         momentumTerms(), 0.01, buildNesterov},
        {"rmsprop", "RMSProp",
         "Gives every weight a pace of its own: the gradient is divided by its usual size.",
         R"(s \leftarrow \rho s + (1 - \rho) g^2, \quad w \leftarrow w - \eta \, \frac{g}{\sqrt{s} + \epsilon})",
         rmsPropFields(), rmsPropTerms(), 0.001, buildRmsProp},
        {"adam", "Adam",
         "Momentum and a pace of its own for every weight together. A good first choice for almost every "
         "network.",
         adamFormula + R"(w \leftarrow w - \eta \, )" + adamStep, adamFields(), adamTerms(), 0.001,
         buildAdam},
        {"adamw", "AdamW",
         "Adam that also pulls the weights a little towards zero at every step, which helps with new data.",
         adamFormula + R"(w \leftarrow w - \eta \left( )" + adamStep + R"( + \lambda w \right))",
         adamWFields(), adamWTerms(), 0.001, buildAdamW},
    };
}

} // namespace

std::span<const OptimizerType> optimizerTypes() {
    static const std::vector<OptimizerType> all = makeOptimizers();
    return all;
}

} // namespace protomind
