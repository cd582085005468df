// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actions/usable.h"
#include "desktop/app/dialogs/recovery_dialog.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/selection.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace protomind {
namespace {

const std::set<QAccessible::Role> kControls{
    QAccessible::PushButton, QAccessible::CheckBox,   QAccessible::RadioButton,  QAccessible::ComboBox,
    QAccessible::SpinBox,    QAccessible::Slider,     QAccessible::EditableText, QAccessible::List,
    QAccessible::ListItem,   QAccessible::Table,      QAccessible::Cell,         QAccessible::ColumnHeader,
    QAccessible::Tree,       QAccessible::TreeItem,   QAccessible::PageTab,      QAccessible::MenuItem,
    QAccessible::Link,       QAccessible::ButtonMenu, QAccessible::Canvas};

/// As a screen reader walks through the window.
class NameWalk {
public:
    QStringList nameless;
    int controls = 0;

    void walk(QAccessibleInterface* at, const QString& path, QAccessible::Role owner) {
        if (at == nullptr || !at->isValid() || at->state().invisible || path.count(QLatin1Char('/')) > 40)
            return;
        const QString name = at->text(QAccessible::Name).trimmed();
        const QAccessible::Role role = at->role();
        const QObject* object = at->object();
        const QString here = path + QLatin1Char('/') + describe(at);
        // A line inside of a spin box or a list answers for its owner; so do bars that scroll.
        const bool part =
            owner == QAccessible::SpinBox || owner == QAccessible::ComboBox || role == QAccessible::ScrollBar;
        const bool control =
            (kControls.contains(role) || at->state().focusable) && role != QAccessible::Window;
        if (control && !part) {
            ++controls;
            if (name.isEmpty())
                nameless << here;
        }
        if (object != nullptr && object->inherits("QScrollBar"))
            return;
        for (int child = 0; child < at->childCount(); ++child)
            walk(at->child(child), here, role);
    }

private:
    static QString describe(QAccessibleInterface* at) {
        const QObject* object = at->object();
        return object == nullptr ? QString::number(int(at->role()))
                                 : QLatin1String(object->metaObject()->className()) + QLatin1Char(':') +
                                       object->objectName();
    }
};

class AccessibilityTest : public testing::Test {
protected:
    void expectNames(const char* where) { expectNamesIn(m_lab->window, where, 30); }
    static void expectNamesIn(QWidget& root, const char* where, int least) {
        QApplication::processEvents();
        NameWalk names;
        names.walk(QAccessible::queryAccessibleInterface(&root), {}, QAccessible::NoRole);
        EXPECT_TRUE(names.nameless.isEmpty()) << where << ":\n"
                                              << names.nameless.join(QLatin1Char('\n')).toStdString();
        EXPECT_GE(names.controls, least) << where;
    }
    using Look = std::function<void(QWidget& root, const char* where, int leastControls)>;
    /// Shows all that comes and goes, one after the other.
    void visit(const Look& look) {
        MainWindow& window = m_lab->window;
        m_lab->action("actionWelcome")->trigger();
        look(window, "welcome", 10);
        m_lab->action("actionWelcome")->trigger();
        m_lab->action("actionCommands")->trigger();
        look(window, "command palette", 30);
        auto* palette = m_lab->find<QWidget>("commandPalette");
        ASSERT_TRUE(palette->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        for (const auto& [action, name, controls] : {std::tuple("actionSettings", "settingsDialog", 4),
                                                     {"actionShortcuts", "shortcutsDialog", 20},
                                                     {"actionNewTemplate", "templateDialog", 6},
                                                     {"actionDevices", "devicesDialog", 3},
                                                     {"actionAbout", "aboutDialog", 1}}) {
            m_lab->action(action)->trigger();
            auto* dialog = m_lab->find<QDialog>(name);
            ASSERT_NE(dialog, nullptr) << name;
            look(*dialog, name, controls);
            dialog->reject();
            QApplication::processEvents();
        }
        RecoveryDialog recovery({{.name = QStringLiteral("digits.protomind"), .when = QStringLiteral("now")},
                                 {.name = QStringLiteral("old.protomind"),
                                  .when = QStringLiteral("yesterday"),
                                  .readable = false}},
                                &window);
        recovery.show();
        look(recovery, "recovery", 4);
        QTest::keyClick(&recovery, Qt::Key_Down);
        look(recovery, "damaged work", 4);
        recovery.reject();
        menus(look);
        ASSERT_TRUE(m_lab->until([&] { return m_lab->window.predictions().hasAnswer(); }));
        m_lab->find<QAbstractButton>("penButton")->click();
        look(window, "pen", 30);
        m_lab->find<QTabWidget>("sideTabs")->setCurrentIndex(1);
        const char* points = "points?data=-0.5,0.5,0;-0.3,0.2,0;0.4,-0.3,1;0.6,0.6,2";
        m_lab->document.undoStack().push(new SetDataText(m_lab->document, points));
        ASSERT_TRUE(m_lab->until([&] { return window.data() && window.data()->text == points; }));
        look(window, "points", 30);
        weights(look);
    }
    void menus(const Look& look) {
        NetworkView& canvas = m_lab->window.canvas();
        const Network& network = m_lab->document.network();
        const auto menu = [&](const char* where) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, canvas.viewport()->rect().center(),
                                    canvas.mapToGlobal(canvas.rect().center()));
            QApplication::sendEvent(canvas.viewport(), &event);
            QMenu* shown = nullptr;
            for (QMenu* candidate : canvas.findChildren<QMenu*>(QStringLiteral("canvasMenu")))
                shown = candidate->isVisible() ? candidate : shown;
            ASSERT_NE(shown, nullptr) << where;
            // Entries count by what they are: a display without a window manager may take the menu away at
            // once.
            EXPECT_GE(shown->actions().size(), 4) << where;
            for (const QAction* action : shown->actions())
                EXPECT_TRUE(action->isSeparator() || !action->text().isEmpty()) << where;
            look(*shown, where, 0);
            shown->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        canvas.reveal(network.layers()[1].id);
        menu("menu of a layer");
        canvas.reveal(network.wires()[0].id);
        menu("menu of a wire");
        canvas.actions().action(QStringLiteral("edit.selectAll"))->trigger();
        menu("menu of many");
        QTest::keyClick(&canvas, Qt::Key_Escape);
        menu("menu of the canvas");
    }
    void weights(const Look& look) {
        ASSERT_TRUE(m_lab->beginTemplate("playground"));
        NetworkView& canvas = m_lab->window.canvas();
        ASSERT_TRUE(m_lab->until([&] { return !canvas.live().weights().empty(); }));
        canvas.setFocus();
        canvas.reveal(m_lab->document.network().layers()[1].id);
        canvas.actions().action(QStringLiteral("go.weights"))->trigger();
        QTest::keyClick(&canvas, Qt::Key_Return);
        ASSERT_TRUE(canvas.live().weightCard().isEditing());
        look(canvas.live().weightCard(), "weight", 1);
    }
    void SetUp() override {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        ASSERT_TRUE(m_lab->startWith("digits-convnet"));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Laboratory> m_lab;
};

TEST_F(AccessibilityTest, NoControlOfTheWindowIsWithoutAName) {
    MainWindow& window = m_lab->window;
    expectNames("canvas");
    for (QTabWidget* tabs : window.findChildren<QTabWidget*>())
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            expectNames(tabs->tabText(tab).toUtf8().constData());
        }
    for (const Layer& layer : m_lab->document.network().layers()) {
        window.canvas().reveal(layer.id);
        expectNames(layer.type.c_str());
    }
    m_lab->document.undoStack().push(new AddLayer(m_lab->document, "dense", {}));
    window.canvas().reveal(m_lab->document.network().layers().back().id);
    expectNames("a layer with a problem");
    window.canvas().findLayer(QStringLiteral("d"));
    expectNames("finder");
    window.findChild<NetworkEditor*>()->tableAction()->trigger();
    expectNames("table");
}

TEST_F(AccessibilityTest, NoControlThatComesAndGoesIsWithoutAName) {
    visit([](QWidget& root, const char* where, int least) { expectNamesIn(root, where, least); });
}

/// Gathers what is disabled and says nothing about it.
class ReasonWalk {
public:
    QStringList silent;

