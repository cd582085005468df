// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/trained_network.h"
#include "studio/network/template.h"
#include "studio/session/session_client.h"

#include <gtest/gtest.h>

namespace protomind {

/// An experiment after some steps of training, as a project has it.
inline ProjectContent trained(Experiment experiment, std::int64_t steps) {
    bool finished = false;
    SessionClient session([&](const EventEnvelope& envelope) {
        const auto* changed = std::get_if<StateChanged>(&envelope.event);
        finished = finished || (changed != nullptr && changed->state != RunState::Training &&
                                changed->state != RunState::Ready);
    });
    EXPECT_TRUE(session.await(PrepareRequest{experiment, nullptr}));
    EXPECT_TRUE(session.await(TrainRequest{.untilStep = steps}));
    EXPECT_TRUE(session.waitUntil([&] { return finished; }));
    auto taken = session.await(CheckpointRequest{});
    EXPECT_TRUE(taken);
    ProjectContent content{.experiment = std::move(experiment), .checkpoint = nullptr};
    content.checkpoint = taken->checkpoint;
    return content;
}

inline Experiment experimentOf(const char* name, const char* data) {
    const NetworkTemplate& from = *findTemplate(name);
    return {.network = from.make(), .data = data, .training = from.training};
}

inline TrainedNetwork exampleOf(const ProjectContent& content, std::string title = "My network") {
    auto network = trainedNetwork(content, std::move(title), "Protomind 9.8.7");
    EXPECT_TRUE(network);
    return std::move(*network);
}

/// Points that can be told apart, looked at by a playground.
inline TrainedNetwork trainedPlane() {
    return exampleOf(trained(experimentOf("playground", "gaussians?samples=200"), 60));
}
inline TrainedNetwork trainedDigits() {
    return exampleOf(trained(experimentOf("digits-mlp", "digits?samples=300&test=60"), 20));
}

} // namespace protomind
