// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_gallery.h"
#include "desktop/app/data/data_options.h"
#include "desktop/app/data/loaded_data.h"
#include "desktop/app/laboratory.h"
#include "engine/image/image_bytes.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class OwnImagesTest : public testing::Test {
protected:
    OwnImagesTest()
        : m_lab(m_folder.path()) {
        for (int i = 0; i < 6; ++i) {
            put(QStringLiteral("cats/%1.png").arg(i), pngFile(plainImage(20, 10, {200, 0, 0})));
            put(QStringLiteral("dogs/%1.png").arg(i), pngFile(plainImage(20, 10, {0, 0, 200})));
        }
    }

    void put(const QString& name, const ImageBytes& bytes) {
        const QFileInfo info(pets() + QLatin1Char('/') + name);
        QDir().mkpath(info.path());
        QFile file(info.filePath());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    }
    [[nodiscard]] QString pets() const { return m_folder.filePath(QStringLiteral("my pets?")); }
    const std::string& data() { return m_lab.document.experiment().data; }
    void choose() {
        m_lab.dialogs.nextFolder = pets();
        auto* gallery = m_lab.find<DataGallery>("dataSet");
        emit gallery->chosen("images");
    }
    [[nodiscard]] QString notes() { return m_lab.find<QLabel>("dataNotes")->text(); }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(OwnImagesTest, AFolderIsChosenAndItsOptionsAreControls) {
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
    choose();
    const std::string chosen = "images:" + m_folder.path().toStdString() + "/my pets%3F";
    EXPECT_EQ(data(), chosen);
    ASSERT_TRUE(m_lab.until([&] { return notes().contains(QStringLiteral("scaled to 32 × 32")); }));
    EXPECT_TRUE(m_lab.find<QLabel>("dataCounts")->text().contains(QStringLiteral("12")));

    auto* size = m_lab.find<QDoubleSpinBox>("option.size");
    ASSERT_NE(size, nullptr);
    EXPECT_EQ(size->value(), 32);
    size->setValue(28);
    EXPECT_EQ(data(), chosen + "?size=28");
    auto* fit = m_lab.find<QComboBox>("option.fit");
    ASSERT_NE(fit, nullptr);
    fit->setCurrentIndex(1);
    emit fit->activated(1);
    EXPECT_EQ(data(), chosen + "?size=28&fit=pad");
    ASSERT_TRUE(m_lab.until([&] { return notes().contains(QStringLiteral("with black around")); }));
    m_lab.document.undoStack().undo();
    EXPECT_EQ(data(), chosen + "?size=28");
    EXPECT_EQ(fit->currentIndex(), 0);

    // Another folder keeps what was chosen of the options.
    m_lab.dialogs.nextFolder = m_folder.path();
    m_lab.find<QPushButton>("dataFolder")->click();
    EXPECT_EQ(data(), "images:" + m_folder.path().toStdString() + "?size=28");
}

TEST_F(OwnImagesTest, WhatWasLeftOutIsShownAndCanBeCopied) {
    for (int i = 0; i < 9; ++i)
        put(QStringLiteral("dogs/letter %1.jpg").arg(i), bytesOf("%PDF-1.4"));
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
    choose();
    auto* more = m_lab.find<QToolButton>("moreDataNotes");
    ASSERT_TRUE(m_lab.until([&] { return more->isVisible(); }));
    EXPECT_EQ(more->text(), QStringLiteral("and 9 more…"));
    EXPECT_EQ(notes().count(QLatin1Char('\n')), 2);
    more->click();
    auto* all = m_lab.find<QPlainTextEdit>("allDataNotes");
    EXPECT_TRUE(all->isVisible());
    EXPECT_EQ(all->toPlainText().count(QStringLiteral("It is a PDF document.")), 9);
    all->selectAll();
    EXPECT_TRUE(all->textCursor().selectedText().contains(QStringLiteral("letter 8.jpg")));
    more->click();
    EXPECT_FALSE(all->isVisible());
}

TEST_F(OwnImagesTest, ANetworkOfAnotherShapeIsToldAndMended) {
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    choose();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.document.analysis().problems.size() >= 2; }));
    std::size_t fixes = 0;
    for (const NetworkProblem& problem : m_lab.document.analysis().problems)
        fixes += problem.fixes.size();
    EXPECT_GE(fixes, 2u) << "for the input, and for the number of classes";
}

TEST(OwnImagesTextTest, FilesAndOptionsReadBackAsTheyWere) {
    for (const std::string text :
         {"images:/a folder/50%25%3F?size=64&fit=pad&colour=rgb", "images:صور", "images:"})
        EXPECT_EQ(DataChoice::parse(text).text(), text);
    EXPECT_EQ(DataChoice::parse("images:/a?size=32").text(), "images:/a") << "defaults are left out";
    EXPECT_EQ(DataChoice::parse("images:/a%3F").rest, "/a?");
}

} // namespace
} // namespace protomind
