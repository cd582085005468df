// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/limits.h"
#include "studio/network/network_json.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json smallFile() {
    return json::parse(R"({
        "format": "protomind-network", "version": 1,
        "layers": [
            {"id": 1, "type": "input", "name": "Input", "settings": {"shape": [2]}, "position": [0, 0]},
            {"id": 2, "type": "dense", "name": "Dense", "settings": {"units": 3}, "position": [250, 0]}
        ],
        "wires": [{"id": 1, "from": 1, "to": 2, "port": 0}]
    })");
}

TEST(NetworkJson, RoundTripGivesTheSameNetworkAndText) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 4);
        const Network network = randomDrawing(random);
        const std::string text = networkText(network);
        const Result<Network> again = parseNetwork(text);
        ASSERT_TRUE(again) << again.error().text() << "\n" << text;
        EXPECT_EQ(*again, network) << "seed " << seed;
        EXPECT_EQ(networkText(*again), text) << "seed " << seed;
    }
}

TEST(NetworkJson, RoundTripKeepsTheTemplates) {
    for (const NetworkTemplate& entry : networkTemplates()) {
        const Network network = entry.make();
        const Result<Network> again = parseNetwork(networkText(network));
        ASSERT_TRUE(again) << again.error().text();
        EXPECT_EQ(*again, network) << entry.name;
    }
}

TEST(NetworkJson, KeepsUnknownFieldsAtEveryLevel) {
    json file = smallFile();
    file["author"] = {{"name", "Ada"}};
    file["layers"][0]["colour"] = "blue";
    file["layers"][1]["settings"]["quantised"] = true;
    file["layers"][1]["settings"]["mask"] = {{"kind", "causal"}, {"window", nullptr}};
    file["layers"][1]["settings"]["scales"] = {0.5, 1.5};
    file["layers"][1]["settings"]["huge"] = std::uint64_t{18446744073709551615u};
    file["wires"][0]["label"] = "skip";
    const Result<Network> network = parseNetwork(file.dump());
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(std::get<bool>(network->layer(LayerId{2})->settings.at("quantised")), true);
    json expected = file;
    for (json& layer : expected["layers"])
        for (json& coordinate : layer["position"])
            coordinate = coordinate.get<double>();
    EXPECT_EQ(toJson(*network), expected);
}

TEST(NetworkJson, KeepsLayersOfUnknownTypes) {
    json file = smallFile();
    file["layers"][1]["type"] = "attention_of_tomorrow";
    file["layers"][1]["settings"] = {{"heads", 8}, {"rope", {{"base", 10000.0}}}};
    const Result<Network> network = parseNetwork(file.dump());
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(toJson(*network)["layers"][1]["settings"], file["layers"][1]["settings"]);
}

TEST(NetworkJson, FillsInWhatMayBeAbsent) {
    const Result<Network> network = parseNetwork(R"({"format": "protomind-network", "version": 1, "layers": [
        {"id": 4, "type": "dense", "name": "Dense"}, {"id": 3, "type": "input", "name": "Input"}],
        "wires": [{"id": 1, "from": 3, "to": 4}]})");
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(network->wires().front().port, 0);
    EXPECT_LT(network->layer(LayerId{3})->position.x, network->layer(LayerId{4})->position.x) << "laid out";
    EXPECT_TRUE(parseNetwork(R"({"format": "protomind-network", "version": 1, "layers": []})"));
}

TEST(NetworkJson, RefusesANewerFormatPolitely) {
    json file = smallFile();
    file["version"] = 2;
    const Result<Network> network = parseNetwork(file.dump());
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().kind, ProblemKind::Input);
    EXPECT_THAT(network.error().sentence, HasSubstr("newer version"));
}

struct Damage {
    const char* name;
    void (*damage)(json& file);
    const char* where;
};

class DamagedNetwork : public testing::TestWithParam<Damage> {};

