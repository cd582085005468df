// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/training_obstacle.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/worded.h"

namespace protomind {

std::optional<TrainingObstacle> trainingObstacle(const Document& document) {
    const auto tell = [](const QString& sentence) { return TrainingObstacle{sentence.toStdString(), {}}; };
    if (document.network().layers().empty())
        return tell(RunController::tr(
            "There is no network yet: drag an Input and a Dense layer from the list at the left, "
            "and join them."));
    for (const NetworkProblem& problem : document.analysis().problems)
        if (problem.severity == Severity::Error)
            return TrainingObstacle{worded(problem.sentence).toStdString(), problem.layer};
    if (document.experiment().data.empty())
        return tell(RunController::tr("There is nothing to learn from yet: choose data in the Data tab."));
    if (!document.deviceObstacle().empty())
        return TrainingObstacle{document.deviceObstacle(), {}};
    return std::nullopt;
}

} // namespace protomind
