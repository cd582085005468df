// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/setting_marks.h"

#include "desktop/editor/field_editor.h"
#include "desktop/words/worded.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"

#include <QCoreApplication>

#include <algorithm>

namespace protomind {

namespace {

const FieldValue& valueOf(const Settings& settings, const Field& field) {
    const auto found = settings.find(field.name);
    return found == settings.end() ? field.defaultValue : found->second;
}

QString labelOf(const SettingMark& mark) {
    return QCoreApplication::translate("protomind::SettingMarks", "%1 %2 → %3", "setting, before, after")
        .arg(wordedInside(mark.field.label), valueText(mark.field, mark.before),
             valueText(mark.field, mark.after));
}

} // namespace

void SettingMarks::note(double epoch, const TrainingSettings& before, const TrainingSettings& after,
                        bool atOnce) {
    for (const Field& field : trainingFields())
        if (field.name != "seed" && field.name != "epochs")
            noteField(epoch, field, trainingField(before, field.name), trainingField(after, field.name),
                      atOnce);
    // Settings of two optimisers have nothing in common: that it is another one says it all.
    if (const OptimizerType* type = findOptimizer(after.optimizer);
        type && before.optimizer == after.optimizer)
        for (const Field& field : type->fields)
            noteField(epoch, field, valueOf(before.optimizerSettings, field),
                      valueOf(after.optimizerSettings, field), atOnce);
    if (const ScheduleType* type = findSchedule(after.schedule); type && before.schedule == after.schedule)
        for (const Field& field : type->fields)
            noteField(epoch, field, valueOf(before.scheduleSettings, field),
                      valueOf(after.scheduleSettings, field), atOnce);
}

void SettingMarks::noteField(double epoch, const Field& field, const FieldValue& before,
                             const FieldValue& after, bool atOnce) {
    if (before == after)
        return;
    const auto last = std::find_if(m_marks.rbegin(), m_marks.rend(), [&](const SettingMark& mark) {
        return mark.field.name == field.name && mark.field.label == field.label;
    });
    if (last == m_marks.rend() || (!atOnce && last->epoch != epoch)) {
        SettingMark mark{.epoch = epoch, .label = {}, .field = field, .before = before, .after = after};
        mark.label = labelOf(mark);
        m_marks.push_back(std::move(mark));
        return;
    }
    last->after = after;
    last->label = labelOf(*last);
    if (last->before == last->after)
        m_marks.erase(std::next(last).base());
}

} // namespace protomind
