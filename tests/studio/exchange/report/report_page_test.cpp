// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/report/html_page.h"
#include "studio/exchange/report/report_blocks.h"
#include "studio/exchange/report/report_printer.h"
#include "studio/exchange/report/trained_example.h"

#include <gmock/gmock.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace protomind {

const Format& reportFormat();

namespace {

using testing::HasSubstr;
using testing::Not;

std::string pageOf(const std::vector<ReportBlock>& blocks) {
    std::ostringstream stream;
    writeHtml(stream, blocks);
    return stream.str();
}

std::string pageOf(const TrainedNetwork& network) {
    return pageOf(reportBlocks(network, tryNetwork(network), {.date = "2026-03-14", .machine = {}}));
}

/// Names of elements that are not closed in the order in which they were opened; empty: all are.
std::string unbalanced(const std::string& page) {
    static const std::set<std::string> kEmpty{"!DOCTYPE", "meta", "img"};
    static const std::regex kTag(R"(<(/?)([!A-Za-z0-9]+)([^<>]*?)(/?)>)");
    std::vector<std::string> open;
    for (auto tag = std::sregex_iterator(page.begin(), page.end(), kTag); tag != std::sregex_iterator();
         ++tag) {
        const std::string name = (*tag)[2];
        if (kEmpty.contains(name) || (*tag)[4] == "/")
            continue;
        if ((*tag)[1] != "/") {
            open.push_back(name);
        } else {
            if (open.empty() || open.back() != name)
                return name;
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back();
}

TEST(ReportPageTest, isWholeByItself) {
    const std::string page = pageOf(trainedDigits());
    EXPECT_EQ(unbalanced(page), "");
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<link")));
    // Every address in it is a picture's own data.
    static const std::regex kAddress(R"re((src|href)="(?!data:image/png;base64,[A-Za-z0-9+/]+=*"))re");
    EXPECT_FALSE(std::regex_search(page, kAddress));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    EXPECT_THAT(page, Not(HasSubstr("@import")));
}

TEST(ReportPageTest, saysEveryPictureInWords) {
    const std::string page = pageOf(trainedDigits());
    static const std::regex kPicture(R"re(<(svg|img)[^>]*>)re");
    int pictures = 0;
    for (auto tag = std::sregex_iterator(page.begin(), page.end(), kPicture); tag != std::sregex_iterator();
         ++tag, ++pictures)
        EXPECT_TRUE(std::regex_search(tag->str(), std::regex(R"re((alt|aria-label)="[^"]{3,}")re")))
            << tag->str().substr(0, 200);
    EXPECT_GT(pictures, 20);
}

TEST(ReportPageTest, takesNamesForNothingButNames) {
    const std::string evil = "</title><script>alert(\"x\")</script>'><img src=x onerror=y>&amp;\u202e";
    ProjectContent content = trained(experimentOf("playground", "circle?samples=50"), 5);
    Network network = content.experiment.network;
    const LayerId last = network.layers().back().id;
    auto checkpoint = std::make_shared<Checkpoint>(*content.checkpoint);
    for (const auto& [name, values] : content.checkpoint->variables) {
        const std::string prefix = network.layer(last)->name + "/";
        if (name.starts_with(prefix))
            checkpoint->variables[evil + name.substr(prefix.size() - 1)] = values;
    }
    network.layer(last)->name = evil;
    content.experiment.network = network;
    content.checkpoint = checkpoint;
    const std::string page = pageOf(exampleOf(content, evil));
    EXPECT_EQ(unbalanced(page), "");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(page, Not(HasSubstr("\u202e")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
}

TEST(ReportPageTest, setsTables) {
    const ReportTable table{.caption = "C",
                            .corner = "R",
                            .columns = {{"one", true}, {"two"}},
                            .rows = {{"a", {{"1", 0.5, false}, {"x"}}}},
                            .note = "N"};
    const std::string page = pageOf({table});
    EXPECT_THAT(page, HasSubstr("<caption>C</caption>"));
    EXPECT_THAT(page, HasSubstr("<th scope=\"col\" class=\"number\">one</th><th scope=\"col\">two</th>"));
    EXPECT_THAT(page, HasSubstr("<th scope=\"row\">a</th><td class=\"number shaded wrong\" "
                                "style=\"--shade:0.500\">1</td><td>x</td>"));
    EXPECT_THAT(page, HasSubstr("<p>N</p>"));
}

class ReportFileTest : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::string contents(const char* name) const {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::filesystem::path m_folder = std::filesystem::path(testing::TempDir()) / "protomind-report-test";
};

TEST_F(ReportFileTest, isAPageByTheFormat) {
    const TrainedNetwork network = trainedPlane();
    const auto files = reportFormat().write(network, m_folder / "report.html");
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 1u);
    std::ostringstream stream;
    ASSERT_TRUE(files->front().write(stream));
    EXPECT_TRUE(stream.str().starts_with("<!DOCTYPE html>"));
    EXPECT_THAT(stream.str(), HasSubstr("My network"));
}

TEST_F(ReportFileTest, isPrintedByWhoCan) {
    const TrainedNetwork network = trainedPlane();
    std::size_t blocks = 0;
    const ReportPrinter printer = [&](const std::vector<ReportBlock>& given,
                                      const std::filesystem::path& path) -> Result<void> {
        blocks = given.size();
        std::ofstream(path) << "printed";
        return {};
    };
    ASSERT_TRUE(printReport(network, m_folder / "report.pdf", printer));
    EXPECT_GT(blocks, 10u);
    EXPECT_EQ(contents("report.pdf"), "printed");
}

TEST_F(ReportFileTest, staysAsItWasWherePrintingFails) {
    std::ofstream(m_folder / "report.pdf") << "before";
    const ReportPrinter printer = [](const std::vector<ReportBlock>&,
                                     const std::filesystem::path& path) -> Result<void> {
        std::ofstream(path) << "half of";
        return fail(ProblemKind::Input, "No paper.");
    };
    const auto printed = printReport(trainedPlane(), m_folder / "report.pdf", printer);
    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().sentence, "No paper.");
    EXPECT_EQ(contents("report.pdf"), "before");
}

TEST_F(ReportFileTest, saysWhatToDoWithoutAPrinter) {
    const TrainedNetwork network = trainedPlane();
    EXPECT_TRUE(isPdf("a/b.PDF"));
    EXPECT_FALSE(isPdf("a/pdf"));
    const auto printed = printReport(network, m_folder / "report.pdf", {});
    ASSERT_FALSE(printed);
    EXPECT_THAT(printed.error().remedy.text(), HasSubstr(".html"));
    EXPECT_FALSE(reportFormat().write(network, m_folder / "report.pdf"));
}

} // namespace
} // namespace protomind
