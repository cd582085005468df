// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/step_json.h"

#include "engine/train/settings.h"
#include "studio/course/controls.h"
#include "studio/course/inner_file.h"
#include "studio/course/lesson_edit.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_look.h"
#include "studio/course/lesson_network.h"
#include "studio/course/page_controls.h"
#include "studio/network/limits.h"
#include "studio/network/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace protomind {

namespace {

/// A step that has this in its check may begin with a network that can't run: it is there to be mended.
constexpr const char* kProblemsName = "network.problems";

std::vector<std::string> templateNames() {
    std::vector<std::string> names;
    for (const NetworkTemplate& one : networkTemplates())
        names.push_back(one.name);
    return names;
}

std::vector<std::string> controlNames() {
    std::vector<std::string> names;
    for (const auto& control : lessonControls())
        names.emplace_back(control.name);
    return names;
}

} // namespace

StepReader::StepReader(const JsonPlace& place, const std::filesystem::path& folder,
                       const LessonSurroundings& surroundings, LessonGround& ground, LessonData& data,
                       LessonProblems& problems, const ProblemSheet& sheet)
    : m_object(place, "A step", sheet)
    , m_folder(folder)
    , m_surroundings(surroundings)
    , m_ground(ground)
    , m_data(data)
    , m_problems(problems)
    , m_sheet(sheet)
    , m_openLine(place.line()) {}

LessonStep StepReader::read(StepPlaces& places) {
    m_places = &places;
    places.line = m_object.line();
    if (!m_object.isObject())
        return {};
    if (auto id = m_object.text("id")) {
        m_step.id = std::move(*id);
        const int line = m_object.place().member("id")->line();
        places.line = line;
        if (!isLessonId(m_step.id))
            m_sheet.error(line, sentence("\"{:s}\" can't be the id of a step.", m_step.id), kLessonIdRemedy);
    }
    readOpen();
    readData();
    readTraining();
    readScene();
    m_step.speed = m_object.number("speed", 0, kMaxStepsPerSecond, false);
    m_step.locks = readControls("lock");
    m_step.hides = readControls("hide");
    for (const std::string& name : m_step.locks)
        if (std::ranges::find(m_step.hides, name) != m_step.hides.end())
            m_sheet.error(m_object.place().member("hide")->line(),
                          sentence("\"{:s}\" is locked and hidden in the same step.", name),
                          "Take it out of one of the two.");
    if (const auto place = m_object.take("predict")) {
        places.predictionLine = place->line();
        m_step.prediction = readPrediction(*place, m_sheet);
    }
    readWeights();
    readEntryLook();
    noteLayers();
    readShow();
    const double validationBefore = m_ground.experiment.training.validation;
    readTask();
    checkCurve(validationBefore);
    noteLayers();
    readQuiz();
    m_object.finish();
    return std::move(m_step);
}

void StepReader::noteLayers() {
    if (!m_ground.hasNetwork)
        return;
    for (const std::string& name : layerNames(m_ground.experiment.network))
        m_places->layers.insert(name);
}

void StepReader::readOpen() {
    const auto place = m_object.take("open");
    if (!place)
        return;
    m_openLine = place->line();
    ObjectReader open(*place, "\"open\"", m_sheet);
    if (!open.isObject())
        return;
    const auto fromTemplate = open.take("template");
    const auto fromFile = open.take("network");
    open.finish();
    if (fromTemplate.has_value() == fromFile.has_value()) {
        m_sheet.error(place->line(), "A step opens a template or a network of the folder: one of the two.",
                      "Write {\"template\": \"playground\"} or {\"network\": \"line.json\"}.");
        return;
    }
    m_groundChanged = true;
    if (fromTemplate)
        openTemplate(*fromTemplate);
    else
        openNetwork(*fromFile);
}

void StepReader::openTemplate(const JsonPlace& place) {
    const std::string name = place.value().is_string() ? place.value().get<std::string>() : std::string();
    const NetworkTemplate* found = findTemplate(name);
    if (found == nullptr) {
        m_sheet.error(place.line(), sentence("There is no template \"{:s}\".", name),
                      nameRemedy(name, templateNames()));
        return;
    }
    m_step.templateName = name;
    m_ground.experiment.network = found->make();
    m_ground.experiment.data = found->data;
    m_ground.experiment.training = found->training;
    m_ground.hasNetwork = true;
}

