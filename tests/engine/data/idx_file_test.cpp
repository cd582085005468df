// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/idx_file.h"
#include "engine/data/idx_folder.h"
#include "engine/data/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

Bytes randomItems(std::size_t count, std::uint64_t seed = 1) {
    RandomStream random(seed);
    Bytes items(count);
    for (std::uint8_t& item : items)
        item = static_cast<std::uint8_t>(random.below(256));
    return items;
}

Bytes joined(Bytes a, const Bytes& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Bytes cut(Bytes bytes, std::size_t byHowMany) {
    bytes.resize(bytes.size() - byHowMany);
    return bytes;
}

TEST(IdxFile, ReadsWhatWasWritten) {
    const ScratchFolder folder;
    // The last is larger than the reader's own buffer.
    for (const std::vector<std::uint32_t>& sizes :
         std::vector<std::vector<std::uint32_t>>{{1, 1, 1}, {3, 2, 5}, {7, 28, 28}, {300, 17, 23}}) {
        const Bytes items = randomItems(sizes[0] * sizes[1] * sizes[2]);
        const Bytes bytes = idxBytes(sizes, items);
        for (const Bytes& content : {bytes, gzipped(bytes)}) {
            const auto images = readIdxImages(folder.write("images", content));
            ASSERT_TRUE(images) << images.error().text();
            EXPECT_EQ(images->count, sizes[0]);
            EXPECT_EQ(images->height, sizes[1]);
            EXPECT_EQ(images->width, sizes[2]);
            EXPECT_EQ(images->pixels, items);
        }
    }
    const Bytes labels = randomItems(100000);
    const Bytes bytes = idxBytes({100000}, labels);
    EXPECT_EQ(readIdxLabels(folder.write("labels", bytes)), labels);
    EXPECT_EQ(readIdxLabels(folder.write("labels", gzipped(bytes))), labels);
}

TEST(IdxFile, ReadsGzipInSeveralMembers) {
    const ScratchFolder folder;
    const Bytes bytes = idxBytes({1000}, randomItems(1000));
    const Bytes front(bytes.begin(), bytes.begin() + 300);
    const Bytes back(bytes.begin() + 300, bytes.end());
    const auto labels = readIdxLabels(folder.write("labels", joined(gzipped(front), gzipped(back))));
    ASSERT_TRUE(labels) << labels.error().text();
    EXPECT_EQ(*labels, Bytes(bytes.begin() + 8, bytes.end()));
}

TEST(IdxFile, ReadsGzipThatIsPaddedWithZeros) {
    const ScratchFolder folder;
    const Bytes labels = randomItems(1000);
    const Bytes packed = gzipped(idxBytes({1000}, labels));
    // One; fewer than gzip's magic number is long; a block of a tape; more than the reader's own buffer.
    for (const std::size_t zeros : {1u, 2u, 512u, 200'000u, static_cast<unsigned>(kMaxGzipPadding)}) {
        const auto read = readIdxLabels(folder.write("labels", joined(packed, Bytes(zeros))));
        ASSERT_TRUE(read) << zeros << ": " << read.error().text();
        EXPECT_EQ(*read, labels) << zeros;
    }
    const auto twice = readIdxLabels(
        folder.write("labels", joined(joined(packed, Bytes(100'000)), gzipped(idxBytes({1}, {1})))));
    ASSERT_FALSE(twice);
    EXPECT_THAT(twice.error().sentence, HasSubstr("not gzip follows"));
}

struct Damage {
    std::string name;
    Bytes bytes;
    std::string sentence; ///< a part of what the problem says
};

std::vector<Damage> damagedImages() {
    const Bytes items = randomItems(60);
    const Bytes good = idxBytes({3, 4, 5}, items);
    const Bytes packed = gzipped(good);
    Bytes wrongChecksum = packed;
    wrongChecksum[packed.size() - 8] ^= 1;
    Bytes wrongLength = packed;
    wrongLength[packed.size() - 1] ^= 1;
    Bytes wrongMethod = packed;
    wrongMethod[2] = 7;
    Bytes wrongBody = packed;
    for (std::size_t i = 10; i < 30; ++i)
        wrongBody[i] = 0xff;
    Bytes foreignMagic = good;
    foreignMagic[0] = 1;
    return {
        {"Empty", {}, "not an IDX file"},
        {"OnlyPartOfTheMagic", {0, 0, 8}, "not an IDX file"},
        {"ForeignMagic", foreignMagic, "not an IDX file"},
        {"ForeignFile", Bytes{'%', 'P', 'D', 'F', '-', '1', '.', '7', 10, 10}, "not an IDX file"},
        {"WrongType", idxBytes({3, 4, 5}, items, 0x0d), "type 0x0d"},
        {"LabelsForImages", idxBytes({60}, items), "1 axes"},
        {"FourAxes", idxBytes({1, 3, 4, 5}, items), "4 axes"},
        {"CutInTheHeader", Bytes(good.begin(), good.begin() + 14), "within its header"},
        {"CutByOne", cut(good, 1), "cut off"},
        {"CutByAll", Bytes(good.begin(), good.begin() + 16), "cut off"},
        {"OneByteTooMany", joined(good, {0}), "goes on"},
        {"TwiceTheFile", joined(good, good), "goes on"},
        {"NoItems", idxBytes({0, 4, 5}, {}), "0 items"},
        {"NoHeight", idxBytes({3, 0, 5}, {}), "side of 0"},
        {"NoWidth", idxBytes({3, 4, 0}, {}), "side of 0"},
        {"HugeSide", idxBytes({1, 1, kMaxIdxSide + 1}, items), "side of"},
        {"HugeCount", idxBytes({kMaxIdxItems + 1, 1, 1}, items), "at most"},
        {"HugeProduct", idxBytes({kMaxIdxItems, kMaxIdxSide, kMaxIdxSide}, items), "MiB"},
        {"AllOnes", idxBytes({0xffffffff, 0xffffffff, 0xffffffff}, items), "at most"},
        {"PromisesMoreThanTheFileHolds", idxBytes({1 << 20, 32, 32}, items), "more than it can hold"},
        {"PackedCutInItsHeader", Bytes(packed.begin(), packed.begin() + 5), "cut off"},
        {"PackedCutByOne", cut(packed, 1), "cut off"},
        {"PackedCutInTheMiddle", cut(packed, packed.size() / 2), "cut off"},
        {"PackedWithWrongChecksum", wrongChecksum, "damaged"},
        {"PackedWithWrongLength", wrongLength, "damaged"},
        {"PackedWithWrongMethod", wrongMethod, "damaged"},
        {"PackedWithForeignBody", wrongBody, "damaged"},
        {"PackedWithForeignTail", joined(packed, {1, 2, 3}), "follows"},
        {"PackedWithZerosAndThenMore", joined(joined(packed, Bytes(70'000)), {1}), "follows"},
        {"PackedWithTooManyZeros", joined(packed, Bytes(kMaxGzipPadding + 1)), "MiB of zeros follow"},
        {"PackedWithOneByteTail", joined(packed, {0x1f}), "follows"},
        {"PackedAndThenPackedAgain", joined(packed, packed), "goes on"},
        {"PackedTwice", gzipped(packed), "not an IDX file"},
        {"PackedOneByteTooMany", gzipped(joined(good, {0})), "goes on"},
        {"PackedCutInside", gzipped(cut(good, 1)), "cut off"},
        {"PackedPromisesMoreThanItCanHold", gzipped(idxBytes({1 << 20, 32, 32}, items)),
         "more than it can hold"},
        {"PackedEmpty", gzipped({}), "not an IDX file"},
        // Ten megabytes that unpack from ten kilobytes: refused after the first byte too many.
        {"Bomb", gzipped(joined(good, Bytes(10 << 20))), "goes on"},
    };
}

class DamagedIdxFile : public testing::TestWithParam<Damage> {};

INSTANTIATE_TEST_SUITE_P(Kinds, DamagedIdxFile, testing::ValuesIn(damagedImages()),
                         [](const auto& instance) { return instance.param.name; });

TEST_P(DamagedIdxFile, IsAProblemThatNamesTheFile) {
    const ScratchFolder folder;
    const auto path = folder.write("images", GetParam().bytes);
    const auto images = readIdxImages(path);
    ASSERT_FALSE(images);
    EXPECT_EQ(images.error().kind, ProblemKind::Input);
    EXPECT_EQ(images.error().where, path.string());
    EXPECT_THAT(images.error().sentence, HasSubstr(GetParam().sentence));
}

TEST(IdxFile, RefusesWhatIsNoRegularFile) {
    const ScratchFolder folder;
    EXPECT_EQ(readIdxImages(folder.path()).error().kind, ProblemKind::Input);
    EXPECT_EQ(readIdxImages(folder.path() / "nowhere").error().kind, ProblemKind::Input);
    EXPECT_EQ(readIdxImages("/dev/zero").error().kind, ProblemKind::Input);
}

TEST(IdxFile, RefusesAFilePastTheLimit) {
    const ScratchFolder folder;
    const auto path = folder.write("images", idxBytes({1, 1, 1}, {0}));
    std::filesystem::resize_file(path, kMaxIdxFileBytes + 1); // Sparse: takes no room.
    const auto images = readIdxImages(path);
    ASSERT_FALSE(images);
    EXPECT_THAT(images.error().sentence, HasSubstr("512 MiB"));
}

TEST(IdxFile, NeverTrustsAPackedFileWithFlippedBits) {
    const ScratchFolder folder;
    const Bytes items = randomItems(400);
    const Bytes packed = gzipped(idxBytes({4, 10, 10}, items));
    RandomStream random(9);
    int refused = 0;
    constexpr int kRounds = 2000;
    for (int round = 0; round < kRounds; ++round) {
        Bytes flipped = packed;
        flipped[random.below(flipped.size())] ^= static_cast<std::uint8_t>(1u << random.below(8));
        const auto images = readIdxImages(folder.write("images", flipped));
        // Bits of the gzip header that mean nothing, such as its time, may differ.
        if (images)
            EXPECT_EQ(images->pixels, items);
        else
            ++refused;
    }
    EXPECT_GT(refused, kRounds * 9 / 10);
}

TEST(IdxFile, SurvivesRandomHeaders) {
    const ScratchFolder folder;
    RandomStream random(10);
    for (int round = 0; round < 2000; ++round) {
        Bytes bytes = idxBytes({3, 4, 5}, randomItems(60));
        for (std::uint64_t change = 1 + random.below(3); change > 0; --change)
            bytes[random.below(16)] = static_cast<std::uint8_t>(random.below(256));
        const auto images = readIdxImages(folder.write("images", bytes));
        if (images)
            EXPECT_EQ(images->count * images->height * images->width, 60);
        else
            EXPECT_EQ(images.error().kind, ProblemKind::Input);
    }
}

} // namespace
} // namespace protomind
