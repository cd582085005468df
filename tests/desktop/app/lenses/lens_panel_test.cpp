// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/fake_program.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/editor/card_colours.h"
#include "desktop/editor/selection.h"
#include "desktop/lenses/layer_strip.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_pictures_view.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/lenses/lens_table_view.h"
#include "engine/device/registry/device_kinds.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <gmock/gmock.h>

#include "needed_tool.h"

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;

class LensPanelTest : public testing::Test {
protected:
    void begin(const std::string& name) {
        ASSERT_TRUE(m_lab.startWith(name));
        auto& tabs = *m_lab.find<QTabWidget>("sideTabs");
        tabs.setCurrentWidget(&panel());
    }
    LensPanel& panel() { return *m_lab.find<LensPanel>("lensPanel"); }
    QString sentence() {
        auto* label = m_lab.find<QLabel>("lensSentence");
        return label->isVisible() ? label->text() : QString();
    }
    /// Something is shown, or said.
    bool answered() {
        return m_lab.until([this] { return panel().result() != nullptr || !sentence().isEmpty(); });
    }
    /// Another lens, chosen by hand.
    void choose(const char* lens) {
        panel().setLens(lens);
        EXPECT_TRUE(answered()) << lens;
    }

    QTemporaryDir m_folder;
    FakeProgram m_fake; ///< says that the first OpenCL device computes as it should
    Laboratory m_lab{m_folder.path(), nullptr, loadData, steadyClock(), sourceFolder() / "lessons",
                     m_fake.path()};
};

TEST_F(LensPanelTest, EveryLensShowsSomethingOfEveryTemplateOrSaysWhyNot) {
    for (const NetworkTemplate& made : networkTemplates()) {
        SCOPED_TRACE(made.name);
        begin(made.name);
        for (const LensType& lens : lensTypes()) {
            if (lens.hasOwnView)
                continue;
            SCOPED_TRACE(lens.name);
            choose(lens.name.c_str());
            if (panel().result()) {
                const LensResult& shown = *panel().result();
                EXPECT_FALSE(shown.pictures.empty() && shown.charts.empty() && shown.tables.empty() &&
                             shown.codes.empty() && shown.sentences.empty());
            }
        }
    }
}

TEST_F(LensPanelTest, SaysWhyNothingCanBeSeen) {
    begin("digits-mlp");
    choose("confusion");
    EXPECT_NE(panel().result(), nullptr);
    m_lab.document.undoStack().push(new SetDataText(m_lab.document, "spiral"));
    EXPECT_TRUE(m_lab.until([this] { return !sentence().isEmpty(); }));
    EXPECT_EQ(panel().result(), nullptr);
    EXPECT_FALSE(panel().view().isVisible());
    m_lab.document.undoStack().undo();
    EXPECT_TRUE(m_lab.until([this] { return panel().result() != nullptr; }));
}

TEST_F(LensPanelTest, ACellOpensTheSamplesBehindIt) {
    begin("digits-mlp");
    choose("confusion");
    ASSERT_NE(panel().result(), nullptr);
    const LensTable& matrix = panel().result()->tables.front();
    int row = -1;
    int column = -1;
    for (int r = 0; r < 10 && row < 0; ++r) {
        for (int c = 0; c < 10; ++c) {
            if (r != c && matrix.cells[std::size_t(r)][std::size_t(c)].value > 0) {
                row = r;
                column = c;
                break;
            }
        }
    }
    ASSERT_GE(row, 0) << "an untrained network takes none for another";
    QTableView& table = *panel().view().tables().front()->view();
    table.setCurrentIndex(table.model()->index(row, column));
    ASSERT_TRUE(m_lab.until([this] { return panel().behind().isVisible(); }));
    const LensResult& behind = panel().behind().result();
    EXPECT_FALSE(behind.pictures.empty());
    ASSERT_FALSE(behind.tables.empty());
    for (const auto& cells : behind.tables.front().cells) {
        EXPECT_EQ(cells[0].text, std::to_string(row));
        EXPECT_EQ(cells[1].text, std::to_string(column));
    }
}

TEST_F(LensPanelTest, SamplesOfEarlierWeightsDoNotStayBehindANewResult) {
    begin("digits-mlp");
    choose("confusion");
    QTableView& table = *panel().view().tables().front()->view();
    table.setCurrentIndex(table.model()->index(0, 0));
    emit table.clicked(table.model()->index(0, 0));
    ASSERT_TRUE(m_lab.until([this] { return panel().behind().isVisible(); }));
    m_lab.run.step(StepUnit::Epoch);
    EXPECT_TRUE(m_lab.until([this] {
        return panel().result() && panel().result()->step > 0 &&
               (!panel().behind().isVisible() || panel().behind().result().step > 0);
    }));
}

