// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two players as a session trains them and lets them make samples.
#include "engine/nn/latent.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"
#include "studio/session/recorded_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::HasSubstr;

Experiment ringExperiment() {
    const NetworkTemplate& ring = *findTemplate("gan-2d");
    Experiment experiment{.network = ring.make(), .data = "ring?samples=512", .training = ring.training};
    experiment.training.epochs = 2;
    return experiment;
}

HostArray latentsFor(const Experiment& experiment) {
    return drawLatents(*modelsOf(experiment.network).value().generator, 6, 3);
}

TEST(GanSession, TrainsBothAndMakesTheSameSamplesWhenItGoesOn) {
    RecordedSession session(noTime());
    const Experiment experiment = ringExperiment();
    const Prepared ready = prepare(session, experiment);
    EXPECT_EQ(ready.validationSamples, 0);
    EXPECT_EQ(ready.testSamples, 0);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    session.post(GenerateRequest{latentsFor(experiment)});
    const HostArray made = session.next<Generated>().samples;
    EXPECT_EQ(made.shape, (Shape{6, 2}));
    const CheckpointPtr trained = checkpointOf(session);

    RecordedSession later(noTime());
    EXPECT_EQ(prepare(later, experiment, trained).weightsFresh, 0);
    later.post(GenerateRequest{latentsFor(experiment)});
    EXPECT_EQ(later.next<Generated>().samples, made);
}

TEST(GanSession, SaysWhatItCanNotDo) {
    RecordedSession session(noTime());
    const Experiment experiment = ringExperiment();
    prepare(session, experiment);
    session.post(EvaluateRequest{});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("no targets"));
    session.post(GenerateRequest{HostArray(Shape{2, 3})});
    EXPECT_FALSE(session.next<Failed>().problem.sentence.empty());

    RecordedSession alone(noTime());
    prepare(alone, smallExperiment());
    alone.post(GenerateRequest{HostArray(Shape{1, 2})});
    EXPECT_THAT(alone.next<Failed>().problem.sentence, HasSubstr("no generator"));
}

/// Through its lenses, with the weights that make what is shown.
TEST(GanSession, IsLookedAtWithAveragedWeights) {
    RecordedSession session(noTime());
    const Experiment experiment = ringExperiment();
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    session.post(GenerateRequest{drawLatents(*modelsOf(experiment.network).value().generator, 10, 4)});
    const HostArray made = session.next<Generated>().samples;
    session.post(LensRequest{.lens = "players",
                             .settings = {{"points", std::int64_t{10}}, {"seed", std::int64_t{4}}}});
    const auto players = session.next<LensAnswered>();
    const auto& layers = players.result->planes.at(0).layers;
    const auto layer = std::ranges::find(layers, "made", &PlaneLayer::name);
    ASSERT_NE(layer, layers.end());
    EXPECT_EQ(layer->at, made);
    session.post(LensRequest{.lens = "generated"});
    EXPECT_FALSE(session.next<LensAnswered>().result->tables.empty());
}

/// Two classes of data and one score are no two classes that a discriminator tells apart.
TEST(GanSession, ADiscriminatorKnowsNoClasses) {
    RecordedSession session(noTime());
    Experiment experiment = ringExperiment();
    experiment.data = "ring?modes=2&samples=512";
    prepare(session, experiment);
    session.post(LensRequest{.lens = "confusion"});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("not known which classes"));
}

} // namespace
} // namespace protomind