    void walk(QWidget& window) {
        for (QAction* action : window.findChildren<QAction*>())
            if (!action->isEnabled() && action->isVisible() && !action->isSeparator() &&
                !action->text().isEmpty() && obstacle(*action).isEmpty() &&
                !explains(action->text(), action->toolTip()))
                silent << action->objectName() + QLatin1Char(' ') + action->text();
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QAbstractSpinBox*>(widget) ||
                                 qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QLineEdit*>(widget);
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool partOfAnother = widget->objectName().startsWith(QLatin1String("qt_")) ||
                                       widget->inherits("QScrollBar") ||
                                       widget->inherits("QToolBarExtension") ||
                                       qobject_cast<QTabBar*>(widget->parentWidget()) != nullptr ||
                                       qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
            if (!control || partOfAnother || widget->isEnabled() || !widget->isVisible())
                continue;
            if (!explains(button ? button->text() : QString(), widget->toolTip()))
                silent << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                              widget->objectName();
        }
    }

private:
    static bool explains(const QString& label, const QString& tip) { return tip.size() > label.size() + 10; }
};

TEST_F(AccessibilityTest, NothingIsDisabledWithoutSayingWhy) {
    const auto expectReasons = [this](const char* where) {
        ReasonWalk reasons;
        reasons.walk(m_lab->window);
        EXPECT_TRUE(reasons.silent.isEmpty()) << where << ":\n"
                                              << reasons.silent.join(QLatin1Char('\n')).toStdString();
    };
    expectReasons("a template");
    for (QTabWidget* tabs : m_lab->window.findChildren<QTabWidget*>())
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            expectReasons(tabs->tabText(tab).toUtf8().constData());
        }
    m_lab->window.canvas().reveal(m_lab->document.network().layers()[1].id);
    expectReasons("a layer selected");
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->untilState(RunState::Training));
    expectReasons("training");
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->until([&] { return m_lab->run.state() != RunState::Training; }));
    m_lab->action("actionNewEmpty")->trigger();
    expectReasons("empty");
    EXPECT_TRUE(m_lab->action("actionUndo")->toolTip().contains(QStringLiteral("nothing to undo")));
}

