// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/augmentation_preview.h"
#include "desktop/app/data/data_gallery.h"
#include "desktop/app/data/loaded_data.h"
#include "desktop/app/data/point_pad.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/run/speed_control.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/document/commands/experiment_commands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class DataPanelTest : public testing::Test {
protected:
    DataPanelTest()
        : m_lab(m_folder.path()) {}

    void begin(const std::string& name) {
        ASSERT_TRUE(m_lab.startWith(name));
        m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
    }
    /// For an epoch at least; it may be over before the pause.
    void beginTrained(const std::string& name) {
        begin(name);
        m_lab.action("actionTrain")->trigger();
        ASSERT_TRUE(m_lab.untilEpochs(1));
        m_lab.run.pause();
        ASSERT_TRUE(m_lab.until([&] { return m_lab.run.state() != RunState::Training; }));
    }
    void choose(const std::string& name) {
        auto* gallery = m_lab.find<DataGallery>("dataSet");
        for (int row = 0; row < gallery->count(); ++row)
            if (gallery->item(row)->data(Qt::UserRole).toString().toStdString() == name) {
                gallery->scrollToItem(gallery->item(row));
                QTest::mouseClick(gallery->viewport(), Qt::LeftButton, Qt::NoModifier,
                                  gallery->visualItemRect(gallery->item(row)).center());
                return;
            }
        FAIL() << name;
    }
    const std::string& data() { return m_lab.document.experiment().data; }
    /// Copied, and saved in three ways; the table that was. Where it can't be written, that is said.
    QByteArray expectSavedByMenu(const char* menu) {
        const auto actions = m_lab.find<QToolButton>(menu)->menu()->actions();
        if (actions.size() != 4)
            return "another menu";
        const auto save = [&](int index, const char* name) {
            m_lab.dialogs.nextFile = m_folder.filePath(QString::fromLatin1(name));
            actions[index]->trigger();
            QFile file(m_lab.dialogs.nextFile);
            EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
            return file.readAll();
        };
        EXPECT_FALSE(QImage::fromData(save(1, "picture.png")).isNull());
        EXPECT_TRUE(save(2, "picture.svg").contains("<svg"));
        QByteArray table = save(3, "values.csv");
        actions[0]->trigger();
        EXPECT_EQ(QGuiApplication::clipboard()->text().toUtf8(), table);
        EXPECT_FALSE(QGuiApplication::clipboard()->image().isNull());
        m_lab.dialogs.nextFile = m_folder.filePath(QStringLiteral("no/such/folder.png"));
        actions[1]->trigger();
        EXPECT_TRUE(m_lab.window.messages().text().contains(QStringLiteral("could not be written")));
        return table;
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(DataPanelTest, AnOptionAndTheSeedAreTypedInGermanAsInEnglish) {
    for (const QLocale::Language language : {QLocale::German, QLocale::English}) {
        QLocale::setDefault(language);
        begin("playground");
        choose("spiral");
        auto* noise = m_lab.find<QDoubleSpinBox>("option.noise");
        const auto type = [](QWidget& box, const char* text) {
            box.setFocus();
            QTest::keyClick(&box, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(&box, QLatin1String(text));
            QTest::keyClick(&box, Qt::Key_Return);
        };
        for (const char* text : {"0,125", "0.125"}) {
            type(*noise, "0.3");
            EXPECT_EQ(noise->text(), QStringLiteral("0.3"));
            type(*noise, text);
            EXPECT_NE(data().find("noise=0.125"), std::string::npos) << text << ": " << data();
        }
        auto* seed = m_lab.find<QDoubleSpinBox>("seedBox");
        type(*seed, "7");
        for (const char* text : {"1,234", "0,5", "1.234"}) {
            type(*seed, text);
            EXPECT_EQ(m_lab.document.experiment().training.seed, 7u) << text;
            QApplication::processEvents();
            auto* said = m_lab.find<QLabel>("fieldComplaint");
            ASSERT_NE(said, nullptr);
            EXPECT_TRUE(said->isVisible()) << text;
        }
    }
    QLocale::setDefault(QLocale::system());
}

TEST_F(DataPanelTest, EverySetHasItsPictureAndAClickChoosesIt) {
    begin("playground");
    auto* gallery = m_lab.find<DataGallery>("dataSet");
    ASSERT_GE(gallery->count(), 9);
    ASSERT_TRUE(m_lab.until([&] {
        for (int row = 0; row < gallery->count(); ++row)
            if (gallery->item(row)->icon().isNull())
                return false;
        return true;
    }));
    EXPECT_EQ(gallery->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("circle"));
    choose("moons");
    EXPECT_EQ(data(), "moons");
    m_lab.document.undoStack().undo();
    EXPECT_EQ(data(), "circle");
    EXPECT_EQ(gallery->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("circle"));
}

TEST_F(DataPanelTest, OwnPointsAreDrawnUndoneSavedAndLearned) {
    begin("playground");
    choose("points");
    m_lab.find<QAbstractButton>("clearPoints")->click();
    EXPECT_EQ(data(), "points?data=");
    EXPECT_TRUE(m_lab.window.messages().text().isEmpty()) << "No point yet is no mistake.";
    auto* pad = m_lab.find<PointPad>("pointPad");
    const auto click = [&](double x, double y) {
        QTest::mouseClick(pad, Qt::LeftButton, Qt::NoModifier, pad->positionOf(x, y).toPoint());
    };
    click(-0.5, 0.5);
    click(-0.6, 0.3);
    m_lab.find<QAbstractButton>("pointClass.1")->click();
    click(0.5, -0.5);
    click(0.4, -0.6);
    ASSERT_EQ(pad->points().size(), 4u);
    EXPECT_EQ(pad->points().back().classIndex, 1);
    const std::string drawn = data();
    m_lab.document.undoStack().undo();
    EXPECT_EQ(pad->points().size(), 3u);
    m_lab.document.undoStack().redo();
    EXPECT_EQ(data(), drawn);
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.data() && m_lab.window.data()->text == drawn; }));
    m_lab.run.train();
    EXPECT_TRUE(m_lab.untilState(RunState::Finished)) << m_lab.window.messages().text().toStdString();

    const QString path = m_folder.filePath(QStringLiteral("own.protomind"));
    m_lab.dialogs.nextFile = path;
    QSignalSpy saved(&m_lab.window.files(), &ProjectFiles::saved);
    m_lab.action("actionSave")->trigger();
    ASSERT_TRUE(m_lab.until([&] { return saved.count() == 1; }));
    QTemporaryDir other;
    Laboratory again(other.path());
    again.window.start(path);
    ASSERT_TRUE(again.until([&] { return again.document.experiment().data == drawn; }));
    EXPECT_EQ(again.find<PointPad>("pointPad")->points(), pad->points());
}

