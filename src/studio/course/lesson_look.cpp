// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_look.h"

#include "engine/data/file_source.h"
#include "engine/nn/model.h"
#include "studio/course/lens_state.h"
#include "studio/lens/split_words.h"
#include "studio/network/lowering.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kMaxSampleNumber = 1'000'000'000;

std::unexpected<Problem> noLook(Sentence sentence, Sentence remedy = {}) {
    return fail(ProblemKind::Request, std::move(sentence), {}, std::move(remedy));
}

Result<void> checkSettings(const LensType& lens, const Settings& settings) {
    for (const auto& [name, value] : settings) {
        const auto field = std::ranges::find(lens.fields, name, &Field::name);
        if (field == lens.fields.end()) {
            std::vector<std::string> names;
            for (const Field& one : lens.fields)
                names.push_back(one.name);
            return noLook(sentence("The lens \"{:s}\" has no setting \"{:s}\".", lens.name, name),
                          names.empty() ? Sentence("It has none at all.") : nameRemedy(name, names));
        }
        if (auto checked = checkField(*field, value); !checked)
            return checked;
    }
    return {};
}

/// Of a split whose size is known: what is kept aside is drawn when the run begins.
Result<void> checkSample(const LookAction& look, const DataSource& source) {
    const bool hasTest = source.test != nullptr && source.test->size() > 0;
    if (look.split == Split::Test && !hasTest)
        return noLook("The data has no test samples.", "Choose another split.");
    if (!look.sample || look.split == Split::Validation)
        return {};
    const bool isTest = look.split.value_or(Split::Test) == Split::Test && hasTest;
    const std::int64_t size = (isTest ? source.test : source.training)->size();
    if (*look.sample >= size)
        return noLook(sentence("There is no sample {} in this split.", *look.sample),
                      sentence("They count from 0 to {}.", size - 1));
    return {};
}

} // namespace

LensRequest requestOf(const LookAction& look) {
    LensRequest request{.lens = look.lens, .settings = look.settings, .layer = look.layer};
    request.sample.split = look.split.value_or(Split::Test);
    request.sample.index = look.sample.value_or(0);
    request.split = look.split;
    // JSON has no way to say that a 1 is a real number.
    if (const LensType* lens = findLensType(look.lens))
        for (const Field& field : lens->fields)
            if (const auto set = request.settings.find(field.name);
                field.type == FieldType::Real && set != request.settings.end())
                if (const auto* whole = std::get_if<std::int64_t>(&set->second))
                    set->second = static_cast<double>(*whole);
    return request;
}

std::optional<LookAction> readLook(ObjectReader& object, const char* key, const ProblemSheet& sheet) {
    LookAction look;
    auto lens = object.text(key);
    look.sample = object.wholeNumber("sample", 0, kMaxSampleNumber, false);
    look.layer = object.text("layer", false).value_or("");
    bool isRead = lens.has_value();
    if (const auto split = object.text("split", false)) {
        look.split = findSplit(*split);
        if (!look.split) {
            sheet.error(object.place().member("split")->line(),
                        sentence("There is no split \"{:s}\".", *split), nameRemedy(*split, splitNames()));
            isRead = false;
        }
    }
    if (const auto place = object.take("settings")) {
        const ObjectReader settings(*place, "\"settings\"", sheet);
        isRead = isRead && settings.isObject();
        for (const auto& [name, setting] : place->members()) {
            if (auto value = fieldValueOf(setting.value())) {
                look.settings[name] = std::move(*value);
            } else {
                sheet.error(setting.line(), sentence("No setting can be {}.", kindText(setting.value())));
                isRead = false;
            }
        }
    }
    if (!isRead)
        return std::nullopt;
    look.lens = std::move(*lens);
    return look;
}

Result<void> checkLook(const LookAction& look, const Experiment& experiment, LessonData& data) {
    const LensType* lens = findLensType(look.lens);
    if (lens == nullptr || lens->hasOwnView)
        return noLook(sentence("There is no lens \"{:s}\".", look.lens),
                      nameRemedy(look.lens, lessonLensNames()));
    if (auto checked = checkSettings(*lens, look.settings); !checked)
        return checked;
    if (look.sample && !lens->usesSample)
        return noLook(sentence("The lens \"{:s}\" looks at no single sample.", lens->name),
                      "Leave \"sample\" out.");
    if (look.split && !lens->usesSample && !lens->usesSplit)
        return noLook(sentence("The lens \"{:s}\" looks at no samples.", lens->name), "Leave \"split\" out.");
    if (!look.layer.empty() && lens->subject != LensSubject::Layer)
        return noLook(sentence("The lens \"{:s}\" looks at no single layer.", lens->name),
                      "Leave \"layer\" out.");
    if (!look.layer.empty() && experiment.network.layerNamed(look.layer) == nullptr)
        return noLook(sentence("The network has no layer \"{:s}\" here.", look.layer),
                      nameRemedy(look.layer, layerNames(experiment.network)));
    if (experiment.data.empty())
        return noLook("There is no data here to look at.", "Give the step its \"data\".");
    const auto source = data.open(experiment.data, experiment.training.seed);
    if (!source)
        return std::unexpected(source.error());
    if (auto checked = checkSample(look, **source); !checked)
        return checked;
    // One that can't run is told elsewhere.
    const auto model = lower(experiment.network);
    if (!model)
        return {};
    return lens->suits({.model = *model, .data = &(*source)->training->description(), .layer = look.layer});
}

} // namespace protomind
