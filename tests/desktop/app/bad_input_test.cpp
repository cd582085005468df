// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What should not be: files that are no projects, absurd settings, and things done at the wrong moment.
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "studio/network/limits.h"
#include "studio/network/network_json.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class BadInputTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile written(file(name));
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(bytes);
        return file(name);
    }
    static QByteArray bytesOf(const QString& path) {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    static QByteArray project() {
        QTemporaryDir folder;
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        const QString path = folder.filePath(QStringLiteral("a.protomind"));
        EXPECT_TRUE(writeProject(path.toStdString(), content));
        return bytesOf(path);
    }
    static QByteArray with(QByteArray bytes, qsizetype at, const QByteArray& replacement) {
        return bytes.replace(at, replacement.size(), replacement);
    }
    static void setTraining(Laboratory& lab, const std::string& field,
                            const std::function<void(TrainingSettings&)>& set) {
        TrainingSettings settings = lab.document.experiment().training;
        set(settings);
        lab.document.undoStack().push(new SetTraining(lab.document, field, settings));
    }
    /// As a person does: into the control of that name.
    static void typeLearningRate(Laboratory& lab, const char* number) {
        for (auto* box : lab.window.findChildren<QAbstractSpinBox*>()) {
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(box);
            if (!interface || !interface->text(QAccessible::Name).contains(QLatin1String("Learning rate")))
                continue;
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, QLatin1String(number));
            QTest::keyClick(box, Qt::Key_Enter);
            return;
        }
        FAIL() << "There is no control for the learning rate.";
    }
    static void trainForLong(Laboratory& lab) {
        setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 1'000'000; });
        lab.action("actionTrain")->trigger();
        ASSERT_TRUE(lab.untilEpochs(2));
    }

    QTemporaryDir m_folder;
};

TEST_F(BadInputTest, FilesThatAreNoProjectsAreSaidToBeAndChangeNothing) {
    const QByteArray good = project();
    const QByteArray network = QByteArray::fromStdString(networkText(findTemplate("playground")->make()));
    write(QStringLiteral("empty.protomind"), {});
    write(QStringLiteral("text.protomind"), QByteArray(5000, 'x'));
    write(QStringLiteral("picture.protomind"), "\x89PNG\r\n\x1a\n" + QByteArray(300, '\0'));
    write(QStringLiteral("cut.protomind"), good.left(good.size() / 2));
    write(QStringLiteral("header.protomind"), good.left(60));
    write(QStringLiteral("foreign.protomind"), with(good, 68, "abcd"));
    write(QStringLiteral("newer.protomind"), with(good, 60, QByteArray("\0\0\1\0", 4)));
    write(QStringLiteral("zeros.protomind"), with(good, 4096, QByteArray(4096, '\0')));
    write(QStringLiteral("empty.json"), {});
    write(QStringLiteral("cut.json"), network.left(network.size() / 2));
    write(QStringLiteral("foreign.json"), "{\"format\": \"keras\", \"version\": 1}");
    write(QStringLiteral("newer.json"), QByteArray(network).replace("\"version\": 1", "\"version\": 2"));
    write(QStringLiteral("deep.json"), QByteArray(100'000, '['));
    QFile(write(QStringLiteral("huge.json"), "{")).resize(static_cast<qint64>(kMaxNetworkBytes) + 1);
    QFile(write(QStringLiteral("huge.protomind"), good)).resize(qint64{5} << 30); // sparse: takes no room
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.protomind"));
    const QStringList names = QDir(m_folder.path())
                                  .entryList({QStringLiteral("*.protomind"), QStringLiteral("*.json"),
                                              QStringLiteral("absent.protomind")},
                                             QDir::Files | QDir::Dirs)
                              << QStringLiteral("absent.protomind");
    ASSERT_EQ(names.size(), 17);

    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    const auto layers = lab.document.network().layers();
    for (const QString& name : names) {
        SCOPED_TRACE(name.toStdString());
        const bool small = QFileInfo(file(name)).size() < 1'000'000;
        const QByteArray before = small ? bytesOf(file(name)) : QByteArray();
        QSignalSpy said(&lab.window.files(), &ProjectFiles::problem);
        lab.window.files().openPath(file(name));
        ASSERT_TRUE(lab.until([&] { return said.count() == 1; }));
        const QString sentence = said.at(0).at(0).toString();
        EXPECT_TRUE(sentence.contains(name)) << sentence.toStdString();
        EXPECT_TRUE(sentence.endsWith(QLatin1Char('.'))) << sentence.toStdString();
        EXPECT_EQ(lab.window.messages().text(), sentence);
        EXPECT_EQ(lab.document.network().layers(), layers);
        if (small) {
            EXPECT_EQ(bytesOf(file(name)), before);
        }
    }
    EXPECT_FALSE(lab.document.isModified());
}

TEST_F(BadInputTest, AnAbsurdLearningRateIsTypedAndTheRunEndsInWords) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    // A straight line and plain descent: each step makes it worse.
    lab.document.undoStack().push(new SetDataText(lab.document, "line"));
    const Network& network = lab.document.network();
    const LayerId input = network.layers().front().id;
    lab.document.undoStack().push(new SetField(lab.document, input, "shape", std::vector<std::int64_t>{1}));
    for (std::size_t index = 1; index < network.layers().size(); ++index)
        lab.document.undoStack().push(
            new SetField(lab.document, network.layers()[index].id, "activation", std::string("linear")));
    setTraining(lab, "optimizer", [](TrainingSettings& settings) { settings.optimizer = "sgd"; });
    ASSERT_TRUE(lab.until([&] { return lab.window.data() && lab.window.data()->text == "line"; }));
    typeLearningRate(lab, "1000000");
    ASSERT_EQ(lab.document.experiment().training.learningRate, 1e6);
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Diverged)) << lab.window.messages().text().toStdString();
    EXPECT_FALSE(lab.window.messages().text().isEmpty());
    // What is saved now is finite.
    QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.dialogs.nextFile = file(QStringLiteral("diverged.protomind"));
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return saved.count() == 1; })) << lab.window.messages().text().toStdString();
    EXPECT_TRUE(readProject(lab.dialogs.nextFile.toStdString()));
}

