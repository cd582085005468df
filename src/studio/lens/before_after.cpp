// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/before_after.h"

#include "studio/lens/make_picture.h"

#include <algorithm>
#include <cmath>

namespace protomind {

Result<Said> say(const Answers& answers, const HostArray& sample) {
    auto found = answers.to(HostArray(sample.shape.prepended(1), sample.values));
    if (!found)
        return std::unexpected(found.error());
    return Said{.decided = answers.reading().decidedClass(found->values),
                .byClass = answers.reading().byClass(found->values)};
}

Sentence saidSentence(const Answers& answers, const Said& said) {
    const float number = said.byClass[static_cast<std::size_t>(said.decided)];
    return answers.reading().meaning == OutputMeaning::Probabilities
               ? sentence("{:s} ({:.1f} %)", answers.name(said.decided), 100 * number)
               : sentence("{:s} (score {:.3g})", answers.name(said.decided), number);
}

LensChart saidChart(const Answers& answers, const Said& before, const Said& after) {
    const bool probabilities = answers.reading().meaning == OutputMeaning::Probabilities;
    LensChart chart{.title = probabilities ? Sentence("How sure it is (click a bar to aim)")
                                           : Sentence("Scores (click a bar to aim)"),
                    .kind = ChartKind::Bars,
                    .yLabel = probabilities ? Sentence("Probability") : Sentence("Score"),
                    .labels = {},
                    .pickSetting = "target"};
    const auto curve = [](Sentence name, const Said& said) {
        LensCurve bars{.name = std::move(name), .x = {}, .y = {}};
        for (std::size_t i = 0; i < said.byClass.size(); ++i) {
            bars.x.push_back(static_cast<double>(i));
            bars.y.push_back(static_cast<double>(said.byClass[i]));
        }
        return bars;
    };
    chart.curves = {curve("Before", before), curve("After", after)};
    for (std::int64_t i = 0; i < std::ssize(before.byClass); ++i)
        chart.labels.push_back(answers.name(i));
    return chart;
}

LensPicture changePicture(HostArray change) {
    float largest = 0;
    for (const float value : change.values)
        largest = std::max(largest, std::abs(value));
    constexpr std::int64_t kColours = 3;
    if (change.shape.back(0) != kColours)
        return divergingPicture(overChannels(change), sentence("The change: up to ±{:.3g}", largest));
    constexpr float kGrey = 0.5f;
    const float factor = largest > 0 ? kGrey / largest : 1;
    for (float& value : change.values)
        value = kGrey + factor * value;
    return samplePicture(change, sentence("The change, {:.3g} times as strong", factor));
}

LensChart changedNumbers(const LensContext& context, const HostArray& before, const HostArray& after) {
    const DataSet* data = context.anySamples();
    const std::vector<std::string> names =
        data == nullptr ? std::vector<std::string>() : data->description().featureNames;
    LensChart chart = sampleChart(before, "The sample's numbers", names);
    const LensChart changed = sampleChart(after, {}, names);
    chart.curves.front().name = "Before";
    chart.curves.push_back(changed.curves.front());
    chart.curves.back().name = "After";
    return chart;
}

} // namespace protomind
