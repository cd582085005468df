// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/files/project_store.h"
#include "desktop/document/change_event.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace protomind {

class Dialogs;
class Document;
class Preferences;
class RunController;
struct NetworkTemplate;

/// New, open, save and close as a person means them: asks before anything is lost, stops a run and fetches
/// its weights before saving, and keeps every edit in the working copy within a second.
class ProjectFiles : public QObject {
    Q_OBJECT
public:
    /// Lays a template out on the canvas; the network is empty when it is called.
    using LoadTemplate = std::function<void(const NetworkTemplate&)>;

    ProjectFiles(Document& document, RunController& run, ProjectStore& store, Dialogs& dialogs,
                 Preferences& preferences, QWidget* window);

    /// Takes a file that is no project of our own, where it knows it; called whenever one is to be opened.
    using TakeForeign = std::function<bool(const QString& path)>;
    void setTakeForeign(TakeForeign take) { m_takeForeign = std::move(take); }
    void setLoadTemplate(LoadTemplate load) { m_loadTemplate = std::move(load); }
    /// Absolute; empty for a project that was never saved.
    [[nodiscard]] const QString& path() const { return m_path; }
    /// "digits.protomind", or "Untitled".
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isSaving() const { return m_saving.has_value(); }
    /// Whether a save has got as far as the file; before that it waits for the newest weights.
    [[nodiscard]] bool isWriting() const { return m_saving && m_saving->writing; }
    /// Has a save that waits for the newest weights make do with those that are here. Before another project
    /// is put in place: what is written is the project that the save was asked for.
    void saveWithoutWaiting();

    // The first two ask to save first.
    void newFromTemplate(const NetworkTemplate& source);
    void newEmpty();
    void open();
    void openPath(const QString& path);
    /// In place of what is open, without a question: a project that is in no file.
    void beginWith(ProjectContent content, bool modified);
    /// A file in place of what is open, without a question: what is open is of no value any more.
    void returnTo(const QString& path);
    void save();
    void saveAs();
    /// Calls then once nothing is left that could be lost, at once or later; never where the person cancels.
    /// What was done while it was saved is asked about anew, unless the caller looks for that itself.
    /// cancelled: called where the person cancels, the place to save in as well.
    void whenSafe(const QString& question, std::function<void()> then, bool asksAnew = true,
                  std::function<void()> cancelled = {});
    /// Offers what crashes left behind. True where the person took one of them.
    bool offerRecovery();
    /// The same when asked for: says so where there is nothing.
    void showUnsavedWork();
    /// Puts all that is in no file into the working copy at once: something has gone wrong, and more may
    /// follow. kept hears whether it is there: at once where there is nothing to do, else when the disk has
    /// answered.
    void keepNow(ProjectStore::Kept kept);
    /// Looks whether somebody else has written the file meanwhile.
    void checkFile() { m_store.checkFile(); }

    /// The start of the program: offers what crashes left behind, opens a file, or begins with a template.
    /// After two crashes in a row nothing is opened by itself.
    /// Returns whether nobody asked for what is open now: neither a file nor what a crash left behind.
    bool start(const QString& path, const NetworkTemplate* source);
    /// Without a question: at the start.
    void startWith(const NetworkTemplate* source);

signals:
    void titleChanged();
    /// Another project is in place.
    void opened();
    /// Also where one that failed is tried again.
    void savingBegan();
    void saved(const QString& path);
    /// In words, for the window to show.
    void problem(const QString& sentence);
    void notice(const QString& sentence);
    /// With something to press.
    void offer(const QString& sentence, const QString& button, const std::function<void()>& press);

private:
    /// Another project on its way: what is open stays, and is kept and saved, until that is taken.
    struct Opening {
        bool asks = true;    ///< before it replaces what was done meanwhile
        bool edited = false; ///< something was
        bool asked = false;  ///< the answer was to save that first
        std::shared_ptr<const ProjectContent> content = nullptr; ///< once it is here
        QString path;
        bool openElsewhere = false;
        bool recovered = false;
    };
    /// As long as it lives, a person is asked something about what is open: nothing takes its place.
    class Question {
    public:
        explicit Question(ProjectFiles& files);
        ~Question();
        Question(const Question&) = delete;
        Question& operator=(const Question&) = delete;

    private:
        ProjectFiles& m_files;
    };

    struct Saving {
        QString path;
        std::function<void()> then; ///< after it has succeeded
        int undoIndex = 0;
        bool changedSince = false;
        bool writing = false;  ///< the weights are here, the file is being written
        bool replaced = false; ///< another project is open by now: it has no part in this
        WorkingCopy::ChangedByOthers changed = WorkingCopy::ChangedByOthers::Refuse;
    };

    void follow(const ChangeEvent& event);
    /// Within a second.
    void keepSoon();
    void keepEdits();
    void keepRuns();
    void forgetRemovedWeights();
    void receiveOpened(const std::shared_ptr<const ProjectContent>& content, const QString& path,
                       bool openElsewhere, bool recovered);
    /// Takes what was opened, or asks before, unless something else comes first.
    void settleOpening();
    void takeOpened();
    void giveUpOpening();
    void receiveOpenFailure(const Problem& failure, const QString& path);
    void receiveChangeElsewhere(const QString& path, bool removed);
    void reload();
    void offerToOpen(const QString& sentence, const QString& path);
    void receiveCheckpoint();
    /// The person would rather lose the project: a save that still waits for its weights goes with it. One
    /// that is being written is written, but nothing follows it.
    void giveUpSaving();
    void writeSaved();
    void receiveSaved(const QString& path);
    void receiveSaveFailure(const Problem& failure, const QString& path, bool changedByOthers);
    /// Whether it is on its way: false where the person gives it no name, for instance.
    bool saveThen(std::function<void()> then);
    bool saveTo(const QString& path, std::function<void()> then,
                WorkingCopy::ChangedByOthers changed = WorkingCopy::ChangedByOthers::Refuse);
    [[nodiscard]] QString askForPath();
    void setPath(const QString& path);

    Document& m_document;
    RunController& m_run;
    ProjectStore& m_store;
    Dialogs& m_dialogs;
    Preferences& m_preferences;
    QWidget* m_window;
    LoadTemplate m_loadTemplate;
    TakeForeign m_takeForeign;
    QString m_path;
    QTimer m_keepTimer;
    std::optional<Saving> m_saving;
    std::optional<Opening> m_opening;
    int m_questions = 0;
    bool m_hadCheckpoint = false;
    RunList m_keptRuns; ///< as the working copy has them
};

} // namespace protomind
