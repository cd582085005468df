// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression.h"
#include "studio/course/lens_state.h"
#include "studio/course/live_state.h"
#include "studio/course/missing_sentence.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

LensAnswered answered(LensRequest request, std::vector<LensFigure> figures) {
    LensResult result{.figures = std::move(figures)};
    result.layer = request.layer;
    result.split = request.split.value_or(Split::Test);
    return {.request = std::move(request), .result = std::make_shared<const LensResult>(std::move(result))};
}

LensAnswered attacked(std::int64_t sample, double success) {
    return answered({.lens = "adversary",
                     .settings = {{"attack", std::string("one_step")}, {"epsilon", 0.5}},
                     .sample = {.index = sample}},
                    {{"success", success}, {"epsilon", 0.25}});
}

TEST(LensState, IsWhatWasSeenLast) {
    LiveState state;
    EXPECT_EQ(state.value("lens.adversary.looks"), StateValue(0.0));
    for (const char* name : {"success", "attack", "epsilon", "sample"})
        EXPECT_EQ(state.value(std::string("lens.adversary.") + name), StateValue()) << name;

    addLook(state.looks, attacked(3, 0));
    addLook(state.looks, attacked(4, 1));
    EXPECT_EQ(state.value("lens.adversary.looks"), StateValue(2.0));
    EXPECT_EQ(state.value("lens.adversary.sample"), StateValue(4.0));
    EXPECT_EQ(state.value("lens.adversary.split"), StateValue(std::string("test")));
    EXPECT_EQ(state.value("lens.adversary.success"), StateValue(1.0));
    EXPECT_EQ(state.value("lens.adversary.attack"), StateValue(std::string("one_step")));
    EXPECT_EQ(state.value("lens.adversary.epsilon"), StateValue(0.25)) << "what was computed, not set";
    EXPECT_EQ(state.value("lens.adversary.norm"), StateValue(std::string("linf"))) << "its default";
    EXPECT_EQ(state.value("lens.adversary.l2"), StateValue()) << "it was not told";
    EXPECT_EQ(state.value("lens.robustness.looks"), StateValue(0.0)) << "each lens for itself";
}

TEST(LensState, ADrawingIsNoSampleOfTheData) {
    LiveState state;
    LensAnswered drawn = attacked(3, 1);
    drawn.request.sample.values = HostArray(Shape{2}, {0.5F, 0.5F});
    addLook(state.looks, drawn);
    EXPECT_EQ(state.value("lens.adversary.looks"), StateValue(1.0));
    EXPECT_EQ(state.value("lens.adversary.sample"), StateValue());
}

TEST(LensState, SaysWhichLayerAndWhoseSamples) {
    LiveState state;
    addLook(state.looks, answered({.lens = "weights", .layer = "hidden"}, {}));
    addLook(state.looks, answered({.lens = "confusion", .split = Split::Training}, {{"accuracy", 0.75}}));
    addLook(state.looks, answered({.lens = "top-samples", .layer = "hidden"}, {}));
    EXPECT_EQ(state.value("lens.weights.layer"), StateValue(std::string("hidden")));
    EXPECT_EQ(state.value("lens.confusion.split"), StateValue(std::string("training")));
    EXPECT_EQ(state.value("lens.confusion.accuracy"), StateValue(0.75));
    EXPECT_EQ(state.value("lens.top_samples.looks"), StateValue(1.0)) << "a hyphen would be a minus";
    EXPECT_EQ(findStateName("lens.confusion.sample"), nullptr) << "it looks at all of them";
    EXPECT_EQ(findStateName("lens.confusion.layer"), nullptr);
    EXPECT_EQ(findStateName("lens.weights.split"), nullptr);
}

TEST(LensState, HasANameForEveryFigureAndSetting) {
    for (const LensType* lens : lessonLenses()) {
        std::string group = "lens." + lens->name + ".";
        std::ranges::replace(group, '-', '_');
        for (const LensFigureName& figure : lens->figures) {
            const StateName* name = findStateName(group + figure.name);
            ASSERT_NE(name, nullptr) << group << figure.name;
            EXPECT_EQ(name->type, StateType::Number);
            EXPECT_EQ(name->meaning, figure.meaning);
        }
        for (const Field& field : lens->fields) {
            const StateName* name = findStateName(group + field.name);
            ASSERT_NE(name, nullptr) << group << field.name;
            EXPECT_EQ(name->type, stateTypeOf(field.type));
            if (field.type == FieldType::Choice) {
                EXPECT_EQ(stateChoices(group + field.name), field.choices);
            }
        }
    }
    EXPECT_EQ(findStateName("lens.step.looks"), nullptr) << "the window shows it elsewhere";
    EXPECT_THAT(stateChoices("lens.confusion.split"), ElementsAre("test", "validation", "training"));
    EXPECT_TRUE(stateChoices("lens.adversary.success").empty());
    EXPECT_TRUE(stateChoices("lens.nothing.here").empty());
}

TEST(LensState, ChecksKnowTheNames) {
    LiveState state;
    addLook(state.looks, attacked(3, 1));
    const auto check =
        Expression::parse("lens.adversary.success == 1 and lens.adversary.attack == \"one_step\"");
    ASSERT_TRUE(check);
    EXPECT_TRUE(check->holds(state));
    EXPECT_FALSE(check->holds(LiveState()));

    const auto problem = [](const char* text) {
        const auto parsed = Expression::parse(text);
        EXPECT_FALSE(parsed) << text;
        return parsed ? std::string() : parsed.error().sentence.text() + " " + parsed.error().remedy.text();
    };
    EXPECT_THAT(problem("lens.adversary.sucess == 1"), HasSubstr("Did you mean lens.adversary.success?"));
    EXPECT_THAT(problem("lens.adversary.attack == \"one_stp\""), HasSubstr("Did you mean \"one_step\"?"));
    const std::string others = problem("lens.confusion.something_else > 1");
    EXPECT_THAT(others, HasSubstr("There are lens.confusion.looks"));
    EXPECT_THAT(others, Not(HasSubstr("lens.adversary")));
    EXPECT_THAT(problem("lens.adversry.success > 0"), HasSubstr("Did you mean lens.adversary.success?"));
    EXPECT_THAT(problem("lens.spectacles_of_mine.looks > 1"), HasSubstr("There are lens.activations, "));
    EXPECT_THAT(problem("lens.adversary > 1"), HasSubstr("There are lens.adversary.looks"));
}

TEST(LensState, SentencesSayWhatWasSeen) {
    const auto sentence = MissingSentence::parse("It is fooled by {lens.adversary.epsilon}.", "Look first.");
    ASSERT_TRUE(sentence);
    EXPECT_EQ(sentence->text(LiveState(), plainValue), "Look first.");
    LiveState state;
    addLook(state.looks, attacked(3, 1));
    EXPECT_EQ(sentence->text(state, plainValue), "It is fooled by 0.25.");
}

} // namespace
} // namespace protomind
