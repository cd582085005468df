// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/exchange/limits.h"
#include "studio/exchange/safetensors/tensor_samples.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What is said of such a file.
Problem problemOf(std::string_view header, std::string_view numbers = {}) {
    const auto file = parsed(fileOf(header, numbers));
    return file ? Problem{} : file.error();
}

std::string entry(std::string_view name, std::string_view sizes, std::int64_t begin, std::int64_t end,
                  std::string_view type = "F32") {
    return fmt::format(R"("{}":{{"dtype":"{}","shape":{},"data_offsets":[{},{}]}})", name, type, sizes, begin,
                       end);
}

TEST(ParseSafetensors, TakesWhatTheReferenceWrites) {
    const std::string header = R"({"__metadata__":{"format":"pt"},)" + entry("b", "[2,1]", 0, 8) + "," +
                               entry("a", "[]", 8, 12, "I32") + "," + entry("none", "[3,0]", 12, 12, "U8") +
                               "}    ";
    const auto file = parsed(fileOf(header, "abcdefghijkl"));
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_THAT(file->metadata, ElementsAre(std::pair("format", "pt")));
    ASSERT_EQ(file->tensors.size(), 3U);
    EXPECT_THAT(file->tensors.at("b").sizes, ElementsAre(2, 1));
    EXPECT_EQ(file->tensors.at("b").bytes, "abcdefgh");
    EXPECT_EQ(file->tensors.at("a").type, TensorType::I32);
    EXPECT_THAT(file->tensors.at("a").sizes, IsEmpty());
    EXPECT_EQ(file->tensors.at("a").bytes, "ijkl");
    EXPECT_EQ(file->tensors.at("none").elementCount(), 0);
    // Nothing was copied.
    EXPECT_EQ(file->tensors.at("b").bytes.data(), file->bytes->data() + 8 + header.size());
}

TEST(ParseSafetensors, AFileWithoutTensorsIsOne) {
    const auto file = parsed(fileOf("{}"));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->tensors.empty());
}

TEST(ParseSafetensors, TensorsWithoutNumbersMayLieWhereAnotherBegins) {
    EXPECT_TRUE(
        parsed(fileOf("{" + entry("a", "[4]", 0, 4, "U8") + "," + entry("z", "[0]", 0, 0) + "}", "1234")));
}

TEST(ParseSafetensors, RefusesWhatIsCutOff) {
    const std::string whole =
        fileOf("{" + entry("a", "[4]", 0, 4, "U8") + "," + entry("b", "[1]", 4, 8) + "}", "12345678");
    ASSERT_TRUE(parsed(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto file = parsed(whole.substr(0, length));
        ASSERT_FALSE(file) << length;
        EXPECT_EQ(file.error().kind, ProblemKind::Input) << length;
    }
    const auto longer = parsed(whole + "x");
    ASSERT_FALSE(longer);
    EXPECT_THAT(longer.error().sentence, HasSubstr("1 bytes behind the last tensor"));
}

TEST(ParseSafetensors, RefusesHolesAndTensorsInTheSamePlace) {
    EXPECT_THAT(problemOf("{" + entry("a", "[4]", 1, 5, "U8") + "}", "12345").sentence,
                HasSubstr("begins at 1"));
    EXPECT_THAT(
        problemOf("{" + entry("a", "[2]", 0, 2, "U8") + "," + entry("b", "[2]", 3, 5, "U8") + "}", "12345")
            .sentence,
        HasSubstr("begins at 3"));
    EXPECT_THAT(
        problemOf("{" + entry("a", "[4]", 0, 4, "U8") + "," + entry("b", "[4]", 0, 4, "U8") + "}", "1234")
            .sentence,
        HasSubstr("\"b\" begins at 0, but the one before it ends at 4"));
    EXPECT_THAT(
        problemOf("{" + entry("a", "[4]", 0, 4, "U8") + "," + entry("b", "[4]", 2, 6, "U8") + "}", "123456")
            .sentence,
        HasSubstr("begins at 2"));
}

TEST(ParseSafetensors, RefusesSizesThatDoNotFitThePlace) {
    for (const auto& [sizes, begin, end] :
         {std::tuple("[3]", 0, 8), std::tuple("[1]", 0, 8), std::tuple("[2]", 8, 0), std::tuple("[0]", 0, 8),
          // Multiplied in 64 bits these are 8 bytes, or 0.
          std::tuple("[2305843009213693953,8]", 0, 8), std::tuple("[4294967296,4294967296]", 0, 0),
          std::tuple("[2305843009213693952,8]", 0, 0)})
        EXPECT_THAT(problemOf("{" + entry("a", sizes, begin, end) + "}", "12345678").sentence,
                    HasSubstr("doesn't fit its size"))
            << sizes;
    for (const char* sizes : {"[-2]", "[2.0]", "[\"2\"]", "[null]", "[18446744073709551615]", "[1e400]"})
        EXPECT_EQ(problemOf("{" + entry("a", sizes, 0, 8) + "}", "12345678").kind, ProblemKind::Input)
            << sizes;
}

TEST(ParseSafetensors, RefusesAKeyThatComesTwice) {
    const std::string a = entry("a", "[1]", 0, 4);
    EXPECT_THAT(problemOf("{" + a + "," + entry("a", "[1]", 4, 8) + "}", "12345678").sentence,
                HasSubstr("comes twice"));
    EXPECT_THAT(
        problemOf(R"({"a":{"dtype":"F32","dtype":"I32","shape":[1],"data_offsets":[0,4]}})", "1234").sentence,
        HasSubstr("comes twice"));
    EXPECT_THAT(problemOf(R"({"__metadata__":{"a":"1","\u0061":"2"}})").sentence, HasSubstr("comes twice"));
}

TEST(ParseSafetensors, RefusesWhatIsNoSuchHeader) {
    for (const char* header : {"",
                               "[]",
                               " {}",
                               "{",
                               "{}}",
                               "{}x",
                               "{} {}",
                               "\xEF\xBB\xBF{}",
                               "{\"a\":null}",
                               "{\"a\":{}}",
                               "{\"a\":[1]}",
                               "{\"__metadata__\":[]}",
                               "{\"__metadata__\":{\"a\":1}}",
                               "{\"__metadata__\":{\"a\":null}}",
                               R"({"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}})",
                               R"({"a":{"shape":[1],"data_offsets":[0,4]}})",
                               R"({"a":{"dtype":"F32","data_offsets":[0,4]}})",
                               R"({"a":{"dtype":"F32","shape":{"0":1},"data_offsets":[0,4]}})",
                               R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}})",
                               R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}})",
                               R"({"a":{"dtype":"F32","shape":[1],"offsets":[0,4]}})",
                               "{\"\xFF\":{}}"}) {
        const auto file = parsed(fileOf(header, "1234"));
        ASSERT_FALSE(file) << header;
        EXPECT_EQ(file.error().kind, ProblemKind::Input) << header;
    }
}

