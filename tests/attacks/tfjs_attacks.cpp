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

Attack text(
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

Attack changed(
    std::string name, std::function<void(Json&)> change,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return text(
        std::move(name),
        [change = std::move(change)] {
            Json model = soundModel();
            change(model);
            return model.dump();
        },
        std::move(prepare));
}

/// The shard's name.
Attack path(
    std::string name, std::string shard,
    std::function<void(const fs::path& folder)> prepare = [](const fs::path&) {}) {
    return changed(
        std::move(name),
        [shard = std::move(shard)](Json& model) { model["weightsManifest"][0]["paths"] = {shard}; },
        std::move(prepare));
}

Json& kernel(Json& model) {
    return model["weightsManifest"][0]["weights"][0];
}

void keepSecret(const fs::path& folder) {
    std::ignore = secretBeside(folder);
}

} // namespace

Attack soundTfjs() {
    return changed("Sound", [](Json&) {});
}

std::vector<Attack> tfjsAttacks() {
    return {
        path("TfjsParentFolder", "../secret.bin", keepSecret),
        path("TfjsAbsolute", "/etc/passwd"),
        path("TfjsUrl", "https://example.com/group1-shard1of1.bin"),
        path("TfjsMissing", "group1-shard1of2.bin"),
        path("TfjsItself", "model.json"),
        path("TfjsSymbolicLink", "linked.bin",
             [](const fs::path& f) { fs::create_symlink(secretBeside(f), f / "linked.bin"); }),
        path("TfjsFolder", "inner", [](const fs::path& f) { fs::create_directory(f / "inner"); }),
        changed(
            "TfjsShortShard", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(20, '\0')); }),
        changed(
            "TfjsLongShard", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(40, '\0')); }),
        changed(
            "TfjsNotANumber", [](Json&) {},
            [](const fs::path& f) { writeBytes(f / "group1-shard1of1.bin", std::string(36, '\xff')); }),
        changed("TfjsDuplicateWeights",
                [](Json& m) { m["weightsManifest"][0]["weights"].push_back(kernel(m)); }),
        changed("TfjsDuplicateShards",
                [](Json& m) { m["weightsManifest"][0]["paths"].push_back("group1-shard1of1.bin"); }),
        changed("TfjsOverflowingShape",
                [](Json& m) {
                    kernel(m)["shape"] = {1LL << 32, 1LL << 32, 4};
                }),
        changed("TfjsNegativeShape",
                [](Json& m) {
                    kernel(m)["shape"] = {-2, -3};
                }),
        changed("TfjsFractionShape",
                [](Json& m) {
                    kernel(m)["shape"] = {1.5, 4};
                }),
        changed("TfjsManyAxes", [](Json& m) { kernel(m)["shape"] = Json(std::vector<int>(5000, 1)); }),
        changed("TfjsText", [](Json& m) { kernel(m)["dtype"] = "string"; }),
        changed("TfjsUnknownNumbers", [](Json& m) { kernel(m)["dtype"] = "float1"; }),
        changed("TfjsQuantisedByNothing",
                [](Json& m) {
                    kernel(m)["quantization"] = {{"dtype", "uint8"}, {"min", nullptr}};
                }),
        changed("TfjsGraphModel", [](Json& m) { m["format"] = "graph-model"; }),
        changed("TfjsUnknownLayer",
                [](Json& m) { m["modelTopology"]["config"]["layers"][0]["class_name"] = "Backdoor"; }),
        changed("TfjsLambda",
                [](Json& m) {
                    auto& layer = m["modelTopology"]["config"]["layers"][0];
                    layer["class_name"] = "Lambda";
                    layer["config"]["function"] = "() => process.exit(1)";
                }),
        changed("TfjsPrototype",
                [](Json& m) { m["modelTopology"]["config"]["layers"][0]["class_name"] = "__proto__"; }),
        changed("TfjsHugeUnits",
                [](Json& m) { m["modelTopology"]["config"]["layers"][0]["config"]["units"] = 1LL << 50; }),
        changed("TfjsManifestIsText", [](Json& m) { m["weightsManifest"] = "group1-shard1of1.bin"; }),
        text("TfjsDeepJson", [] { return std::string(200'000, '[') + std::string(200'000, ']'); }),
        text("TfjsDuplicateKeys",
             [] {
                 std::string model = soundModel().dump();
                 return model.insert(1, R"("format": "layers-model",)");
             }),
        text("TfjsNotJson", [] { return std::string("alert(1)"); }),
        text("TfjsTruncated",
             [] {
                 const std::string model = soundModel().dump();
                 return model.substr(0, model.size() - 10);
             }),
    };
}

} // namespace protomind
