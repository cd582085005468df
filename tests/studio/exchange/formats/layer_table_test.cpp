// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/layer_table.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// Says no LSTM, no padding "same", nothing on sequences but Dense, and all else.
Result<void> holdsSome(const LayerView& layer) {
    if (layer.is("lstm"))
        return fail(ProblemKind::Unsupported, "It forgets.");
    if (layer.has(FieldRole::Padding) && layer.choice(FieldRole::Padding) == "same")
        return fail(ProblemKind::Unsupported, "It knows no borders.");
    if (layer.input().rank() == 2 && !layer.is("dense"))
        return fail(ProblemKind::Unsupported, "It knows no time.");
    return {};
}

Result<std::vector<OutputFile>> writeNothing(const TrainedNetwork&, const std::filesystem::path&) {
    return std::vector<OutputFile>();
}

const std::vector<Format>& madeUpFormats() {
    static const std::vector<Format> all{
        {.name = "some", .title = "Some", .extension = ".some", .holds = holdsSome, .write = writeNothing},
        {.name = "read", .title = "Only read", .extension = ".read"}};
    return all;
}

const LayerSupport& supportOf(const LayerTable& table, const std::string& kind) {
    for (const LayerTableRow& row : table.rows) {
        if (row.layer->name == kind)
            return row.formats.at(0);
    }
    throw std::out_of_range(kind);
}

std::vector<std::string> usesRefused(const LayerSupport& support) {
    std::vector<std::string> uses;
    for (const LayerException& exception : support.exceptions)
        uses.push_back(exception.use.text());
    return uses;
}

TEST(LayerTable, HasEveryKindOfLayerAndEveryFormatThatIsWritten) {
    const LayerTable table = layerTable(madeUpFormats());
    EXPECT_THAT(table.formats, ElementsAre(&madeUpFormats()[0]));
    ASSERT_EQ(table.rows.size(), layerTypes().size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        EXPECT_EQ(table.rows[i].layer, &layerTypes()[i]);
        EXPECT_EQ(table.rows[i].formats.size(), 1u);
    }
}

TEST(LayerTable, AsksFormatsWithEveryInputAndChoice) {
    const LayerTable table = layerTable(madeUpFormats());
    EXPECT_TRUE(supportOf(table, "dense").whole());
    EXPECT_EQ(supportOf(table, "lstm").obstacle->sentence, "It forgets.");
    EXPECT_EQ(supportOf(table, "rnn").obstacle->sentence, "It knows no time.");
    // Convolutions come with "same", pooling layers with "valid".
    EXPECT_EQ(supportOf(table, "convolution").obstacle->sentence, "It knows no borders.");
    EXPECT_FALSE(supportOf(table, "max_pool").obstacle);
    EXPECT_THAT(usesRefused(supportOf(table, "max_pool")), ElementsAre("with Padding: same"));
    EXPECT_THAT(usesRefused(supportOf(table, "activation")), ElementsAre("on a sequence"));
}

TEST(LayerTable, SaysEveryReasonOnceAndNumbersIt) {
    const LayerTableText text = textOf(layerTable(madeUpFormats()));
    EXPECT_THAT(text.head, ElementsAre("Layer", "Some"));
    ASSERT_EQ(text.rows.size(), layerTypes().size());
    std::size_t highest = 0;
    for (const auto& row : text.rows) {
        ASSERT_EQ(row.size(), 2u);
        EXPECT_THAT(row[1], testing::AnyOf(StartsWith("yes"), StartsWith("no ")));
        if (const std::size_t space = row[1].find_last_of(" ,"); space != std::string::npos)
            highest = std::max<std::size_t>(highest, std::stoul(row[1].substr(space + 1)));
    }
    EXPECT_EQ(highest, text.reasons.size());
    EXPECT_EQ(std::set<std::string>(text.reasons.begin(), text.reasons.end()).size(), text.reasons.size());
    EXPECT_THAT(text.reasons, testing::Contains("It knows no time."));
    EXPECT_THAT(text.reasons, testing::Contains("Not with Padding: same. It knows no borders."));
}

TEST(FormatsPage, InTheDocumentationIsUpToDate) {
    std::ostringstream text;
    text << std::ifstream(sourceFolder() / "docs" / "formats.md", std::ios::binary).rdbuf();
    EXPECT_EQ(text.str(), formatsPage()) << "protomind export --layers --markdown > docs/formats.md";
    for (const Format& format : formats())
        EXPECT_THAT(text.str(), HasSubstr(format.title));
}

} // namespace
} // namespace protomind