TEST_F(LensPanelTest, ALayerThatWasChosenMeanwhileIsShownWhenThePaneComesBack) {
    begin("digits-convnet");
    choose("weights");
    auto& tabs = *m_lab.find<QTabWidget>("sideTabs");
    tabs.setCurrentIndex(0);
    const Layer* dense = m_lab.document.network().layerNamed("Dense");
    ASSERT_NE(dense, nullptr);
    m_lab.window.findChild<Selection*>()->select(dense->id);
    tabs.setCurrentWidget(&panel());
    EXPECT_TRUE(m_lab.until([this] { return panel().result() && panel().result()->layer == "Dense"; }));
}

TEST_F(LensPanelTest, ASplitThatIsGoneIsNotAskedForAgain) {
    begin("digits-mlp");
    choose("confusion");
    auto* split = m_lab.find<QComboBox>("lensSplit");
    split->setCurrentIndex(1);
    ASSERT_TRUE(
        m_lab.until([this] { return panel().result() && panel().result()->split == Split::Validation; }));
    TrainingSettings all = m_lab.document.experiment().training;
    all.validation = 0;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "validation", all));
    EXPECT_TRUE(m_lab.until([this] { return panel().result() && panel().result()->split == Split::Test; }))
        << sentence().toStdString();
    EXPECT_EQ(split->currentIndex(), 0);
}

TEST_F(LensPanelTest, FollowsTheSelectedLayer) {
    begin("digits-convnet");
    choose("weights");
    Selection& selection = *m_lab.window.findChild<Selection*>();
    for (const Layer& layer : m_lab.document.network().layers()) {
        if (layer.type != "conv2d" && layer.type != "convolution")
            continue;
        selection.select(layer.id);
        const QString name = QString::fromStdString(layer.name);
        EXPECT_TRUE(m_lab.until([&] {
            for (const QLabel* label : panel().findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(name))
                    return true;
            }
            return false;
        })) << layer.name;
        EXPECT_TRUE(panel().isVisible()) << "who looks into layer after layer goes on looking";
    }
}

TEST_F(LensPanelTest, IsLookedAnewWhenTrainingRests) {
    begin("playground");
    choose("confusion");
    ASSERT_NE(panel().result(), nullptr);
    EXPECT_EQ(panel().result()->step, 0);
    m_lab.run.step(StepUnit::Epoch);
    EXPECT_TRUE(m_lab.until([this] { return panel().result() && panel().result()->step > 0; }));
}

TEST_F(LensPanelTest, KeepsTheSettingsOfALensWhileAnotherOneIsLookedThrough) {
    begin("digits-mlp");
    choose("saliency");
    auto* method = m_lab.find<QWidget>("lens-method");
    ASSERT_NE(method, nullptr);
    auto* list = method->findChild<QComboBox*>();
    ASSERT_NE(list, nullptr);
    list->setCurrentIndex(1);
    emit list->activated(1);
    const QString chosen = list->currentText();
    choose("weights");
    choose("saliency");
    EXPECT_EQ(m_lab.find<QWidget>("lens-method")->findChild<QComboBox*>()->currentText(), chosen);
}

TEST_F(LensPanelTest, TheRunningKernelIsThatOfTheSelectedLayerInItsColour) {
    begin("digits-convnet");
    choose("kernel");
    ASSERT_NE(panel().result(), nullptr) << sentence().toStdString();
    const std::size_t all = panel().result()->codes.size();
    const Layer* dense = m_lab.document.network().layerNamed("Dense");
    ASSERT_NE(dense, nullptr);
    m_lab.window.findChild<Selection*>()->select(dense->id);
    ASSERT_TRUE(m_lab.until([this] { return panel().result() && panel().result()->layer == "Dense"; }));
    LensCodeView& view = *panel().view().codes();
    EXPECT_LT(view.codes().size(), all);
    EXPECT_GT(view.codes().size(), 3u);
    const std::vector<QColor>& strip = view.findChild<LayerStrip*>()->colours();
    EXPECT_EQ(std::ranges::count(strip, CardColours::of(panel().palette()).category(LayerCategory::Learned)),
              1);
    // The processor has no text to be read: it is said in words.
    EXPECT_TRUE(std::ranges::all_of(
        view.codes(), [](const LensCode& code) { return code.text.empty() && !code.note.empty(); }));
}

