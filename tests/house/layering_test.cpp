// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "house/house_rules.h"
#include "source_folder.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const std::vector<SourceFile>& sources() {
    static const std::vector<SourceFile> kSources = [] {
        const std::filesystem::path root = sourceFolder();
        std::vector<SourceFile> files;
        for (const char* folder : {"src", "tests", "bench"})
            for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
                if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                    files.push_back({entry.path().lexically_relative(root).string(), textOf(entry.path())});
        return files;
    }();
    return kSources;
}

LayeringMap declaredMap() {
    return parseLayering(textOf(binaryFolder() / "layering.txt"));
}

// The house itself ---------------------------------------------------------------------------------------

TEST(House, HasAMapWithoutCircles) {
    const LayeringMap map = declaredMap();
    EXPECT_GT(map.size(), 10u);
    EXPECT_THAT(checkMap(map), IsEmpty());
}

TEST(House, IncludesFollowDeclaredArrows) {
    EXPECT_GT(sources().size(), 100u);
    EXPECT_THAT(checkIncludes(declaredMap(), sources()), IsEmpty());
}

TEST(House, LibrariesStayWhereTheyBelong) {
    EXPECT_THAT(checkLibraries(sources()), IsEmpty());
}

TEST(House, FilesAreInForm) {
    EXPECT_THAT(checkForm(sources()), IsEmpty());
}

// The rules, shown to notice
// ---------------------------------------------------------------------------------

TEST(HouseRules, ReadTheMap) {
    const LayeringMap map = parseLayering("engine/base: \nengine/graph: engine/tensor engine/base\n");
    EXPECT_EQ(map, (LayeringMap{{"engine/base", {}}, {"engine/graph", {"engine/base", "engine/tensor"}}}));
}

TEST(HouseRules, NoticeCircles) {
    EXPECT_THAT(
        checkMap({{"engine/a", {"engine/b"}}, {"engine/b", {"engine/c"}}, {"engine/c", {"engine/a"}}}),
        ElementsAre(HasSubstr("reaches itself")));
    EXPECT_THAT(checkMap({{"engine/a", {"engine/a"}}}), ElementsAre(HasSubstr("reaches itself")));
    EXPECT_THAT(
        checkMap({{"engine/a", {"engine/b", "engine/c"}}, {"engine/b", {"engine/c"}}, {"engine/c", {}}}),
        IsEmpty());
}

TEST(HouseRules, NoticeArrowsUpAndIntoNothing) {
    EXPECT_THAT(checkMap({{"engine/a", {"studio/b"}}, {"studio/b", {}}}),
                ElementsAre(HasSubstr("a storey above")));
    EXPECT_THAT(checkMap({{"studio/a", {"desktop/b"}}, {"desktop/b", {}}}),
                ElementsAre(HasSubstr("a storey above")));
    EXPECT_THAT(checkMap({{"engine/a", {"engine/absent"}}}), ElementsAre(HasSubstr("no module")));
}

const LayeringMap kMap = {{"engine/device", {}},
                          {"engine/device/cpu", {"engine/device"}},
                          {"studio/network", {"engine/device"}},
                          {"desktop/app", {"studio/network"}}};

std::vector<std::string> includesIn(const std::string& path, const std::string& line) {
    return checkIncludes(kMap, {{"src/engine/device/device.h", ""},
                                {"src/engine/device/cpu/cpu.h", ""},
                                {"src/studio/network/network.h", ""},
                                {"src/desktop/app/window.h", ""},
                                {path, "// first\n" + line + "\n"}});
}

TEST(HouseRules, AllowDeclaredIncludes) {
    EXPECT_THAT(includesIn("src/studio/network/a.cpp", "#include \"studio/network/network.h\""), IsEmpty());
    EXPECT_THAT(includesIn("src/studio/network/deep/a.cpp", "#include \"engine/device/device.h\""),
                IsEmpty());
    EXPECT_THAT(includesIn("src/engine/device/cpu/a.cpp", "#include \"engine/device/device.h\""), IsEmpty());
    EXPECT_THAT(includesIn("src/desktop/app/a.cpp", "#include \"ui_window.h\""), IsEmpty());
    EXPECT_THAT(includesIn("src/desktop/app/a.cpp", "#include \"a.moc\""), IsEmpty());
    EXPECT_THAT(includesIn("src/main.cpp", "#include \"desktop/app/window.h\""), IsEmpty());
}