TEST_F(AccessibilityTest, NothingThatComesAndGoesIsDisabledWithoutSayingWhy) {
    visit([](QWidget& root, const char* where, int) {
        QApplication::processEvents();
        ReasonWalk reasons;
        reasons.walk(root);
        if (const auto* menu = qobject_cast<QMenu*>(&root)) {
            for (QAction* action : menu->actions())
                EXPECT_TRUE(action->isEnabled() || action->isSeparator() || !obstacle(*action).isEmpty())
                    << where << ": " << action->text().toStdString();
        }
        EXPECT_TRUE(reasons.silent.isEmpty()) << where << ":\n"
                                              << reasons.silent.join(QLatin1Char('\n')).toStdString();
    });
}

TEST_F(AccessibilityTest, TheTitleIsMarkedUntilTheWorkIsSavedOrUndone) {
    EXPECT_FALSE(m_lab->window.isWindowModified());
    m_lab->document.undoStack().push(new AddLayer(m_lab->document, "dense", {}));
    EXPECT_TRUE(m_lab->window.isWindowModified());
    EXPECT_TRUE(m_lab->window.windowTitle().contains(QStringLiteral("[*]")));
    m_lab->action("actionUndo")->trigger();
    EXPECT_FALSE(m_lab->window.isWindowModified());
    m_lab->action("actionRedo")->trigger();
    EXPECT_TRUE(m_lab->window.isWindowModified());
    m_lab->dialogs.nextFile = m_folder.filePath(QStringLiteral("mine.protomind"));
    m_lab->action("actionSave")->trigger();
    ASSERT_TRUE(m_lab->until([&] { return !m_lab->window.isWindowModified(); }));
    m_lab->action("actionUndo")->trigger();
    EXPECT_TRUE(m_lab->window.isWindowModified());
}

} // namespace
} // namespace protomind
