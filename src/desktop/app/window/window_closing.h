// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/window/end_wait.h"

#include <QObject>

#include <memory>

class QWidget;

namespace protomind {

class Document;
class ProjectFiles;
class ProjectStore;
class RunController;

/// How the window closes: what would be lost is asked about, and saving takes its time; then the window
/// closes itself when all is safe, here and now where nothing is to do.
class WindowClosing : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        RunController& run;
        ProjectStore& store;
        ProjectFiles& files;
    };
    WindowClosing(const Parts& parts, QWidget& window);

    /// For the window's close event: whether it closes now.
    [[nodiscard]] bool allows();
    /// What is said while closing waits for a step to end.
    [[nodiscard]] EndWait& wait() { return *m_wait; }
    /// Whether the person would not wait for what still works in the background.
    [[nodiscard]] bool wasClosedAnyway() const { return m_closedAnyway; }

signals:
    /// Nothing holds it up any more: what the window itself keeps is to be kept now.
    void closing();

private:
    void prepare();
    /// What closing has asked about is safe, or of no value.
    void goOn();
    void closeAnyway();
    [[nodiscard]] EndWait::Awaited awaited() const;

    Document& m_document;
    RunController& m_run;
    ProjectStore& m_store;
    ProjectFiles& m_files;
    QWidget& m_window;
    EndWait* m_wait;
    bool m_mayClose = false;
    bool m_inCloseEvent = false;
    bool m_leavesUnsaved = false;              ///< without waiting for the file
    bool m_closeWanted = false;                ///< and not taken back while the project is being saved
    std::weak_ptr<const bool> m_savingToClose; ///< held by what is to follow a save, as long as it may
    bool m_closedAnyway = false;
};

} // namespace protomind
