// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

class QAction;
class QMainWindow;
class QSplitter;
class QWidget;

namespace protomind {

class ActionRegistry;
class CoursePage;
class Dialogs;
class Document;
class FormulaPictures;
class LearnerRecords;
class LessonGuide;
class LessonPane;
class LessonShelf;
class MessageStrip;
class Preferences;
class ProjectFiles;
class ProjectStore;
class RunController;
class SceneStack;
class SidePanels;
class WelcomePage;
class WindowEditor;
class WindowPages;

/// Lessons in the window: the pane beside all else, scenes in place of the canvas, and the page with all
/// lessons.
class WindowLessons : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        RunController& run;
        ProjectStore& store;
        Dialogs& dialogs;
        Preferences& preferences;
        ProjectFiles& files;
        WindowEditor& editor;
        SidePanels& side;
        MessageStrip& messages;
        ActionRegistry& actions;
        WindowPages& pages;
        WelcomePage& welcome;
        QAction& leave; ///< usable while a lesson is open
    };
    /// folders: where lessons are looked for; the usual places where there are none.
    WindowLessons(const Parts& parts, const std::vector<std::filesystem::path>& folders, QMainWindow& window);
    ~WindowLessons() override;

    [[nodiscard]] LessonGuide& guide() { return *m_guide; }
    /// The network's editor, or the scene of a lesson in its place.
    [[nodiscard]] QWidget& scene();
    [[nodiscard]] QWidget& course();
    /// The pane, and beside it all else: the work.
    [[nodiscard]] QSplitter& besidePane(QWidget& work);
    /// Whatever is open: its time ends here.
    void endVisit();

private:
    void join();
    void showCourseEntries();
    void showWelcomeEntries();
    void follow(bool active);
    void act(const QString& action);
    void nameNewLearner();

    Parts m_parts;
    QMainWindow& m_window;
    LessonShelf* m_shelf;
    std::unique_ptr<LearnerRecords> m_records;
    std::unique_ptr<FormulaPictures> m_formulas;
    LessonPane* m_pane;
    SceneStack* m_scene;
    CoursePage* m_course;
    LessonGuide* m_guide;
    QSplitter* m_besidePane = nullptr;
};

} // namespace protomind