TEST(ParseSafetensors, NamesTheKindOfNumbersThatItDoesNotKnow) {
    const Problem problem = problemOf("{" + entry("a", "[4]", 0, 4, "F8_E4M3") + "}", "1234");
    EXPECT_EQ(problem.kind, ProblemKind::Unsupported);
    EXPECT_THAT(problem.sentence, HasSubstr("\"a\" holds numbers of the kind F8_E4M3"));
}

TEST(ParseSafetensors, KeepsToTheLimits) {
    const TensorFileLimits few{.bytes = 500, .headerBytes = 200, .tensors = 2};
    const std::string a = entry("a", "[1]", 0, 1, "U8");
    const std::string b = entry("b", "[1]", 1, 2, "U8");
    const std::string c = entry("c", "[1]", 2, 3, "U8");
    EXPECT_TRUE(parsed(fileOf("{" + a + "," + b + "}", "12"), few));
    EXPECT_TRUE(parsed(fileOf(R"({"__metadata__":{"a":"b"},)" + a + "," + b + "}", "12"), few));
    const auto many = parsed(fileOf("{" + a + "," + b + "," + c + "}", "123"), few);
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().kind, ProblemKind::Memory);
    EXPECT_THAT(many.error().sentence, HasSubstr("more than 2 tensors"));
    const auto header = parsed(fileOf("{" + std::string(200, ' ') + "}"), few);
    ASSERT_FALSE(header);
    EXPECT_THAT(header.error().sentence, HasSubstr("header"));
    const auto large =
        parsed(fileOf("{" + entry("a", "[500]", 0, 500, "U8") + "}", std::string(500, 'x')), few);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().kind, ProblemKind::Memory);
    const auto axes = parsed(fileOf("{" + entry("a", "[1,1,1,1,1,1,1,1,1]", 0, 4) + "}", "1234"));
    ASSERT_FALSE(axes);
    EXPECT_THAT(axes.error().sentence, HasSubstr("9 axes"));
    const auto deep = parsed(fileOf(R"({"a":{"b":[[[[]]]]}})"));
    EXPECT_FALSE(deep);
}

TEST(ParseSafetensors, AHeaderLongerThanMemoryIsNotBelieved) {
    for (const std::uint64_t length : {~std::uint64_t{0}, std::uint64_t{1} << 63, std::uint64_t{1} << 40}) {
        std::string bytes = fileOf("{}", "1234");
        std::memcpy(bytes.data(), &length, sizeof(length));
        EXPECT_FALSE(parsed(bytes));
    }
}

/// Whatever is done to the bytes: it is refused with a sentence, or what is read lies within the file.
TEST(ParseSafetensors, CopesWithDamage) {
    RandomStream random(7);
    const std::string whole = fileOf(R"({"__metadata__":{"format":"pt"},)" + entry("weight", "[2,3]", 0, 24) +
                                         "," + entry("bias", "[4]", 24, 32, "F16") + "}",
                                     std::string(32, 'n'));
    ASSERT_TRUE(parsed(whole));
    const int times = isWholeRun() ? 2'000'000 : 20'000;
    int refused = 0;
    for (int i = 0; i < times; ++i) {
        std::string bytes = whole;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes) {
            const auto at = static_cast<std::size_t>(random.below(bytes.size()));
            if (random.below(4) == 0)
                bytes.erase(at, static_cast<std::size_t>(random.below(8)));
            else if (random.below(4) == 0)
                bytes.insert(at, bytes.substr(static_cast<std::size_t>(random.below(bytes.size())), 9));
            else
                bytes[at] = static_cast<char>(random.below(256));
        }
        const auto file = parsed(std::move(bytes));
        refused += file ? 0 : 1;
        if (!file) {
            ASSERT_FALSE(file.error().sentence.empty());
            continue;
        }
        for (const auto& [name, tensor] : file->tensors) {
            ASSERT_EQ(static_cast<std::int64_t>(tensor.bytes.size()),
                      tensor.elementCount() * bytesOf(tensor.type));
            if (!tensor.bytes.empty()) {
                ASSERT_GE(tensor.bytes.data(), file->bytes->data());
                ASSERT_LE(tensor.bytes.data() + tensor.bytes.size(),
                          file->bytes->data() + file->bytes->size());
            }
        }
    }
    EXPECT_GT(refused, times / 2);
}

} // namespace
} // namespace protomind
