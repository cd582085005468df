// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/normalisation_arithmetic.h"

namespace protomind {

namespace {

constexpr std::size_t kScalePlace = 0;
constexpr std::size_t kShiftPlace = 1;

/// The numbers of a set with their mean and variance.
struct NormalisedSet {
    std::vector<ArithmeticFactor> numbers;
    double mean = 0;
    double variance = 0;
};

NormalisedSet normalisedSet(const ArithmeticWriter& writer, const Normalisation& normalisation,
                            std::int64_t which) {
    NormalisedSet set;
    for (const std::int64_t index : normalisation.numbersOf(which))
        set.numbers.push_back(normalisation.wholeBatch ? writer.batch(index) : writer.input(index));
    const auto count = static_cast<double>(set.numbers.size());
    for (const ArithmeticFactor& number : set.numbers)
        set.mean += number.value;
    set.mean /= count;
    for (const ArithmeticFactor& number : set.numbers)
        set.variance += (number.value - set.mean) * (number.value - set.mean);
    set.variance /= count;
    return set;
}

} // namespace

std::int64_t Normalisation::setOf(std::int64_t index) const {
    return index / (places * groups * together) * groups + index / together % groups;
}

std::vector<std::int64_t> Normalisation::numbersOf(std::int64_t set) const {
    std::vector<std::int64_t> indices;
    for (std::int64_t place = 0; place < places; ++place)
        for (std::int64_t i = 0; i < together; ++i)
            indices.push_back(((set / groups * places + place) * groups + set % groups) * together + i);
    return indices;
}

std::vector<InnerNumbers> innerOfNormalisation(const Normalisation& normalisation, const Shape& sets,
                                               const Shape& input) {
    return {{normalisation.mean, "Mean", sets},
            {normalisation.variance, "Variance", sets},
            {"d", "Difference from the mean", input, normalisation.wholeBatch}};
}

Arithmetic normalised(const ArithmeticSource& source, const NumberPlace& wanted,
                      const Normalisation& normalisation) {
    ArithmeticWriter writer(source);
    const bool ofSet = wanted.kind == NumberPlace::Kind::Inner && wanted.which != kNormalisationDifferences;
    const std::int64_t which = ofSet ? wanted.index : normalisation.setOf(wanted.index);
    const NormalisedSet set = normalisedSet(writer, normalisation, which);
    const ArithmeticFactor mean = ArithmeticWriter::inner(kNormalisationMeans, which, set.mean);
    if (wanted.kind == NumberPlace::Kind::Output) {
        writeNormalised(writer, wanted.index, mean,
                        ArithmeticWriter::inner(kNormalisationVariances, which, set.variance),
                        normalisation.epsilon);
        return writer.take();
    }
    if (wanted.which == kNormalisationDifferences) {
        writeDifference(
            writer, normalisation.wholeBatch ? writer.batch(wanted.index) : writer.input(wanted.index), mean);
        return writer.take();
    }
    std::vector<ArithmeticTerm> terms;
    for (const ArithmeticFactor& number : set.numbers) {
        const ArithmeticFactor difference =
            ArithmeticWriter::inner(kNormalisationDifferences, number.place.index, number.value - set.mean);
        terms.push_back(wanted.which == kNormalisationMeans ? ArithmeticTerm{{number}}
                                                            : ArithmeticTerm{{difference, difference}});
    }
    writer.step(wanted.which == kNormalisationMeans ? normalisation.mean : normalisation.variance,
                ArithmeticKind::Mean, std::move(terms));
    return writer.take();
}

ArithmeticFactor writeDifference(ArithmeticWriter& writer, const ArithmeticFactor& x,
                                 const ArithmeticFactor& mean) {
    return writer.step("d", ArithmeticKind::Sum, {{{x}}, {{ArithmeticWriter::constant(-1), mean}}});
}

void writeNormalised(ArithmeticWriter& writer, std::int64_t index, const ArithmeticFactor& mean,
                     const ArithmeticFactor& variance, double epsilon) {
    const std::int64_t channel = index % writer.source().inputs[0].shape.back(0);
    const ArithmeticFactor difference = writeDifference(writer, writer.input(index), mean);
    const ArithmeticFactor positive =
        writer.step("v", ArithmeticKind::Sum, {{{variance}}, {{ArithmeticWriter::constant(epsilon)}}});
    const ArithmeticFactor spread = writer.function("s", "sqrt", positive);
    const ArithmeticFactor standard =
        writer.step("q", ArithmeticKind::Quotient, {{{difference}}, {{spread}}});
    writer.step(
        "y", ArithmeticKind::Sum,
        {{{writer.variable(kScalePlace, channel), standard}}, {{writer.variable(kShiftPlace, channel)}}});
}

} // namespace protomind
