// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How well a run does on a split, a batch at a time between requests; and what a generator makes.
#include "engine/train/generated.h"
#include "studio/session/experiment_run.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// Seconds that an evaluation may take before requests that came meanwhile are answered first.
constexpr double kAtOnce = 0.03;

} // namespace

void ExperimentRun::answer(const EvaluateRequest& request) {
    startEvaluation(request.test, {m_answering});
    if (m_evaluations.empty())
        return;
    const double started = m_clock();
    evaluate([&] { return m_clock() - started > kAtOnce; }, {});
}

void ExperimentRun::answer(const GenerateRequest& request) {
    if (!m_trainer->generator()) {
        fail({.kind = ProblemKind::Request,
              .sentence = "This network has no generator that could make samples.",
              .where = {},
              .remedy = {}});
        return;
    }
    auto samples = generated(m_trainer->instance(), *m_trainer->generator(), request.latents);
    if (!samples) {
        fail(samples.error());
        return;
    }
    tell(Generated{std::move(*samples)});
}

void ExperimentRun::startEvaluation(bool test, std::vector<RequestId> askers) {
    const auto is = [this](Split split) { return m_trainer->dataOf(split) != nullptr; };
    const Split split = test && is(Split::Test)     ? Split::Test
                        : test && is(Split::Unseen) ? Split::Unseen
                                                    : Split::Validation;
    if (m_trainer->generator()) {
        for (const RequestId asker : askers)
            tell(asker, Failed{{.kind = ProblemKind::Request,
                                .sentence = "Two networks that play against each other have no targets that "
                                            "they could be evaluated by.",
                                .where = {},
                                .remedy = "Look at the samples that the generator makes."}});
        return;
    }
    if (!is(split)) {
        for (const RequestId asker : askers)
            tell(asker,
                 Failed{{.kind = ProblemKind::Request,
                         .sentence =
                             "There are no samples to evaluate on that the network has not learned from.",
                         .where = {},
                         .remedy = "Keep some aside for validation."}});
        return;
    }
    const auto same = std::ranges::find(m_evaluations, split, &Evaluation::split);
    if (same == m_evaluations.end()) {
        m_evaluations.push_back({.split = split, .askers = std::move(askers)});
        return;
    }
    // Of the weights as they are now.
    same->progress = {};
    same->askers.insert(same->askers.end(), askers.begin(), askers.end());
}

std::vector<RequestId> ExperimentRun::endEvaluations() {
    std::vector<RequestId> askers;
    for (const Evaluation& evaluation : std::exchange(m_evaluations, {}))
        askers.insert(askers.end(), evaluation.askers.begin(), evaluation.askers.end());
    return askers;
}

void ExperimentRun::evaluate(const std::function<bool()>& interrupted, const std::stop_token& stop) {
    Evaluation& first = m_evaluations.front();
    // A step on a single sample came in between: now there is something that was learned from.
    if (first.split == Split::Unseen && !m_trainer->dataOf(Split::Unseen)) {
        std::vector<RequestId> askers = std::move(first.askers);
        m_evaluations.pop_front();
        startEvaluation(true, std::move(askers));
        return;
    }
    const auto done = m_trainer->resumeEvaluation(first.split, first.progress,
                                                  [&] { return stop.stop_requested() || interrupted(); });
    if (done && !*done)
        return;
    Event answer;
    if (done) {
        EvaluationFigures figures = m_trainer->figures(first.progress);
        answer = Evaluated{.split = first.split,
                           .samples = figures.samples,
                           .learnedFrom = m_trainer->learnedFrom(first.split),
                           .loss = figures.loss,
                           .accuracy = figures.accuracy,
                           .confusion = std::move(figures.confusion)};
    } else {
        answer = Failed{done.error()};
    }
    const std::vector<RequestId> askers = std::move(first.askers);
    m_evaluations.pop_front();
    for (const RequestId asker : askers)
        tell(asker, answer);
}

} // namespace protomind
