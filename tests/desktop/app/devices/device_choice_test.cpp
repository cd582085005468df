// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_bench.h"
#include "desktop/app/devices/device_choice.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace protomind {
namespace {

class DeviceChoiceTest : public DeviceBench {
protected:
    void SetUp() override {
        DeviceBench::SetUp();
        m_choice = std::make_unique<DeviceChoice>(m_document, m_catalogue);
    }
    void show() {
        m_choice->show();
        ASSERT_TRUE(untilSettled(*m_choice));
        ASSERT_TRUE(untilTested());
    }
    [[nodiscard]] QStringList titles() const {
        QStringList titles;
        for (int i = 0; i < m_choice->list().count(); ++i)
            titles << m_choice->list().itemText(i);
        return titles;
    }
    [[nodiscard]] QString note() const {
        return m_choice->findChild<QLabel*>(QStringLiteral("deviceNote"))->text();
    }
    [[nodiscard]] bool canChoose(const char* device) const {
        const QComboBox& list = m_choice->list();
        const QModelIndex index = list.model()->index(list.findData(QLatin1String(device)), 0);
        return index.flags().testFlag(Qt::ItemIsEnabled);
    }

    std::unique_ptr<DeviceChoice> m_choice;
};

TEST_F(DeviceChoiceTest, AsksForDevicesWhenItIsSeenAndListsThemByName) {
    EXPECT_EQ(titles(), (QStringList{QStringLiteral("Automatic"), QStringLiteral("Processor")}));
    EXPECT_EQ(m_catalogue.listing(), DeviceCatalogue::Listing::NotAsked);
    show();
    EXPECT_EQ(titles(), (QStringList{QStringLiteral("Automatic"), QStringLiteral("Processor"),
                                     QStringLiteral("Fancy Card")}));
    EXPECT_EQ(m_choice->list().currentText(), QStringLiteral("Processor"));
    EXPECT_EQ(m_document.undoStack().count(), 0) << "looking at it is no step";
    EXPECT_EQ(m_fake.asked(), QStringList{QStringLiteral("--list")}) << "and tests nothing";
}

TEST_F(DeviceChoiceTest, AChoiceByTheKeyboardIsAStepThatCanBeUndone) {
    show();
    m_choice->list().setFocus();
    QTest::keyClick(&m_choice->list(), Qt::Key_Down);
    EXPECT_EQ(chosen(), "opencl:0");
    QTest::keyClick(&m_choice->list(), Qt::Key_Up);
    QTest::keyClick(&m_choice->list(), Qt::Key_Up);
    EXPECT_EQ(chosen(), "auto");
    EXPECT_EQ(m_document.undoStack().count(), 1) << "one visit";
    m_document.undoStack().undo();
    EXPECT_EQ(chosen(), "cpu");
    EXPECT_EQ(m_choice->list().currentText(), QStringLiteral("Processor"));
    m_document.undoStack().redo();
    EXPECT_EQ(chosen(), "auto");
    EXPECT_EQ(m_choice->list().currentText(), QStringLiteral("Automatic"));
}

TEST_F(DeviceChoiceTest, KeepsAndShowsANameThatTheMachineLacks) {
    open("opencl:7");
    EXPECT_FALSE(titles().last().contains(QStringLiteral("not on this machine"))) << "nobody knows yet";
    EXPECT_TRUE(titles().last().contains(QStringLiteral("opencl:7")));
    show();
    EXPECT_EQ(chosen(), "opencl:7");
    EXPECT_TRUE(m_choice->list().currentText().contains(QStringLiteral("opencl:7")));
    EXPECT_TRUE(m_choice->list().currentText().endsWith(QStringLiteral("not on this machine")));
    EXPECT_FALSE(note().isEmpty());
    choose("cpu");
    EXPECT_EQ(titles().size(), 3);
    EXPECT_TRUE(note().isEmpty());
}

TEST_F(DeviceChoiceTest, TheFirstDeviceHasTwoNames) {
    open("opencl");
    show();
    EXPECT_EQ(m_choice->list().currentText(), QStringLiteral("Fancy Card"));
    EXPECT_EQ(titles().size(), 3);
    EXPECT_EQ(chosen(), "opencl");
}

TEST_F(DeviceChoiceTest, WhatFailedItsTestCanNotBeChosen) {
    show();
    EXPECT_TRUE(canChoose("opencl:0"));
    m_fake.answer("--device opencl:0", QLatin1String(FakeProgram::kCrash));
    m_catalogue.test(QStringLiteral("auto"));
    ASSERT_TRUE(untilTested());
    EXPECT_FALSE(canChoose("opencl:0"));
    EXPECT_TRUE(canChoose("cpu"));
    m_choice->list().setFocus();
    QTest::keyClick(&m_choice->list(), Qt::Key_Down);
    EXPECT_EQ(chosen(), "cpu");
    choose("opencl:0"); // As a file has it.
    EXPECT_TRUE(note().contains(m_catalogue.find(QStringLiteral("opencl:0"))->trouble));
}

TEST_F(DeviceChoiceTest, TwoCardsOfOneNameAreToldApart) {
    m_fake.answer("--list",
                  FakeProgram::found() +
                      QStringLiteral(R"(echo '{"event":"found","id":"opencl:1","name":"Fancy Card"}'; )") +
                      QLatin1String(FakeProgram::kResult));
    show();
    EXPECT_EQ(titles().mid(2),
              (QStringList{QStringLiteral("Fancy Card (1)"), QStringLiteral("Fancy Card (2)")}));
}

TEST_F(DeviceChoiceTest, TheButtonAsksForTheComparison) {
    show();
    const QSignalSpy wanted(m_choice.get(), &DeviceChoice::compareWanted);
    QTest::mouseClick(m_choice->findChild<QPushButton*>(QStringLiteral("deviceCompare")), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
}

} // namespace
} // namespace protomind