TEST_F(DataPanelTest, SplitAndBatchAreSettingsOfTheRun) {
    begin("playground");
    m_lab.find<QDoubleSpinBox>("option.validation")->setValue(25);
    EXPECT_DOUBLE_EQ(m_lab.document.experiment().training.validation, 0.25);
    m_lab.find<QDoubleSpinBox>("option.batch_size")->setValue(48);
    EXPECT_EQ(m_lab.document.experiment().training.batchSize, 48);
    m_lab.document.undoStack().undo();
    m_lab.document.undoStack().undo();
    EXPECT_EQ(m_lab.document.experiment().training.batchSize, 10);
    EXPECT_EQ(m_lab.find<QDoubleSpinBox>("option.validation")->value(), 10);
}

TEST_F(DataPanelTest, PicturesAreChangedAtRandomInStepsThatCanBeUndone) {
    begin("digits-mlp");
    auto* shift = m_lab.find<QAbstractButton>("augment-shift");
    ASSERT_TRUE(m_lab.until([&] { return shift->isVisible(); }));
    auto* amount = m_lab.find<QDoubleSpinBox>("option.augment_shift");
    auto* preview = m_lab.find<AugmentationPreview>("augmentationPreview");
    const auto augmentation = [&] { return m_lab.document.experiment().training.augmentation; };
    ASSERT_EQ(preview->variants().size(), static_cast<std::size_t>(AugmentationPreview::kVariants));
    for (const QImage& variant : preview->variants())
        EXPECT_EQ(variant, preview->original());
    EXPECT_FALSE(amount->isEnabled());

    shift->click();
    EXPECT_EQ(augmentation(), (Augmentation{.shift = 0.1}));
    EXPECT_TRUE(amount->isEnabled());
    EXPECT_EQ(amount->value(), 10) << "in percent";
    EXPECT_NE(preview->variants().front(), preview->original());
    const std::vector<QImage> before = preview->variants();
    m_lab.find<QAbstractButton>("augmentationAgain")->click();
    EXPECT_NE(preview->variants(), before);
    amount->setValue(25);
    EXPECT_EQ(augmentation().shift, 0.25);
    shift->click();
    EXPECT_EQ(augmentation(), Augmentation());
    shift->click();
    EXPECT_EQ(augmentation().shift, 0.25) << "It comes back as it was left.";
    for (int step = 0; step < 3; ++step)
        m_lab.document.undoStack().undo();
    EXPECT_EQ(augmentation().shift, 0.1);
    m_lab.document.undoStack().undo();
    EXPECT_EQ(augmentation(), Augmentation());
    EXPECT_FALSE(shift->isChecked());
    m_lab.document.undoStack().redo();
    EXPECT_TRUE(shift->isChecked());

    auto* warning = m_lab.find<QLabel>("augment-flip-warning");
    EXPECT_FALSE(warning->isVisible());
    m_lab.find<QAbstractButton>("augment-flip")->click();
    EXPECT_TRUE(warning->isVisible());
    EXPECT_TRUE(augmentation().flip);
}

