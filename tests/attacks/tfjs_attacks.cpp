// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <cstring>
#include <tuple>

#include "attacks/attack.h"

namespace protomind {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json soundModel() {
    return Json::parse(R"({
      "format": "layers-model", "generatedBy": "test", "convertedBy": null,
      "modelTopology": {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
        {"class_name": "Dense", "config": {"name": "dense", "batch_input_shape": [null, 2], "dtype": "float32",
          "units": 3, "activation": "relu", "use_bias": true, "trainable": true}}]},
        "keras_version": "tfjs-layers 4.22.0", "backend": "tensor_flow.js"},
      "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": [
        {"name": "dense/kernel", "shape": [2, 3], "dtype": "float32"},
        {"name": "dense/bias", "shape": [3], "dtype": "float32"}]}]})");
}

std::string soundShard() {
    std::string bytes(36, '\0');
    for (std::size_t i = 0; i < 9; ++i) {
        const float value = static_cast<float>(i) * 0.25f;
        std::memcpy(bytes.data() + 4 * i, &value, 4);
    }
    return bytes;
}

Attack modelText(
    std::string name, std::function<std::string()> model,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return {std::move(name),
            [model = std::move(model), prepare = std::move(prepare)](const fs::path& folder) {
                writeBytes(folder / "group1-shard1of1.bin", soundShard());
                prepare(folder);
                writeBytes(folder / "model.json", model());
                return folder / "model.json";
            }};
}

Attack modelWith(
    std::string name, std::function<void(Json&)> change,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return modelText(
        std::move(name),
        [change = std::move(change)] {
            Json model = soundModel();
            change(model);
            return model.dump();
        },
        std::move(prepare));
}

/// The shard's name.
Attack shardCalled(
    std::string name, std::string shard,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return modelWith(
        std::move(name),
        [shard = std::move(shard)](Json& model) { model["weightsManifest"][0]["paths"] = {shard}; },
        std::move(prepare));
}

Json& kernelEntry(Json& model) {
    return model["weightsManifest"][0]["weights"][0];
}

void keepSecret(const fs::path& folder) {
    std::ignore = secretBeside(folder);
}

} // namespace

Attack soundTfjs() {
    return modelWith("Sound", [](Json&) {});
}

std::vector<Attack> tfjsAttacks() {
    return {
        shardCalled("TfjsParentFolder", "../secret.bin", keepSecret),
        shardCalled("TfjsAbsolute", "/etc/passwd"),
        shardCalled("TfjsUrl", "https://example.com/group1-shard1of1.bin"),
        shardCalled("TfjsMissing", "group1-shard1of2.bin"),
        shardCalled("TfjsItself", "model.json"),
        shardCalled("TfjsSymbolicLink", "linked.bin",
                    [](const fs::path& f) { fs::create_symlink(secretBeside(f), f / "linked.bin"); }),
        shardCalled("TfjsFolder", "inner", [](const fs::path& f) { fs::create_directory(f / "inner"); }),
        modelWith(
            "TfjsShortShard", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(20, '\0')); }),
        modelWith(
            "TfjsLongShard", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(40, '\0')); }),
        modelWith(
            "TfjsNotANumber", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(36, '\xff')); }),
        modelWith("TfjsDuplicateWeights",
                  [](Json& m) { m["weightsManifest"][0]["weights"].push_back(kernelEntry(m)); }),
        modelWith("TfjsDuplicateShards",
                  [](Json& m) { m["weightsManifest"][0]["paths"].push_back("group1-shard1of1.bin"); }),
        modelWith("TfjsOverflowingShape",
                  [](Json& m) {
                      kernelEntry(m)["shape"] = {1LL << 32, 1LL << 32, 4};
                  }),
        modelWith("TfjsNegativeShape",
                  [](Json& m) {
                      kernelEntry(m)["shape"] = {-2, -3};
                  }),
        modelWith("TfjsFractionShape",
                  [](Json& m) {
                      kernelEntry(m)["shape"] = {1.5, 4};
                  }),
        modelWith("TfjsManyAxes", [](Json& m) { kernelEntry(m)["shape"] = Json(std::vector<int>(5000, 1)); }),
        modelWith("TfjsText", [](Json& m) { kernelEntry(m)["dtype"] = "string"; }),
        modelWith("TfjsUnknownNumbers", [](Json& m) { kernelEntry(m)["dtype"] = "float1"; }),
        modelWith("TfjsQuantisedByNothing",
                  [](Json& m) {
                      kernelEntry(m)["quantization"] = {{"dtype", "uint8"}, {"min", nullptr}};
                  }),
        modelWith("TfjsGraphModel", [](Json& m) { m["format"] = "graph-model"; }),
        modelWith("TfjsUnknownLayer",
                  [](Json& m) { m["modelTopology"]["config"]["layers"][0]["class_name"] = "Backdoor"; }),
        modelWith("TfjsLambda",
                  [](Json& m) {
                      auto& layer = m["modelTopology"]["config"]["layers"][0];
                      layer["class_name"] = "Lambda";
                      layer["config"]["function"] = "() => process.exit(1)";
                  }),
        modelWith("TfjsPrototype",
                  [](Json& m) { m["modelTopology"]["config"]["layers"][0]["class_name"] = "__proto__"; }),
        modelWith("TfjsHugeUnits",
                  [](Json& m) { m["modelTopology"]["config"]["layers"][0]["config"]["units"] = 1LL << 50; }),
        modelWith("TfjsManifestIsText", [](Json& m) { m["weightsManifest"] = "group1-shard1of1.bin"; }),
        modelText("TfjsDeepJson", [] { return std::string(200'000, '[') + std::string(200'000, ']'); }),
        modelText("TfjsDuplicateKeys",
                  [] {
                      std::string model = soundModel().dump();
                      return model.insert(1, R"("format": "layers-model",)");
                  }),
        modelText("TfjsNotJson", [] { return std::string("alert(1)"); }),
        modelText("TfjsTruncated",
                  [] {
                      const std::string model = soundModel().dump();
                      return model.substr(0, model.size() - 10);
                  }),
    };
}

} // namespace protomind
