// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"
#include "studio/project/sample_project.h"

#include <gmock/gmock.h>

#include <cstring>
#include <fstream>
#include <set>

#include "attacks/attack.h"
#include "attacks/sound_keras.h"
#include "attacks/sound_onnx.h"

namespace protomind {

void writeBytes(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::filesystem::path secretBeside(const std::filesystem::path& folder) {
    std::string bytes(256, '\0');
    for (std::size_t i = 0; i < 64; ++i) {
        const auto value = static_cast<float>(i);
        std::memcpy(bytes.data() + 4 * i, &value, 4);
    }
    writeBytes(folder.parent_path() / "secret.bin", bytes);
    return folder.parent_path() / "secret.bin";
}

namespace {

std::vector<Attack> allAttacks() {
    std::vector<Attack> all;
    for (const auto& some : {zipAttacks(), kerasAttacks(), hdf5Attacks(), onnxAttacks(),
                             externalDataAttacks(), tfjsAttacks(), pickleAttacks()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// Every file below a folder, with its size.
std::set<std::string> filesBelow(const std::filesystem::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        files.insert(entry.path().string() +
                     (entry.is_regular_file() ? std::to_string(entry.file_size()) : ""));
    return files;
}

class AttackTest : public FolderTest, public testing::WithParamInterface<Attack> {
protected:
    [[nodiscard]] std::filesystem::path folder() const {
        std::filesystem::create_directories(path("attack"));
        return path("attack");
    }
};

TEST_P(AttackTest, IsRefusedInWords) {
    const std::filesystem::path file = GetParam().make(folder());
    const std::set<std::string> before = filesBelow(path(""));
    const auto read = importNetwork(file);
    ASSERT_FALSE(read) << "it was read";
    EXPECT_GT(read.error().sentence.text().size(), 15u);
    EXPECT_LT(read.error().text().size(), 600u) << read.error().text();
    // By a check of ours, not because a library fell over it.
    EXPECT_EQ(read.error().text().find("reading it"), std::string::npos) << read.error().text();
    EXPECT_EQ(filesBelow(path("")), before) << "something was written or removed";
    RecordProperty("sentence", read.error().text());
    if (std::getenv("PROTOMIND_SHOW_SENTENCES") != nullptr)
        std::printf("%s\n", read.error().text().c_str());
}

INSTANTIATE_TEST_SUITE_P(All, AttackTest, testing::ValuesIn(allAttacks()),
                         [](const auto& attack) { return attack.param.name; });

/// What the attacks are made of is fine by itself: they are refused for what is wrong with them.
class SoundFilesTest : public FolderTest {};

TEST_F(SoundFilesTest, Keras) {
    writeBytes(path("model.keras"), zipOf(soundKeras()));
    const auto read = importNetwork(path("model.keras"));
    EXPECT_TRUE(read) << read.error().text();
}

TEST_F(SoundFilesTest, Onnx) {
    const auto read = importNetwork(writeOnnx(path(""), soundOnnx()));
    EXPECT_TRUE(read) << read.error().text();
}

TEST_F(SoundFilesTest, OnnxWithDataBeside) {
    onnx::ModelProto model = soundOnnx();
    keepKernelIn(model, "model.onnx.data");
    writeBytes(path("model.onnx.data"), std::string(24, '\0'));
    const auto read = importNetwork(writeOnnx(path(""), model));
    EXPECT_TRUE(read) << read.error().text();
}

TEST_F(SoundFilesTest, Tfjs) {
    const auto read = importNetwork(soundTfjs().make(path("")));
    EXPECT_TRUE(read) << read.error().text();
}

} // namespace
} // namespace protomind
