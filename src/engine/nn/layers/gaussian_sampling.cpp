// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeGaussianSamplingFields() {
    return {{.name = "pull",
             .label = "Pull",
             .type = FieldType::Real,
             .defaultValue = 0.001,
             .minimum = 0,
             .maximum = 100,
             .help =
                 "How strongly the drawn numbers are pulled towards mean 0 and spread 1; it is added to the "
                 "loss.",
             .shownOnCard = true}};
}

const std::vector<Field>& gaussianSamplingFields() {
    static const std::vector<Field> all = makeGaussianSamplingFields();
    return all;
}

Result<Shape> gaussianSamplingShape(const Settings&, std::span<const Shape> inputs) {
    if (inputs[0].rank() != 1 || inputs[0][0] % 2 != 0)
        return fail(ProblemKind::Request,
                    sentence("Gaussian sampling needs an even list of numbers, half of them means and half "
                             "logarithms of variances, but gets {}.",
                             inputs[0].text()));
    return Shape{inputs[0][0] / 2};
}

/// The divergence of N(mean, exp(logVariance)) from N(0, 1), summed over a sample, as a mean over the batch
/// (Kingma and Welling, "Auto-encoding variational Bayes", 2014, appendix B).
Node divergence(Node mean, Node logVariance) {
    const Node each = (square(mean) + exp(logVariance) - logVariance - 1.0f) * 0.5f;
    return reduceSum(each) / static_cast<float>(mean.shape()[0]);
}

/// The same, section 2.4: a sample that gradients pass through. In inference the mean.
Node buildGaussianSampling(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const std::int64_t samples = inputs[0].shape()[0];
    const std::int64_t latent = inputs[0].shape()[1] / 2;
    const Node mean = slice(inputs[0], {0, 0}, {samples, latent});
    if (!builder.training())
        return mean;
    const Node logVariance = slice(inputs[0], {0, latent}, {samples, latent});
    const double pull = real(gaussianSamplingFields(), settings, "pull");
    if (pull > 0)
        builder.penalty(divergence(mean, logVariance) * static_cast<float>(pull));
    const Node noise = randomNormal(builder.graph(), mean.shape(), builder.seed(), builder.nextStream());
    return mean + exp(logVariance * 0.5f) * noise;
}

/// What was drawn follows from what was given.
Arithmetic gaussianSamplingArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    if (!source.training())
        return copiedFrom(source, wanted.index, 0, "z");
    ArithmeticWriter writer(source);
    const std::int64_t latent = source.inputs[0].shape[0] / 2;
    const ArithmeticFactor mean = writer.input(wanted.index);
    const ArithmeticFactor half = writer.step(
        "a", ArithmeticKind::Sum, {{{ArithmeticWriter::constant(0.5), writer.input(latent + wanted.index)}}});
    const ArithmeticFactor spread = writer.function(R"(\sigma)", "exp", half);
    const double given = source.given->values[static_cast<std::size_t>(wanted.index)];
    const ArithmeticFactor drawn = ArithmeticWriter::constant((given - mean.value) / spread.value);
    writer.step("z", ArithmeticKind::Sum, {{{mean}}, {{spread, drawn}}});
    return writer.take();
}

} // namespace

const LayerType& gaussianSamplingLayer() {
    static const LayerType type{
        .name = "gaussian_sampling",
        .title = "Gaussian sampling",
        .category = LayerCategory::Regularisation,
        .summary = "Takes means and (logarithms of) variances, and draws a random number for each pair while "
                   "training: the middle of a variational autoencoder. Afterwards it gives the means.",
        .formula =
            R"(z = \mu + e^{\frac{1}{2} \log \sigma^2} \odot \epsilon, \quad \epsilon \sim \mathcal{N}(0, 1))",
        .inputs = 1,
        .fields = gaussianSamplingFields(),
        .outputShape = gaussianSamplingShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildGaussianSampling,
        .arithmetic = {.inner = nullptr, .work = gaussianSamplingArithmetic}};
    return type;
}

} // namespace protomind
