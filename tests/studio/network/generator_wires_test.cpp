// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/two_players.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using Kind = NetworkProblemKind;

class GeneratorWires : public TwoPlayers {};

TEST_F(GeneratorWires, OfTwoPlayersThatAreWiredNothingIsSaid) {
    drawSeam();
    const Analysis analysis = analyse(network());
    for (const NetworkProblem& problem : analysis.problems)
        ADD_FAILURE() << problem.sentence;
    EXPECT_TRUE(analysis.runnable());
    EXPECT_EQ(analysis.input, input);
    EXPECT_EQ(analysis.output, score);
    EXPECT_EQ(analysis.order, (std::vector{latent, hidden, made, input, seen, score}));
    EXPECT_EQ(analysis.parameters, 3 * 5 + 5 + 5 * 2 + 2 + 2 * 4 + 4 + 4 + 1);
    EXPECT_TRUE(analysis.players.two());
    EXPECT_EQ(analysis.layers.at(input).outputShape, Shape{2});
}

TEST_F(GeneratorWires, AGeneratorThatNobodyJudgesIsWiredToTheInput) {
    const NetworkProblem problem = onlyProblem(Kind::UnwiredGenerator);
    EXPECT_EQ(problem.layer, made);
    EXPECT_EQ(problem.sentence,
              "c ends a generator, but d does not get what it makes, so nobody judges it yet.");
    ASSERT_EQ(problem.fixes.size(), 1u);
    EXPECT_EQ(problem.fixes[0].label, "Wire c to d");
    EXPECT_EQ(analyse(network()).output, score);
}

TEST_F(GeneratorWires, AGeneratorAloneGetsAnInputOfItsShape) {
    TestDrawing alone;
    const LayerId last = alone.dense(7, {alone.latent(3)});
    const Analysis analysis = analyse(alone.network);
    ASSERT_EQ(analysis.problems.size(), 1u);
    EXPECT_EQ(analysis.problems[0].kind, Kind::NoInput);
    EXPECT_EQ(analysis.problems[0].layer, last);
    Network fixed = applyFix(alone.network, analysis.problems[0].fixes.at(0));
    EXPECT_EQ(analyse(fixed).layers.at(analyse(fixed).input).outputShape, Shape{7});
    EXPECT_TRUE(playersOf(fixed).two());
    EXPECT_EQ(problemsOf(analyse(fixed), Kind::NothingAfterInput).size(), 1u);
}

TEST_F(GeneratorWires, WhatIsWiredPastTheInputIsSaid) {
    drawing.network.removeWire(drawing.network.wiresInto(score)[0].id);
    const LayerId both = drawing.put("concatenate", {}, {seen, made});
    drawing.join(both, score);
    const auto found = problemsOf(analyse(network()), Kind::MixedPlayers);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].layer, both);
    EXPECT_THAT(found[0].sentence, HasSubstr("c is part of a generator, and g of what judges it"));
    const Network fixed = applyFix(network(), found[0].fixes.at(0));
    EXPECT_TRUE(problemsOf(analyse(fixed), Kind::MixedPlayers).empty());
    EXPECT_EQ(problemsOf(analyse(fixed), Kind::UnwiredGenerator).size(), 1u);
}

TEST_F(GeneratorWires, ASecondLatentIsSaid) {
    drawSeam();
    const LayerId other = drawing.latent(2);
    network().removeWire(network().wiresInto(made)[0].id);
    drawing.join(drawing.put("concatenate", {}, {hidden, other}), made);
    const auto found = problemsOf(analyse(network()), Kind::SeveralLatents);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].layer, other);
    EXPECT_EQ(found[0].sentence, "g is a second Latent beside a; a generator has one.");
    EXPECT_TRUE(problemsOf(analyse(applyFix(network(), found[0].fixes.at(0))), Kind::SeveralLatents).empty());
}

TEST_F(GeneratorWires, ASecondEndOfTheGeneratorIsSaid) {
    drawSeam();
    const LayerId other = drawing.dense(2, {hidden});
    const NetworkProblem problem = onlyProblem(Kind::SeveralOutputs);
    EXPECT_EQ(problem.layer, other);
    EXPECT_THAT(problem.sentence, HasSubstr("the generator already ends in c"));
}

TEST_F(GeneratorWires, ALatentWithoutWiresTakesNoPart) {
    TestDrawing alone;
    alone.dense(1, {alone.input({2})});
    const LayerId spare = alone.latent(2);
    const Analysis analysis = analyse(alone.network);
    ASSERT_EQ(analysis.problems.size(), 1u);
    EXPECT_EQ(analysis.problems[0].kind, Kind::Unused);
    EXPECT_EQ(analysis.problems[0].layer, spare);
    EXPECT_EQ(analysis.problems[0].severity, Severity::Warning);
    EXPECT_EQ(analysis.problems[0].fixes.size(), 1u);
    EXPECT_EQ(analysis.order.size(), 2u);
    EXPECT_TRUE(analysis.runnable());
}

TEST_F(GeneratorWires, NothingButAGeneratorGoesIntoAnInputAndNothingIntoALatent) {
    drawSeam();
    const WireId wrong = drawing.join(drawing.dense(2, {}), input);
    const auto found = problemsOf(analyse(network()), Kind::InvalidWire);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].wire, wrong);
    EXPECT_EQ(found[0].sentence, "A wire goes from g into d, but that is where the samples come in.");
    drawing.network.removeWire(wrong);
    drawing.join(drawing.dense(3, {}), latent);
    EXPECT_THAT(problemsOf(analyse(network()), Kind::InvalidWire).at(0).sentence,
                HasSubstr("where random numbers come in"));
}

TEST_F(GeneratorWires, ASecondSeamIsOneTooMany) {
    drawSeam();
    const LayerId other = drawing.dense(2, {hidden});
    drawing.join(other, input);
    EXPECT_EQ(problemsOf(analyse(network()), Kind::InvalidWire).at(0).sentence,
              "c and g are both wired to the one input of d.");
}

TEST_F(GeneratorWires, AnUnfedLayerOfTheDiscriminatorIsNotWiredToTheGenerator) {
    drawSeam();
    const LayerId loose = drawing.dense(4, {});
    network().removeWire(network().wiresInto(score)[0].id);
    drawing.join(drawing.put("add", {}, {seen, loose}), score);
    // The nearest on the left.
    drawing.network.layer(made)->position.x = drawing.network.layer(loose)->position.x - 1;
    const auto found = problemsOf(analyse(network()), Kind::MissingInput);
    ASSERT_EQ(found.size(), 1u);
    const auto& wire = std::get<Fix::AddWire>(found[0].fixes.at(0).action);
    EXPECT_FALSE(playersOf(network()).isGenerators(wire.from));
}

} // namespace
} // namespace protomind
