// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/expression.h"
#include "studio/course/lesson_action.h"
#include "studio/course/missing_sentence.h"
#include "studio/network/network.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A lesson as a plain value: what its folder says, read and joined by ids. Words are those of one language.
namespace protomind {

enum class LessonLevel { Beginner, Intermediate, Advanced };

/// One of the answers that a question offers.
struct LessonOption {
    std::string id;
    std::string text;        ///< Markdown
    std::string explanation; ///< Markdown: for who chose it; empty for predictions
};

struct ChoiceAnswer {
    std::string option;
};
struct NumberAnswer {
    double value = 0;
    double tolerance = 0; ///< right where |given - value| <= tolerance
};
struct OrderAnswer {
    std::vector<std::string> options; ///< ids, first to last
};
struct LayerAnswer {
    std::string layer; ///< the layer's name in the network that the step shows
};
/// A place in a picture.
struct PointAnswer {
    std::array<double, 2> place{};
    double tolerance = 0;
};
/// What a guessed curve is held against after the run: one of runCurveNames(), a value an epoch.
struct CurveAnswer {
    std::string curve;
};

/// Asked before a run; what was guessed is kept and compared afterwards.
struct Prediction {
    enum class Kind { Choice, Point, Curve };
    std::string id;
    Kind kind = Kind::Choice;
    std::string question;                                                        ///< Markdown
    std::vector<LessonOption> options;                                           ///< of a choice
    std::variant<std::monostate, ChoiceAnswer, PointAnswer, CurveAnswer> answer; ///< none: only the run tells
    std::array<std::array<double, 2>, 2> range{{{0, 1}, {0, 1}}}; ///< of a point's or a curve's picture: x, y
    std::string afterwards;                                       ///< Markdown: what really happened, and why
};

/// A question whose every answer is explained.
struct Question {
    std::string id;
    std::string question; ///< Markdown
    std::variant<ChoiceAnswer, NumberAnswer, OrderAnswer, LayerAnswer> answer;
    std::vector<LessonOption> options; ///< of a choice or an order
    std::string whenRight; ///< Markdown; of all kinds but a choice, whose options explain themselves
    std::string whenWrong;
};

/// Something to reach, checked on what is really there.
struct Task {
    std::string words; ///< Markdown: what to do
    Expression check;
    std::vector<MissingSentence> missing{}; ///< one a part of the check; none where its words have none
    std::vector<MissingSentence> done{};    ///< what came out; none where its words have none
    std::vector<LessonAction> solution;
    std::vector<std::vector<LessonAction>> wrong{}; ///< plausible mistakes, which must not fulfil it
};

/// A picture of its own in place of the canvas, by its kind ("line-fit") and that kind's own options.
struct SceneWish {
    std::string kind;
    nlohmann::json options = nlohmann::json::object();
};

/// One page of a lesson: what it opens and sets when it is entered, what it says and asks.
struct LessonStep {
    std::string id;
    std::string title;
    std::string text; ///< Markdown with formulas between dollar signs and links that act

    std::string templateName;       ///< opened when entered; empty: none
    std::optional<Network> network; ///< from a file of the folder
    std::optional<std::string> data;
    std::vector<std::pair<std::string, FieldValue>> training; ///< names of trainingFields()
    std::map<std::string, std::vector<float>> weights;        ///< "line/kernel": row-major
    std::optional<double> speed;                              ///< steps a second; 0: as fast as it goes
    std::optional<SceneWish> scene;
    std::optional<LookAction> look; ///< shown in the window when entered; not the learner's own
    std::vector<std::string> locks; ///< names of lessonControls()
    std::vector<std::string> hides;

    std::optional<Prediction> prediction;
    std::optional<Task> task;
    std::vector<Question> quiz;
    std::vector<std::string> hints; ///< Markdown, the weakest first
    bool untranslated = false;      ///< parts of it are English, for want of a translation
    std::vector<LessonAction> show; ///< "Show me"; empty: the task's solution

    [[nodiscard]] const std::vector<LessonAction>& demonstration() const {
        return show.empty() && task ? task->solution : show;
    }
};

struct Lesson {
    std::string id;       ///< its folder's name
    std::string folder;   ///< where its pictures lie
    std::string language; ///< of its words: "en"
    std::string title;
    std::string summary;
    int minutes = 0;
    LessonLevel level = LessonLevel::Beginner;
    std::string course; ///< that it is a part of, as the page of lessons calls it; empty: of none
    std::map<std::string, std::string> courseNames{}; ///< the same by language
    std::vector<std::string> needs;                   ///< ids of lessons that should come before
    std::vector<std::string> missingNeeds;            ///< those of them that aren't here
    std::vector<LessonStep> steps;

    [[nodiscard]] const LessonStep* step(const std::string& wanted) const {
        for (const LessonStep& one : steps)
            if (one.id == wanted)
                return &one;
        return nullptr;
    }
};

} // namespace protomind
