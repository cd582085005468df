// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/faults/guarded_application.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/files/project_store.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/window/main_window.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_view.h"
#include "desktop/shown_window.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include "source_folder.h"

namespace protomind {

/// Answers in a person's place, and notes what was asked.
class ScriptedDialogs : public Dialogs {
public:
    QString nextFile;
    QString nextFolder;
    QString nextText;
    SaveAnswer nextAnswer = SaveAnswer::Cancel;
    bool nextConfirmation = false;
    RecoveryAnswer nextRecovery;
    std::vector<OfferedWork> offered; ///< as it was offered last
    QStringList asked;

    QString openFile(QWidget*, const QString& title, const QString&) override {
        return note(title, nextFile);
    }
    QString saveFile(QWidget*, const QString& title, const QString&, const QString&) override {
        return note(title, nextFile);
    }
    QString openFolder(QWidget*, const QString& title) override { return note(title, nextFolder); }
    SaveAnswer askToSave(QWidget*, const QString& question, const QString&) override {
        asked << question;
        return nextAnswer;
    }
    bool confirm(QWidget*, const QString& question, const QString&, const QString&, const QString&) override {
        asked << question;
        return nextConfirmation;
    }
    RecoveryAnswer offerRecovery(QWidget*, const std::vector<OfferedWork>& work) override {
        asked << QStringLiteral("recovery");
        offered = work;
        return nextRecovery;
    }
    QString askForText(QWidget*, const QString& title, const QString&) override {
        return note(title, nextText);
    }
    void tell(QWidget*, const QString& title, const QString&) override { asked << title; }

private:
    QString note(const QString& title, const QString& answer) {
        asked << title;
        return answer;
    }
};

/// The whole program in a folder of its own.
class Laboratory {
public:
    /// boxes: other ones than those that the test answers.
    /// load: what opens data in place of the program's own.
    /// clock: the run's.
    /// lessons: where they lie.
    /// deviceProgram: what is asked for computing devices; nobody where it is empty.
    explicit Laboratory(const QString& folder, Dialogs* boxes = nullptr, DataLoader::Load load = loadData,
                        Clock clock = steadyClock(),
                        const std::filesystem::path& lessons = sourceFolder() / "lessons",
                        const QString& deviceProgram = {})
        : preferences(folder + QStringLiteral("/protomind.ini"))
        , theme(*qApp)
        , store(std::filesystem::path((folder + QStringLiteral("/state")).toStdString()))
        , run(document, nullptr, std::move(clock))
        , window({document,
                  run,
                  store,
                  boxes ? *boxes : dialogs,
                  preferences,
                  theme,
                  {lessons},
                  std::move(load),
                  deviceProgram}) {
        if (auto* application = qobject_cast<GuardedApplication*>(qApp))
            QObject::connect(application, &GuardedApplication::faulted, &window, &MainWindow::tellFault);
        theme.apply(ThemeKind::Light);
        run.setSpeed(0); // Tests have no time to watch.
        // Tests are about the canvas, but for those that say otherwise.
        preferences.setWelcomeClosed(true);
        window.resize(1280, 860);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    /// With a template on the canvas and its data loaded.
    bool startWith(const std::string& name) {
        window.start();
        return beginTemplate(name);
    }
    bool beginTemplate(const std::string& name);

    [[nodiscard]] QAction* action(const char* name) {
        return window.findChild<QAction*>(QLatin1String(name));
    }
    template<class Widget>
    [[nodiscard]] Widget* find(const char* name) {
        return window.findChild<Widget*>(QLatin1String(name));
    }
    static bool until(const std::function<bool()>& happened) { return protomind::until(happened); }
    [[nodiscard]] bool untilState(RunState state) {
        return until([&] { return run.state() == state; });
    }
    [[nodiscard]] bool untilEpochs(std::size_t epochs) {
        return until([&] { return run.history().size() >= epochs; });
    }

    ScriptedDialogs dialogs;
    Preferences preferences;
    Theme theme;
    ProjectStore store;
    Document document;
    RunController run;
    MainWindow window;
};

} // namespace protomind
