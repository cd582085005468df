// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/page.h"
#include "studio/exchange/tfjs/page_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <regex>
#include <sstream>

#include "networks/random_network.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string pageOf(const TrainedNetwork& network) {
    std::ostringstream stream;
    EXPECT_TRUE(writePage(stream, network));
    return stream.str();
}

/// What stands in the page's script element of an id.
std::string scriptOf(const std::string& page, const std::string& id) {
    const std::size_t begin = page.find('>', page.find("id=\"" + id + "\"")) + 1;
    return page.substr(begin, page.find("</script>", begin) - begin);
}

std::size_t countOf(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

std::string decoded(const std::string& text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int known = 0;
    for (const char letter : text) {
        const std::size_t value =
            std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").find(letter);
        if (value == std::string_view::npos)
            break;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        known += 6;
        if (known >= 8) {
            known -= 8;
            bytes += static_cast<char>(bits >> known & 255);
        }
    }
    return bytes;
}

/// An Input of a shape with a Dense layer behind it, and the words that go in where there are any.
TrainedNetwork networkFor(const Shape& input, Settings last = {{"units", std::int64_t{3}}}) {
    std::vector<LayerCase> cases{{"layer", "flatten", {}, {input}}, {"layer", "dense", last, {input}}};
    return networkOf(cases[input.rank() == 1 ? 1 : 0]);
}

void giveClasses(TrainedNetwork& network, std::vector<std::string> names) {
    network.data = DataDescription{.name = "letters",
                                   .sampleShape = network.model.inputShape,
                                   .targetKind = TargetKind::Class,
                                   .targetShape = {},
                                   .classNames = std::move(names),
                                   .featureNames = {}};
}

TEST(PageTexts, KnowEveryKindOfLayer) {
    for (const LayerType& type : layerTypes())
        EXPECT_THAT(std::string(pageTexts().networkCode), HasSubstr("\nlayers." + type.name + " = "))
            << type.name;
}

TEST(PageTexts, KnowEveryKindOfQuestionAndAnswer) {
    const std::string code(pageTexts().pageCode);
    for (const char* kind : {"drawing", "picture", "map", "fields", "numbers"})
        EXPECT_THAT(code, HasSubstr("\nquestions." + std::string(kind) + " = "));
    for (const char* kind : {"classes", "picture", "values"})
        EXPECT_THAT(code, HasSubstr("\nanswers." + std::string(kind) + " = "));
}

/// The first groups of all that a pattern finds.
std::vector<std::string> allOf(std::string_view text, const char* pattern) {
    const std::regex expression(pattern);
    const std::string whole(text);
    std::vector<std::string> found;
    for (std::sregex_iterator at(whole.begin(), whole.end(), expression), end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

TEST(PageTexts, SayEverythingInGermanToo) {
    const std::string code(pageTexts().pageCode);
    std::vector<std::string> sentences = allOf(code, R"~(\bsay\("([^"]*)")~");
    EXPECT_GT(sentences.size(), 20u);
    for (const std::string& there : allOf(pageTexts().html, "data-say>([^<]*)<"))
        sentences.push_back(there);
    for (const std::string& label : allOf(pageTexts().html, "data-label aria-label=\"([^\"]*)\""))
        sentences.push_back(label);
    for (const std::string& sentence : sentences)
        EXPECT_THAT(code, HasSubstr("\n    \"" + sentence + "\":")) << sentence;
}

TEST(PageTexts, AskNothingOfTheNetAndEndNoScript) {
    for (const std::string_view text : {pageTexts().networkCode, pageTexts().pageCode, pageTexts().style}) {
        for (const char* word : {"http:", "https:", "fetch(", "XMLHttpRequest", "import(", "@import", "url("})
            EXPECT_THAT(std::string(text), Not(HasSubstr(word)));
        EXPECT_THAT(std::string(text), Not(HasSubstr("</")));
        EXPECT_THAT(std::string(text), Not(HasSubstr("<!--")));
        // Names are text, never markup.
        EXPECT_THAT(std::string(text), Not(HasSubstr("innerHTML")));
    }
}

TEST(Page, HoldsTheWholeNetwork) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const TrainedNetwork network = randomNetwork(seed);
        const std::string page = pageOf(network);
        const auto description = nlohmann::json::parse(scriptOf(page, "description"));
        const std::string bytes = decoded(scriptOf(page, "weights"));
        std::size_t expected = 0;
        ASSERT_EQ(description["layers"].size(), network.model.layers.size()) << seed;
        for (const LayerView& layer : layerViews(network.model, &network.checkpoint->variables)) {
            const auto found = std::ranges::find_if(description["layers"], [&](const nlohmann::json& entry) {
                return entry["name"] == layer.name();
            });
            ASSERT_NE(found, description["layers"].end());
            EXPECT_EQ((*found)["kind"], layer.kind());
            EXPECT_EQ((*found)["inputs"].get<std::vector<int>>(), layer.sources());
            for (const LayerVariable& variable : layer.variables()) {
                const HostArray& values = network.checkpoint->variables.at(variable.nameIn(layer.name()));
                const auto place = (*found)["weights"][variable.name].get<std::array<std::size_t, 2>>();
                ASSERT_EQ(place[1], values.values.size());
                ASSERT_LE(4 * (place[0] + place[1]), bytes.size());
                EXPECT_EQ(std::memcmp(bytes.data() + 4 * place[0], values.values.data(), 4 * place[1]), 0);
                expected += place[1];
            }
        }
        EXPECT_EQ(bytes.size(), 4 * expected) << seed;
    }
}

TEST(Page, SaysTheSettingsThatALayerHas) {
    const LayerCase convolution{"layer", "convolution", {{"filters", std::int64_t{2}}}, {{5, 4, 2}}};
    const auto settings = pageDescription(networkOf(convolution))["layers"][1]["settings"];
    EXPECT_EQ(settings["filters"], 2);
    EXPECT_EQ(settings["kernel"], nlohmann::ordered_json({3, 3}));
    EXPECT_EQ(settings["padding"], "same");
    EXPECT_EQ(settings["groups"], 1);
    EXPECT_EQ(settings["activation"], "linear");
}

TEST(Page, TakesNoNameForMarkup) {
    const std::string nasty = "</script><script>alert(1)</script><!-- &\"' {{weights}} \xff";
    TrainedNetwork network = networkFor({4});
    network.title = nasty;
    network.program = nasty;
    network.model.layers[1].name = nasty;
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    for (const ModelVariable& variable : modelVariables(network.model))
        checkpoint->variables[variable.name] = HostArray(variable.declared.shape());
    network.checkpoint = checkpoint;
    giveClasses(network, {nasty, "b", "c"});
    network.data->featureNames = {nasty, "b", "c", "d"};
    const std::string page = pageOf(network);
    EXPECT_EQ(countOf(page, "<script"), 4u);
    EXPECT_EQ(countOf(page, "</script"), 4u);
    EXPECT_EQ(countOf(page, "<!--"), 0u);
    EXPECT_EQ(countOf(page, "alert(1)</"), 0u);
    const auto description = nlohmann::json::parse(scriptOf(page, "description"));
    EXPECT_THAT(description["layers"][1]["name"].get<std::string>(),
                HasSubstr("</script><script>alert(1)</script><!-- &\"'"));
    EXPECT_THAT(description["input"]["names"][0].get<std::string>(), HasSubstr("</script>"));
    EXPECT_THAT(description["reading"]["names"][0].get<std::string>(), HasSubstr("</script>"));
}

TEST(Page, IsFilledInEverywhere) {
    const std::string page = pageOf(networkFor({4}));
    EXPECT_THAT(page, Not(HasSubstr("{{")));
    EXPECT_THAT(page, Not(HasSubstr("SPDX")));
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(Page, AsksAsSuitsTheInput) {
    const auto kindFor = [](const Shape& shape) {
        return pageDescription(networkFor(shape))["input"]["kind"];
    };
    EXPECT_EQ(kindFor({28, 28, 1}), "drawing");
    EXPECT_EQ(kindFor({8, 6, 3}), "picture");
    EXPECT_EQ(kindFor({8, 6, 4}), "picture");
    EXPECT_EQ(kindFor({8, 6, 2}), "numbers");
    EXPECT_EQ(kindFor({2}), "map");
    EXPECT_EQ(kindFor({4}), "fields");
    EXPECT_EQ(kindFor({100}), "numbers");
    EXPECT_EQ(kindFor({5, 3}), "numbers");
}

TEST(Page, AsksForWordsByWholeNumbers) {
    const LayerCase words{
        "layer", "embedding", {{"vocabulary", std::int64_t{9}}, {"features", std::int64_t{3}}}, {{2}}};
    const auto input = pageDescription(networkOf(words))["input"];
    EXPECT_EQ(input["kind"], "fields");
    EXPECT_EQ(input["whole"], true);
    EXPECT_EQ(input["high"], nlohmann::ordered_json({8.0, 8.0}));
}

TEST(Page, ReachesALittleFartherThanTheSamples) {
    TrainedNetwork network = networkFor({3});
    network.samples = HostArray({2, 3}, {0, 5, 1, 10, 5, -1});
    const auto input = pageDescription(network)["input"];
    EXPECT_EQ(input["low"], nlohmann::ordered_json({-1.0, 4.0, -1.2}));
    EXPECT_EQ(input["high"], nlohmann::ordered_json({11.0, 6.0, 1.2}));
}

TEST(Page, DrawsInTheColoursOfTheData) {
    TrainedNetwork network = networkFor({4, 4, 1});
    giveClasses(network, {});
    network.samples = HostArray(Shape{1, 4, 4, 1}, 1.0f);
    EXPECT_EQ(pageDescription(network)["input"]["dark"], true);
    network.samples = HostArray(Shape{1, 4, 4, 1}, 0.0f);
    EXPECT_EQ(pageDescription(network)["input"]["dark"], false);
}

TEST(Page, ReadsAnswersAsTheProgramDoes) {
    TrainedNetwork network = networkFor({4});
    EXPECT_EQ(pageDescription(network)["reading"]["kind"], "values");
    giveClasses(network, {"a", "b", "c"});
    // A cross-entropy was made small: the scores' softmax are probabilities.
    auto reading = pageDescription(network)["reading"];
    EXPECT_EQ(reading["kind"], "classes");
    EXPECT_EQ(reading["names"], nlohmann::ordered_json({"a", "b", "c"}));
    EXPECT_EQ(reading["meaning"], "probabilities");
    EXPECT_EQ(reading["finish"], "softmax");
    network.experiment.training.loss = "hinge";
    reading = pageDescription(network)["reading"];
    EXPECT_EQ(reading["meaning"], "scores");
    EXPECT_EQ(reading["finish"], "");
}

TEST(Page, LeavesProbabilitiesAsTheyAre) {
    TrainedNetwork network =
        networkFor({4}, {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}});
    // Without data: only that they are probabilities is known.
    EXPECT_EQ(pageDescription(network)["reading"]["names"],
              nlohmann::ordered_json({"Class 0", "Class 1", "Class 2"}));
    giveClasses(network, {"a", "b", "c"});
    const auto reading = pageDescription(network)["reading"];
    EXPECT_EQ(reading["meaning"], "probabilities");
    EXPECT_EQ(reading["finish"], "");
}

TEST(Page, TakesOneOutputForTheSecondOfTwoClasses) {
    TrainedNetwork network = networkFor({4}, {{"units", std::int64_t{1}}});
    giveClasses(network, {"no", "yes"});
    const auto reading = pageDescription(network)["reading"];
    EXPECT_EQ(reading["kind"], "classes");
    EXPECT_EQ(reading["finish"], "sigmoid");
    EXPECT_EQ(reading["threshold"], 0.5);
}

TEST(Page, ShowsAnImageAsOne) {
    const LayerCase upsample{"layer", "upsample", {}, {{3, 4, 3}}};
    EXPECT_EQ(pageDescription(networkOf(upsample))["reading"]["kind"], "picture");
}

} // namespace
} // namespace protomind
