// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/lessons/lesson_pane.h"
#include "studio/course/lesson.h"
#include "studio/course/lesson_look.h"
#include "studio/project/project.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace protomind {

class ControlKeeper;
class Demonstration;
class Document;
class HighlightFrame;
class LearnerRecords;
class SceneStack;
class LessonShelf;
class LessonStage;
class LiveStateSource;
class NetworkView;
class ProjectFiles;
class RunController;
class Selection;

/// What a lesson works with, and does not own.
struct LessonParts {
    Document& document;
    RunController& run;
    ProjectFiles& files;
    NetworkView& canvas;
    Selection& selection;
    ControlKeeper& controls;
    HighlightFrame& highlight;
    LessonShelf& shelf;
    LearnerRecords& records;
    SceneStack& scene;
    LessonPane& pane;
};

/// Leads through a lesson: turns its pages, lets the stage set what a page wants, looks at what the learner
/// does, and keeps it. What was open before a lesson comes back after it.
class LessonGuide : public QObject {
    Q_OBJECT
public:
    explicit LessonGuide(const LessonParts& parts, QObject* parent = nullptr);
    ~LessonGuide() override;

    /// Asks to save first where something could be lost; goes on where the learner was.
    void begin(const QString& lesson);
    /// What was open before comes back.
    void leave();
    [[nodiscard]] bool isActive() const { return m_lesson.has_value(); }
    /// How fast a demonstration goes.
    void setDemonstrationPace(int pauseMilliseconds, double trainingSeconds);
    /// Whether data and weights of the page are there.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    /// Where in the lesson.
    [[nodiscard]] std::size_t page() const { return m_page; }
    [[nodiscard]] const std::optional<Lesson>& lesson() const { return m_lesson; }
    [[nodiscard]] LiveStateSource& source() { return *m_source; }
    void setData(const LoadedDataPtr& data);
    /// The learner began anew: with the weights that the page begins with.
    void followReset();
    /// The network was written for another program, and what was read back answered the same.
    void followExport();
    /// The learner looked at something through a lens.
    void followLook(const LensAnswered& answer);
    /// What was looked at is there, or can't be.
    void followLookEnd();

signals:
    /// A lesson has begun or ended.
    void activeChanged(bool active);
    /// An action of the window is to be done: "train".
    void actionWanted(const QString& name);
    /// A place of the window is to be shown: "data", "training", "network", "runs".
    void placeWanted(const QString& place);
    /// Where the network is exported is to be shown, with the format of this name.
    void exportWanted(const QString& format);
    /// What counts from the beginning of a page counts anew.
    void pageBegan();
    /// A lens is to be looked through; byPage: as the page begins, which is not the learner's doing.
    void lookWanted(const LensRequest& look, bool byPage);
    void problem(const QString& sentence);

private:
    struct Before {
        QString path;
        std::optional<ProjectContent> content; ///< of what is in no file
        bool modified = false;
        double speed = 0;
    };

    void open(const QString& id);
    void goBack();
    void end();
    void followFiles();
    void turnTo(std::size_t page, bool wholly);
    void turnBy(int by);
    void setControls();
    /// Through the lens that the page wants.
    void look();
    void openLenses(const LensRequest& look, bool byPage);
    void expect(const std::map<std::string, std::vector<float>>& weights);
    void settle();
    void follow();
    void followRun();
    void followPreparing(const Prepared& event);
    void keepAnswer(const QString& question, const QString& answer, bool right);
    void press(const QUrl& link);
    void highlight(const QString& control);
    void startFresh();
    void reload();
    void show();
    /// The layer that is chosen on the canvas, to the questions that ask for one.
    void offerLayer();
    [[nodiscard]] const LessonStep& step() const { return m_lesson->steps[m_page]; }

    LessonParts m_parts;
    LiveStateSource* m_source = nullptr;
    LessonStage* m_stage = nullptr;
    Demonstration* m_demonstration = nullptr;
    std::optional<Lesson> m_lesson;
    std::size_t m_page = 0;
    std::optional<Before> m_before;
    std::map<std::string, std::vector<float>> m_expected; ///< weights that are on their way
    bool m_hasWeights = false;                            ///< they have come, whatever became of them since
    Experiment m_prepared;                                ///< as it was last made ready to run
    bool m_opening = false;                               ///< by the guide itself
    bool m_settled = false;                               ///< what the page wants is there
    bool m_ranSinceGuess = false;
    bool m_wantsTest = false; ///< the task looks at figures of the test split
};

} // namespace protomind
