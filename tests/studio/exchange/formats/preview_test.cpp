// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/preview.h"
#include "studio/project/sample_project.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "networks/random_network.h"

namespace protomind {
namespace {

using testing::HasSubstr;

constexpr std::size_t kNumbers = 3'000'000;

Result<void> writeText(std::ostream& stream) {
    for (int line = 0; line < 1000; ++line)
        stream << "line " << line << '\n';
    return {};
}

Result<void> writeNumbers(std::ostream& stream) {
    stream << std::string(kNumbers, '\0');
    return {};
}

Result<std::vector<OutputFile>> twoFiles(const TrainedNetwork&, const std::filesystem::path&) {
    return std::vector<OutputFile>{{"model.py", writeText}, {"weights.bin", writeNumbers}};
}

std::vector<FormatNote> oneNote(const TrainedNetwork&) {
    return {{Fate::Lost, "Optimiser state", "It is not needed."}};
}

const Format& madeUpFormat() {
    static const Format format{.name = "made-up",
                               .title = "Made up",
                               .extension = "",
                               .holds = [](const LayerView&) { return Result<void>(); },
                               .write = twoFiles,
                               .notes = oneNote};
    return format;
}

class PreviewTest : public FolderTest {
protected:
    TrainedNetwork m_network = randomNetwork(1);
};

TEST_F(PreviewTest, KnowsSizesAndTheStartOfTextsWithoutWriting) {
    const auto preview = previewExport(madeUpFormat(), m_network, path("made"));
    ASSERT_TRUE(preview) << preview.error().text();
    EXPECT_FALSE(std::filesystem::exists(path("made")));
    ASSERT_EQ(preview->files.size(), 2u);
    std::ostringstream whole;
    ASSERT_TRUE(writeText(whole));
    EXPECT_EQ(preview->files[0].name, "model.py");
    EXPECT_EQ(preview->files[0].bytes, static_cast<std::int64_t>(whole.str().size()));
    EXPECT_EQ(preview->files[0].start.back(), '\n');
    EXPECT_TRUE(whole.str().starts_with(preview->files[0].start));
    EXPECT_LE(preview->files[0].start.size(), kPreviewedBytes);
    EXPECT_EQ(preview->files[1].bytes, static_cast<std::int64_t>(kNumbers));
    EXPECT_TRUE(preview->files[1].start.empty()) << "Numbers are no text.";
    EXPECT_EQ(preview->bytes(), preview->files[0].bytes + preview->files[1].bytes);
    EXPECT_EQ(preview->notes, oneNote(m_network));
}

TEST_F(PreviewTest, IsWhatIsWritten) {
    for (const Format& format : formats()) {
        if (format.write == nullptr || !obstacles(format, m_network).empty())
            continue;
        SCOPED_TRACE(format.name);
        const std::filesystem::path target = path("network" + format.extension);
        const auto preview = previewExport(format, m_network, target);
        ASSERT_TRUE(preview) << preview.error().text();
        const auto written = exportNetwork(format, m_network, target);
        ASSERT_TRUE(written) << written.error().text();
        ASSERT_EQ(preview->files.size(), written->files.size());
        for (std::size_t i = 0; i < written->files.size(); ++i)
            EXPECT_EQ(preview->files[i].name, written->files[i].filename().string());
        EXPECT_EQ(preview->notes, written->notes);
        std::filesystem::remove_all(target);
    }
}

TEST_F(PreviewTest, SaysWhatStandsInTheWayInstead) {
    Format refusing = madeUpFormat();
    refusing.holds = [](const LayerView&) -> Result<void> {
        return fail(ProblemKind::Unsupported, "It can't.");
    };
    const auto preview = previewExport(refusing, m_network, path("made"));
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->obstacles.size(), m_network.model.layers.size());
    EXPECT_TRUE(preview->files.empty());
}

TEST_F(PreviewTest, AndExportsAreGivenUpWhenTheyAreNotWantedAnyMore) {
    std::int64_t told = 0;
    const WriteWatch watch = [&told](std::int64_t bytes) {
        told = bytes;
        return bytes < 1'000'000;
    };
    const auto preview = previewExport(madeUpFormat(), m_network, path("made"), watch);
    ASSERT_FALSE(preview);
    EXPECT_EQ(preview.error().text(), exportStopped().text());
    EXPECT_LT(told, static_cast<std::int64_t>(kNumbers));

    std::filesystem::create_directories(path("made"));
    std::ofstream(path("made") / "model.py") << "older";
    const auto written = exportNetwork(madeUpFormat(), m_network, path("made"), watch);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().text(), exportStopped().text());
    std::ostringstream left;
    left << std::ifstream(path("made") / "model.py").rdbuf();
    EXPECT_EQ(left.str(), "older") << "Nothing is changed.";
    EXPECT_FALSE(std::filesystem::exists(path("made") / "weights.bin"));
}

TEST_F(PreviewTest, IsToldOfEveryByte) {
    std::int64_t told = 0;
    const auto written = exportNetwork(madeUpFormat(), m_network, path("made"), [&told](std::int64_t bytes) {
        EXPECT_GE(bytes, told);
        told = bytes;
        return true;
    });
    ASSERT_TRUE(written) << written.error().text();
    EXPECT_GT(told, static_cast<std::int64_t>(kNumbers / 2));
    EXPECT_LE(told, written->bytes);
}

TEST_F(PreviewTest, OthersFilesAreToldFromOurs) {
    const auto write = [this](const char* name, const std::string& bytes) {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    };
    EXPECT_TRUE(isForeign(write("weights.pt", "\x80\x02}q.")));
    EXPECT_TRUE(isForeign(write("photo.onnx", "no network")));
    EXPECT_TRUE(isForeign(write("network.keras", "PK")));
    EXPECT_FALSE(isForeign(write("renamed.onnx", std::string("SQLite format 3\0", 16))));
    EXPECT_FALSE(isForeign(write("mine.json", R"({"format":"protomind-network","version":1})")));
    EXPECT_FALSE(isForeign(write("notes.txt", "hello")));
    EXPECT_FALSE(isForeign(path("missing.onnx")));
}

} // namespace
} // namespace protomind
