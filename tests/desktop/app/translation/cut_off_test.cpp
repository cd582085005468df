// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in languages that need more room than English: nothing may be cut off.
#include "desktop/app/dialogs/recovery_dialog.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/translation/cut_off.h"
#include "desktop/app/translation/painted_text.h"
#include "desktop/app/translation/translation.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_scene.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QLocale>
#include <QTabWidget>

#include <gtest/gtest.h>

#include <memory>

namespace protomind {
namespace {

struct Setting {
    const char* language;
    QSize size;
    double type = 1;
    bool projector = false;
    ThemeKind kind = ThemeKind::Light;
};

void PrintTo(const Setting& setting, std::ostream* out) {
    *out << setting.language << ' ' << setting.size.width() << " type " << setting.type
         << (setting.projector ? " projector" : "")
         << (setting.kind == ThemeKind::HighContrast ? " high contrast" : "");
}

class CutOffTest : public testing::TestWithParam<Setting> {
protected:
    CutOffTest()
        : m_translation(QLatin1String(GetParam().language)) {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        m_lab->theme.apply(GetParam().kind);
        m_lab->theme.setTypeScale(GetParam().type);
        m_lab->theme.setProjector(GetParam().projector);
    }
    void TearDown() override {
        m_lab->theme.setProjector(false);
        m_lab->theme.apply(ThemeKind::Light);
    }
    void settle(QWidget& window) {
        window.resize(GetParam().size.boundedTo(
            window.isWindow() && qobject_cast<QDialog*>(&window) ? window.size() : GetParam().size));
        ASSERT_TRUE(untilSettled(window));
    }
    void inspect(QWidget& window, const char* where) {
        settle(window);
        // For people to look at.
        if (const QString folder = qEnvironmentVariable("PROTOMIND_SCREENSHOT_DIR"); !folder.isEmpty()) {
            QDir().mkpath(folder);
            window.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                                   .arg(folder, QLatin1String(GetParam().language), QLatin1String(where))
                                   .arg(GetParam().size.width())
                                   .arg(int(GetParam().type * 100) + (GetParam().projector ? 1 : 0) +
                                        (GetParam().kind == ThemeKind::HighContrast ? 2 : 0)));
        }
        QStringList found = cutOffIn(window) + paintedCutOffIn(window);
        if (&window == &m_lab->window && m_lab->window.canvas().isVisible())
            for (const auto& [layer, card] : m_lab->window.canvas().networkScene().layerItems())
                found += paintedCutOffOn(*card, m_lab->window.canvas().zoom());
        // Qt breaks the lines below an icon at a width that it rounds down once more when it paints them. The
        // names of data in true languages must fit all the same; the accents of the pseudo-language may be
        // cut.
        if (QLatin1String(GetParam().language) == QLatin1String("pseudo"))
            found.removeIf([](const QString& line) { return line.contains(QLatin1String("DataGallery")); });
        for (const QString& line : found)
            ADD_FAILURE() << where << ": " << line.toStdString();
        EXPECT_LE(window.minimumSizeHint().width(), GetParam().size.width()) << where;
        EXPECT_LE(window.minimumSizeHint().height(), GetParam().size.height()) << where;
    }
    void inspectDialog(const char* action, const char* name) {
        m_lab->action(action)->trigger();
        auto* dialog = m_lab->find<QDialog>(name);
        ASSERT_NE(dialog, nullptr) << name;
        ASSERT_TRUE(untilSettled(*dialog)) << name;
        EXPECT_GE(dialog->height(), dialog->minimumSizeHint().height()) << name;
        inspect(*dialog, name);
        dialog->reject();
        QApplication::processEvents();
    }

