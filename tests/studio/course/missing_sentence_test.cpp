// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/missing_sentence.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;

std::string said(const std::string& text, const LiveState& state, const std::string& whenUnknown = {}) {
    const auto sentence = MissingSentence::parse(text, whenUnknown);
    return sentence ? sentence->text(state, plainValue) : "column " + std::to_string(sentence.error().column);
}

TEST(MissingSentence, NamesWhatIsThereNow) {
    LiveState state;
    state.steps = 12;
    state.train.accuracy = 0.941;
    EXPECT_EQ(said("It has gone { run.steps } steps; it should be 20.", state),
              "It has gone 12 steps; it should be 20.");
    EXPECT_EQ(said("{20 - run.steps} steps are left, {train.accuracy %} are right", state),
              "8 steps are left, 94.1 % are right");
    EXPECT_EQ(said("Nothing to name.", state), "Nothing to name.");
    EXPECT_TRUE(MissingSentence::parse("{run.steps}")->hasValue());
    EXPECT_FALSE(MissingSentence::parse("Nothing.")->hasValue());
}

TEST(MissingSentence, SaysSomethingElseWhileAValueIsUnknown) {
    LiveState state;
    EXPECT_EQ(said("{test.accuracy %} are right.", state, "Press Test."), "Press Test.");
    EXPECT_EQ(said("{test.accuracy %} are right.", state), "not known yet are right.");
    state.test.accuracy = 0.5;
    EXPECT_EQ(said("{test.accuracy %} are right.", state, "Press Test."), "50 % are right.");
}

TEST(MissingSentence, SaysWhereItIsOff) {
    const auto error = [](const std::string& text) {
        const auto sentence = MissingSentence::parse(text);
        return sentence ? ExpressionError{} : sentence.error();
    };
    EXPECT_EQ(error("So {run.steps").column, 4);
    EXPECT_EQ(error("So run.steps}").column, 13);
    EXPECT_EQ(error("ä {run.stepz}").column, 4);
    EXPECT_THAT(error("ä {run.stepz}").remedy, HasSubstr("run.steps"));
    EXPECT_EQ(error("{}").column, 2);
    EXPECT_THAT(error("{data.name %}").sentence, HasSubstr("a number is needed"));
}

TEST(MissingSentence, AShareNeverLooksLikeWhatItFallsShortOf) {
    EXPECT_EQ(plainValue(StateValue(0.97), true), "97 %");
    EXPECT_EQ(plainValue(StateValue(0.9696), true), "96.9 %");
    EXPECT_EQ(plainValue(StateValue(0.9499), true), "94.9 %");
    EXPECT_EQ(plainValue(StateValue(1.0), true), "100 %");
}

TEST(MissingSentence, CanBeSaidWhereTheirValuesAreKnown) {
    LiveState state;
    EXPECT_TRUE(MissingSentence::parse("So it is.")->canBeSaid(state));
    EXPECT_TRUE(MissingSentence::parse("After {run.steps} steps.")->canBeSaid(state));
    const auto tested = *MissingSentence::parse("After {run.steps} steps: {100 / test.loss}.");
    EXPECT_FALSE(tested.canBeSaid(state));
    EXPECT_TRUE(MissingSentence::parse("{test.loss}.", "Not yet.")->canBeSaid(state));
    state.test.loss = 0.5;
    EXPECT_TRUE(tested.canBeSaid(state));
}

} // namespace
} // namespace protomind
