// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_limits.h"
#include "studio/course/run_curve.h"
#include "studio/course/step_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr double kMaxAnswer = 1e12;

const std::array<std::string, 3> kPredictionKinds{"choice", "point", "curve"};
const std::array<std::string, 4> kQuestionKinds{"choice", "number", "order", "layer"};

/// The id of a question, as far as it is one.
std::string readId(ObjectReader& object, const ProblemSheet& sheet) {
    auto id = object.text("id");
    if (id && !isLessonId(*id))
        sheet.error(object.place().member("id")->line(),
                    sentence("\"{:s}\" can't be the id of a question.", *id), kLessonIdRemedy);
    return id.value_or("");
}

/// The kind, one of those there are.
std::optional<std::string> readKind(ObjectReader& object, std::span<const std::string> kinds,
                                    const ProblemSheet& sheet) {
    auto kind = object.text("kind");
    if (kind && std::ranges::find(kinds, *kind) == kinds.end()) {
        sheet.error(object.place().member("kind")->line(),
                    sentence("There is no kind of question \"{:s}\" here.", *kind), nameRemedy(*kind, kinds));
        return std::nullopt;
    }
    return kind;
}

/// Two numbers in a list; none where it is anything else.
std::optional<std::array<double, 2>> twoNumbers(const nlohmann::json& value) {
    if (!value.is_array() || value.size() != 2)
        return std::nullopt;
    const auto first = asNumber(value[0]);
    const auto second = asNumber(value[1]);
    if (!first || !second)
        return std::nullopt;
    return std::array<double, 2>{*first, *second};
}

void readRange(ObjectReader& object, Prediction& prediction, const ProblemSheet& sheet) {
    const auto place = object.need("range");
    if (!place)
        return;
    const nlohmann::json& value = place->value();
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const auto ends = value.is_array() && value.size() == 2 ? twoNumbers(value[axis]) : std::nullopt;
        if (!ends || (*ends)[0] >= (*ends)[1]) {
            sheet.error(place->line(), "\"range\" is the picture's two axes, each from less to more.",
                        "Write it like [[-2, 3], [0, 1]].");
            return;
        }
        prediction.range[axis] = *ends;
    }
}

void readPoint(ObjectReader& object, Prediction& prediction, const ProblemSheet& sheet) {
    readRange(object, prediction, sheet);
    const auto answer = object.take("answer");
    const auto tolerance = object.number("tolerance", 0, kMaxAnswer, answer.has_value());
    if (!answer)
        return;
    const auto place = twoNumbers(answer->value());
    if (!place) {
        sheet.error(answer->line(),
                    sentence("The answer is a point like [0, 2], not {}.", kindText(answer->value())));
        return;
    }
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const auto& [low, high] = prediction.range[axis];
        if ((*place)[axis] < low || (*place)[axis] > high) {
            sheet.error(answer->line(), "The answer lies outside of the range, where nobody can point at it.",
                        "Make the range larger.");
            return;
        }
    }
    prediction.answer = PointAnswer{*place, tolerance.value_or(0)};
}

void readCurve(ObjectReader& object, Prediction& prediction, const ProblemSheet& sheet) {
    readRange(object, prediction, sheet);
    const auto answer = object.text("answer");
    if (!answer)
        return;
    const auto names = runCurveNames();
    if (std::ranges::find(names, *answer) == names.end()) {
        sheet.error(object.place().member("answer")->line(),
                    answer->starts_with("test.")
                        ? sentence("\"{:s}\" has no curve: a test is made once, after the run.", *answer)
                        : sentence("A run has no curve \"{:s}\".", *answer),
                    answer->starts_with("test.")
                        ? sentence("Take \"validation.{:s}\", which is measured after every epoch.",
                                   answer->substr(5))
                        : nameRemedy(*answer, names));
        return;
    }
    prediction.answer = CurveAnswer{*answer};
}

/// The ids of an order's answer, each once.
std::optional<OrderAnswer> readOrder(ObjectReader& object, const ProblemSheet& sheet) {
    OrderAnswer answer;
    for (const JsonPlace& one : object.list("answer", kMaxOptions)) {
        if (!one.value().is_string()) {
            sheet.error(one.line(),
                        sentence("An order is a list of options' ids, not {}.", kindText(one.value())));
            return std::nullopt;
        }
        answer.options.push_back(one.value().get<std::string>());
    }
    return answer;
}

} // namespace

std::optional<Prediction> readPrediction(const JsonPlace& place, const ProblemSheet& sheet) {
    ObjectReader object(place, "A prediction", sheet);
    if (!object.isObject())
        return std::nullopt;
    Prediction prediction;
    prediction.id = readId(object, sheet);
    const auto kind = readKind(object, kPredictionKinds, sheet);
    if (!kind)
        return std::nullopt;
    if (*kind == "choice") {
        prediction.kind = Prediction::Kind::Choice;
        if (auto answer = object.text("answer", false))
            prediction.answer = ChoiceAnswer{std::move(*answer)};
    } else if (*kind == "point") {
        prediction.kind = Prediction::Kind::Point;
        readPoint(object, prediction, sheet);
    } else {
        prediction.kind = Prediction::Kind::Curve;
        readCurve(object, prediction, sheet);
    }
    object.finish();
    return prediction;
}

std::optional<Question> readQuizQuestion(const JsonPlace& place, const ProblemSheet& sheet) {
    ObjectReader object(place, "A question", sheet);
    if (!object.isObject())
        return std::nullopt;
    Question question;
    question.id = readId(object, sheet);
    const auto kind = readKind(object, kQuestionKinds, sheet);
    if (!kind)
        return std::nullopt;
    if (*kind == "number") {
        const auto value = object.number("answer", -kMaxAnswer, kMaxAnswer);
        const auto tolerance = object.number("tolerance", 0, kMaxAnswer);
        question.answer = NumberAnswer{value.value_or(0), tolerance.value_or(0)};
    } else if (*kind == "order") {
        auto order = readOrder(object, sheet);
        if (!order)
            return std::nullopt;
        question.answer = std::move(*order);
    } else {
        auto answer = object.text("answer");
        if (!answer)
            return std::nullopt;
        if (*kind == "choice")
            question.answer = ChoiceAnswer{std::move(*answer)};
        else
            question.answer = LayerAnswer{std::move(*answer)};
    }
    object.finish();
    return question;
}

} // namespace protomind