    QTemporaryDir m_folder;
    Translation m_translation;
    std::unique_ptr<Laboratory> m_lab;
};

TEST_P(CutOffTest, Window) {
    ASSERT_TRUE(m_lab->startWith("digits-convnet"));
    ASSERT_TRUE(m_lab->until([&] { return m_lab->window.data() != nullptr; }));
    auto* tabs = m_lab->find<QTabWidget>("sideTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        inspect(m_lab->window, ("tab" + std::to_string(tab)).c_str());
    }
    tabs->setCurrentIndex(0);
    m_lab->window.canvas().reveal(m_lab->document.network().layers()[1].id);
    inspect(m_lab->window, "layer");
    m_lab->window.canvas().findLayer(QStringLiteral("p"));
    inspect(m_lab->window, "finder");
    m_lab->action("actionNewEmpty")->trigger();
    m_lab->action("actionTrain")->trigger();
    inspect(m_lab->window, "obstacle");
}

TEST_P(CutOffTest, WelcomeAndDialogs) {
    m_lab->preferences.setWelcomeClosed(false);
    m_lab->window.start();
    inspect(m_lab->window, "welcome");
    m_lab->action("actionCommands")->trigger();
    inspect(m_lab->window, "commands");
    inspectDialog("actionSettings", "settingsDialog");
    inspectDialog("actionShortcuts", "shortcutsDialog");
    inspectDialog("actionNewTemplate", "templateDialog");
    inspectDialog("actionDevices", "devicesDialog");
    inspectDialog("actionAbout", "aboutDialog");
}

TEST_P(CutOffTest, TableHistoryAndProblems) {
    ASSERT_TRUE(m_lab->startWith("digits-convnet"));
    ASSERT_TRUE(m_lab->until([&] { return m_lab->window.data() != nullptr; }));
    MainWindow& window = m_lab->window;
    for (const char* type : {"dense", "convolution", "dropout"})
        m_lab->document.undoStack().push(new AddLayer(m_lab->document, type, {0, 400}));
    auto* left = m_lab->find<QTabWidget>("leftTabs");
    for (int tab = 0; tab < left->count(); ++tab) {
        left->setCurrentIndex(tab);
        inspect(window, ("left" + std::to_string(tab)).c_str());
    }
    window.canvas().reveal(m_lab->document.network().layers().back().id);
    window.canvas().fit();
    inspect(window, "layerWithProblem");
    m_lab->find<QAbstractButton>("problemButton")->click();
    inspect(window, "problems");
    window.findChild<NetworkEditor*>()->tableAction()->trigger();
    inspect(window, "table");
}

TEST_P(CutOffTest, PenAndPoints) {
    ASSERT_TRUE(m_lab->startWith("digits-mlp"));
    ASSERT_TRUE(m_lab->until([&] { return m_lab->window.predictions().hasAnswer(); }));
    m_lab->find<QAbstractButton>("penButton")->click();
    inspect(m_lab->window, "pen");
    const char* points = "points?data=-0.5,0.5,0;-0.3,0.2,0;0.4,-0.3,1;0.6,0.6,2";
    m_lab->document.undoStack().push(new SetDataText(m_lab->document, points));
    ASSERT_TRUE(m_lab->until([&] { return m_lab->window.data() && m_lab->window.data()->text == points; }));
    m_lab->find<QTabWidget>("sideTabs")->setCurrentIndex(1);
    inspect(m_lab->window, "points");
}

TEST_P(CutOffTest, WeightsAndPictures) {
    ASSERT_TRUE(m_lab->startWith("playground"));
    NetworkView& canvas = m_lab->window.canvas();
    ASSERT_TRUE(m_lab->until([&] { return !canvas.live().weights().empty(); }));
    settle(m_lab->window);
    canvas.reveal(m_lab->document.network().layers()[1].id);
    canvas.setFocus();
    settle(m_lab->window);
    canvas.openWeights();
    ASSERT_TRUE(canvas.live().weightCard().isVisible());
    inspect(m_lab->window, "weights");
    canvas.openPicture();
    ASSERT_TRUE(canvas.live().largePicture().isVisible());
    inspect(m_lab->window, "picture");
    const QRect picture = canvas.live().largePicture().geometry();
    EXPECT_TRUE(canvas.rect().contains(picture)) << picture.height() << " of " << canvas.height();
}

TEST_P(CutOffTest, Recovery) {
    const QString when =
        QLocale().toString(QDateTime(QDate(2026, 9, 23), QTime(14, 35)), QLocale::ShortFormat);
    RecoveryDialog dialog({{.name = QStringLiteral("digits with a rather long name.protomind"),
                            .place = QStringLiteral("/home/somebody/documents/school/laboratory"),
                            .when = when},
                           {.name = QStringLiteral("spiral.protomind"),
                            .place = QStringLiteral("/home/somebody"),
                            .when = when},
                           {.name = QStringLiteral("moons.protomind"), .when = when, .readable = false}},
                          &m_lab->window);
    dialog.show();
    inspect(dialog, "recovery");
}

INSTANTIATE_TEST_SUITE_P(
    Languages, CutOffTest,
    testing::Values(Setting{"en", {1024, 768}}, Setting{"de", {1024, 768}}, Setting{"de", {1600, 1000}, 1.5},
                    Setting{"en", {1024, 768}, 1, true}, Setting{"de", {1024, 768}, 1, true},
                    Setting{"en", {1600, 1000}, 1, true},
                    Setting{"en", {1024, 768}, 1, false, ThemeKind::HighContrast},
                    Setting{"de", {1024, 768}, 1, false, ThemeKind::HighContrast},
                    Setting{"pseudo", {1024, 768}}, Setting{"pseudo", {1600, 1000}, 1.2}),
    [](const auto& test) {
        return std::string(test.param.language) + std::to_string(test.param.size.width()) + "Type" +
               std::to_string(int(test.param.type * 100)) + (test.param.projector ? "Projector" : "") +
               (test.param.kind == ThemeKind::HighContrast ? "HighContrast" : "");
    });

} // namespace
} // namespace protomind