TEST_P(DamagedNetwork, IsRefusedWithItsPlace) {
    json file = smallFile();
    ASSERT_TRUE(parseNetwork(file.dump()));
    GetParam().damage(file);
    const Result<Network> network = parseNetwork(file.dump());
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().kind, ProblemKind::Input);
    EXPECT_EQ(network.error().where, GetParam().where);
    EXPECT_FALSE(network.error().sentence.empty());
}

const Damage kDamages[] = {
    {"NoFormat", [](json& f) { f.erase("format"); }, ""},
    {"OtherFormat", [](json& f) { f["format"] = "keras"; }, ""},
    {"List",
     [](json& f) {
         f = json::array({1, 2});
     },
     ""},
    {"NoVersion", [](json& f) { f.erase("version"); }, ""},
    {"VersionZero", [](json& f) { f["version"] = 0; }, "/version"},
    {"VersionWord", [](json& f) { f["version"] = "1"; }, "/version"},
    {"VersionReal", [](json& f) { f["version"] = 1.5; }, "/version"},
    {"VersionHuge", [](json& f) { f["version"] = std::uint64_t{18446744073709551615u}; }, "/version"},
    {"NoLayers", [](json& f) { f.erase("layers"); }, "/"},
    {"LayersObject", [](json& f) { f["layers"] = json::object(); }, "/layers"},
    {"LayerNumber", [](json& f) { f["layers"][1] = 3; }, "/layers/1"},
    {"LayerNoId", [](json& f) { f["layers"][1].erase("id"); }, "/layers/1"},
    {"LayerIdZero", [](json& f) { f["layers"][1]["id"] = 0; }, "/layers/1/id"},
    {"LayerIdNegative", [](json& f) { f["layers"][1]["id"] = -2; }, "/layers/1/id"},
    {"LayerIdReal", [](json& f) { f["layers"][1]["id"] = 2.0; }, "/layers/1/id"},
    {"LayerIdHuge", [](json& f) { f["layers"][1]["id"] = kMaxId + 1; }, "/layers/1/id"},
    {"LayerIdTwice", [](json& f) { f["layers"][1]["id"] = 1; }, "/layers"},
    {"LayerNoType", [](json& f) { f["layers"][0].erase("type"); }, "/layers/0"},
    {"LayerTypeNumber", [](json& f) { f["layers"][0]["type"] = 7; }, "/layers/0/type"},
    {"LayerNoName", [](json& f) { f["layers"][0].erase("name"); }, "/layers/0"},
    {"LayerNameNull", [](json& f) { f["layers"][0]["name"] = nullptr; }, "/layers/0/name"},
    {"SettingsList", [](json& f) { f["layers"][0]["settings"] = json::array(); }, "/layers/0/settings"},
    {"SettingNull", [](json& f) { f["layers"][1]["settings"]["units"] = nullptr; },
     "/layers/1/settings/units"},
    {"SettingObject", [](json& f) { f["layers"][1]["settings"]["units"] = json::object(); },
     "/layers/1/settings/units"},
    {"SettingReals",
     [](json& f) {
         f["layers"][0]["settings"]["shape"] = {1.5, 2.5};
     },
     "/layers/0/settings/shape"},
    {"PositionShort", [](json& f) { f["layers"][0]["position"] = {1}; }, "/layers/0/position"},
    {"PositionWords",
     [](json& f) {
         f["layers"][0]["position"] = {"a", "b"};
     },
     "/layers/0/position"},
    {"PositionFar",
     [](json& f) {
         f["layers"][0]["position"] = {1e300, 0};
     },
     "/layers/0/position"},
    {"WiresWord", [](json& f) { f["wires"] = "none"; }, "/wires"},
    {"WireNull", [](json& f) { f["wires"][0] = nullptr; }, "/wires/0"},
    {"WireNoId", [](json& f) { f["wires"][0].erase("id"); }, "/wires/0"},
    {"WireIdZero", [](json& f) { f["wires"][0]["id"] = 0; }, "/wires/0/id"},
    {"WireIdTwice", [](json& f) { f["wires"].push_back(f["wires"][0]); }, "/wires"},
    {"WireFromNowhere", [](json& f) { f["wires"][0]["from"] = 9; }, "/wires/0/from"},
    {"WireToNowhere", [](json& f) { f["wires"][0]["to"] = 9; }, "/wires/0/to"},
    {"WireNoTo", [](json& f) { f["wires"][0].erase("to"); }, "/wires/0"},
    {"WirePortNegative", [](json& f) { f["wires"][0]["port"] = -1; }, "/wires/0/port"},
    {"WirePortHuge", [](json& f) { f["wires"][0]["port"] = kMaxPort + 1; }, "/wires/0/port"},
    {"LongString", [](json& f) { f["layers"][0]["name"] = std::string(kMaxStringBytes + 1, 'x'); },
     "/layers/0"},
};

