// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/picture_file.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// In a folder of its own, which names are told from.
class PictureFile : public testing::Test {
protected:
    PictureFile() { QDir::setCurrent(m_folder.path()); }
    ~PictureFile() override { QDir::setCurrent(m_before); }

    static bool write(const QString& path) {
        const auto paint = [](QPainter& painter) { painter.fillRect(0, 0, 4, 4, Qt::red); };
        if (path.endsWith(QLatin1String(".png")))
            return writePng(path, {8, 8}, Qt::white, paint);
        if (path.endsWith(QLatin1String(".svg")))
            return writeSvg(path, {8, 8}, QStringLiteral("A square"), paint);
        return writeText(path, QStringLiteral("a,b\n1,2\n"));
    }

    const QString m_before = QDir::currentPath();
    QTemporaryDir m_folder;
};

TEST_F(PictureFile, IsWrittenUnderAnyNameThatAPersonMayType) {
    for (const char* ending : {".png", ".svg", ".csv"}) {
        for (const QString& name :
             {QStringLiteral("bare"), QStringLiteral("./dot"), QStringLiteral("two words"),
              QStringLiteral("Größe Übung ß"), QString(200, QLatin1Char('x'))}) {
            const QString path = name + QLatin1String(ending);
            for (int time = 0; time < 2; ++time)
                EXPECT_TRUE(write(path)) << path.toStdString();
            EXPECT_GT(QFile(m_folder.filePath(path)).size(), 0) << path.toStdString();
        }
    }
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 15); // and nothing else
}

TEST_F(PictureFile, SaysWhereItCannotBeWritten) {
    QDir().mkdir(QStringLiteral("folder.png"));
    EXPECT_FALSE(write(QStringLiteral("folder.png")));
    for (const char* ending : {".png", ".svg", ".csv"}) {
        EXPECT_FALSE(write(QStringLiteral("absent/a") + QLatin1String(ending)));
        EXPECT_FALSE(write(QString(300, QLatin1Char('x')) + QLatin1String(ending)));
    }
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
}

} // namespace
} // namespace protomind
