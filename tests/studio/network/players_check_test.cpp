// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/players_check.h"
#include "studio/network/training_fit.h"
#include "studio/network/two_players.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Kind = NetworkProblemKind;
using Sizes = std::vector<std::int64_t>;

class PlayersCheckTest : public TwoPlayers {
protected:
    PlayersCheckTest() { drawSeam(); }

    static std::vector<std::string> labelsOf(const NetworkProblem& problem) {
        std::vector<std::string> labels;
        for (const Fix& fix : problem.fixes)
            labels.push_back(fix.label);
        return labels;
    }
};

TEST_F(PlayersCheckTest, SamplesOfAnotherSizeAreMadeFit) {
    set(made, "units", std::int64_t{3});
    const NetworkProblem problem = onlyProblem(Kind::MadeShape);
    EXPECT_EQ(problem.sentence, "The generator ends in c, which gives 3, but d takes samples of 2.");
    EXPECT_EQ(problem.layer, made);
    EXPECT_EQ(problem.wire, playersOf(network()).seam);
    EXPECT_THAT(labelsOf(problem), ElementsAre("Set Neurons of c to 2", "Set Shape of d to 3"));
}

TEST_F(PlayersCheckTest, TheSizeIsSetThroughLayersThatHaveNone) {
    set(made, "units", std::int64_t{3});
    const LayerId bent = drawing.put("activation", {}, {made});
    network().removeWire(playersOf(network()).seam);
    drawing.join(bent, input);
    EXPECT_THAT(labelsOf(onlyProblem(Kind::MadeShape)),
                ElementsAre("Set Neurons of c to 2", "Set Shape of d to 3"));
}

TEST_F(PlayersCheckTest, SamplesOfAnotherFormAreReshaped) {
    set(input, "shape", Sizes{2, 2, 1});
    set(made, "units", std::int64_t{4});
    network().removeWire(network().wiresInto(seen)[0].id);
    drawing.join(drawing.put("flatten", {}, {input}), seen);
    NetworkProblem problem = onlyProblem(Kind::MadeShape);
    EXPECT_THAT(labelsOf(problem), ElementsAre("Insert Reshape", "Set Shape of d to 4"));
    // Of another size, too: that comes first.
    set(made, "units", std::int64_t{3});
    problem = problemsOf(analyse(network()), Kind::MadeShape).at(0);
    EXPECT_THAT(labelsOf(problem), ElementsAre("Set Neurons of c to 4", "Set Shape of d to 3"));
    const Network sized = applyFix(network(), problem.fixes[0]);
    problem = problemsOf(analyse(sized), Kind::MadeShape).at(0);
    EXPECT_TRUE(analyse(applyFix(sized, problem.fixes[0])).problems.empty());
}

TEST_F(PlayersCheckTest, AnInputThatFitsTheDataStays) {
    set(made, "units", std::int64_t{3});
    const Analysis analysis = analyse(network(), DataShapes{{2}, 8, "Ring"});
    ASSERT_EQ(analysis.problems.size(), 1u) << "the data's classes are no matter of a discriminator";
    EXPECT_THAT(labelsOf(analysis.problems[0]), ElementsAre("Set Neurons of c to 2"));
    set(made, "units", std::int64_t{2});
    EXPECT_TRUE(analyse(network(), DataShapes{{2}, 8, "Ring"}).problems.empty());
    const Analysis other = analyse(network(), DataShapes{{3}, 8, "Others"});
    ASSERT_EQ(other.problems.size(), 1u);
    EXPECT_EQ(other.problems[0].kind, Kind::SampleShape);
}

TEST_F(PlayersCheckTest, ADiscriminatorGivesOneNumber) {
    set(score, "units", std::int64_t{2});
    const NetworkProblem problem = onlyProblem(Kind::OutputCount);
    EXPECT_EQ(problem.sentence,
              "f ends the discriminator, which gives each sample one score, but it gives 2.");
    EXPECT_THAT(labelsOf(problem), ElementsAre("Set Neurons of f to 1", "Add Dense with 1"));
}

TEST_F(PlayersCheckTest, ADiscriminatorOfPicturesEndsFlat) {
    TestDrawing pictures;
    const LayerId in = pictures.input({4, 4, 1});
    const LayerId last = pictures.convolution(1, 4, {in});
    pictures.join(
        pictures.put("reshape", {{"shape", Sizes{4, 4, 1}}}, {pictures.dense(16, {pictures.latent(2)})}), in);
    const Analysis analysis = analyse(pictures.network);
    ASSERT_EQ(analysis.problems.size(), 1u);
    EXPECT_EQ(analysis.problems[0].kind, Kind::OutputNotFlat);
    EXPECT_EQ(analysis.problems[0].layer, last);
    EXPECT_TRUE(analyse(applyFix(pictures.network, analysis.problems[0].fixes.at(0))).problems.empty());
}

TEST_F(PlayersCheckTest, ADiscriminatorGivesPlainScores) {
    set(score, "activation", std::string("sigmoid"));
    const NetworkProblem problem = onlyProblem(Kind::LastActivation);
    EXPECT_EQ(problem.severity, Severity::Warning);
    EXPECT_THAT(problem.sentence, HasSubstr("f ends in sigmoid"));
    EXPECT_THAT(labelsOf(problem), ElementsAre("Set Activation of f to linear"));
    set(score, "activation", std::string("linear"));
    set(made, "activation", std::string("softmax"));
    EXPECT_TRUE(analyse(network()).problems.empty()) << "a generator may end as it likes";
}

TEST_F(PlayersCheckTest, TrainingAsksNothingOfTargets) {
    for (const char* loss : {"auto", "cross_entropy", "mean_squared_error", "hinge"}) {
        Surroundings surroundings{DataShapes{{2}, 8, "Ring"}, {}, 0};
        surroundings.training.loss = loss;
        surroundings.data->onlyClass = "1";
        for (const NetworkProblem& problem : analyse(network(), surroundings).problems)
            ADD_FAILURE() << loss << ": " << problem.sentence;
    }
}

TEST_F(PlayersCheckTest, NothingIsSaidOfPlayersWhereThereAreNone) {
    TestDrawing alone;
    const LayerId only = alone.dense(3, {alone.input({2})});
    alone.network.layer(only)->settings["activation"] = std::string("sigmoid");
    Analysis analysis = analyse(alone.network);
    EXPECT_TRUE(analysis.problems.empty());
    checkPlayers(alone.network, analysis);
    EXPECT_TRUE(analysis.problems.empty());
}

} // namespace
} // namespace protomind
