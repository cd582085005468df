// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/window/end_wait.h"
#include "desktop/app/window/window_parts.h"
#include "desktop/document/change_event.h"

#include <QMainWindow>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace protomind {

class ActionRegistry;
class DeviceCatalogue;
class DocumentData;
class FaultNotice;
class LessonGuide;
class NetworkView;
class PredictionPanel;
class ProjectFiles;
class RunCommands;
class RunPanels;
class SidePanels;
class TrainingCharts;
class WindowClosing;
class WindowEditor;
class WindowLayout;
class WindowLessons;
class WindowPages;
class WindowSample;
class WindowWelcome;
struct Fault;

/// The laboratory's window: palette, canvas and inspector above, the run with its curves and predictions
/// below. It joins the parts; each of them does its own work.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowParts& parts);
    ~MainWindow() override;

    /// After show(): opens a file, offers what a crash left behind, or puts the first template on the canvas.
    void start(const QString& path = {});
    /// Something was thrown that nobody else caught: keeps the work and says so.
    void tellFault(const Fault& fault);

    /// Where every action of the window is known; one made late is found after collect().
    [[nodiscard]] ActionRegistry& registry() { return *m_registry; }
    [[nodiscard]] NetworkView& canvas();
    [[nodiscard]] ProjectFiles& files() { return *m_files; }
    [[nodiscard]] MessageStrip& messages() { return *m_messages; }
    [[nodiscard]] PredictionPanel& predictions();
    [[nodiscard]] TrainingCharts& charts();
    [[nodiscard]] const LoadedDataPtr& data() const;
    [[nodiscard]] LessonGuide& lessons();
    /// What this machine computes on, as far as it was asked.
    [[nodiscard]] DeviceCatalogue& devices() { return *m_devices; }
    /// What is said while closing waits for a step to end.
    [[nodiscard]] EndWait& closing();
    /// Whether the window was closed without waiting for what still works in the background.
    [[nodiscard]] bool wasClosedAnyway() const;

signals:
    void dataShown();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeParts(WindowPages& pages);
    void layOut(WindowPages& pages, WindowLayout& layout);
    void makeActions(WindowLayout& layout);
    void makeFileActions();
    void makeEditMenu();
    void makeRunActions();
    void makeViewActions(WindowLayout& layout);
    void makeHelpActions();
    void joinData();
    void joinRun();
    void joinFiles();
    void joinDialogs();

    void follow(const ChangeEvent& event);
    void showData(const LoadedDataPtr& data);
    void showTitle();
    void showRecent();

    WindowParts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ActionRegistry* m_registry = nullptr;
    MessageStrip* m_messages = nullptr;
    std::unique_ptr<FaultNotice> m_faults;
    ProjectFiles* m_files = nullptr;
    DocumentData* m_data = nullptr;
    DeviceCatalogue* m_devices = nullptr;
    WindowEditor* m_editor = nullptr;
    SidePanels* m_side = nullptr;
    RunPanels* m_runPanels = nullptr;
    WindowSample* m_sample = nullptr;
    RunCommands* m_run = nullptr;
    WindowWelcome* m_welcome = nullptr;
    WindowLessons* m_lessons = nullptr;
    WindowClosing* m_closing = nullptr;
};

} // namespace protomind
