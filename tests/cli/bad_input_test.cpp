// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, cut off, or somebody else's: a sentence, status 3, and nothing else.
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "cli/inputs/picture.h"
#include "cli/inputs/rows.h"
#include "studio/network/limits.h"

#include <gmock/gmock.h>

#include <fstream>
#include <png.h>
#include <random>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

class BadInputTest : public CommandTest {
protected:
    static std::string bytesOf(const std::string& file) {
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        return bytes.str();
    }
    static std::string with(std::string bytes, std::size_t at, const std::string& replacement) {
        return bytes.replace(at, replacement.size(), replacement);
    }
    /// Flips a bit, cuts the end off, overwrites a stretch with zeros or chance, or doubles one.
    static std::string damaged(std::string bytes, std::mt19937& random) {
        const std::size_t at = random() % bytes.size();
        const std::size_t length = std::min<std::size_t>(1 + random() % 64, bytes.size() - at);
        switch (random() % 5) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            break;
        case 1:
            bytes.resize(at);
            break;
        case 2:
            bytes.replace(at, length, std::string(length, '\0'));
            break;
        case 3:
            for (std::size_t offset = 0; offset < length; ++offset)
                bytes[at + offset] = static_cast<char>(random());
            break;
        default:
            bytes.insert(at, bytes.substr(at, length));
        }
        return bytes;
    }
    std::string writeIdx(const std::string& folder, const std::string& images,
                         const std::string& labels) const {
        std::filesystem::create_directories(path(folder));
        write(folder + "/train-images-idx3-ubyte", images);
        write(folder + "/train-labels-idx1-ubyte", labels);
        return "idx:" + path(folder);
    }
    static std::string idx(const std::vector<std::uint32_t>& sizes, std::size_t items) {
        std::string bytes{'\0', '\0', '\x08', static_cast<char>(sizes.size())};
        for (const std::uint32_t size : sizes)
            for (const int shift : {24, 16, 8, 0})
                bytes += static_cast<char>(size >> shift);
        return bytes + std::string(items, '\1');
    }
    /// What a command does with 256 MiB of memory more than it has now: its exit status.
    static int statusWithLittleMemory(const std::vector<std::string>& words) {
        const pid_t child = ::fork();
        if (child == 0) {
            std::size_t pages = 0;
            std::ifstream("/proc/self/statm") >> pages;
            const rlim_t limit = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + (rlim_t{256} << 20);
            const rlimit memory{limit, limit};
            ::setrlimit(RLIMIT_AS, &memory);
            ::_exit(command(words).status);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

TEST_F(BadInputTest, ProjectsAndNetworksThatAreNoneEndWithThree) {
    const std::string trained = trainedProject();
    const std::string project = bytesOf(trained);
    const std::string drawing = bytesOf(network());
    write("empty.protomind", "");
    write("text.protomind", std::string(5000, 'x'));
    write("picture.protomind", "\x89PNG\r\n\x1a\n" + std::string(300, '\0'));
    write("zip.protomind", "PK\3\4" + std::string(300, '\0'));
    write("header.protomind", project.substr(0, 60));
    write("page.protomind", project.substr(0, 4096));
    write("cut.protomind", project.substr(0, project.size() - 1));
    write("long.protomind", project + "x");
    write("foreign.protomind", with(project, 68, "abcd"));
    write("newer.protomind", with(project, 60, std::string("\0\0\1\0", 4)));
    write("unversioned.protomind", with(project, 60, std::string(4, '\0')));
    write("zeros.protomind", with(project, 4096, std::string(4096, '\0')));
    std::ofstream(path("huge.protomind")) << project;
    std::filesystem::resize_file(path("huge.protomind"), std::uintmax_t{5} << 30); // sparse: takes no room
    std::filesystem::create_directory(path("folder.protomind"));
    write("empty.json", "");
    write("cut.json", drawing.substr(0, drawing.size() / 2));
    write("foreign.json", "{\"format\": \"keras\", \"version\": 1}");
    write("list.json", "[1, 2, 3]");
    write("deep.json", std::string(100'000, '['));
    write("twice.json", "{\"format\": 1, \"format\": 2}");
    write("binary.json", std::string("\xff\xfe\0\0", 4));
    write("huge.json", "{");
    std::filesystem::resize_file(path("huge.json"), kMaxNetworkBytes + 1);
    std::filesystem::create_directory(path("folder.json"));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
        const std::string file = entry.path().string();
        if (file == network() || file == trained || file.ends_with("~"))
            continue;
        SCOPED_TRACE(file);
        ++files;
        std::vector<std::vector<std::string>> commands = {
            {"describe", file}, {"train", file, "--data", "gaussians", "-o", path("out.protomind")}};
        if (file.ends_with(".protomind")) {
            commands.push_back({"evaluate", file});
            commands.push_back({"predict", file, "1,2"});
        }
        for (const std::vector<std::string>& words : commands) {
            const CommandRun run = command(words);
            EXPECT_EQ(run.status, kExitInput) << words[0] << run.err;
            EXPECT_THAT(run.err, StartsWith("protomind: "));
            EXPECT_THAT(run.err, HasSubstr(entry.path().filename().string()));
            EXPECT_THAT(run.err, EndsWith(".\n"));
            EXPECT_TRUE(run.out.empty()) << run.out;
        }
    }
    EXPECT_EQ(files, 23);
    EXPECT_FALSE(std::filesystem::exists(path("out.protomind")));
}

TEST_F(BadInputTest, DataFilesThatAreNoneEndWithThree) {
    const std::string good = idx({4, 2, 2}, 16);
    const std::string labels = idx({4}, 4);
    const std::string cases[][2] = {
        {"", labels},
        {good.substr(0, 10), labels},
        {good.substr(0, good.size() - 1), labels},
        {good + "x", labels},
        {idx({4, 2}, 8), labels},
        {with(good, 0, "\x89PNG"), labels},
        {with(good, 2, "\x0d"), labels},
        {idx({0, 2, 2}, 0), labels},
        {idx({0xffffffff, 0xffffffff, 0xffffffff}, 16), labels},
        {idx({1 << 24, 64, 64}, 16), labels},
        {good, idx({5}, 5)},
        {good, ""},
        {labels, good},
        {"\x1f\x8b" + std::string(50, '\0'), labels},
    };
    int number = 0;
    for (const auto& [images, names] : cases) {
        SCOPED_TRACE(++number);
        const std::string data = writeIdx("set" + std::to_string(number), images, names);
        const CommandRun run = command({"train", "digits-mlp", "--data", data, "--steps", "1"});
        EXPECT_EQ(run.status, kExitInput) << run.err;
        EXPECT_THAT(run.err, StartsWith("protomind: "));
        EXPECT_THAT(run.err, HasSubstr("set" + std::to_string(number)));
        EXPECT_TRUE(run.out.empty()) << run.out;
    }
}

TEST_F(BadInputTest, ABackupIsReadLikeAProject) {
    const std::string project = trainedProject();
    std::filesystem::copy_file(project, path("kept.protomind~"));
    EXPECT_EQ(command({"evaluate", path("kept.protomind~")}).status, kExitDone);
}

TEST_F(BadInputTest, AnyDamagedProjectIsReadOrRefused) {
    const std::string trained = trainedProject();
    const std::string project = bytesOf(trained);
    const std::string description = command({"describe", trained}).out;
    std::mt19937 random(21);
    int refused = 0;
    const int trials = rounds(300, 10'000);
    for (int trial = 0; trial < trials; ++trial) {
        write("bad.protomind", damaged(project, random));
        const CommandRun run = command({"describe", path("bad.protomind")});
        ASSERT_TRUE(run.status == kExitDone || run.status == kExitInput) << trial << run.err;
        refused += run.status == kExitInput ? 1 : 0;
        if (run.status == kExitDone) {
            EXPECT_EQ(run.out, description) << trial;
        }
    }
    EXPECT_GT(refused, trials / 4); // The rest fell on bytes that hold nothing.
}

TEST_F(BadInputTest, AnyDamagedNetworkIsReadOrRefused) {
    const std::string drawing = bytesOf(network());
    std::mt19937 random(22);
    int refused = 0;
    const int trials = rounds(500, 20'000);
    for (int trial = 0; trial < trials; ++trial) {
        write("bad.json", damaged(drawing, random));
        const CommandRun run = command({"describe", path("bad.json")});
        ASSERT_TRUE(run.status == kExitDone || run.status == kExitInput) << trial << run.err;
        refused += run.status == kExitInput ? 1 : 0;
    }
    EXPECT_GT(refused, trials / 2);
}

TEST_F(BadInputTest, AnyDamagedPictureIsReadOrRefused) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 20;
    image.height = 16;
    image.format = PNG_FORMAT_RGB;
    std::vector<png_byte> pixels(20 * 16 * 3);
    std::mt19937 random(23);
    for (png_byte& pixel : pixels)
        pixel = static_cast<png_byte>(random() % 7);
    ASSERT_TRUE(png_image_write_to_file(&image, path("good.png").c_str(), 0, pixels.data(), 0, nullptr));
    const std::vector<std::string> pictures = {bytesOf(path("good.png")),
                                               "P5 4 3 255\n" + std::string(12, 'a'),
                                               "P2\n# grey\n3 2\n9\n1 2 3\n4 5 6\n", "P6 1 1 65535\nabcdef"};
    int refused = 0;
    const int trials = rounds(400, 20'000);
    for (int trial = 0; trial < trials; ++trial) {
        write("bad.picture", damaged(pictures[static_cast<std::size_t>(trial) % pictures.size()], random));
        const Result<Picture> picture = readPicture(path("bad.picture"));
        if (!picture) {
            EXPECT_EQ(picture.error().kind, ProblemKind::Input);
            EXPECT_THAT(picture.error().where, HasSubstr("bad.picture"));
            ++refused;
        } else {
            EXPECT_EQ(std::ssize(picture->pixels), picture->width * picture->height * picture->channels);
        }
    }
    EXPECT_GT(refused, trials / 5);
}

TEST_F(BadInputTest, AnyDamagedTableIsReadOrRefused) {
    const std::string table = "x,y\n1.5,1.5\n\n-1.5,-1.5\n\"3\",4e-3\n";
    std::mt19937 random(24);
    const int trials = rounds(500, 20'000);
    for (int trial = 0; trial < trials; ++trial) {
        const Result<NamedRows> rows = readRows(write("bad.csv", damaged(table, random)), 2);
        if (!rows)
            EXPECT_EQ(rows.error().kind, ProblemKind::Input);
        else
            for (const NamedRow& row : rows->rows)
                EXPECT_EQ(row.values.size(), 2u);
    }
}

TEST_F(BadInputTest, ADeclaredSizeTakesNoMemory) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "AddressSanitizer needs more address space than there is here.";
#endif
    const std::string project = trainedProject();
    // Headers that promise up to a gigabyte of bytes, in files of a few.
    const std::string data = writeIdx("bomb", idx({1 << 16, 128, 128}, 16), idx({1 << 16}, 4));
    EXPECT_EQ(statusWithLittleMemory({"train", "digits-mlp", "--data", data, "--steps", "1"}), kExitInput);
    write("bomb.pgm", "P5 16384 4096 255\nabc");
    write("bomb.ppm", "P3 16384 4096 255\n1 2 3");
    // Signature and header of a picture of 16384 x 4096 colours, a byte of it, and the end.
    const std::string bomb("\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000\100\000"
                           "\000\000\020\000\010\002\000\000\000\005\177\156\144\000\000\000\001\111\104\101"
                           "\124\170\166\346\204\346\000\000\000\000\111\105\116\104\256\102\140\202",
                           58);
    write("bomb.png", bomb);
    for (const char* name : {"bomb.pgm", "bomb.ppm", "bomb.png"}) {
        const Result<Picture> picture = readPicture(path(name));
        ASSERT_FALSE(picture);
        EXPECT_EQ(picture.error().kind, ProblemKind::Input) << name;
        EXPECT_THAT(picture.error().sentence,
                    HasSubstr(name == std::string("bomb.png") ? "promises" : "early"));
    }
    write("bomb.json", "{");
    std::filesystem::resize_file(path("bomb.json"), std::uintmax_t{20} << 30);
    EXPECT_EQ(statusWithLittleMemory({"describe", path("bomb.json")}), kExitInput);
    std::filesystem::resize_file(project, std::uintmax_t{20} << 30);
    EXPECT_EQ(statusWithLittleMemory({"describe", project}), kExitInput);
    write("bomb.csv", "1,2\n");
    std::filesystem::resize_file(path("bomb.csv"), std::uintmax_t{20} << 30);
    EXPECT_FALSE(readRows(path("bomb.csv"), 2));
}

TEST_F(BadInputTest, DamagedProjectsTakeLittleMemory) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "AddressSanitizer needs more address space than there is here.";
#endif
    const std::string project = bytesOf(trainedProject());
    std::mt19937 random(25);
    for (int trial = 0; trial < rounds(30, 1000); ++trial) {
        write("bad.protomind", damaged(project, random));
        const int status = statusWithLittleMemory({"describe", path("bad.protomind")});
        ASSERT_TRUE(status == kExitDone || status == kExitInput) << trial << ": " << status;
    }
}

} // namespace
} // namespace protomind
