// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/class_balance.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

const std::vector<std::string> kNames = {"cat", "dog", "owl"};

TEST(ClassBalanceTest, EvenClassesAreNotWorthAWord) {
    EXPECT_TRUE(unevenClasses(kNames, {100, 100, 100}).isEmpty());
    EXPECT_TRUE(unevenClasses(kNames, {100, 60, 50}).isEmpty());
    EXPECT_TRUE(unevenClasses({}, {}).isEmpty());
}

TEST(ClassBalanceTest, UnevenOnesAreNamed) {
    const QString sentence = unevenClasses(kNames, {10, 100, 20});
    EXPECT_TRUE(sentence.contains(QStringLiteral("dog")));
    EXPECT_TRUE(sentence.contains(QStringLiteral("cat")));
    EXPECT_TRUE(sentence.contains(QStringLiteral("100")));
    EXPECT_FALSE(sentence.contains(QStringLiteral("owl")));
    EXPECT_TRUE(unevenClasses(kNames, {10, 0, 20}).contains(QStringLiteral("dog has no sample")));
}

TEST(ClassBalanceTest, IsThereOnlyForClasses) {
    ClassBalance balance;
    EXPECT_FALSE(balance.isVisibleTo(nullptr));
    auto data = loadData("points?data=0,0,0;1,1,0;1,0,0;0,1,1", 7);
    ASSERT_TRUE(data);
    balance.setData(std::make_shared<const LoadedData>(*data));
    EXPECT_TRUE(balance.isVisibleTo(nullptr));
    EXPECT_FALSE(balance.warning().isEmpty());
    EXPECT_GT(balance.sizeHint().height(), 0);
    EXPECT_EQ(balance.accessibleDescription(), QStringLiteral("A: 3, B: 1"));
    auto line = loadData("line", 7);
    ASSERT_TRUE(line);
    balance.setData(std::make_shared<const LoadedData>(*line));
    EXPECT_FALSE(balance.isVisibleTo(nullptr));
    EXPECT_TRUE(balance.warning().isEmpty());
}

} // namespace
} // namespace protomind
