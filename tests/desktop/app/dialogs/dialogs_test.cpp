// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes themselves, answered with the keys.
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/project/project_file.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QTimer>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Presses keys in the boxes that come up; each runs in a loop of its own, which a timer feeds.
class DialogHand : public QObject {
public:
    Qt::Key answer = Qt::Key_Escape; ///< to questions
    QString file;                    ///< typed where a file is asked for
    int questions = 0;
    int fileDialogs = 0;

    DialogHand() {
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, &DialogHand::press);
        m_timer.start();
    }

private:
    void press() {
        QWidget* box = QApplication::activeModalWidget();
        const bool isNew = box != m_last;
        m_last = box;
        if (qobject_cast<QMessageBox*>(box) && isNew) {
            ++questions;
            QTest::keyClick(box, answer);
        } else if (qobject_cast<QFileDialog*>(box)) {
            fileDialogs += isNew ? 1 : 0;
            answerWithFile(box, isNew);
        }
    }
    void answerWithFile(QWidget* box, bool isNew) {
        auto* name = box->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr);
        if (file.isEmpty()) {
            QTest::keyClick(box, Qt::Key_Escape);
            return;
        }
        if (isNew) {
            name->selectAll();
            QTest::keyClicks(name, file);
        }
        QTest::keyClick(name, Qt::Key_Return); // Where a list of completions is open the first one closes it.
    }

    QTimer m_timer;
    QPointer<QWidget> m_last;
};

class DialogsTest : public testing::Test {
protected:
    DialogsTest()
        : m_lab(m_folder.path(), &m_dialogs) {}

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void setEpochs(std::int64_t epochs) {
        TrainingSettings settings = m_lab.document.experiment().training;
        settings.epochs = epochs;
        m_lab.document.undoStack().push(new SetTraining(m_lab.document, "epochs", settings));
    }
    void press(const QKeySequence& keys) {
        QApplication::setActiveWindow(&m_lab.window);
        QTest::keySequence(&m_lab.window, keys);
    }

    QTemporaryDir m_folder;
    WindowDialogs m_dialogs;
    Laboratory m_lab;
};

TEST_F(DialogsTest, EscapeFromEitherBoxKeepsTheWindowAndTheEdits) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    setEpochs(51);
    DialogHand hand;
    press(QKeySequence(QStringLiteral("Ctrl+Q")));
    EXPECT_EQ(hand.questions, 1);
    EXPECT_EQ(hand.fileDialogs, 0);
    hand.answer = Qt::Key_Return; // Save is what Enter means; then the name is what Escape is pressed at.
    press(QKeySequence(QStringLiteral("Ctrl+Q")));
    EXPECT_EQ(hand.questions, 2);
    EXPECT_EQ(hand.fileDialogs, 1);
    EXPECT_TRUE(m_lab.window.isVisible());
    EXPECT_TRUE(m_lab.document.isModified());
}

TEST_F(DialogsTest, SaveAtTheEndAsksForANameAndThenCloses) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    setEpochs(52);
    DialogHand hand;
    hand.answer = Qt::Key_Return;
    hand.file = file("typed"); // The ending comes by itself.
    press(QKeySequence(QStringLiteral("Ctrl+Q")));
    ASSERT_TRUE(m_lab.until([&] { return !m_lab.window.isVisible(); }))
        << m_lab.window.messages().text().toStdString();
    EXPECT_EQ(hand.questions, 1);
    EXPECT_EQ(hand.fileDialogs, 1);
    const Result<ProjectContent> saved = readProject(file("typed.protomind").toStdString());
    ASSERT_TRUE(saved) << saved.error().text();
    EXPECT_EQ(saved->experiment.training.epochs, 52);
}

} // namespace
} // namespace protomind