void StepReader::openNetwork(const JsonPlace& place) {
    if (!place.value().is_string()) {
        m_sheet.error(place.line(),
                      sentence("\"network\" is the name of a file, not {}.", kindText(place.value())));
        return;
    }
    const auto name = place.value().get<std::string>();
    const auto text = readInnerText(m_folder, name, kMaxNetworkBytes);
    if (!text) {
        m_sheet.error(place.line(), text.error().sentence, text.error().remedy);
        return;
    }
    auto network = readLessonNetwork(*text, ProblemSheet(m_problems, name));
    if (!network)
        return;
    m_ground.experiment.network = *network;
    m_ground.hasNetwork = true;
    m_step.network = std::move(*network);
}

void StepReader::readData() {
    auto text = m_object.text("data", false);
    if (!text)
        return;
    m_groundChanged = true;
    // A text that can't be opened is told here, once.
    const auto opened = m_data.open(*text, m_ground.experiment.training.seed);
    if (!opened) {
        m_sheet.error(m_object.place().member("data")->line(), opened.error().sentence,
                      opened.error().remedy);
        return;
    }
    m_ground.experiment.data = *text;
    m_step.data = std::move(*text);
}

void StepReader::readTraining() {
    const auto place = m_object.take("training");
    if (!place)
        return;
    const ObjectReader training(*place, "\"training\"", m_sheet);
    for (const auto& [name, setting] : place->members()) {
        auto value = fieldValueOf(setting.value());
        if (!value) {
            m_sheet.error(setting.line(), sentence("No setting can be {}.", kindText(setting.value())));
            continue;
        }
        const SetTrainingAction action{name, *value};
        if (auto set = m_ground.act(action, m_data); !set) {
            m_sheet.error(setting.line(), set.error().sentence, set.error().remedy);
            continue;
        }
        m_step.training.emplace_back(name, std::move(*value));
    }
}

void StepReader::readWeights() {
    const auto place = m_object.take("weights");
    if (!place)
        return;
    const ObjectReader weights(*place, "\"weights\"", m_sheet);
    const auto sizes = weightSizes(m_ground.experiment.network);
    std::vector<std::string> names;
    for (const auto& [name, size] : sizes)
        names.push_back(name);
    std::size_t count = 0;
    for (const auto& [name, list] : place->members()) {
        const auto found = sizes.find(name);
        if (found == sizes.end()) {
            m_sheet.error(list.line(), sentence("The network has no weight \"{:s}\" here.", name),
                          nameRemedy(name, names));
            continue;
        }
        if (!list.value().is_array() || static_cast<std::int64_t>(list.value().size()) != found->second) {
            m_sheet.error(
                list.line(),
                list.value().is_array()
                    ? sentence("\"{:s}\" has {} numbers here, but {} in the network.", name,
                               list.value().size(), found->second)
                    : sentence("\"{:s}\" is a list of numbers, not {}.", name, kindText(list.value())),
                "Give all of them, row by row.");
            continue;
        }
        count += list.value().size();
        std::vector<float>& numbers = m_step.weights[name];
        for (const JsonPlace& one : list.elements()) {
            const auto number = asNumber(one.value());
            if (!number || std::abs(*number) > kMaxWeight) {
                m_sheet.error(one.line(), sentence("A weight is a number from {:g} to {:g}, not {}.",
                                                   -kMaxWeight, kMaxWeight, kindText(one.value())));
                break;
            }
            numbers.push_back(static_cast<float>(*number));
        }
    }
    if (count > kMaxFirstWeights)
        m_sheet.error(place->line(),
                      sentence("These are {} numbers; at most {} are allowed.", count, kMaxFirstWeights));
    if (!m_step.weights.empty() && m_ground.experiment.data.empty())
        m_sheet.error(place->line(), "Weights can't be set without data to learn from.",
                      "Give the step its \"data\".");
}

void StepReader::readScene() {
    const auto place = m_object.take("scene");
    if (!place)
        return;
    ObjectReader scene(*place, "\"scene\"", m_sheet);
    const auto kind = scene.text("kind");
    if (!kind)
        return;
    const auto found = std::ranges::find(m_surroundings.scenes, *kind, &LessonScene::kind);
    if (found == m_surroundings.scenes.end()) {
        std::vector<std::string> names;
        for (const LessonScene& one : m_surroundings.scenes)
            names.push_back(one.kind);
        m_sheet.error(place->member("kind")->line(), sentence("There is no scene \"{:s}\".", *kind),
                      nameRemedy(*kind, names));
        return;
    }
    m_step.scene = SceneWish{*kind, nlohmann::json::object()};
    for (const auto& [name, option] : place->members()) {
        if (name == "kind")
            continue;
        readSceneOption(*found, name, option);
    }
}

