// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/exchange/limits.h"
#include "studio/exchange/tfjs/read_tfjs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

namespace protomind {
namespace {

using nlohmann::json;
using testing::HasSubstr;

template<class Number>
std::string bytesOf(const std::vector<Number>& numbers) {
    std::string bytes(numbers.size() * sizeof(Number), '\0');
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

/// As TensorFlow.js saves two inputs to one neuron.
json smallModel() {
    return json::parse(R"({
        "format": "layers-model",
        "modelTopology": {"class_name": "Sequential", "config": {"name": "sequential_1", "layers": [
            {"class_name": "Dense", "config": {"units": 1, "activation": "linear", "use_bias": true,
             "name": "dense_Dense1", "trainable": true, "batch_input_shape": [null, 2], "dtype": "float32"}}]},
             "keras_version": "tfjs-layers 4.22.0", "backend": "tensor_flow.js"},
        "weightsManifest": [{"paths": ["weights.bin"], "weights": [
            {"name": "dense_Dense1/kernel", "shape": [2, 1], "dtype": "float32"},
            {"name": "dense_Dense1/bias", "shape": [1], "dtype": "float32"}]}]})");
}

json& weightsOf(json& model) {
    return model["weightsManifest"][0]["weights"];
}

const std::string kNumbers = bytesOf<float>({1.5f, -2, 0.25f});

Result<ImportedNetwork> read(const json& model, const std::string& bytes = kNumbers) {
    return networkOfTfjs(model.dump(), [&](const ManifestGroup&) -> Result<std::string> { return bytes; });
}

std::string problemOf(const json& model, const std::string& bytes = kNumbers) {
    const auto found = read(model, bytes);
    return found ? "none" : found.error().text();
}

std::vector<float> numbersOf(const ImportedNetwork& network, const std::string& variable) {
    for (const auto& [name, values] : network.variables)
        if (name.ends_with("/" + variable))
            return values.values;
    return {};
}

TEST(ReadTfjs, TakesWhatTensorFlowJsSaves) {
    const auto network = read(smallModel());
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(network->network.layers().size(), 2u);
    EXPECT_EQ(numbersOf(*network, "kernel"), (std::vector<float>{1.5f, -2}));
    EXPECT_EQ(numbersOf(*network, "bias"), (std::vector<float>{0.25f}));
}

TEST(ReadTfjs, TakesWhatTheConverterMakes) {
    json model = smallModel();
    json topology{{"keras_version", "2.15.0"}, {"backend", "tensorflow"}};
    topology["model_config"] = {{"class_name", "Sequential"}, {"config", model["modelTopology"]["config"]}};
    model["modelTopology"] = topology;
    const auto network = read(model);
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(numbersOf(*network, "kernel"), (std::vector<float>{1.5f, -2}));
}

TEST(ReadTfjs, PassesOverTheCellOfARecurrentLayer) {
    json model = smallModel();
    weightsOf(model)[0]["name"] = "dense_Dense1/some_cell/kernel";
    const auto network = read(model);
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(numbersOf(*network, "kernel"), (std::vector<float>{1.5f, -2}));
    // Where that could be two, it is none.
    json twice = model;
    weightsOf(twice).push_back(
        {{"name", "dense_Dense1/other/kernel"}, {"shape", {2, 1}}, {"dtype", "float32"}});
    EXPECT_THAT(problemOf(twice, bytesOf<float>({1, 2, 3, 4, 5})), HasSubstr("dense_Dense1/kernel"));
}

TEST(ReadTfjs, UnpacksNumbers) {
    json model = smallModel();
    weightsOf(model)[0]["quantization"] = {{"dtype", "uint8"}, {"scale", 0.5}, {"min", -1.0}};
    weightsOf(model)[1]["quantization"] = {{"dtype", "float16"}, {"original_dtype", "float32"}};
    const std::string packed = bytesOf<std::uint8_t>({0, 255}) + bytesOf<std::uint16_t>({0x3C00});
    const auto network = read(model, packed);
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(numbersOf(*network, "kernel"), (std::vector<float>{-1, 126.5f}));
    EXPECT_EQ(numbersOf(*network, "bias"), (std::vector<float>{1}));
    EXPECT_TRUE(std::ranges::any_of(network->notes, [](const FormatNote& note) {
        return note.fate == Fate::Changed && note.what == Sentence("Weights");
    }));
    weightsOf(model)[0]["quantization"]["dtype"] = "uint16";
    EXPECT_EQ(numbersOf(*read(model, bytesOf<std::uint16_t>({2, 4, 0x3C00})), "kernel"),
              (std::vector<float>{0, 1}));
}

TEST(ReadTfjs, TakesWholeNumbersAsTheyAre) {
    json model = smallModel();
    weightsOf(model)[0]["dtype"] = "int32";
    const std::string bytes = bytesOf<std::int32_t>({-7, 3}) + bytesOf<float>({1});
    EXPECT_EQ(numbersOf(*read(model, bytes), "kernel"), (std::vector<float>{-7, 3}));
}

TEST(ReadTfjs, ReadsALayerWithoutWeightsWhereThereAreNone) {
    json model = smallModel();
    model.erase("weightsManifest");
    const auto network = read(model);
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_TRUE(network->variables.empty());
}

TEST(ReadTfjs, RefusesGraphModels) {
    json model = smallModel();
    model["format"] = "graph-model";
    EXPECT_THAT(problemOf(model), HasSubstr("graph model"));
    model = smallModel();
    model["modelTopology"] = {{"node", json::array()}};
    EXPECT_THAT(problemOf(model), HasSubstr("tfjs_layers_model"));
}

TEST(ReadTfjs, RefusesTwoOfAName) {
    json model = smallModel();
    weightsOf(model)[1]["name"] = "dense_Dense1/kernel";
    EXPECT_THAT(problemOf(model), HasSubstr("Two weights are called \"dense_Dense1/kernel\""));
    // In another group, too.
    model = smallModel();
    model["weightsManifest"].push_back(
        {{"paths", {"more.bin"}},
         {"weights", {{{"name", "dense_Dense1/bias"}, {"shape", {1}}, {"dtype", "float32"}}}}});
    EXPECT_THAT(problemOf(model), HasSubstr("Two weights"));
    // And of a key of the JSON itself.
    const std::string text = R"({"modelTopology": {}, "modelTopology": {}})";
    const auto found = networkOfTfjs(text, [](const ManifestGroup&) -> Result<std::string> { return ""; });
    EXPECT_FALSE(found);
}

TEST(ReadTfjs, RefusesFilesOfOtherFolders) {
    for (const std::string path : {"../weights.bin", "/etc/passwd", "a/b.bin", "a\\b.bin", "", ".", "..",
                                   "https://example.org/w.bin"}) {
        json model = smallModel();
        model["weightsManifest"][0]["paths"][0] = path;
        EXPECT_THAT(problemOf(model), HasSubstr("does not lie beside model.json")) << path;
    }
    json model = smallModel();
    model["weightsManifest"][0]["paths"][0] = std::string("a\0b", 3);
    EXPECT_THAT(problemOf(model), HasSubstr("does not lie beside"));
    model["weightsManifest"][0]["paths"][0] = std::string(300, 'a');
    EXPECT_THAT(problemOf(model), HasSubstr("does not lie beside"));
    model["weightsManifest"][0]["paths"] = {"a.bin", "a.bin"};
    EXPECT_THAT(problemOf(model), HasSubstr("named twice"));
}

TEST(ReadTfjs, RefusesSizesBeforeMemoryIsTaken) {
    const std::vector<json> shapes{{1 << 30, 1 << 30},
                                   {std::uint64_t{1} << 63, 2},
                                   {kMaxModelFileBytes, 1},
                                   {1 << 28},
                                   {0xFFFFFFFFFFFFFFFFull},
                                   {-1, 1},
                                   {1.5, 1},
                                   {"2", 1},
                                   {nullptr, 1},
                                   {1, 1, 1, 1, 1, 1, 1, 1, 1}};
    for (const json& shape : shapes) {
        json model = smallModel();
        weightsOf(model)[0]["shape"] = shape;
        bool asked = false;
        const auto found = networkOfTfjs(model.dump(), [&](const ManifestGroup&) -> Result<std::string> {
            asked = true;
            return "";
        });
        EXPECT_FALSE(found) << shape;
        EXPECT_FALSE(asked) << shape;
    }
}

TEST(ReadTfjs, RefusesOtherShapesThanTheLayerHas) {
    json model = smallModel();
    weightsOf(model)[0]["shape"] = {1, 2};
    EXPECT_NE(problemOf(model), "none");
    weightsOf(model)[0]["shape"] = {3, 1};
    EXPECT_NE(problemOf(model, bytesOf<float>({1, 2, 3, 4})), "none");
}

TEST(ReadTfjs, RefusesOtherKindsOfNumbers) {
    for (const std::string kind : {"string", "complex64", "float64", "uint8x", ""}) {
        json model = smallModel();
        weightsOf(model)[0]["dtype"] = kind;
        EXPECT_THAT(problemOf(model), HasSubstr("which are not read")) << kind;
    }
    json model = smallModel();
    weightsOf(model)[0]["quantization"] = {{"dtype", "uint4"}, {"scale", 1}, {"min", 0}};
    EXPECT_THAT(problemOf(model), HasSubstr("which are not read"));
    weightsOf(model)[0]["quantization"] = {{"dtype", "uint8"}, {"scale", 1}};
    EXPECT_THAT(problemOf(model), HasSubstr("how is not said"));
    weightsOf(model)[0].erase("quantization");
    weightsOf(model)[0].erase("dtype");
    EXPECT_THAT(problemOf(model), HasSubstr("no dtype"));
}

TEST(ReadTfjs, RefusesNumbersThatAreNone) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_NE(problemOf(smallModel(), bytesOf<float>({nan, 1, 2})), "none");
    json model = smallModel();
    weightsOf(model)[0]["quantization"] = {{"dtype", "uint8"}, {"scale", 1e300}, {"min", 0}};
    EXPECT_THAT(problemOf(model, bytesOf<std::uint8_t>({1, 2}) + bytesOf<float>({1})),
                HasSubstr("not a number"));
}

TEST(ReadTfjs, RefusesWhatHoldsFewerBytes) {
    EXPECT_THAT(problemOf(smallModel(), kNumbers.substr(1)),
                HasSubstr("11 bytes; the manifest speaks of 12"));
}

/// Other kinds of values in every place: a sentence each time, or a network.
TEST(ReadTfjs, SurvivesAnyValueInAnyPlace) {
    const json flat = smallModel().flatten();
    const std::vector<json> others{nullptr,       true,           -1,     1e300, "", "kernel",
                                   json::array(), json::object(), 1 << 30};
    int refused = 0;
    for (const auto& [place, value] : flat.items())
        for (const json& other : others) {
            json model = smallModel();
            model[json::json_pointer(place)] = other;
            refused += read(model) ? 0 : 1;
            json parent = smallModel();
            const json::json_pointer above = json::json_pointer(place).parent_pointer();
            if (!above.empty()) {
                parent[above] = other;
                refused += read(parent) ? 0 : 1;
            }
        }
    EXPECT_GT(refused, 100);
}

/// The text itself, damaged.
TEST(ReadTfjs, SurvivesAnyText) {
    const std::string whole = smallModel().dump();
    RandomStream random(5);
    for (int run = 0; run < 3000; ++run) {
        std::string text = whole;
        for (int i = 0; i < 1 + run % 4; ++i)
            text[random.below(text.size())] = static_cast<char>(random.below(256));
        if (run % 5 == 0)
            text.resize(random.below(text.size()));
        const auto network =
            networkOfTfjs(text, [](const ManifestGroup&) -> Result<std::string> { return kNumbers; });
        if (network)
            EXPECT_FALSE(network->network.layers().empty()) << text;
        else
            EXPECT_FALSE(network.error().text().empty()) << text;
    }
}

} // namespace
} // namespace protomind
