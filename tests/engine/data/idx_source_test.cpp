// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_folder.h"
#include "engine/data/idx_source.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>

#include "source_folder.h"

namespace protomind {
namespace {

using testing::HasSubstr;

Bytes pixels(std::size_t count) {
    Bytes result(count);
    std::iota(result.begin(), result.end(), std::uint8_t{0});
    return result;
}

/// The four files of a small set: five training and two test images of 2 x 3 pixels, three classes.
struct Files {
    Bytes trainImages = idxBytes({5, 2, 3}, pixels(30));
    Bytes trainLabels = idxBytes({5}, {0, 1, 2, 1, 0});
    Bytes testImages = idxBytes({2, 2, 3}, pixels(12));
    Bytes testLabels = idxBytes({2}, {2, 0});

    void write(const ScratchFolder& folder) const {
        folder.write("train-images-idx3-ubyte", trainImages);
        folder.write("train-labels-idx1-ubyte", trainLabels);
        folder.write("t10k-images-idx3-ubyte", testImages);
        folder.write("t10k-labels-idx1-ubyte", testLabels);
    }
};

std::string sourceText(const ScratchFolder& folder) {
    return "idx:" + folder.path().string();
}

Problem problemOf(const Files& files) {
    const ScratchFolder folder;
    files.write(folder);
    const auto source = openData(sourceText(folder), 7);
    return source ? Problem{} : source.error();
}

TEST(IdxSource, OpensBothSplits) {
    const ScratchFolder folder;
    Files().write(folder);
    const DataSource source = opened(sourceText(folder));
    EXPECT_EQ(source.text, sourceText(folder));
    const DataDescription& description = source.training->description();
    EXPECT_EQ(description.name, folder.path().filename().string());
    EXPECT_EQ(description.sampleShape, (Shape{2, 3, 1}));
    EXPECT_EQ(description.targetKind, TargetKind::Class);
    EXPECT_THAT(description.classNames, testing::ElementsAre("0", "1", "2"));
    const WholeSet training(*source.training);
    EXPECT_THAT(training.targets, testing::ElementsAre(0.0f, 1.0f, 2.0f, 1.0f, 0.0f));
    for (std::size_t i = 0; i < training.samples.size(); ++i)
        EXPECT_EQ(training.samples[i], static_cast<float>(i) / 255.0f);
    EXPECT_THAT(WholeSet(*source.test).targets, testing::ElementsAre(2.0f, 0.0f));
}

TEST(IdxSource, FindsTheNamesThatMnistGoesBy) {
    const Files files;
    const ScratchFolder folder;
    folder.write("train-images.idx3-ubyte", files.trainImages);
    folder.write("train-labels.idx1-ubyte.gz", gzipped(files.trainLabels));
    folder.write("t10k-images-idx3-ubyte.gz", gzipped(files.testImages));
    folder.write("t10k-labels-idx1-ubyte", files.testLabels);
    const DataSource source = opened(sourceText(folder) + "/");
    EXPECT_EQ(source.training->size(), 5);
    EXPECT_EQ(source.test->size(), 2);
    EXPECT_EQ(source.training->description().name, folder.path().filename().string());
}

TEST(IdxSource, FindsNamesInCapitals) {
    const Files files;
    const ScratchFolder folder;
    folder.write("TRAIN-IMAGES.IDX3-UBYTE", files.trainImages);
    folder.write("train-labels-idx1-ubyte.GZ", gzipped(files.trainLabels));
    folder.write("T10K-Images-idx3-ubyte", files.testImages);
    folder.write("t10k-labels-idx1-ubyte.Gz", gzipped(files.testLabels));
    const DataSource source = opened(sourceText(folder));
    EXPECT_EQ(source.training->size(), 5);
    EXPECT_EQ(source.test->size(), 2);
}

TEST(IdxSource, NeedsNoTestSplit) {
    const Files files;
    const ScratchFolder folder;
    folder.write("train-images-idx3-ubyte", files.trainImages);
    folder.write("train-labels-idx1-ubyte", files.trainLabels);
    EXPECT_EQ(opened(sourceText(folder)).test, nullptr);
}

TEST(IdxSource, RefusesAFolderWithoutItsFiles) {
    const ScratchFolder folder;
    for (const std::string& text :
         {std::string("idx:"), sourceText(folder), sourceText(folder) + "/nowhere"}) {
        const auto source = openData(text, 7);
        ASSERT_FALSE(source) << text;
        EXPECT_EQ(source.error().kind, ProblemKind::Input);
    }
    folder.write("train-images-idx3-ubyte", Files().trainImages);
    const auto halfTraining = openData(sourceText(folder), 7);
    ASSERT_FALSE(halfTraining);
    EXPECT_THAT(halfTraining.error().sentence, HasSubstr("train-labels"));
    folder.write("train-labels-idx1-ubyte", Files().trainLabels);
    folder.write("t10k-labels-idx1-ubyte", Files().testLabels);
    const auto halfTest = openData(sourceText(folder), 7);
    ASSERT_FALSE(halfTest);
    EXPECT_THAT(halfTest.error().sentence, HasSubstr("t10k-images"));
}

TEST(IdxSource, RefusesFilesThatDisagree) {
    Files fewerLabels;
    fewerLabels.trainLabels = idxBytes({4}, {0, 1, 2, 1});
    EXPECT_THAT(problemOf(fewerLabels).sentence, HasSubstr("4 labels for 5 images"));

    Files moreLabels;
    moreLabels.testLabels = idxBytes({3}, {0, 1, 2});
    EXPECT_THAT(problemOf(moreLabels).sentence, HasSubstr("3 labels for 2 images"));

    Files otherSize;
    otherSize.testImages = idxBytes({2, 3, 2}, pixels(12));
    EXPECT_THAT(problemOf(otherSize).sentence, HasSubstr("3 x 2"));

    Files unknownClass;
    unknownClass.testLabels = idxBytes({2}, {0, 3});
    EXPECT_THAT(problemOf(unknownClass).sentence, HasSubstr("label 3"));

    Files swapped;
    std::swap(swapped.trainImages, swapped.trainLabels);
    EXPECT_EQ(problemOf(swapped).kind, ProblemKind::Input);
    EXPECT_THAT(problemOf(swapped).sentence, HasSubstr("axes"));
}

TEST(IdxSource, HasTwoClassesAtLeastAndUpTo256) {
    Files files;
    files.trainLabels = idxBytes({5}, {0, 0, 0, 0, 0});
    files.testLabels = idxBytes({2}, {1, 0});
    const ScratchFolder folder;
    files.write(folder);
    EXPECT_EQ(opened(sourceText(folder)).training->description().classNames.size(), 2u);
    files.trainLabels = idxBytes({5}, {0, 255, 0, 0, 0});
    files.write(folder);
    EXPECT_EQ(opened(sourceText(folder)).training->description().classNames.back(), "255");
}

TEST(IdxSource, ReadsMnistItself) {
    const char* given = std::getenv("PROTOMIND_TEST_DATA");
    const std::filesystem::path data = given ? given : sourceFolder() / "../shared/data";
    if (!std::filesystem::is_directory(data / "mnist"))
        GTEST_SKIP()
            << "MNIST's files are not here; set PROTOMIND_TEST_DATA to the folder that holds mnist/.";
    const DataSource source = opened("idx:" + (data / "mnist").string());
    ASSERT_EQ(source.training->size(), 60000);
    ASSERT_EQ(source.test->size(), 10000);
    EXPECT_EQ(source.training->description().sampleShape, (Shape{28, 28, 1}));
    EXPECT_EQ(source.training->description().classNames.size(), 10u);

    // Known of MNIST: its first labels, how often each class comes, and the mean of its pixels.
    std::vector<float> sample(784);
    std::vector<float> target(1);
    std::vector<int> counts(10);
    double sum = 0;
    Bytes firstLabels;
    for (std::int64_t i = 0; i < source.training->size(); ++i) {
        source.training->read(i, sample, target);
        ++counts.at(static_cast<std::size_t>(target[0]));
        sum += std::accumulate(sample.begin(), sample.end(), 0.0);
        if (i < 10)
            firstLabels.push_back(static_cast<std::uint8_t>(target[0]));
    }
    EXPECT_EQ(firstLabels, (Bytes{5, 0, 4, 1, 9, 2, 1, 3, 1, 4}));
    EXPECT_EQ(counts, (std::vector<int>{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
    EXPECT_NEAR(sum / (60000.0 * 784), 0.1306604, 1e-6);
}

} // namespace
} // namespace protomind
