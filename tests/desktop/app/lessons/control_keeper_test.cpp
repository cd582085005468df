// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/lessons/control_keeper.h"
#include "studio/course/controls.h"

#include <QSlider>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ControlKeeperTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        m_keeper = std::make_unique<ControlKeeper>(m_lab->window);
    }
    template<class Widget = QWidget>
    Widget* find(const char* name) {
        return m_lab->window.findChild<Widget*>(QLatin1String(name));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Laboratory> m_lab;
    std::unique_ptr<ControlKeeper> m_keeper;
};

TEST_F(ControlKeeperTest, EveryNameThatALessonMayUseIsFound) {
    for (const LessonControl& control : lessonControls()) {
        const QString name = QString::fromStdString(control.name);
        if (name == QLatin1String("scene"))
            continue; // It is not shown without a lesson.
        EXPECT_NE(m_keeper->reveal(name), nullptr) << control.name;
    }
    EXPECT_EQ(m_keeper->reveal(QStringLiteral("no such control")), nullptr);
}

TEST_F(ControlKeeperTest, WhatIsLockedSaysWhyAndIsGivenBack) {
    auto* box = find("training-learning_rate");
    ASSERT_NE(box, nullptr);
    const QString usual = box->toolTip();
    auto* die = m_lab->action("actionRollSeed");
    m_keeper->lock(QStringLiteral("learning-rate"), QStringLiteral("Because."));
    m_keeper->lock(QStringLiteral("die"), QStringLiteral("Because."));
    EXPECT_FALSE(box->isEnabled());
    EXPECT_EQ(box->toolTip(), QStringLiteral("Because."));
    EXPECT_FALSE(die->isEnabled());
    EXPECT_TRUE(die->toolTip().contains(QStringLiteral("Because.")));
    m_keeper->release();
    EXPECT_TRUE(box->isEnabled());
    EXPECT_EQ(box->toolTip(), usual);
    EXPECT_TRUE(die->isEnabled());
    EXPECT_FALSE(die->toolTip().contains(QStringLiteral("Because.")));
}

TEST_F(ControlKeeperTest, WhatIsLockedCantBeSetElsewhereEither) {
    for (const auto& [control, option] :
         {std::pair{"batch-size", "option.batch_size"}, std::pair{"validation", "option.validation"}}) {
        auto* box = find(option);
        ASSERT_NE(box, nullptr) << option;
        auto* slider = box->parentWidget()->findChild<QSlider*>();
        m_keeper->lock(QLatin1String(control), QStringLiteral("Because."));
        EXPECT_FALSE(box->isEnabled()) << option;
        EXPECT_FALSE(slider->isEnabled()) << option;
        m_keeper->release();
        EXPECT_TRUE(box->isEnabled() && slider->isEnabled()) << option;
        m_keeper->hide(QLatin1String(control));
        EXPECT_TRUE(box->parentWidget()->isHidden()) << option;
        m_keeper->release();
        EXPECT_FALSE(box->parentWidget()->isHidden()) << option;
    }
}

TEST_F(ControlKeeperTest, WithTheLastTabGoesTheWholePanel) {
    auto* tabs = find<QTabWidget>("sideTabs");
    ASSERT_NE(tabs, nullptr);
    m_keeper->hide(QStringLiteral("data"));
    EXPECT_TRUE(tabs->isVisible());
    EXPECT_EQ(m_keeper->reveal(QStringLiteral("data")), nullptr);
    m_keeper->hide(QStringLiteral("curves"));
    m_keeper->hide(QStringLiteral("predictions"));
    EXPECT_FALSE(find("lower")->isVisible());
    m_keeper->release();
    EXPECT_TRUE(find("lower")->isVisible());
    EXPECT_NE(m_keeper->reveal(QStringLiteral("data")), nullptr);
}

} // namespace
} // namespace protomind
