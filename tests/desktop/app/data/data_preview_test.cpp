// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_preview.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

LoadedDataPtr loadedFrom(const std::string& text) {
    return std::make_shared<const LoadedData>(loadData(text, 7).value());
}

TEST(DataPreviewTest, TellsOfAPictureWhatItWasMadeWith) {
    DataPreview preview;
    preview.resize(400, 300);
    preview.setData(
        loadedFrom("shapes?samples=12&test=12&shift=0&turn=0&scale=0&brightness=0&clutter=0&noise=0"));
    const QStringList lines = preview.textAt({20, 20}).split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[0], QStringLiteral("circle"));
    EXPECT_EQ(lines[1],
              QStringLiteral("shifted by 0.0 px to the right, by 0.0 px down, turned by 0° to the right"));
    EXPECT_TRUE(preview.textAt({399, 299}).isEmpty());

    preview.setData(loadedFrom("digits?samples=12&test=12"));
    EXPECT_EQ(preview.textAt({20, 20}), QStringLiteral("0"));
    preview.setData(loadedFrom("spiral?samples=20"));
    EXPECT_TRUE(preview.textAt({20, 20}).isEmpty());
}

TEST(LoadedDataTest, KnowsWhatTriedSamplesWereMadeWith) {
    const LoadedDataPtr data = loadedFrom("shapes?samples=12&test=20");
    ASSERT_EQ(data->tried.factors.size(), 20 * data->description.factors.size());
    EXPECT_EQ(data->madeWith(data->tried, 19).size(), 3);
    EXPECT_NE(data->madeWith(data->tried, 19), data->madeWith(data->tried, 18));
    EXPECT_TRUE(loadedFrom("digits?samples=12&test=12")->madeWith(data->tried, 0).isEmpty());
}

} // namespace
} // namespace protomind
