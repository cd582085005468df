// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/wire_values.h"

namespace protomind {

bool isValue(StepUnit value) {
    switch (value) {
        using enum StepUnit;
    case Sample:
    case Batch:
    case Epoch:
        return true;
    }
    return false;
}

bool isValue(RunState value) {
    switch (value) {
        using enum RunState;
    case Idle:
    case Ready:
    case Training:
    case Paused:
    case Finished:
    case Diverged:
        return true;
    }
    return false;
}

bool isValue(DeviceState value) {
    switch (value) {
        using enum DeviceState;
    case Answering:
    case Silent:
    case Lost:
        return true;
    }
    return false;
}

bool isValue(DivergenceReason value) {
    switch (value) {
        using enum DivergenceReason;
    case NotFinite:
    case RobustnessLost:
        return true;
    }
    return false;
}

bool isValue(Split value) {
    switch (value) {
        using enum Split;
    case Training:
    case Validation:
    case Test:
    case Unseen:
        return true;
    }
    return false;
}

bool isValue(ProblemKind value) {
    switch (value) {
        using enum ProblemKind;
    case Request:
    case Input:
    case Device:
    case Memory:
    case Diverged:
    case Unsupported:
    case RobustnessLost:
        return true;
    }
    return false;
}

bool isValue(Sentence::Kind value) {
    switch (value) {
        using enum Sentence::Kind;
    case Phrase:
    case Name:
    case Format:
    case Row:
        return true;
    }
    return false;
}

bool isValue(OutputMeaning value) {
    switch (value) {
        using enum OutputMeaning;
    case Values:
    case Probabilities:
    case Scores:
        return true;
    }
    return false;
}

bool isValue(PictureKind value) {
    switch (value) {
        using enum PictureKind;
    case Plane:
    case Curve:
    case Image:
    case Maps:
    case Bars:
    case Histogram:
        return true;
    }
    return false;
}

bool isValue(PictureColours value) {
    switch (value) {
        using enum PictureColours;
    case AsItIs:
    case Sequential:
    case Diverging:
        return true;
    }
    return false;
}

bool isValue(ChartKind value) {
    switch (value) {
        using enum ChartKind;
    case Lines:
    case Bars:
    case Histogram:
        return true;
    }
    return false;
}

bool isValue(PlaneMarks value) {
    switch (value) {
        using enum PlaneMarks;
    case Points:
    case Arrows:
    case Curves:
        return true;
    }
    return false;
}

bool isValue(NumberPlace::Kind value) {
    switch (value) {
        using enum NumberPlace::Kind;
    case Output:
    case Input:
    case Batch:
    case Variable:
    case Inner:
    case Step:
    case Constant:
        return true;
    }
    return false;
}

bool isValue(ArithmeticKind value) {
    switch (value) {
        using enum ArithmeticKind;
    case Sum:
    case Mean:
    case Maximum:
    case Quotient:
    case Function:
        return true;
    }
    return false;
}

bool isValue(Severity value) {
    switch (value) {
        using enum Severity;
    case Error:
    case Warning:
        return true;
    }
    return false;
}

bool isValue(NetworkProblemKind value) {
    switch (value) {
        using enum NetworkProblemKind;
    case NoInput:
    case SeveralInputs:
    case NothingAfterInput:
    case MissingInput:
    case TooFewInputs:
    case Unused:
    case Unreachable:
    case SeveralOutputs:
    case Circle:
    case InvalidWire:
    case UnknownType:
    case UnknownField:
    case FieldOutOfRange:
    case BadName:
    case ShapeMismatch:
    case TooManyParameters:
    case SoftmaxInside:
    case SingleSoftmax:
    case SampleShape:
    case OutputNotFlat:
    case OutputCount:
    case LastActivation:
    case LossMismatch:
    case TooMuchMemory:
    case AppliedTwice:
    case NothingToNormalise:
    case LearningRate:
    case FadingSchedule:
    case Penalty:
    case NothingToLearn:
    case StuckAtZero:
    case SameAnswer:
    case NothingKeptAside:
    case SeveralLatents:
    case UnwiredGenerator:
    case MixedPlayers:
    case MadeShape:
    case SettingOutOfRange:
        return true;
    }
    return false;
}

} // namespace protomind