TEST_F(BadInputTest, LostRobustnessIsNotBlamedOnTheLearningRate) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    auto* button = lab.find<QPushButton>("messageButton");
    emit lab.run.diverged(DivergedEvent{.sentence = "Numbers grew."});
    EXPECT_FALSE(button->isHidden());
    emit lab.run.diverged(
        DivergedEvent{.sentence = "It was lost.", .reason = DivergenceReason::RobustnessLost});
    EXPECT_TRUE(lab.window.messages().text().contains(QStringLiteral("It was lost.")));
    EXPECT_TRUE(button->isHidden());
}

TEST_F(BadInputTest, AnAbsurdLearningRateThatStaysFiniteIsSaidToo) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "optimizer", [](TrainingSettings& settings) {
        settings.optimizer = "sgd";
        settings.learningRate = 1e6;
        settings.epochs = 1'000'000;
    });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
    EXPECT_TRUE(lab.run.state() == RunState::Diverged || lab.run.state() == RunState::Training);
    QTest::mouseClick(lab.find<QPushButton>("messageButton"), Qt::LeftButton);
    EXPECT_NEAR(lab.document.experiment().training.learningRate, 1e5, 1e-6);
}

TEST_F(BadInputTest, DataThatIsNotANumberIsRefusedInWords) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    struct Case {
        const char* text;
        const char* named; ///< what the sentence must speak of
    };
    for (const auto& [text, named] :
         {Case{"points?data=nan,0,0;1,1,1", "point 1"}, Case{"points?data=1,1,1;0,inf,0", "point 2"},
          Case{"points?data=-inf,0,0", "point 1"}, Case{"gaussians?noise=nan", "noise"},
          Case{"gaussians?noise=1e999", "noise"}, Case{"no-such-data", "no-such-data"},
          Case{"idx:/nowhere", "/nowhere"}}) {
        SCOPED_TRACE(text);
        lab.document.undoStack().push(new SetDataText(lab.document, text));
        ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
        const QString sentence = lab.window.messages().text();
        EXPECT_TRUE(sentence.contains(QLatin1String(named))) << sentence.toStdString();
        lab.action("actionTrain")->trigger();
        ASSERT_TRUE(lab.until([&] { return !lab.run.isPreparing(); }));
        EXPECT_NE(lab.run.state(), RunState::Training);
        lab.document.undoStack().undo();
        ASSERT_TRUE(lab.until([&] { return lab.window.messages().text().isEmpty(); }));
    }
    lab.action("actionTrain")->trigger();
    EXPECT_TRUE(lab.untilEpochs(1)) << "Afterwards all is well again.";
}

