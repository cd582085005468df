// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/made_digits.h"

#include "studio/lens/generated_classes.h"

#include <algorithm>

namespace protomind {

namespace {

const Shape kDigitPicture{28, 28, 1};
/// By which a value may lie beyond 0 to 1 before that is said.
constexpr float kBeyond = 0.01f;

LensCurve sharesOf(Sentence name, const ClassCoverage& coverage) {
    LensCurve curve{.name = std::move(name), .x = {}, .y = coverage.shares};
    for (std::size_t digit = 0; digit < coverage.shares.size(); ++digit)
        curve.x.push_back(static_cast<double>(digit));
    return curve;
}

HostArray rowsOf(const std::vector<float>& values, std::int64_t count, std::int64_t size) {
    return {Shape{count, size}, values};
}

std::size_t digitRead(std::span<const float> row) {
    return static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
}

} // namespace

bool mayBeDigits(const DataDescription& data) {
    if (data.sampleShape != kDigitPicture || data.targetKind != TargetKind::Class ||
        std::ssize(data.classNames) != kDigitClasses)
        return false;
    for (std::size_t digit = 0; digit < data.classNames.size(); ++digit) {
        if (data.classNames[digit] != std::to_string(digit))
            return false;
    }
    return true;
}

Result<MadeDigits> MadeDigits::create(Device& device) {
    auto classifier = DigitClassifier::create(device);
    if (!classifier)
        return std::unexpected(classifier.error());
    return MadeDigits(std::move(*classifier));
}

Result<void> MadeDigits::add(Kind kind, HostArray pictures, std::span<const float> labels) {
    const std::int64_t count = pictures.shape[0];
    const std::size_t size = pictures.values.size() / static_cast<std::size_t>(count);
    for (std::size_t first = 0; first < pictures.values.size(); first += size) {
        const auto picture = std::span(pictures.values).subspan(first, size);
        if (kind == Made &&
            std::ranges::any_of(picture, [](float value) { return value < -kBeyond || value > 1 + kBeyond; }))
            ++m_cutOff;
        for (float& value : picture)
            value = std::clamp(value, 0.0f, 1.0f);
    }
    const auto answers = m_classifier->answer(pictures);
    if (!answers)
        return std::unexpected(answers.error());
    const std::vector<float>& said = answers->probabilities.values;
    Seen& seen = m_seen[kind];
    seen.count += count;
    seen.probabilities.insert(seen.probabilities.end(), said.begin(), said.end());
    seen.features.insert(seen.features.end(), answers->features.values.begin(),
                         answers->features.values.end());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = std::span(said).subspan(i * kDigitClasses, kDigitClasses);
        ++m_labelled;
        m_readRightly += digitRead(row) == static_cast<std::size_t>(labels[i]);
    }
    return {};
}

Result<void> MadeDigits::tell(LensResult& result) const {
    const double rightly =
        static_cast<double>(m_readRightly) / static_cast<double>(std::max<std::int64_t>(m_labelled, 1));
    if (rightly < kLeastReadRightly) {
        result.sentences.push_back(sentence(
            "The digit classifier that comes with the program reads only {:.0f} % of {} real samples "
            "rightly: these are no digits as it knows them, so the made ones are not measured by it.",
            100 * rightly, m_labelled));
        return {};
    }
    std::array<ClassCoverage, 2> found;
    for (const Kind kind : {Made, Real}) {
        const Seen& seen = m_seen[kind];
        auto coverage = classCoverage(rowsOf(seen.probabilities, seen.count, kDigitClasses));
        if (!coverage)
            return std::unexpected(coverage.error());
        found[kind] = std::move(*coverage);
    }
    const std::int64_t covered =
        std::ranges::count_if(found[Made].shares, [](double share) { return share >= kCoveredShare; });
    result.sentences.push_back(
        sentence("{} of {} digits each make up at least {:.0f} % of {} made samples, as a classifier reads "
                 "them that comes with the program.",
                 covered, kDigitClasses, 100 * kCoveredShare, found[Made].samples));
    result.sentences.push_back(sentence(
        "That is sure of made ones by {:.1f} % in the mean, and of real ones by {:.1f} %: high where "
        "they are clear, but also where all are alike, and sometimes of mere noise.",
        100 * found[Made].confidence, 100 * found[Real].confidence));
    LensChart chart{.title = "How often each digit is made",
                    .kind = ChartKind::Bars,
                    .xLabel = "Digit",
                    .yLabel = "Share of the samples",
                    .curves = {sharesOf("Made", found[Made]), sharesOf("Real", found[Real])}};
    for (std::int64_t digit = 0; digit < kDigitClasses; ++digit)
        chart.labels.push_back(std::to_string(digit));
    result.charts.push_back(std::move(chart));
    result.figures.push_back({"digits_covered", static_cast<double>(covered)});
    result.figures.push_back({"confidence", found[Made].confidence});
    result.figures.push_back({"confidence_real", found[Real].confidence});
    if (auto told = tellDistances(result); !told)
        return told;
    if (m_cutOff > 0)
        result.sentences.push_back(
            sentence("For the classifier, what lies beyond 0 to 1 was cut off in {} of "
                     "{} made samples.",
                     m_cutOff, found[Made].samples));
    return {};
}

/// All sets are of one size: the distance comes out larger the fewer samples there are.
Result<void> MadeDigits::tellDistances(LensResult& result) const {
    const std::int64_t count = std::min({m_seen[Made].count, m_seen[Real].count, m_seen[Others].count});
    if (count <= kDigitFeatures) {
        result.sentences.push_back(
            sentence("The Fréchet distance takes more than {} samples of each kind, and "
                     "there are {}.",
                     kDigitFeatures, count));
        return {};
    }
    std::array<FeatureMoments, kKinds> moments;
    for (const Kind kind : {Made, Real, Others}) {
        std::vector<float> features = m_seen[kind].features;
        features.resize(static_cast<std::size_t>(count * kDigitFeatures));
        auto found = featureMoments(rowsOf(features, count, kDigitFeatures));
        if (!found)
            return std::unexpected(found.error());
        moments[kind] = std::move(*found);
    }
    const auto distance = frechetDistance(moments[Made], moments[Real]);
    if (!distance)
        return std::unexpected(distance.error());
    const auto baseline = frechetDistance(moments[Others], moments[Real]);
    if (!baseline)
        return std::unexpected(baseline.error());
    result.sentences.push_back(sentence(
        "Fréchet distance of {} made samples from {} real ones, in the classifier's features: {:.3g}. "
        "Of {} other real ones it is {:.3g}: about that is as good as the same. Only figures of as "
        "many samples can be compared.",
        count, count, distance->squared, count, baseline->squared));
    result.figures.push_back({"frechet", distance->squared});
    result.figures.push_back({"frechet_real", baseline->squared});
    result.figures.push_back({"frechet_samples", static_cast<double>(count)});
    return {};
}

} // namespace protomind
