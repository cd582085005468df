// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk without room for another byte: what the window says, and that nothing is lost by it.
#include "desktop/app/expected_faults.h"
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/project/project_file.h"

#include <QDir>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace protomind {
namespace {

/// As long as it lives no file takes another byte; the system says so to who writes, as of a full disk.
class FullDisk {
public:
    FullDisk() {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{0, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &full);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    void (*m_signal)(int) = SIG_DFL;
    rlimit m_before{};
};

class FullDiskTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static std::int64_t epochsIn(const QString& path) {
        const Result<ProjectContent> content = readProject(path.toStdString());
        return content ? content->experiment.training.epochs : -1;
    }
    /// What the last save said.
    static QString trySaving(Laboratory& lab, const char* action) {
        const QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
        QSignalSpy said(&lab.window.files(), &ProjectFiles::problem);
        lab.action(action)->trigger();
        EXPECT_TRUE(lab.until([&] { return saved.count() > 0 || said.count() > 0; }));
        return said.isEmpty() ? QString() : said.back().at(0).toString();
    }

    QTemporaryDir m_folder;
};

TEST_F(FullDiskTest, SavingSaysSoAndGoesOnElsewhere) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 41);
    lab.dialogs.nextFile = file("full.protomind");
    ASSERT_EQ(trySaving(lab, "actionSave"), QString());
    setEpochs(lab, 42);
    {
        const FullDisk full;
        for (int times = 0; times < 2; ++times) {
            const QString sentence = trySaving(lab, "actionSave");
            EXPECT_TRUE(sentence.startsWith(QLatin1String("Not saved: "))) << sentence.toStdString();
            EXPECT_TRUE(sentence.endsWith(QLatin1Char('.'))) << sentence.toStdString();
            EXPECT_EQ(lab.window.messages().text(), sentence);
        }
    }
    EXPECT_TRUE(lab.document.isModified());
    EXPECT_EQ(epochsIn(file("full.protomind")), 41) << "What was in the file is there still.";
    EXPECT_EQ(QDir(m_folder.path()).entryList({QStringLiteral("*full*")}, QDir::Files | QDir::Hidden),
              QStringList{QStringLiteral("full.protomind")})
        << "Nothing half done lies about.";

    lab.dialogs.nextFile = file("elsewhere.protomind");
    EXPECT_EQ(trySaving(lab, "actionSaveAs"), QString());
    EXPECT_FALSE(lab.document.isModified());
    EXPECT_EQ(epochsIn(file("elsewhere.protomind")), 42);
    EXPECT_EQ(lab.window.files().path(), file("elsewhere.protomind"));
}

TEST_F(FullDiskTest, EditsThatCanNotBeKeptAreSaidOnceAndKeptWhenThereIsRoom) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        auto* timer = lab.window.files().findChild<QTimer*>(QStringLiteral("keepTimer"));
        lab.store.flush(); // What beginning asked of the disk is not to meet a full one.
        const QSignalSpy kept(timer, &QTimer::timeout);
        const QSignalSpy said(&lab.window.files(), &ProjectFiles::problem);
        {
            const FullDisk full;
            setEpochs(lab, 1001);
            ASSERT_TRUE(lab.until([&] { return said.count() == 1; }));
            const QString sentence = said.at(0).at(0).toString();
            EXPECT_TRUE(sentence.contains(QLatin1String("can't be kept safe"))) << sentence.toStdString();
            EXPECT_EQ(lab.window.messages().text(), sentence);
            EXPECT_TRUE(lab.document.isModified());
            const auto before = kept.count();
            setEpochs(lab, 1002);
            ASSERT_TRUE(lab.until([&] { return kept.count() > before; }));
            // Whatever this try has to say is said before the save is answered.
            lab.dialogs.nextFile = file("full.protomind");
            EXPECT_TRUE(trySaving(lab, "actionSave").startsWith(QLatin1String("Not saved: ")));
            EXPECT_EQ(said.count(), 2) << "once for keeping, once for saving";
        }
        const auto before = kept.count();
        setEpochs(lab, 1003);
        ASSERT_TRUE(lab.until([&] { return kept.count() > before; }));
    } // The window goes without being closed, as in a crash.
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    EXPECT_TRUE(again.until([&] { return again.document.experiment().training.epochs == 1003; }));
}

TEST_F(FullDiskTest, AFaultDoesNotPromiseThatTheWorkIsKept) {
    const ExpectedFaults expected;
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.store.flush();
    const QSignalSpy said(&lab.window.files(), &ProjectFiles::problem);
    const auto says = [&lab](const char* words) {
        return lab.window.messages().text().contains(QLatin1String(words));
    };
    const auto fail = [&lab] {
        emit qobject_cast<GuardedApplication*>(qApp)->faulted(
            {problemOf(std::make_exception_ptr(std::bad_alloc())), Fault::Source::Person});
        EXPECT_FALSE(lab.window.messages().text().contains(QLatin1String("is kept")))
            << lab.window.messages().text().toStdString();
    };
    {
        const FullDisk full;
        setEpochs(lab, 1001);
        ASSERT_TRUE(lab.until([&] { return said.count() == 1; }));
        // Also where it was said before that nothing can be kept.
        setEpochs(lab, 1002);
        fail();
        ASSERT_TRUE(lab.until([&] { return says("could not be kept"); }))
            << lab.window.messages().text().toStdString();
        EXPECT_EQ(said.count(), 2) << "and why";
    }
    setEpochs(lab, 1003);
    fail();
    EXPECT_TRUE(lab.until([&] { return says("Your work is kept"); }))
        << lab.window.messages().text().toStdString();
}

} // namespace
} // namespace protomind
