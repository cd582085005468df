// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_scenes.h"

namespace protomind {

std::span<const LessonScene> lessonScenes() {
    static const std::vector<LessonScene> kScenes{{"line-fit",
                                                   "Points, the line through them, the squares of its errors "
                                                   "and the landscape of the loss over m and b.",
                                                   {"squares", "landscape", "path", "arrows"}}};
    return kScenes;
}

} // namespace protomind
