// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lens_state.h"

#include "engine/data/source_text.h"
#include "studio/lens/split_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace protomind {

namespace {

using LookValue = StateValue (*)(const LensLook& look, const std::string& what);

StateValue looksOf(const LensLook& look, const std::string&) {
    return static_cast<double>(look.looks);
}

StateValue sampleOf(const LensLook& look, const std::string&) {
    return look.sample < 0 ? StateValue() : StateValue(static_cast<double>(look.sample));
}

StateValue layerOf(const LensLook& look, const std::string&) {
    return look.layer.empty() ? StateValue() : StateValue(look.layer);
}

StateValue splitOf(const LensLook& look, const std::string&) {
    return look.split.empty() ? StateValue() : StateValue(look.split);
}

StateValue figureOf(const LensLook& look, const std::string& what) {
    const auto found = std::ranges::find(look.figures, what, &LensFigure::name);
    return found == look.figures.end() ? StateValue() : knownValue(found->value);
}

StateValue settingOf(const LensLook& look, const std::string& what) {
    const auto found = look.settings.find(what);
    return found == look.settings.end() ? StateValue() : stateOf(found->second);
}

/// A name of a lens, and how its value is found.
struct LensStateRow {
    std::string name;
    StateType type = StateType::Number;
    std::string meaning;
    const LensType* lens = nullptr;
    std::string what; ///< the last part of the name
    LookValue value = nullptr;
    std::vector<std::string> choices{};
};

/// How its names begin: "lens.top_samples."
std::string groupOf(const LensType& lens) {
    std::string group = std::string(kLensNames) + lens.name + ".";
    std::ranges::replace(group, '-', '_');
    return group;
}

void addRows(const LensType& lens, std::deque<LensStateRow>& rows) {
    const std::string group = groupOf(lens);
    const auto add = [&](const std::string& what, StateType type, std::string meaning, LookValue value,
                         std::vector<std::string> choices = {}) {
        rows.push_back({group + what, type, std::move(meaning), &lens, what, value, std::move(choices)});
    };
    add("looks", StateType::Number, "How many results the lens gave since the step was entered.", looksOf);
    if (lens.usesSample)
        add("sample", StateType::Number, "The number of the sample that was looked at last.", sampleOf);
    if (lens.subject == LensSubject::Layer)
        add("layer", StateType::Text, "The layer that was looked into last.", layerOf);
    if (lens.usesSplit || lens.usesSample)
        add("split", StateType::Text, "Whose samples were looked at last.", splitOf, splitNames());
    for (const LensFigureName& figure : lens.figures)
        add(figure.name, StateType::Number, figure.meaning, figureOf);
    for (const Field& field : lens.fields)
        if (std::ranges::find(lens.figures, field.name, &LensFigureName::name) == lens.figures.end())
            add(field.name, stateTypeOf(field.type), field.help, settingOf, field.choices);
}

/// They stay where they are: the names point into them.
const std::deque<LensStateRow>& lensRows() {
    static const std::deque<LensStateRow> kAll = [] {
        std::deque<LensStateRow> rows;
        for (const LensType* lens : lessonLenses())
            addRows(*lens, rows);
        return rows;
    }();
    return kAll;
}

const LensStateRow* findLensRow(std::string_view name) {
    const auto found = std::ranges::find(lensRows(), name, &LensStateRow::name);
    return found == lensRows().end() ? nullptr : &*found;
}

} // namespace

void addLook(LensLooks& looks, const LensAnswered& answer) {
    const LensType* lens = findLensType(answer.request.lens);
    if (lens == nullptr || !answer.result)
        return;
    LensLook& look = looks[lens->name];
    ++look.looks;
    const bool isOfData = lens->usesSample && answer.request.sample.values.values.empty();
    look.sample = isOfData ? answer.request.sample.index : -1;
    look.layer = answer.result->layer;
    look.split = lens->usesSplit ? splitName(answer.result->split)
                 : isOfData      ? splitName(answer.request.sample.split)
                                 : std::string();
    look.settings.clear();
    for (const Field& field : lens->fields)
        look.settings[field.name] = valueOf(lens->fields, answer.request.settings, field.name);
    look.figures = answer.result->figures;
}

std::vector<const LensType*> lessonLenses() {
    std::vector<const LensType*> lenses;
    for (const LensType& lens : lensTypes())
        if (!lens.hasOwnView)
            lenses.push_back(&lens);
    return lenses;
}

std::vector<std::string> lessonLensNames() {
    std::vector<std::string> names;
    for (const LensType* lens : lessonLenses())
        names.push_back(lens->name);
    return names;
}

std::span<const StateName> lensStateNames() {
    static const std::vector<StateName> kNames = [] {
        std::vector<StateName> names;
        for (const LensStateRow& row : lensRows())
            names.push_back({row.name.c_str(), row.type, row.meaning.c_str()});
        return names;
    }();
    return kNames;
}

Sentence lensNameRemedy(std::string_view name) {
    const std::size_t dot = name.find('.', kLensNames.size());
    const std::string_view lens = name.substr(0, dot);
    const std::string group = std::string(lens) + ".";
    const std::string_view what = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    std::vector<std::string> groups;
    std::vector<std::string> whole;
    std::vector<std::string> parts;
    for (const LensType* one : lessonLenses()) {
        groups.push_back(groupOf(*one));
        groups.back().pop_back(); // the point
    }
    for (const LensStateRow& row : lensRows()) {
        if (!row.name.starts_with(group))
            continue;
        whole.push_back(row.name);
        parts.push_back(row.what);
    }
    if (whole.empty()) {
        const std::string_view nearest = nearestName(lens, groups);
        return nearest.empty() ? sentence("There are {}.", listedNames(groups))
                               : sentence("Did you mean {}?", fmt::format("{}.{}", nearest, what));
    }
    const std::string_view nearest = nearestName(what, parts);
    return nearest.empty() ? sentence("There are {}.", listedNames(whole))
                           : sentence("Did you mean {}?", group + std::string(nearest));
}

StateValue lensStateValue(const LensLooks& looks, std::string_view name) {
    const LensStateRow* row = findLensRow(name);
    if (row == nullptr)
        return UnknownValue{};
    const auto look = looks.find(row->lens->name);
    return row->value(look == looks.end() ? LensLook() : look->second, row->what);
}

const std::vector<std::string>& lensStateChoices(std::string_view name) {
    static const std::vector<std::string> kNone;
    const LensStateRow* row = findLensRow(name);
    return row == nullptr ? kNone : row->choices;
}

} // namespace protomind