void StepReader::readSceneOption(const LessonScene& scene, const std::string& name, const JsonPlace& place) {
    const auto option = std::ranges::find(scene.options, name, &LessonScene::Option::name);
    if (option == scene.options.end()) {
        std::vector<std::string> names;
        for (const LessonScene::Option& one : scene.options)
            names.push_back(one.name);
        m_sheet.error(place.line(), sentence("The scene \"{:s}\" has no option \"{:s}\".", scene.kind, name),
                      nameRemedy(name, names));
        return;
    }
    const nlohmann::json& value = place.value();
    if (option->choices.empty() && !value.is_boolean())
        m_sheet.error(place.line(),
                      sentence("The option \"{:s}\" is true or false, not {}.", name, kindText(value)));
    else if (!option->choices.empty() && !value.is_string())
        m_sheet.error(place.line(),
                      sentence("The option \"{:s}\" is a text in quotes, not {}.", name, kindText(value)));
    else if (!option->choices.empty() &&
             std::ranges::find(option->choices, value.get<std::string>()) == option->choices.end())
        m_sheet.error(place.line(),
                      sentence("The option \"{:s}\" can't be \"{:s}\".", name, value.get<std::string>()),
                      nameRemedy(value.get<std::string>(), option->choices));
    else
        m_step.scene->options[name] = value;
}

void StepReader::readEntryLook() {
    const auto place = m_object.take("look");
    if (!place)
        return;
    ObjectReader object(*place, "\"look\"", m_sheet);
    if (!object.isObject())
        return;
    auto look = readLook(object, "lens", m_sheet);
    object.finish();
    if (!look)
        return;
    if (const auto fault = PageControls(m_step).notSeen("lenses"))
        m_sheet.error(place->line(), sentence("This can't be looked at here: {}", fault->sentence),
                      fault->remedy);
    if (!m_ground.hasNetwork)
        m_sheet.error(place->line(), "There is no network here to look into.",
                      "Open one in this step or before: \"open\": {\"template\": \"playground\"}.");
    else if (const auto checked = checkLook(*look, m_ground.experiment, m_data); !checked)
        m_sheet.error(place->line(), checked.error().sentence, checked.error().remedy);
    m_step.look = std::move(*look);
}

std::vector<std::string> StepReader::readControls(const char* key) {
    std::vector<std::string> names;
    const std::vector<std::string> known = controlNames();
    for (const JsonPlace& one : m_object.list(key, known.size(), false)) {
        const std::string name =
            one.value().is_string() ? one.value().get<std::string>() : one.value().dump();
        if (std::ranges::find(known, name) == known.end())
            m_sheet.error(one.line(), sentence("There is no control \"{:s}\".", name),
                          nameRemedy(name, known));
        else if (std::ranges::find(names, name) != names.end())
            m_sheet.error(one.line(), sentence("\"{:s}\" comes twice in \"{:s}\".", name, key),
                          "Take one of them out.");
        else
            names.push_back(name);
    }
    return names;
}

Expression StepReader::readCheck(const JsonPlace& place) {
    if (!place.value().is_string()) {
        m_sheet.error(place.line(),
                      sentence("\"check\" is a text in quotes, not {}.", kindText(place.value())));
        return {};
    }
    auto parsed = Expression::parse(place.value().get<std::string>());
    if (parsed)
        return std::move(*parsed);
    const ExpressionError& error = parsed.error();
    m_sheet.error(place.line(), sentence("In the check, column {}: {}", error.column, error.sentence),
                  error.remedy);
    return {};
}

void StepReader::readTask() {
    const auto place = m_object.take("task");
    std::optional<ObjectReader> task;
    if (place)
        task.emplace(*place, "A task", m_sheet);
    if (!task || !task->isObject()) {
        checkGround();
        return;
    }
    m_places->taskLine = place->line();
    m_step.task.emplace();
    if (const auto check = task->need("check"))
        m_step.task->check = readCheck(*check);
    checkGround();
    const LessonGround before = m_ground;
    const auto solution = task->take("solution");
    if (solution)
        m_step.task->solution = readActions(*solution, m_ground, m_data, m_sheet);
    if (solution)
        checkControls(*solution, m_step.task->solution);
    if (!solution || (solution->value().is_array() && solution->value().empty()))
        m_sheet.error(
            solution ? solution->line() : place->line(), "The task has no solution.",
            "Give the actions that make its check true: \"solution\": [{\"train\": {\"epochs\": 5}}].");
    readWrong(*task, before);
    task->finish();
}