INSTANTIATE_TEST_SUITE_P(All, DamagedNetwork, testing::ValuesIn(kDamages),
                         [](const testing::TestParamInfo<Damage>& entry) {
                             return std::string(entry.param.name);
                         });

TEST(NetworkJson, HoldsTheLimitsOfLayersAndWires) {
    json file = smallFile();
    for (std::size_t id = 3; id <= kMaxLayers; ++id)
        file["layers"].push_back({{"id", id}, {"type", "dense"}, {"name", "x"}});
    for (std::size_t id = 2; id <= kMaxWires; ++id)
        file["wires"].push_back({{"id", id}, {"from", 1}, {"to", 2}});
    EXPECT_TRUE(parseNetwork(file.dump()));
    json layers = file;
    layers["layers"].push_back({{"id", kMaxLayers + 1}, {"type", "dense"}, {"name", "x"}});
    EXPECT_EQ(parseNetwork(layers.dump()).error().where, "/layers");
    file["wires"].push_back({{"id", kMaxWires + 1}, {"from", 1}, {"to", 2}});
    EXPECT_EQ(parseNetwork(file.dump()).error().where, "/wires");
}

/// Swaps, drops, doubles and overwrites pieces of a text, often with pieces that mean something.
std::string mutated(std::string text, RandomStream& random) {
    static const std::vector<std::string> pieces = {"{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    "\"",
                                                    "null",
                                                    "-1",
                                                    "1e999",
                                                    "0",
                                                    "18446744073709551616",
                                                    "\"id\": 1,",
                                                    "\"settings\"",
                                                    "\\u0000",
                                                    "\xff",
                                                    "[[[[[[",
                                                    "1.5",
                                                    "\"dense\"",
                                                    "true",
                                                    std::string(1, '\0')};
    const std::size_t changes = 1 + random.below(4);
    for (std::size_t change = 0; change < changes; ++change) {
        const std::size_t at = random.below(text.size() + 1);
        const std::size_t length = random.below(std::min<std::size_t>(text.size() - at, 20) + 1);
        switch (random.below(4)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, pieces[random.below(pieces.size())]);
            break;
        case 2:
            text.insert(at, text.substr(at, length));
            break;
        default:
            text.replace(at, length, pieces[random.below(pieces.size())]);
        }
    }
    return text;
}

TEST(NetworkJson, AnyTextIsReadOrRefusedAndWhatIsReadCanBeAnalysed) {
    int read = 0;
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        RandomStream random(seed, 5);
        const std::string text = mutated(networkText(randomDrawing(random)), random);
        const Result<Network> network = parseNetwork(text);
        if (!network) {
            EXPECT_EQ(network.error().kind, ProblemKind::Input);
            EXPECT_FALSE(network.error().sentence.empty());
            continue;
        }
        ++read;
        const Analysis analysis = analyse(*network, {{28, 28, 1}, 10, "Digits"});
        for (const NetworkProblem& problem : analysis.problems)
            for (const Fix& fix : problem.fixes)
                EXPECT_NE(applyFix(*network, fix), *network) << problem.sentence << " / " << fix.label;
        EXPECT_EQ(networkText(*parseNetwork(networkText(*network))), networkText(*network));
    }
    EXPECT_GT(read, 100) << "the mutations are too wild to test anything but the parser";
}

} // namespace
} // namespace protomind