TEST_F(DataPanelTest, AugmentationIsOfferedForPicturesAlone) {
    begin("playground");
    auto* shift = m_lab.find<QAbstractButton>("augment-shift");
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.data() != nullptr; }));
    EXPECT_FALSE(shift->isVisible());
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.augmentation.shift = 0.1;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "augment_shift", settings));
    EXPECT_TRUE(shift->isVisible()) << "It can be taken back.";
    EXPECT_TRUE(
        m_lab.find<QLabel>("augmentationExplanation")->text().contains(QStringLiteral("no pictures")));
    EXPECT_FALSE(m_lab.find<AugmentationPreview>("augmentationPreview")->isVisible());
}

TEST_F(DataPanelTest, WherePicturesShouldComeOutNothingIsSaidToBeChanged) {
    begin("playground");
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.augmentation.shift = 0.1;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "augment_shift", settings));
    m_lab.document.undoStack().push(new SetDataText(m_lab.document, "edges?samples=20&test=10"));
    ASSERT_TRUE(
        m_lab.until([&] { return m_lab.window.data() && m_lab.window.data()->text.starts_with("edges"); }));
    const QString said = m_lab.find<QLabel>("augmentationExplanation")->text();
    EXPECT_TRUE(said.contains(QStringLiteral("nothing is changed at random"))) << said.toStdString();
    EXPECT_FALSE(said.contains(QStringLiteral("no pictures"))) << said.toStdString();
}

TEST_F(DataPanelTest, WhatWasLearnedFromIsNotKeptAsideByALargerShare) {
    beginTrained("playground");
    QSignalSpy prepared(&m_lab.run, &RunController::prepared);
    const auto facts = [&] { return qvariant_cast<Prepared>(prepared.takeFirst()[0]); };
    const auto* counts = m_lab.find<QLabel>("dataCounts");
    const auto* share = m_lab.find<QDoubleSpinBox>("option.validation");
    EXPECT_FALSE(counts->text().contains(QStringLiteral("fresh weights")));

    m_lab.find<QDoubleSpinBox>("option.validation")->setValue(60);
    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.until([&] { return !prepared.empty(); }));
    const Prepared more = facts();
    const std::int64_t all = more.trainingSamples + more.validationSamples;
    EXPECT_EQ(more.validationSamples, all / 10); // the template's share
    const QString note = QStringLiteral("Kept aside: %1, not %2.").arg(all / 10).arg(all * 6 / 10);
    EXPECT_TRUE(counts->text().contains(note)) << qPrintable(counts->text());
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.stepsDone() > more.step; }));
    EXPECT_TRUE(m_lab.window.messages().text().contains(note)) << "It is to be read while it trains, too.";

    m_lab.document.undoStack().undo();
    EXPECT_EQ(share->value(), 10);
    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.until([&] { return !prepared.empty(); }));
    EXPECT_EQ(facts().keptAside, more.keptAside);
    EXPECT_FALSE(counts->text().contains(QStringLiteral("fresh weights")));
    EXPECT_FALSE(m_lab.window.messages().text().contains(QStringLiteral("fresh weights")));

    m_lab.find<QDoubleSpinBox>("option.validation")->setValue(60);
    m_lab.run.reset();
    ASSERT_TRUE(m_lab.until([&] { return !prepared.empty(); }));
    EXPECT_EQ(facts().validationSamples, all * 6 / 10);
    EXPECT_FALSE(counts->text().contains(QStringLiteral("fresh weights")));
}

