// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/controls.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace protomind {
namespace {

TEST(LessonControls, AreFoundByTheirNames) {
    std::set<std::string> names;
    for (const LessonControl& control : lessonControls()) {
        EXPECT_EQ(findLessonControl(control.name), &control);
        EXPECT_FALSE(std::string(control.title).empty());
        EXPECT_TRUE(names.insert(control.name).second) << control.name;
    }
    EXPECT_EQ(names.size(), 28u);
    EXPECT_EQ(findLessonControl("learning_rate"), nullptr);
    EXPECT_EQ(findLessonControl(""), nullptr);
}

TEST(LessonControls, AreGuessedFromWhatIsMisspelt) {
    EXPECT_EQ(nearestLessonControl("learning_rate"), "learning-rate");
    EXPECT_EQ(nearestLessonControl("batchsize"), "batch-size");
    EXPECT_EQ(nearestLessonControl("regularisation"), "regularization");
    EXPECT_EQ(nearestLessonControl("weather forecast"), "");
}

} // namespace
} // namespace protomind