TEST_F(BadInputTest, ABatchLargerThanTheDataIsMadeSmallerAndSaidSo) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "batch_size", [](TrainingSettings& settings) {
        settings.batchSize = 60'000;
        settings.epochs = 2;
    });
    std::int64_t batch = 0;
    QObject::connect(&lab.run, &RunController::prepared, &lab.window, [&batch](const Prepared& event) {
        batch = event.batchSize;
        EXPECT_FALSE(event.notes.empty());
    });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished)) << lab.window.messages().text().toStdString();
    EXPECT_GT(batch, 0);
    EXPECT_LT(batch, 60'000);
}

TEST_F(BadInputTest, AnEmptyNetworkSaysWhatToDoWhateverIsAskedOfIt) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.action("actionNewEmpty")->trigger();
    for (const char* name : {"actionTrain", "actionStep", "actionStepEpoch", "actionEvaluate"}) {
        SCOPED_TRACE(name);
        lab.action(name)->trigger();
        EXPECT_TRUE(lab.window.messages().text().contains(QLatin1String("no network")));
    }
    lab.action("actionReset")->trigger();
    EXPECT_EQ(lab.run.state(), RunState::Idle);
    // It can be saved and opened all the same.
    QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.dialogs.nextFile = file(QStringLiteral("nothing.protomind"));
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return saved.count() == 1; }));
    QSignalSpy opened(&lab.window.files(), &ProjectFiles::opened);
    lab.window.files().openPath(lab.dialogs.nextFile);
    ASSERT_TRUE(lab.until([&] { return opened.count() == 1; }));
    EXPECT_TRUE(lab.document.network().layers().empty());
}

TEST_F(BadInputTest, ALayerDeletedInTheMiddleOfARunStopsItAndUndoBringsAllBack) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    trainForLong(lab);
    const Network before = lab.document.network();
    lab.window.canvas().reveal(before.layers()[1].id);
    lab.window.canvas().setFocus();
    QTest::keyClick(&lab.window.canvas(), Qt::Key_Delete);
    ASSERT_EQ(lab.document.network().layers().size() + 1, before.layers().size());
    ASSERT_TRUE(lab.until([&] { return lab.run.state() != RunState::Training; }));
    EXPECT_FALSE(lab.window.messages().text().isEmpty()) << "It is said why it stopped.";
    lab.document.undoStack().undo();
    EXPECT_EQ(lab.document.network(), before);
    ASSERT_TRUE(lab.until([&] { return lab.run.isTrained(); }));
    lab.action("actionTrain")->trigger();
    EXPECT_TRUE(lab.untilState(RunState::Training));
}

TEST_F(BadInputTest, EveryLayerDeletedInTheMiddleOfARunLeavesAnEmptyCanvas) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    trainForLong(lab);
    lab.window.canvas().setFocus();
    QTest::keyClick(&lab.window.canvas(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&lab.window.canvas(), Qt::Key_Delete);
    ASSERT_TRUE(lab.document.network().layers().empty());
    ASSERT_TRUE(lab.until([&] { return lab.run.state() != RunState::Training; }));
    EXPECT_FALSE(lab.window.messages().text().isEmpty());
    lab.document.undoStack().undo();
    EXPECT_TRUE(lab.until([&] { return lab.run.isTrained(); }));
}

TEST_F(BadInputTest, AnotherProjectInTheMiddleOfARunTakesItsPlace) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    write(QStringLiteral("other.protomind"), project());
    trainForLong(lab);
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    QSignalSpy opened(&lab.window.files(), &ProjectFiles::opened);
    lab.window.files().openPath(file(QStringLiteral("other.protomind")));
    ASSERT_TRUE(lab.until([&] { return opened.count() == 1; }));
    ASSERT_TRUE(lab.until([&] { return lab.run.state() != RunState::Training; }));
    EXPECT_FALSE(lab.run.isTrained());
    EXPECT_FALSE(lab.document.isModified());
}

TEST_F(BadInputTest, ClosingInTheMiddleOfARunEndsIt) {
    for (const bool preparing : {true, false}) {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        if (preparing)
            lab.action("actionTrain")->trigger(); // and close at once
        else
            trainForLong(lab);
        lab.dialogs.nextAnswer = SaveAnswer::Discard;
        lab.window.close();
        EXPECT_FALSE(lab.window.isVisible());
    }
    EXPECT_TRUE(leftovers(file(QStringLiteral("state")).toStdString()).empty());
}

} // namespace
} // namespace protomind