TEST_F(DataPanelTest, NewDataIsTestedWhole) {
    beginTrained("playground");
    m_lab.document.undoStack().push(
        new SetDataText(m_lab.document, "points?data=-0.5,0,0;0.5,0,1;0.3,0.4,1;-0.4,0.4,0"));
    QSignalSpy evaluated(&m_lab.run, &RunController::evaluated);
    m_lab.run.evaluate();
    // Where the run was over before the pause it was tested by itself, too.
    Evaluated event;
    ASSERT_TRUE(m_lab.until([&] {
        while (!evaluated.empty() && event.samples != 4)
            event = qvariant_cast<Evaluated>(evaluated.takeFirst()[0]);
        return event.samples == 4;
    }));
    EXPECT_EQ(event.split, Split::Unseen);
    EXPECT_TRUE(m_lab.until([&] {
        return m_lab.find<QLabel>("testResult")->text().startsWith(QStringLiteral("Unseen samples:"));
    }));
}

/// The session may have tested the network on new data before the panel has it.
TEST_F(DataPanelTest, DataThatComesLateKeepsItsTest) {
    beginTrained("playground");
    auto* panel = m_lab.find<PredictionPanel>("predictionPanel");
    const auto* result = m_lab.find<QLabel>("testResult");
    const std::string before = m_lab.document.experiment().data;
    const std::string now = "points?data=-0.5,0,0;0.5,0,1;0.3,0.4,1;-0.4,0.4,0";
    m_lab.document.undoStack().push(new SetDataText(m_lab.document, now));
    const auto loaded = [&](const std::string& text) {
        return std::make_shared<const LoadedData>(*loadData(text, m_lab.document.experiment().training.seed));
    };
    const auto tested = [&] { return result->text().startsWith(QStringLiteral("Unseen samples:")); };
    m_lab.run.evaluate();
    ASSERT_TRUE(m_lab.until(tested));
    panel->setData(loaded(before));
    EXPECT_EQ(result->text(), QString()) << "tested on others";
    m_lab.run.evaluate();
    ASSERT_TRUE(m_lab.until(tested));
    panel->setData(loaded(now));
    EXPECT_TRUE(tested()) << result->text().toStdString();
}

