// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_action.h"
#include "studio/session/messages.h"

namespace protomind {

struct LessonStep;

/// Whether an action changes the experiment; the others act on its run.
[[nodiscard]] bool isEdit(const LessonAction& action);

/// The experiment after an action that is an edit. Fails, in a sentence, where it names a layer, a field or a
/// value that there is not.
[[nodiscard]] Result<Experiment> withEdit(Experiment experiment, const LessonAction& action);

/// The experiment that a page begins with: what it opens, its data and its settings, on top of what was
/// there.
[[nodiscard]] Result<Experiment> experimentOf(const LessonStep& step, Experiment before);

} // namespace protomind