TEST(HouseRules, NoticeUndeclaredIncludes) {
    EXPECT_THAT(includesIn("src/engine/device/a.h", "#include \"studio/network/network.h\""),
                ElementsAre(HasSubstr("does not declare studio/network")));
    EXPECT_THAT(includesIn("src/engine/device/a.h", "  #  include \"engine/device/cpu/cpu.h\" // why"),
                ElementsAre(HasSubstr("does not declare engine/device/cpu")));
    // What a module uses is not handed on to those above it.
    EXPECT_THAT(includesIn("src/desktop/app/a.cpp", "#include \"engine/device/device.h\""),
                ElementsAre(HasSubstr("does not declare engine/device")));
    EXPECT_THAT(includesIn("src/studio/network/a.cpp", "#include \"network.h\""),
                ElementsAre(HasSubstr("not in src")));
    EXPECT_THAT(includesIn("src/studio/network/a.cpp", "#include \"ui_window.h\""),
                ElementsAre(HasSubstr("not in src")));
    EXPECT_THAT(includesIn("src/studio/other/a.cpp", ""), ElementsAre(HasSubstr("in no module")));
}

TEST(HouseRules, NoticeLibrariesOutOfPlace) {
    const auto check = [](const std::string& path, const std::string& header) {
        return checkLibraries({{path, "#include <" + header + ">\n"}});
    };
    EXPECT_THAT(check("src/engine/nn/a.h", "QString"), ElementsAre(HasSubstr("Qt")));
    EXPECT_THAT(check("src/studio/network/a.h", "QtCore/QString"), ElementsAre(HasSubstr("Qt")));
    EXPECT_THAT(check("src/cli/a.cpp", "QCoreApplication"), ElementsAre(HasSubstr("Qt")));
    EXPECT_THAT(check("src/engine/nn/a.h", "nlohmann/json.hpp"), ElementsAre(HasSubstr("JSON")));
    EXPECT_THAT(check("src/engine/nn/a.h", "oneapi/dnnl/dnnl.hpp"),
                ElementsAre(HasSubstr("engine/device/cpu")));
    EXPECT_THAT(check("src/engine/device/a.h", "dnnl.hpp"), ElementsAre(HasSubstr("engine/device/cpu")));
    EXPECT_THAT(check("src/engine/device/cpu/a.h", "CL/opencl.hpp"),
                ElementsAre(HasSubstr("engine/device/opencl")));
    EXPECT_THAT(check("src/studio/picture/a.h", "Eigen/SVD"), ElementsAre(HasSubstr("studio/lens")));
    EXPECT_THAT(check("src/desktop/app/a.cpp", "sqlite3.h"), ElementsAre(HasSubstr("studio/project")));

    EXPECT_THAT(check("src/desktop/app/a.h", "QString"), IsEmpty());
    EXPECT_THAT(check("src/engine/device/cpu/a.h", "oneapi/dnnl/dnnl.hpp"), IsEmpty());
    EXPECT_THAT(check("src/engine/device/opencl/a.h", "CL/opencl.hpp"), IsEmpty());
    EXPECT_THAT(check("src/engine/base/a.h", "queue"), IsEmpty());
}

TEST(HouseRules, NoticeFormLost) {
    const std::string spdx = "// SPDX-FileCopyrightText: The Protomind authors\n"
                             "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    EXPECT_THAT(checkForm({{"src/engine/a.h", spdx + "#pragma once\n"}, {"src/engine/a.cpp", spdx}}),
                IsEmpty());
    EXPECT_THAT(checkForm({{"src/engine/a.cpp", "int a;\n"}}), ElementsAre(HasSubstr("SPDX")));
    EXPECT_THAT(checkForm({{"src/engine/a.h", spdx + "int a;\n"}}), ElementsAre(HasSubstr("pragma once")));
    EXPECT_THAT(checkForm({{"src/engine/a.h", ""}}), testing::SizeIs(2));
    EXPECT_THAT(checkForm({{"src/engine/a.cpp", spdx + std::string(498, '\n')}}), IsEmpty());
    EXPECT_THAT(checkForm({{"src/engine/a.cpp", spdx + std::string(499, '\n')}}),
                ElementsAre(HasSubstr("501 lines")));
    EXPECT_THAT(checkForm({{"src/engine/utils/a.cpp", spdx}}), ElementsAre(HasSubstr("folder")));
    EXPECT_THAT(checkForm({{"tests/common/deep/a.cpp", spdx}}), ElementsAre(HasSubstr("folder")));
    EXPECT_THAT(checkForm({{"src/engine/commonality/core.cpp", spdx}}), IsEmpty());
}

} // namespace
} // namespace protomind
