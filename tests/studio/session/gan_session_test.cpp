// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two players as a session trains them and lets them make samples.
#include "engine/nn/latent.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"
#include "studio/session/recorded_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

} // namespace
} // namespace protomind
