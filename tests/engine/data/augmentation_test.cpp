// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/augmentation.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

TEST(Augmentation, EveryKindIsDeclaredAndOffToBeginWith) {
    EXPECT_FALSE(isOn(Augmentation()));
    std::set<std::string> names;
    for (const AugmentationKind& kind : augmentationTable()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_TRUE(kind.help.ends_with('.')) << kind.name;
        EXPECT_TRUE(kind.meaning.ends_with('.')) << kind.name;
        Augmentation one;
        if (const auto* number = std::get_if<double Augmentation::*>(&kind.member)) {
            EXPECT_GT(kind.suggested, 0) << kind.name;
            EXPECT_LT(kind.suggested, kind.maximum) << kind.name;
            one.*(*number) = kind.suggested;
        } else {
            one.*std::get<bool Augmentation::*>(kind.member) = true;
        }
        EXPECT_TRUE(isOn(one)) << kind.name;
    }
    EXPECT_EQ(names, (std::set<std::string>{"shift", "turn", "scale", "flip", "noise"}));
}

TEST(Augmentation, IsForPicturesAlone) {
    EXPECT_TRUE(canBeAugmented({28, 28, 1}));
    EXPECT_FALSE(canBeAugmented({2}));
    EXPECT_FALSE(canBeAugmented({20, 3})) << "a sequence";
    EXPECT_TRUE(canBeAugmented(openData("digits?samples=10&test=10", 7)->training->description()));
    EXPECT_FALSE(canBeAugmented(openData("edges?samples=10&test=10", 7)->training->description()))
        << "its targets would have to move along";
}

} // namespace
} // namespace protomind
