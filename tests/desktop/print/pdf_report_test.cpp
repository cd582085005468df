// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/print/paper.h"
#include "desktop/print/pdf_report.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace protomind {
namespace {

using testing::HasSubstr;

class PdfReportTest : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string print(const std::vector<ReportBlock>& blocks) const {
        const auto written = writePdf(blocks, m_folder / "report.pdf");
        EXPECT_TRUE(written) << (written ? "" : written.error().text());
        std::ifstream file(m_folder / "report.pdf", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::filesystem::path m_folder = std::filesystem::path(testing::TempDir()) / "protomind-pdf-report-test";
};

std::size_t pagesOf(const std::string& pdf) {
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page\n"); at != std::string::npos;
         at = pdf.find("/Type /Page\n", at + 1))
        ++pages;
    return pages;
}

ReportTable tableOf(int rows) {
    ReportTable table{
        .caption = "Many rows", .corner = "Row", .columns = {{"A", true}, {"B"}}, .rows = {}, .note = {}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({std::to_string(i), {{"1", 0.5, false}, {"some words", 0, true}}});
    return table;
}

ReportPicture drawing(double width, double height) {
    return {.kind = ReportPictureKind::Svg,
            .bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" "
                     "height=\"10\" fill=\"#ff0000\"/></svg>",
            .alt = "A square",
            .caption = "A square",
            .width = width,
            .height = height};
}

ReportPicture bare(double height) {
    ReportPicture picture = drawing(100, height);
    picture.caption.clear();
    return picture;
}

TEST_F(PdfReportTest, isAWholeFileOfOnePage) {
    const std::string pdf =
        print({ReportHeading{1, "Title"}, ReportParagraph{ReportTone::Plain, "Words."},
               ReportParagraph{ReportTone::Warning, "Beware."}, tableOf(3), drawing(200, 100)});
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_THAT(pdf.substr(pdf.size() - 16), HasSubstr("%%EOF"));
    EXPECT_EQ(pagesOf(pdf), 1u);
}

TEST_F(PdfReportTest, goesOnOnFurtherSheets) {
    EXPECT_GT(pagesOf(print({tableOf(200)})), 2u);
    std::string words;
    for (int i = 0; i < 4000; ++i)
        words += "words and ";
    EXPECT_GT(pagesOf(print({ReportParagraph{ReportTone::Explanation, words}})), 2u);
}

TEST_F(PdfReportTest, keepsAHeadingWithWhatFollowsIt) {
    // There is room for the heading on the first sheet. It goes to the second all the same, with the picture
    // that follows: so the last one, which would just fit there, needs a third.
    constexpr double kPixel = 1 / 0.75;
    std::vector<ReportBlock> blocks{bare(585 * kPixel), bare(635 * kPixel), bare(80 * kPixel)};
    EXPECT_EQ(pagesOf(print(blocks)), 2u);
    blocks.insert(blocks.begin() + 1, ReportHeading{3, "Heading"});
    EXPECT_EQ(pagesOf(print(blocks)), 3u);
    blocks.erase(blocks.begin() + 2, blocks.end());
    EXPECT_EQ(pagesOf(print(blocks)), 1u);
}

TEST_F(PdfReportTest, makesPicturesSmallerThatAreLargerThanASheet) {
    EXPECT_EQ(pagesOf(print({drawing(9000, 9000), ReportParagraph{ReportTone::Plain, "Words."}})), 1u);
    EXPECT_EQ(pagesOf(print({drawing(100, 9000)})), 1u);
}

TEST_F(PdfReportTest, setsAnything) {
    const ReportTable empty{.caption = {}, .corner = {}, .columns = {}, .rows = {}, .note = {}};
    ReportTable wide{.caption = "wide", .corner = "c", .columns = {}, .rows = {}, .note = "n"};
    for (int i = 0; i < 40; ++i)
        wide.columns.push_back({"a column with a long name"});
    wide.rows.push_back({"r", std::vector<ReportCell>(40, {"x"})});
    const ReportGallery gallery{.caption = "g", .pictures = std::vector(100, drawing(84, 84))};
    EXPECT_GE(pagesOf(print({empty, wide, gallery, ReportGallery{}, ReportHeading{1, ""}})), 1u);
}

TEST_F(PdfReportTest, saysWhereItCanNotWrite) {
    const auto written = writePdf({ReportHeading{1, "Title"}}, m_folder / "missing" / "report.pdf");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().where.text(), HasSubstr("missing"));
}

TEST_F(PdfReportTest, wrapsInWhatWidthThereIs) {
    Paper paper(QString::fromStdString((m_folder / "paper.pdf").string()), {});
    ASSERT_TRUE(paper.isOpen());
    const QString text = QStringLiteral("some words that are longer than the line");
    const QFont font = paperFont(10);
    const double one = paper.heightOf(text, font, 1000);
    EXPECT_GT(paper.heightOf(text, font, paper.widthOf(text, font) / 2), 1.5 * one);
    EXPECT_DOUBLE_EQ(paper.heightOf(text, font, paper.widthOf(text, font) + 2), one);
    EXPECT_TRUE(paper.close());
}

} // namespace
} // namespace protomind
