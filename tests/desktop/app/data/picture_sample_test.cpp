// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/picture_sample.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace protomind {
namespace {

QImage filled(QSize size, const QColor& colour) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

float at(const HostArray& sample, int y, int x, int channel = 0) {
    return sample.values[static_cast<std::size_t>((y * sample.shape[1] + x) * sample.shape[2] + channel)];
}

TEST(SampleOfPicture, KeepsTheColoursOfOneAsLargeAsASample) {
    QImage picture(3, 2, QImage::Format_RGB32);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 3; ++x)
            picture.setPixel(x, y, qRgb(10 * x, 20 * y, 255));
    const HostArray sample = sampleOfPicture(picture, Shape{2, 3, 3}, false);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 3; ++x) {
            EXPECT_EQ(at(sample, y, x, 0), static_cast<float>(10 * x) / 255);
            EXPECT_EQ(at(sample, y, x, 1), static_cast<float>(20 * y) / 255);
            EXPECT_EQ(at(sample, y, x, 2), 1.0f);
        }
}

TEST(SampleOfPicture, KeepsProportionsOnAGroundOfItsCorners) {
    QImage wide = filled({40, 10}, QColor(0, 255, 0));
    for (int x = 10; x < 30; ++x)
        for (int y = 2; y < 8; ++y)
            wide.setPixelColor(x, y, Qt::red);
    const HostArray sample = sampleOfPicture(wide, Shape{20, 20, 3}, false);
    EXPECT_EQ(at(sample, 0, 10, 1), 1.0f); // above it: its ground
    EXPECT_EQ(at(sample, 19, 10, 1), 1.0f);
    EXPECT_GT(at(sample, 10, 10, 0), 0.9f); // its middle
    EXPECT_LT(at(sample, 10, 10, 1), 0.1f);
}

TEST(SampleOfPicture, TurnsInkOnPaperToWhatTheDataHave) {
    QImage ink = filled({28, 28}, Qt::white);
    ink.setPixelColor(14, 14, Qt::black);
    EXPECT_EQ(at(sampleOfPicture(ink, Shape{28, 28, 1}, false), 14, 14), 1.0f);
    EXPECT_EQ(at(sampleOfPicture(ink, Shape{28, 28, 1}, true), 14, 14), 0.0f);
    EXPECT_EQ(at(sampleOfPicture(ink, Shape{28, 28, 1}, true), 0, 0), 1.0f);
    // Colours mean something: they stay.
    EXPECT_EQ(at(sampleOfPicture(ink, Shape{28, 28, 3}, false), 0, 0), 1.0f);
}

TEST(SampleOfPicture, WhatShinesThroughIsWhite) {
    QImage clear(4, 4, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    EXPECT_EQ(at(sampleOfPicture(clear, Shape{4, 4, 3}, true), 1, 1), 1.0f);
}

TEST(ReadPicture, GivesWhatWasWrittenAndRefusesWhatIsNone) {
    const QTemporaryDir folder;
    const QString good = folder.filePath(QStringLiteral("good.png"));
    ASSERT_TRUE(filled({5, 4}, Qt::blue).save(good));
    const auto read = readPicture(good);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->size(), QSize(5, 4));
    EXPECT_EQ(read->pixelColor(1, 1), QColor(Qt::blue));

    const QString bad = folder.filePath(QStringLiteral("bad.png"));
    QFile file(bad);
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    file.write("\x89PNG and nothing more");
    file.close();
    EXPECT_FALSE(readPicture(bad));
    EXPECT_FALSE(readPicture(folder.filePath(QStringLiteral("none.png"))));
}

TEST(ReadPicture, IsNoLargerThanASampleNeeds) {
    const QTemporaryDir folder;
    const QString large = folder.filePath(QStringLiteral("large.png"));
    ASSERT_TRUE(filled({3000, 1500}, Qt::blue).save(large));
    const auto read = readPicture(large);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->size(), QSize(1024, 512));
}

/// A few bytes that say they are a picture of many gigabytes.
TEST(ReadPicture, RefusesTooManyPixelsBeforeTheyAreRead) {
    const QTemporaryDir folder;
    const QString huge = folder.filePath(QStringLiteral("huge.bmp"));
    QByteArray bytes("BM");
    const auto add = [&bytes](quint32 value, int size) {
        for (int i = 0; i < size; ++i)
            bytes.append(static_cast<char>(value >> (8 * i)));
    };
    for (const quint32 value : {54u, 0u, 54u, 40u, 16000u, 16000u})
        add(value, 4);
    add(1, 2);
    add(24, 2);
    for (int i = 0; i < 6; ++i)
        add(0, 4);
    QFile file(huge);
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    file.write(bytes);
    file.close();
    const auto read = readPicture(huge);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().sentence.text(), "The picture is too large to be read.");
}

} // namespace
} // namespace protomind
