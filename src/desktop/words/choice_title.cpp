// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/choice_title.h"

#include "desktop/words/worded.h"
#include "engine/nn/activation.h"
#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"

#include <QCoreApplication>

#include <utility>

namespace protomind {

namespace {

/// Words of choices that are no terms of art, for the person's language.
constexpr std::pair<const char*, const char*> kChoiceTitles[]{
    {"last_step", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Last step")},
    {"every_step", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Every step")},
    {"learned", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Learned")},
    {"waves", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Waves")},
    {"nearest", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Nearest")},
    {"bilinear", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Bilinear")},
    {"normal", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Normal")},
    {"uniform", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Uniform")},
    {"none", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "None")},
    {"one_step", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "One step (FGSM)")},
    {"pgd", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Many steps (PGD)")},
    {"noise", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Noise")},
    {"integrated_gradients", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Integrated gradients")},
    {"gradient_times_input", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Gradient times input")},
    {"occlusion", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Occlusion")},
    {"test", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Test")},
    {"training", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Training")},
    {"validation", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Kept aside to validate")},
    {"trades", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "TRADES")},
    {"fooling", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Picture from noise")},
    {"patch", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Patch")},
    {"universal", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Universal change")},
    {"anywhere", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Anywhere, upright")},
    {"any_turn", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Anywhere, turned anyhow")},
    {"one_place", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Only where it is shown")},
    {"relativistic", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Relativistic")},
    {"original", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Original (minimax)")},
    {"non_saturating", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Non-saturating")},
    {"least_squares", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Least squares")},
    {"wasserstein", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Wasserstein")},
    {"r1", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "At real samples (R1)")},
    {"r1_and_r2", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "At real and made ones (R1 and R2)")},
    {"gradient_penalty", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Between both (gradient penalty)")},
    {"shared", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Shared by both")},
    {"linf", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Largest change (L∞)")},
    {"l2", QT_TRANSLATE_NOOP("protomind::ChoiceTitle", "Length of all changes (L2)")},
};

} // namespace

QString knownChoiceTitle(const std::string& word) {
    if (const Activation* activation = findActivation(word))
        return worded(activation->title);
    if (const LossType* loss = findLoss(word))
        return worded(loss->title);
    if (const OptimizerType* optimizer = findOptimizer(word))
        return worded(optimizer->title);
    if (const ScheduleType* schedule = findSchedule(word))
        return worded(schedule->title);
    if (word == "auto")
        return QCoreApplication::translate("protomind::ChoiceTitle", "Automatic");
    for (const auto& [name, title] : kChoiceTitles)
        if (word == name)
            return QCoreApplication::translate("protomind::ChoiceTitle", title);
    return {};
}

QString choiceTitle(const std::string& word) {
    if (QString known = knownChoiceTitle(word); !known.isEmpty())
        return known;
    QString title = QString::fromStdString(word).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

} // namespace protomind