TEST_F(DataPanelTest, ThePenMovesTheBars) {
    begin("digits-mlp");
    auto* button = m_lab.find<QAbstractButton>("penButton");
    ASSERT_TRUE(button->isVisible());
    button->click();
    auto* pen = m_lab.find<PenView>("penView");
    ASSERT_TRUE(pen->isVisible());
    QSignalSpy answers(&m_lab.run, &RunController::predicted);
    ASSERT_TRUE(m_lab.until([&] { return answers.count() > 0; }));
    const auto before = answers.count();
    const QRectF paper = pen->paper();
    QTest::mousePress(pen, Qt::LeftButton, Qt::NoModifier, (paper.center() - QPointF(0, 50)).toPoint());
    const QPointF end = paper.center() + QPointF(0, 50);
    QMouseEvent move(QEvent::MouseMove, end, pen->mapToGlobal(end), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(pen, &move);
    QTest::mouseRelease(pen, Qt::LeftButton, Qt::NoModifier, end.toPoint());
    EXPECT_FALSE(pen->drawing().isEmpty());
    ASSERT_TRUE(m_lab.until([&] { return answers.count() > before; }));
    const auto answer = answers.back()[0].value<Predicted>();
    EXPECT_EQ(answer.outputs.shape, Shape({1, 10}));
    EXPECT_TRUE(pen->describe().startsWith(QStringLiteral("Your drawing is taken for")));
    m_lab.find<QAbstractButton>("penClear")->click();
    EXPECT_TRUE(pen->drawing().isEmpty());
    // The same with the keys.
    QTest::keyClick(pen, Qt::Key_Up);
    EXPECT_TRUE(pen->drawing().isEmpty());
    QTest::keyClick(pen, Qt::Key_Space);
    QTest::keyClick(pen, Qt::Key_Down);
    QTest::keyClick(pen, Qt::Key_Down);
    QTest::keyClick(pen, Qt::Key_Space);
    QTest::keyClick(pen, Qt::Key_Right);
    ASSERT_EQ(pen->drawing().strokes().size(), 1u);
    EXPECT_EQ(pen->drawing().strokes()[0].size(), 3);
    QTest::keyClick(pen, Qt::Key_Backspace);
    EXPECT_TRUE(pen->drawing().isEmpty());
    // Points in the plane need no pen.
    ASSERT_TRUE(m_lab.beginTemplate("playground"));
    EXPECT_FALSE(button->isVisible());
    EXPECT_FALSE(pen->isVisible());
}

TEST_F(DataPanelTest, TinyDataIsHeldAtAPaceToWatchUntilAPersonChooses) {
    Prepared plane;
    plane.sampleShape = Shape{2};
    EXPECT_GT(watchableSpeed(plane), 0);
    Prepared digits;
    digits.sampleShape = Shape{28, 28, 1};
    EXPECT_EQ(watchableSpeed(digits), 0);

    begin("playground");
    Document document;
    RunController run(document);
    QSignalSpy speeds(&run, &RunController::speedChanged);
    ProjectContent content;
    content.experiment = m_lab.document.experiment();
    document.replace(std::move(content));
    run.step(StepUnit::Batch);
    ASSERT_TRUE(m_lab.until([&] { return run.state() == RunState::Paused; }));
    EXPECT_EQ(run.speed(), watchableSpeed(plane));
    run.setSpeed(3);
    EXPECT_EQ(speeds.count(), 2);
    run.reset();
    run.step(StepUnit::Sample);
    ASSERT_TRUE(m_lab.until([&] { return run.state() == RunState::Paused; }));
    EXPECT_EQ(run.speed(), 3) << "A choice holds.";
}

TEST_F(DataPanelTest, TheSliderAndTheKeysSetTheSpeed) {
    begin("playground");
    auto* slider = m_lab.find<QSlider>("speedSlider");
    EXPECT_EQ(slider->value(), slider->maximum());
    m_lab.action("actionSlower")->trigger();
    m_lab.action("actionSlower")->trigger();
    EXPECT_EQ(m_lab.run.speed(), 300);
    EXPECT_EQ(m_lab.find<QLabel>("speedText")->text(), QStringLiteral("300 steps/s"));
    slider->setValue(0);
    EXPECT_EQ(m_lab.run.speed(), 1);
    m_lab.action("actionSlower")->trigger();
    EXPECT_EQ(m_lab.run.speed(), 1);
    m_lab.run.setSpeed(0);
    EXPECT_EQ(slider->value(), slider->maximum());
}

TEST_F(DataPanelTest, SettingsChangedInARunMarkTheCurve) {
    begin("playground");
    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.untilState(RunState::Paused));
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.l2 = 0.5;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "l2", settings));
    ASSERT_EQ(m_lab.window.charts().marks().marks().size(), 1u);
    EXPECT_EQ(m_lab.window.charts().marks().marks()[0].epoch, 1);
    m_lab.document.undoStack().undo();
    EXPECT_TRUE(m_lab.window.charts().marks().marks().empty()) << "Nothing was learned with it.";
    m_lab.document.undoStack().redo();
    m_lab.action("actionReset")->trigger();
    ASSERT_TRUE(m_lab.untilState(RunState::Ready));
    EXPECT_TRUE(m_lab.window.charts().marks().marks().empty());
}

TEST_F(DataPanelTest, PredictionsAreSavedAsPictureDrawingAndTable) {
    begin("playground");
    ASSERT_TRUE(m_lab.until([&] { return m_lab.window.predictions().hasAnswer(); }));
    const QByteArray table = expectSavedByMenu("predictionMenu");
    EXPECT_TRUE(table.startsWith("input 1,input 2,probability B\n"));
    EXPECT_EQ(table.count('\n'), 1 + 40 * 40);
}

TEST_F(DataPanelTest, TheSamplesOfEachClassAreSavedAsPictureDrawingAndTable) {
    begin("playground");
    m_lab.document.undoStack().push(new SetDataText(m_lab.document, "points?data=0,0,0;1,1,0;1,0,0;0,1,1"));
    ASSERT_TRUE(m_lab.until([&] { return m_lab.find<QLabel>("unevenClasses")->isVisible(); }));
    EXPECT_EQ(expectSavedByMenu("balanceMenu"), "class,samples\n\"A\",3\n\"B\",1\n");
}

} // namespace
} // namespace protomind
