// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_request.h"
#include "studio/session/messages.h"

namespace protomind {

/// What a request is answered with, where not by Failed. A request without a line here does not compile where
/// it is asked or written.
template<class Asked>
struct AnswerOf;
template<class Asked>
using AnswerTo = typename AnswerOf<Asked>::Type;

// clang-format off
template<> struct AnswerOf<PrepareRequest> { using Type = Prepared; };
template<> struct AnswerOf<TrainRequest> { using Type = StateChanged; };
template<> struct AnswerOf<PauseRequest> { using Type = StateChanged; };
template<> struct AnswerOf<StepRequest> { using Type = StateChanged; };
template<> struct AnswerOf<SetLearningRateRequest> { using Type = Done; };
template<> struct AnswerOf<SetSpeedRequest> { using Type = Done; };
template<> struct AnswerOf<EvaluateRequest> { using Type = Evaluated; };
template<> struct AnswerOf<PredictRequest> { using Type = Predicted; };
template<> struct AnswerOf<GenerateRequest> { using Type = Generated; };
template<> struct AnswerOf<CheckpointRequest> { using Type = CheckpointTaken; };
template<> struct AnswerOf<RenameLayersRequest> { using Type = CheckpointTaken; };
template<> struct AnswerOf<WatchRequest> { using Type = Done; };
template<> struct AnswerOf<SetWeightRequest> { using Type = Done; };
template<> struct AnswerOf<LensRequest> { using Type = LensAnswered; };
template<> struct AnswerOf<CancelLensRequest> { using Type = Done; };
// clang-format on

/// Which of the events, by Event::index(), answers a request of this kind. What comes of it may be told under
/// its number before the answer, and after.
[[nodiscard]] std::size_t answerIndex(const Request& request);

} // namespace protomind