TEST_F(LensPanelTest, TheRunningKernelOfAnOpenClDeviceIsThereToBeRead) {
    if (openClDevices().empty())
        PROTOMIND_TOOL_IS_MISSING("There is no OpenCL driver; PoCL (pocl-opencl-icd) is one.");
    begin("playground");
    m_lab.document.undoStack().push(new SetDevice(m_lab.document, "opencl:0"));
    choose("kernel");
    const Layer& layer = m_lab.document.network().layers()[1];
    m_lab.window.findChild<Selection*>()->select(layer.id);
    ASSERT_TRUE(m_lab.until([&] {
        return panel().result() && panel().result()->layer == layer.name &&
               std::ranges::any_of(panel().result()->codes,
                                   [](const LensCode& code) { return !code.text.empty(); });
    })) << sentence().toStdString();
    LensCodeView& view = *panel().view().codes();
    int texts = 0;
    for (int row = 0; row < view.list()->count(); ++row) {
        const LensCode& code = view.codes()[static_cast<std::size_t>(row)];
        if (code.layers.empty() || code.text.empty())
            continue; // what all of them may call, or a library
        view.list()->setCurrentRow(row);
        const std::string shown = view.text()->toPlainText().toStdString();
        EXPECT_TRUE(view.text()->isVisible());
        EXPECT_THAT(shown, HasSubstr("__kernel void"));
        EXPECT_THAT(code.layers, Contains(layer.name));
        texts += shown.contains(layer.name) ? 1 : 0;
    }
    EXPECT_GT(texts, 0) << "no kernel's text says what it is for";
}

/// Trained here, saved, and chosen as the other network: as good as a copy.
TEST_F(LensPanelTest, AnotherProjectIsChosenToTryAttacksOn) {
    begin("playground");
    choose("transfer");
    EXPECT_EQ(panel().result(), nullptr);
    EXPECT_TRUE(sentence().contains(QStringLiteral("no other network"))) << sentence().toStdString();
    auto* button = m_lab.find<QToolButton>("lensOther");
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->isVisible());

    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.until([this] { return m_lab.document.checkpoint() != nullptr; }));
    ProjectContent content;
    content.experiment = m_lab.document.experiment();
    content.checkpoint = m_lab.document.checkpoint();
    const QString path = m_folder.path() + QStringLiteral("/twin.protomind");
    ASSERT_TRUE(writeProject(path.toStdString(), content));
    m_lab.dialogs.nextFile = path;
    button->click();
    ASSERT_TRUE(m_lab.until([this] { return panel().result() != nullptr; })) << sentence().toStdString();
    EXPECT_EQ(button->text(), QStringLiteral("twin.protomind"));
    EXPECT_TRUE(
        QString::fromStdString(panel().result()->sentences.front().text()).contains(QStringLiteral("twin")));
    choose("weights");
    EXPECT_FALSE(button->isVisible());

    QFile broken(m_folder.path() + QStringLiteral("/broken.protomind"));
    ASSERT_TRUE(broken.open(QFile::WriteOnly));
    broken.write("no project");
    broken.close();
    choose("transfer");
    m_lab.dialogs.nextFile = broken.fileName();
    button->click();
    ASSERT_TRUE(m_lab.until([&] { return button->text() == QStringLiteral("twin.protomind"); }))
        << "the one that was chosen stays";
    EXPECT_TRUE(answered());
    EXPECT_NE(panel().result(), nullptr);
}

TEST_F(LensPanelTest, ASampleThatALensMadeIsLookedAtByTheOthers) {
    begin("digits-mlp");
    choose("confusion");
    auto* showMade = m_lab.find<QAction>("lensShowMade");
    ASSERT_NE(showMade, nullptr);
    showMade->trigger();
    auto* shown = m_lab.find<QCheckBox>("lensShownSample");
    choose("adversary");
    EXPECT_TRUE(shown->isHidden()) << "there was nothing to show";
    const HostArray made = panel().result()->made;
    ASSERT_FALSE(made.values.empty());
    showMade->trigger();
    choose("saliency");
    EXPECT_TRUE(shown->isVisible());
    EXPECT_TRUE(shown->text().contains(QStringLiteral("Adversary"))) << shown->text().toStdString();
    ASSERT_FALSE(panel().result()->pictures.empty());
    EXPECT_EQ(panel().result()->pictures.front().values.values, made.values);
}

TEST_F(LensPanelTest, SavesPictureAndValues) {
    begin("digits-mlp");
    choose("confusion");
    for (const char* name : {"/c.png", "/c.csv"}) {
        m_lab.dialogs.nextFile = m_folder.path() + QLatin1String(name);
        for (QAction* action : panel().findChildren<QAction*>()) {
            if (action->text().contains(QLatin1String(name + 3), Qt::CaseInsensitive))
                action->trigger();
        }
        EXPECT_GT(QFile(m_lab.dialogs.nextFile).size(), 100) << name;
    }
}

} // namespace
} // namespace protomind
