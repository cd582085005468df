// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_json.h"

namespace protomind {

/// One step of lesson.json, as readLessonJson() reads it.
class StepReader {
public:
    StepReader(const JsonPlace& place, const std::filesystem::path& folder,
               const LessonSurroundings& surroundings, LessonGround& ground, LessonData& data,
               LessonProblems& problems, const ProblemSheet& sheet);

    /// The step, and the ground after its solution.
    [[nodiscard]] LessonStep read(StepPlaces& places);

private:
    void readOpen();
    void openTemplate(const JsonPlace& place);
    void openNetwork(const JsonPlace& place);
    void readData();
    void readTraining();
    void readWeights();
    void readScene();
    void readEntryLook();
    void readSceneOption(const LessonScene& scene, const std::string& name, const JsonPlace& place);
    [[nodiscard]] std::vector<std::string> readControls(const char* key);
    void readTask();
    /// What a learner could do wrong. before: what is there when the step is entered.
    void readWrong(ObjectReader& task, const LessonGround& before);
    void readShow();
    void readQuiz();
    void checkGround();
    void checkControls(const JsonPlace& place, const std::vector<LessonAction>& actions,
                       bool locks = true) const;
    void checkCurve(double validationBefore) const;
    void noteLayers();
    /// A condition of the step; the sentence names the column of what is wrong in it.
    [[nodiscard]] Expression readCheck(const JsonPlace& place);

    ObjectReader m_object;
    const std::filesystem::path& m_folder;
    const LessonSurroundings& m_surroundings;
    LessonGround& m_ground;
    LessonData& m_data;
    LessonProblems& m_problems;
    const ProblemSheet& m_sheet;
    LessonStep m_step;
    StepPlaces* m_places = nullptr;
    int m_openLine = 0;
    bool m_groundChanged = false;
};

/// What a guess is asked for, and what a question's answer is.
[[nodiscard]] std::optional<Prediction> readPrediction(const JsonPlace& place, const ProblemSheet& sheet);
[[nodiscard]] std::optional<Question> readQuizQuestion(const JsonPlace& place, const ProblemSheet& sheet);

} // namespace protomind
