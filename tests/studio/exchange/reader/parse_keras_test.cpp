// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/reader.h"

#include <gmock/gmock.h>

#include "attacks/sound_keras.h"

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(ParseKeras, GivesTextsAndWeights) {
    const auto answer = parseKeras(zipOf(soundKeras()));
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_THAT(answer->metadata.at("config"), HasSubstr("Sequential"));
    EXPECT_THAT(answer->metadata.at("metadata"), HasSubstr("keras_version"));
    ASSERT_TRUE(answer->tensors.contains("layers/dense/vars/0"));
    const Tensor& kernel = answer->tensors.at("layers/dense/vars/0");
    EXPECT_EQ(kernel.type, TensorType::F32);
    EXPECT_EQ(kernel.sizes, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(kernel.bytes.size(), 24u);
    EXPECT_EQ(answer->tensors.size(), 2u);
}

TEST(ParseKeras, SaysWhatToDoWithOlderFiles) {
    const auto old = parseKeras("\x89HDF\r\n\x1a\nwhatever");
    ASSERT_FALSE(old);
    EXPECT_THAT(old.error().text(), HasSubstr("save it as .keras"));
    std::vector<ZipEntry> entries = soundKeras();
    entries[2].name = "model.weights.npz";
    const auto pickled = parseKeras(zipOf(entries));
    ASSERT_FALSE(pickled);
    EXPECT_THAT(pickled.error().text(), HasSubstr("programs can hide"));
}

/// Changed anywhere in its weights, it is read or refused; nothing crashes.
TEST(ParseKeras, SurvivesDamagedWeights) {
    std::vector<ZipEntry> entries = soundKeras();
    const std::string sound = entries[2].content;
    for (std::size_t at = 0; at < sound.size(); at += 7) {
        entries[2].content = sound;
        entries[2].content[at] = static_cast<char>(entries[2].content[at] ^ 0x55);
        const auto answer = parseKeras(zipOf(entries));
        EXPECT_TRUE(answer || answer.error().sentence.text().size() > 10u) << at;
    }
}

} // namespace
} // namespace protomind