void StepReader::readWrong(ObjectReader& task, const LessonGround& before) {
    const std::vector<JsonPlace> tries = task.list("not", kMaxWrong, false);
    for (std::size_t i = 0; i < tries.size(); ++i) {
        LessonGround ground = before;
        std::vector<LessonAction> actions = readActions(tries[i], ground, m_data, m_sheet);
        if (tries[i].value().is_array() && tries[i].value().empty())
            m_sheet.flaw(tries[i].line(), "This mistake does nothing.",
                         "The check is tried before anything was done as it is.");
        for (std::size_t other = 0; other < i; ++other)
            if (tries[other].value() == tries[i].value())
                m_sheet.flaw(tries[i].line(), "This mistake comes twice.", "Think of another one.");
        checkControls(tries[i], actions, false);
        m_step.task->wrong.push_back(std::move(actions));
    }
    if (tries.size() < kLeastWrong)
        m_sheet.flaw(tries.empty() ? task.line() : task.place().member("not")->line(),
                     sentence("The task is tried with {} plausible mistakes; at least {} are needed.",
                              tries.size(), kLeastWrong),
                     "Add to \"not\" what a learner could do wrong, each a list of actions, which must not "
                     "fulfil the check.");
}

void StepReader::readShow() {
    if (const auto place = m_object.take("show")) {
        LessonGround copy = m_ground;
        m_step.show = readActions(*place, copy, m_data, m_sheet);
        checkControls(*place, m_step.show);
    }
}

/// What is to be done must be within a learner's reach.
void StepReader::checkControls(const JsonPlace& place, const std::vector<LessonAction>& actions,
                               bool locks) const {
    const std::vector<JsonPlace> written = place.elements();
    if (written.size() != actions.size())
        return; // Some of them could not be read, and that is told.
    const PageControls controls(m_step);
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (const auto fault = controls.notDoable(actions[i]))
            (m_sheet.*(locks ? &ProblemSheet::error : &ProblemSheet::flaw))(
                written[i].line(), sentence("This can't be done here: {}", fault->sentence), fault->remedy);
}

void StepReader::checkGround() {
    if (!m_groundChanged || !m_ground.hasNetwork)
        return;
    if (m_step.task) {
        const std::vector<std::string> names = m_step.task->check.names();
        if (std::ranges::find(names, kProblemsName) != names.end())
            return;
    }
    const Experiment& experiment = m_ground.experiment;
    Analysis analysis = analyse(experiment.network);
    if (!experiment.data.empty())
        if (const auto source = m_data.open(experiment.data, experiment.training.seed))
            analysis = analyse(experiment.network, dataShapesOf(**source));
    const auto error = std::ranges::find(analysis.problems, Severity::Error, &NetworkProblem::severity);
    if (error != analysis.problems.end())
        m_sheet.error(m_openLine, sentence("The network can't run here: {}", error->sentence),
                      "Mend it, or let the step's task be to mend it (network.problems == 0).");
}

/// A curve that is guessed must be one that a run here has: on entering the page, or after its solution.
void StepReader::checkCurve(double validationBefore) const {
    if (!m_step.prediction)
        return;
    const auto* answer = std::get_if<CurveAnswer>(&m_step.prediction->answer);
    if (answer == nullptr)
        return;
    const TrainingSettings& training = m_ground.experiment.training;
    if (answer->curve.starts_with("validation.") && std::max(validationBefore, training.validation) <= 0)
        m_sheet.error(m_places->predictionLine,
                      sentence("No run here has a curve \"{:s}\": nothing is kept aside.", answer->curve),
                      "Give the step \"training\": {\"validation\": 0.2}.");
    if (!answer->curve.ends_with(".accuracy") || m_ground.experiment.data.empty())
        return;
    const auto source = m_data.open(m_ground.experiment.data, training.seed);
    if (source && (*source)->training->description().targetKind != TargetKind::Class)
        m_sheet.error(
            m_places->predictionLine,
            sentence("No run here has a curve \"{:s}\": the data asks for numbers, not for classes.",
                     answer->curve),
            "Ask for a loss.");
}

void StepReader::readQuiz() {
    for (const JsonPlace& place : m_object.list("quiz", kMaxQuestions, false)) {
        auto question = readQuizQuestion(place, m_sheet);
        if (!question)
            continue;
        const bool asked = std::ranges::find(m_step.quiz, question->id, &Question::id) != m_step.quiz.end() ||
                           (m_step.prediction && m_step.prediction->id == question->id);
        if (asked)
            m_sheet.error(place.line(), sentence("The id \"{:s}\" comes twice in this step.", question->id),
                          "Give one of the questions another.");
        if (const auto* answer = std::get_if<LayerAnswer>(&question->answer);
            answer && !m_places->layers.contains(answer->layer))
            m_sheet.error(
                place.line(),
                sentence("The answer is a layer \"{:s}\", which the network has not.", answer->layer),
                nameRemedy(answer->layer, layerNames(m_ground.experiment.network)));
        m_places->questionLines.push_back(place.line());
        m_step.quiz.push_back(std::move(*question));
    }
}

} // namespace protomind
