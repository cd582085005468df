// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_json.h"

#include "studio/course/inner_file.h"
#include "studio/course/lesson_folder.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/step_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr std::int64_t kLessonFormat = 1;
const std::array<std::string, 3> kLevels{"beginner", "intermediate", "advanced"};

std::string readTitle(ObjectReader& object, const char* key, std::size_t most, const ProblemSheet& sheet) {
    const auto text = object.text(key);
    if (!text)
        return {};
    const int line = object.place().member(key)->line();
    if (text->find_first_not_of(" \t\n") == std::string::npos)
        sheet.error(line, sentence("\"{:s}\" is empty.", key));
    if (text->size() > most)
        sheet.error(line,
                    sentence("\"{:s}\" is {} bytes long; at most {} are allowed.", key, text->size(), most),
                    "Make it shorter.");
    return *text;
}

void readNeeds(ObjectReader& object, Lesson& lesson, const std::filesystem::path& folder,
               const LessonSurroundings& surroundings, const ProblemSheet& sheet) {
    // Who goes through the lesson is told, and can do without.
    const auto missing = [&](const JsonPlace& place, const std::string& id) {
        sheet.flaw(place.line(), sentence("There is no lesson \"{:s}\".", id),
                   "An id is the name of a lesson's folder; `protomind lesson list` shows them.");
        lesson.missingNeeds.push_back(id);
    };
    for (const JsonPlace& one : object.list("needs", kMaxNeeds, false)) {
        const std::string id = one.value().is_string() ? one.value().get<std::string>() : one.value().dump();
        if (!isLessonId(id))
            sheet.error(one.line(), sentence("\"{:s}\" can't be the id of a lesson.", id), kLessonIdRemedy);
        else if (id == lesson.id)
            sheet.error(one.line(), "The lesson needs itself.", "Take it out of \"needs\".");
        else if (std::ranges::find(lesson.needs, id) != lesson.needs.end() ||
                 std::ranges::find(lesson.missingNeeds, id) != lesson.missingNeeds.end())
            sheet.error(one.line(), sentence("\"{:s}\" comes twice in \"needs\".", id),
                        "Take one of them out.");
        else if (!lessonIsThere(id, folder, surroundings))
            missing(one, id);
        else
            lesson.needs.push_back(id);
    }
}

/// {"en": "Convolutions", "de": "Faltungen"}
void readCourse(ObjectReader& object, Lesson& lesson, const ProblemSheet& sheet) {
    const auto place = object.take("course");
    if (!place)
        return;
    ObjectReader course(*place, "\"course\"", sheet);
    if (!course.isObject())
        return;
    for (const auto& [language, name] : place->members()) {
        const auto text = course.text(language);
        if (text && (text->empty() || text->size() > kMaxCourseBytes))
            sheet.error(name.line(), sentence("A course's name has 1 to {} bytes.", kMaxCourseBytes));
        else if (text)
            lesson.courseNames[language] = *text;
    }
    if (!lesson.courseNames.contains(kEnglish))
        sheet.error(place->line(), "The course has no name in English.", "Write {\"en\": \"Convolutions\"}.");
    else
        lesson.course = lesson.courseNames[kEnglish];
}

void readHead(ObjectReader& object, LessonStructure& structure, const std::filesystem::path& folder,
              const LessonSurroundings& surroundings, const ProblemSheet& sheet) {
    Lesson& lesson = structure.lesson;
    if (const auto format = object.wholeNumber("lesson", 1, std::int64_t{1} << 53);
        format && *format > kLessonFormat)
        sheet.error(object.place().member("lesson")->line(),
                    sentence("The lesson is of format {}; this version reads {}.", *format, kLessonFormat),
                    "A newer version of Protomind reads it.");
    lesson.title = readTitle(object, "title", kMaxTitleBytes, sheet);
    lesson.summary = readTitle(object, "summary", kMaxSummaryBytes, sheet);
    lesson.minutes = static_cast<int>(object.wholeNumber("minutes", 1, kMaxMinutes).value_or(0));
    if (const auto level = object.text("level")) {
        const auto found = std::ranges::find(kLevels, *level);
        if (found == kLevels.end())
            sheet.error(object.place().member("level")->line(),
                        sentence("There is no level \"{:s}\".", *level), nameRemedy(*level, kLevels));
        else
            lesson.level = static_cast<LessonLevel>(found - kLevels.begin());
    }
    readCourse(object, lesson, sheet);
    readNeeds(object, lesson, folder, surroundings, sheet);
}

} // namespace

bool lessonIsThere(const std::string& id, const std::filesystem::path& folder,
                   const LessonSurroundings& surroundings) {
    std::error_code error;
    if (surroundings.isLesson)
        return surroundings.isLesson(id);
    return std::filesystem::is_directory(folder.parent_path() / id, error);
}

LessonStructure readLessonJson(const LocatedJson& json, const std::filesystem::path& folder,
                               const LessonSurroundings& surroundings, LessonProblems& problems) {
    const ProblemSheet sheet(problems, kLessonJson);
    LessonStructure structure;
    Lesson& lesson = structure.lesson;
    lesson.folder = folder.string();
    lesson.id = folder.filename().string();
    ObjectReader object(JsonPlace(json), "The lesson", sheet);
    if (!object.isObject())
        return structure;
    readHead(object, structure, folder, surroundings, sheet);

    const std::vector<JsonPlace> steps = object.list("steps", kMaxLessonSteps);
    if (const auto place = object.place().member("steps");
        place && place->value().is_array() && place->value().empty())
        sheet.error(place->line(), "The lesson has no steps.", "It needs at least one.");
    LessonGround ground;
    LessonData data;
    for (const JsonPlace& one : steps) {
        StepPlaces places;
        LessonStep step = StepReader(one, folder, surroundings, ground, data, problems, sheet).read(places);
        if (!step.id.empty() && lesson.step(step.id) != nullptr)
            sheet.error(places.line, sentence("The step \"{:s}\" comes twice.", step.id),
                        "Give one of them another id.");
        structure.places.push_back(std::move(places));
        lesson.steps.push_back(std::move(step));
    }
    object.finish();
    return structure;
}

} // namespace protomind
