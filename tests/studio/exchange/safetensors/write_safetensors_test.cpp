// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_samples.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(WriteSafetensors, IsReadAsWhatItWas) {
    const std::vector<float> floats{1.5f, -0.0f, 3e-39f, 1e38f, 5, 6};
    const std::vector<std::int64_t> steps{std::int64_t{1} << 62};
    const std::map<std::string, Tensor> tensors{
        {"Dense \"1\"/kernel", {TensorType::F32, {2, 3}, bytesIn(floats)}},
        {"steps", {TensorType::I64, {}, bytesIn(steps)}},
        {"größe\n", {TensorType::U8, {3}, "abc"}},
        {"nothing", {TensorType::F64, {0, 5}, ""}}};
    const std::map<std::string, std::string> metadata{{"format", "pt"}, {"title", "\"}\\\n\x01 ü"}};
    const std::string bytes = written(tensors, metadata);
    const auto file = parsed(bytes);
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(file->metadata, metadata);
    ASSERT_EQ(file->tensors.size(), tensors.size());
    for (const auto& [name, tensor] : tensors) {
        const Tensor& read = file->tensors.at(name);
        EXPECT_EQ(read.type, tensor.type) << name;
        EXPECT_EQ(read.sizes, tensor.sizes) << name;
        EXPECT_EQ(read.bytes, tensor.bytes) << name;
    }
    // Written again it is the same file.
    EXPECT_EQ(written(file->tensors, file->metadata), bytes);
}

TEST(WriteSafetensors, PutsTheLargestKindsFirstOnAlignedPlaces) {
    const std::string bytes = written({{"a", {TensorType::U8, {3}, "aaa"}},
                                       {"b", {TensorType::F32, {1}, "bbbb"}},
                                       {"c", {TensorType::F64, {1}, "cccccccc"}},
                                       {"d", {TensorType::F32, {1}, "dddd"}}});
    const auto file = parsed(bytes);
    ASSERT_TRUE(file);
    EXPECT_THAT(bytes, testing::EndsWith("ccccccccbbbbddddaaa"));
    EXPECT_EQ((bytes.size() - 19) % 8, 0U);
    EXPECT_EQ(bytes[8], '{');
}

TEST(WriteSafetensors, RefusesNamesThatNoReaderWouldTake) {
    EXPECT_THAT(written({{"\xFF", {TensorType::U8, {1}, "a"}}}), StartsWith("refused"));
    EXPECT_THAT(written({{"__metadata__", {TensorType::U8, {1}, "a"}}}), HasSubstr("__metadata__"));
    EXPECT_THAT(written({}, {{"\xC3", ""}}), HasSubstr("UTF-8"));
}

TEST(WriteSafetensors, ATextThatIsNotUtf8IsWrittenAsFarAsItIs) {
    const auto file = parsed(written({}, {{"title", "a\xC3z"}}));
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(file->metadata.at("title"), "a\uFFFDz");
}

TEST(WriteSafetensors, NothingIsAFileToo) {
    EXPECT_EQ(written({}), fileOf("{}      "));
}

} // namespace
} // namespace protomind
