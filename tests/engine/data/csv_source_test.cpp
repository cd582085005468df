// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "whole_set.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class CsvSource : public testing::Test {
protected:
    CsvSource() {
        std::filesystem::create_directories(m_folder);
        std::ofstream(m_file, std::ios::binary) << "Länge;Breite;Art & Name;Note\r\n"
                                                   "1,5;0,5;rot;1\r\n2,5;0,7;blau;2\r\n"
                                                   "3,5;0,6;rot;3\r\n4,5;;blau;4\r\n";
    }
    ~CsvSource() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::string text(const std::map<std::string, std::string>& options) const {
        return fileSourceText(csvSource(), {m_file, options});
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("protomind-csv & 100% " + std::to_string(getpid()));
    std::string m_file = (m_folder / "was?.csv").string();
};

TEST_F(CsvSource, OpensWithEveryOption) {
    const DataSource plain = opened(text({}));
    EXPECT_EQ(plain.text, text({}));
    EXPECT_EQ(plain.training->description().targetKind, TargetKind::Values);
    EXPECT_EQ(plain.training->size(), 4);

    const DataSource source = opened(text({{"target", "Art & Name"},
                                           {"scale", "none"},
                                           {"missing", "drop"},
                                           {"without", "Note"},
                                           {"delimiter", "semicolon"},
                                           {"decimal", "comma"},
                                           {"header", "yes"}}));
    EXPECT_THAT(source.training->description().classNames, ElementsAre("blau", "rot"));
    EXPECT_THAT(WholeSet(*source.training).samples, ElementsAre(1.5f, 0.5f, 2.5f, 0.7f, 3.5f, 0.6f));
    EXPECT_FALSE(source.notes.empty());
}

TEST_F(CsvSource, RefusesWhatIsNone) {
    EXPECT_THAT(openData("csv:" + m_folder.string() + "/none.csv", 1).error().text(),
                HasSubstr("no such file"));
    EXPECT_THAT(openData(text({{"target", "Farbe"}}), 1).error().text(),
                AllOf(StartsWith(m_file), HasSubstr("no column named \"Farbe\"")));
    EXPECT_THAT(openData(text({{"task", "guess"}}), 1).error().text(), HasSubstr("not one of"));
}

TEST_F(CsvSource, ShowsItsFirstRowsAndColumns) {
    const auto preview = previewCsv(text({{"target", "Art & Name"}}));
    ASSERT_TRUE(preview) << preview.error().text();
    EXPECT_FALSE(preview->problem);
    EXPECT_EQ(preview->rowCount, 4);
    ASSERT_EQ(preview->rows.size(), 4u);
    EXPECT_THAT(preview->rows.front(), ElementsAre("1,5", "0,5", "rot", "1"));
    EXPECT_THAT(preview->rowNumbers, ElementsAre(2, 3, 4, 5));
    ASSERT_EQ(preview->columns.size(), 4u);
    EXPECT_EQ(preview->columns[0].found, "numbers, 1.5 to 4.5");
    EXPECT_EQ(preview->columns[0].purpose, "feature");
    EXPECT_EQ(preview->columns[1].missing, 1);
    EXPECT_EQ(preview->columns[2].purpose, "target, 2 classes");
    EXPECT_EQ(preview->columns[2].role, PlannedColumn::Role::Target);
}

TEST_F(CsvSource, ShowsATableThatCantBeLearnedFrom) {
    const auto preview = previewCsv(text({{"target", "Farbe"}}));
    ASSERT_TRUE(preview);
    EXPECT_THAT(preview->problem->text(), HasSubstr("Farbe"));
    EXPECT_THAT(preview->format.names, ElementsAre("Länge", "Breite", "Art & Name", "Note"));
    EXPECT_EQ(preview->rows.size(), 4u);
    EXPECT_THAT(previewCsv("csv:/none").error().text(), HasSubstr("no such file"));
}

TEST_F(CsvSource, CutsWhatIsLong) {
    std::string row;
    for (std::size_t i = 0; i < kPreviewColumns + 5; ++i)
        row +=
            "x" + std::string(i == 0 ? "ä" : "") + (i == 0 ? std::string(kPreviewFieldBytes, 'y') : "") + ",";
    std::ofstream(m_file, std::ios::binary)
        << "ä" + std::string(kPreviewFieldBytes - 3, 'y') + "ää," + row + "1\n"
        << row + ",2\n";
    const auto preview = previewCsv(text({{"header", "no"}}));
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->rows.front().size(), kPreviewColumns);
    EXPECT_EQ(preview->rows.front().front(), "ä" + std::string(kPreviewFieldBytes - 3, 'y') + "…");
}

TEST(CsvColumns, AreNamedInOneText) {
    const std::vector<std::string> names{"a", "b;c", "d e"};
    EXPECT_EQ(columnNamesText(names), "a;b;;c;d e");
    EXPECT_EQ(columnNamesIn("a;b;;c;d e"), names);
    EXPECT_EQ(columnNamesIn(" a ; d ; "), (std::vector<std::string>{"a", "d"}));
    EXPECT_THAT(columnNamesIn(""), IsEmpty());
}

} // namespace
} // namespace protomind
