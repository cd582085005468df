// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/normalisation_arithmetic.h"
#include "engine/nn/layers/scale_and_shift.h"

#include <numeric>

namespace protomind {

namespace {

std::vector<Field> makeBatchNormFields() {
    return {{.name = "momentum",
             .label = "Momentum",
             .type = FieldType::Real,
             .defaultValue = 0.9,
             .minimum = 0,
             .maximum = 0.9999,
             .help = "How much of the remembered mean and variance each training step keeps; the rest comes "
                     "from its batch, with the variance divided by n, not by n − 1.",
             .role = FieldRole::Momentum},
            epsilonField()};
}

const std::vector<Field>& batchNormFields() {
    static const std::vector<Field> all = makeBatchNormFields();
    return all;
}

std::vector<LayerVariable> batchNormVariables(const Settings& settings, std::span<const Shape> inputs) {
    std::vector<LayerVariable> variables = scaleVariables(settings, inputs);
    const std::vector<VariableAxis> channels = variables[0].axes;
    variables.push_back({.name = "running_mean",
                         .role = VariableRole::Mean,
                         .axes = channels,
                         .initialiser = {InitialiserKind::Constant, 1, 1, 0.0f},
                         .trainable = false});
    variables.push_back({.name = "running_variance",
                         .role = VariableRole::Variance,
                         .axes = channels,
                         .initialiser = {InitialiserKind::Constant, 1, 1, 1.0f},
                         .trainable = false});
    return variables;
}

std::int64_t batchNormMultiplyAdds(const Settings&, std::span<const Shape> inputs) {
    return inputs[0].elementCount();
}

std::int64_t batchNormTogether(const Settings&, const Shape& input, std::int64_t batch) {
    return batch * (input.elementCount() / input.back(0));
}

/// Ioffe and Szegedy, ICML 2015, algorithms 1 and 2, over all axes but the last. Everything is brought into
/// the form y = (x - c) * factor + offset, where only factor and offset depend on statistics: one pass over x
/// forward and one back. The batch's moments are taken around the running mean c: any c gives the same
/// result, and one that is near the batch's mean keeps the difference of squares exact.
Node buildBatchNorm(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const Node x = inputs[0];
    const std::int64_t channels = x.shape().back(0);
    const auto momentum = static_cast<float>(real(batchNormFields(), settings, "momentum"));
    const float epsilon = epsilonOf(batchNormFields(), settings);
    const Node scale = builder.variable(VariableRole::Scale);
    const Node shift = builder.variable(VariableRole::Shift);
    const Node runningMean = builder.variable(VariableRole::Mean);
    const Node runningVariance = builder.variable(VariableRole::Variance);
    if (!builder.training()) {
        const Node factor = scale / sqrt(runningVariance + epsilon);
        return x * factor + (shift - runningMean * factor);
    }
    std::vector<int> axes(static_cast<std::size_t>(x.shape().rank() - 1));
    std::iota(axes.begin(), axes.end(), 0);
    const Node centred = x - runningMean;
    const Node mean = reshape(reduceMean(centred, axes), {channels});
    const Node meanSquare = reshape(reduceMean(square(centred), axes), {channels});
    // relu: rounding can leave a variance of zero slightly negative.
    const Node variance = relu(meanSquare - square(mean));
    const Node factor = scale / sqrt(variance + epsilon);
    builder.update(runningMean, runningMean + mean * (1.0f - momentum));
    builder.update(runningVariance, runningVariance * momentum + variance * (1.0f - momentum));
    return centred * factor + (shift - mean * factor);
}

constexpr std::size_t kRunningMeanPlace = 2;
constexpr std::size_t kRunningVariancePlace = 3;

/// In training, every channel of the batch is a set.
Normalisation batchNormalisation(const Settings& settings, const Shape& input, std::int64_t batch) {
    return {.places = batch * (input.elementCount() / input.back(0)),
            .groups = input.back(0),
            .epsilon = epsilonOf(batchNormFields(), settings),
            .wholeBatch = true};
}

std::vector<InnerNumbers> batchNormInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfNormalisation(batchNormalisation(settings, inputs[0], 1), {inputs[0].back(0)}, inputs[0]);
}

/// Afterwards, mean and variance are those that were remembered.
Arithmetic batchNormArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Shape& input = source.inputs[0].shape;
    const Normalisation ofBatch =
        batchNormalisation(source.settings, input, source.training() ? source.batch->shape[0] : 1);
    if (source.training())
        return normalised(source, wanted, ofBatch);
    ArithmeticWriter writer(source);
    const std::int64_t channel = wanted.index % input.back(0);
    const ArithmeticFactor mean = writer.variable(kRunningMeanPlace, channel);
    const ArithmeticFactor variance = writer.variable(kRunningVariancePlace, channel);
    if (wanted.kind == NumberPlace::Kind::Output)
        writeNormalised(writer, wanted.index, mean, variance, ofBatch.epsilon);
    else if (wanted.which == kNormalisationMeans)
        writer.step(ofBatch.mean, ArithmeticKind::Sum, {{{mean}}});
    else if (wanted.which == kNormalisationVariances)
        writer.step(ofBatch.variance, ArithmeticKind::Sum, {{{variance}}});
    else
        writeDifference(writer, writer.input(wanted.index), mean);
    return writer.take();
}

} // namespace

const LayerType& batchNormLayer() {
    static const LayerType type{
        .name = "batch_norm",
        .title = "Batch normalisation",
        .category = LayerCategory::Regularisation,
        .summary = "Shifts and stretches the numbers of each channel, so that in every batch their mean is 0 "
                   "and their "
                   "spread 1, then lets the network choose both. Afterwards it goes by the mean and variance "
                   "that it "
                   "remembers. Training gets steadier and faster.",
        .formula =
            R"(y = \gamma \, \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta, \quad \sigma^2 = \frac{1}{n} \sum (x - \mu)^2)",
        .inputs = 1,
        .fields = batchNormFields(),
        .outputShape = sameShape,
        .variables = batchNormVariables,
        .multiplyAdds = batchNormMultiplyAdds,
        .build = buildBatchNorm,
        .normalisedTogether = batchNormTogether,
        .arithmetic = {batchNormInner, batchNormArithmetic}};
    return type;
}

} // namespace protomind
