// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_scenes.h"

#include "studio/course/filter_picture.h"

namespace protomind {

namespace {

LessonScene::Option beginsWith() {
    LessonScene::Option option{.name = "picture"};
    for (const FilterPicture& picture : filterPictures())
        option.choices.push_back(picture.name);
    return option;
}

} // namespace

std::span<const LessonScene> lessonScenes() {
    static const std::vector<LessonScene> kScenes{
        {"line-fit",
         "Points, the line through them, the squares of its errors and the landscape of the loss over m and "
         "b.",
         {{"squares"}, {"landscape"}, {"path"}, {"arrows"}}},
        {kFilterScene,
         "A picture, the numbers of a kernel that is slid over it, and the picture that comes out.",
         {beginsWith(), {"pictures"}, {"kernel"}, {"known"}, {"layer"}, {"guess"}, {"trail"}, {"signed"}}},
    };
    return kScenes;
}

} // namespace protomind
