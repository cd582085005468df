// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in languages that need more room than English: nothing may be cut off.
#include "desktop/app/laboratory.h"
#include "desktop/app/translation/cut_off.h"
#include "desktop/app/translation/translation.h"

#include <QDialog>
#include <QDir>
#include <QTabWidget>

#include <gtest/gtest.h>

#include <memory>

namespace protomind {
namespace {

struct Setting {
    const char* language;
    QSize size;
    double type;
    bool projector;
};

void PrintTo(const Setting& setting, std::ostream* out) {
    *out << setting.language << ' ' << setting.size.width() << " type " << setting.type;
}

class CutOffTest : public testing::TestWithParam<Setting> {
protected:
    CutOffTest()
        : m_translation(QLatin1String(GetParam().language)) {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        m_lab->theme.setTypeScale(GetParam().type);
        m_lab->theme.setProjector(GetParam().projector);
    }
    void TearDown() override { m_lab->theme.setProjector(false); }
    void settle(QWidget& window) {
        window.resize(GetParam().size.boundedTo(
            window.isWindow() && qobject_cast<QDialog*>(&window) ? window.size() : GetParam().size));
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
    }
    void inspect(QWidget& window, const char* where) {
        settle(window);
        // For people to look at.
        if (const QString folder = qEnvironmentVariable("PROTOMIND_SCREENSHOT_DIR"); !folder.isEmpty()) {
            QDir().mkpath(folder);
            window.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                                   .arg(folder, QLatin1String(GetParam().language), QLatin1String(where))
                                   .arg(GetParam().size.width())
                                   .arg(int(GetParam().type * 100) + (GetParam().projector ? 1 : 0)));
        }
        for (const QString& line : cutOffIn(window))
            ADD_FAILURE() << where << ": " << line.toStdString();
        EXPECT_LE(window.minimumSizeHint().width(), GetParam().size.width()) << where;
        EXPECT_LE(window.minimumSizeHint().height(), GetParam().size.height()) << where;
    }
    void inspectDialog(const char* action, const char* name) {
        m_lab->action(action)->trigger();
        auto* dialog = m_lab->find<QDialog>(name);
        ASSERT_NE(dialog, nullptr) << name;
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
    inspectDialog("actionAbout", "aboutDialog");
}

INSTANTIATE_TEST_SUITE_P(
    Languages, CutOffTest,
    testing::Values(Setting{"en", {1024, 768}, 1, false}, Setting{"de", {1024, 768}, 1, false},
                    Setting{"de", {1600, 1000}, 1.5, false}, Setting{"en", {1600, 1000}, 1, true},
                    Setting{"pseudo", {1024, 768}, 1, false}, Setting{"pseudo", {1600, 1000}, 1.2, false}),
    [](const auto& test) {
        return std::string(test.param.language) + std::to_string(test.param.size.width()) + "Type" +
               std::to_string(int(test.param.type * 100)) + (test.param.projector ? "Projector" : "");
    });

} // namespace
} // namespace protomind
