// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/attack.h"
#include "attacks/sound_keras.h"

namespace protomind {

namespace {

Attack withConfig(std::string name, std::function<std::string()> config) {
    return {std::move(name), [config = std::move(config)](const std::filesystem::path& folder) {
                std::vector<ZipEntry> entries = soundKeras();
                entries[0].content = config();
                writeBytes(folder / "model.keras", zipOf(entries));
                return folder / "model.keras";
            }};
}

Attack changed(std::string name, std::function<void(nlohmann::json& config)> change) {
    return withConfig(std::move(name), [change = std::move(change)] {
        nlohmann::json config = soundConfig();
        change(config);
        return config.dump();
    });
}

nlohmann::json& dense(nlohmann::json& config) {
    return config["config"]["layers"][1];
}

} // namespace

std::vector<Attack> kerasAttacks() {
    return {
        changed("KerasLambda",
                [](auto& config) {
                    dense(config)["class_name"] = "Lambda";
                    dense(config)["config"] = {{"name", "lambda"},
                                               {"function",
                                                {{"class_name", "__lambda__"},
                                                 {"config", {{"code", "4wEAAAAAAAAAAAAAAAEAAAACAAAA"}}}}}};
                }),
        changed("KerasForeignModule",
                [](auto& config) {
                    dense(config)["module"] = "os";
                    dense(config)["class_name"] = "system";
                }),
        changed("KerasRegisteredName",
                [](auto& config) {
                    dense(config)["module"] = "builtins";
                    dense(config)["class_name"] = "eval";
                    dense(config)["registered_name"] = "builtins>eval";
                }),
        changed("KerasFunctionAsActivation",
                [](auto& config) {
                    dense(config)["config"]["activation"] = {
                        {"module", "builtins"}, {"class_name", "function"}, {"config", "exec"}};
                }),
        changed("KerasUnknownLayer", [](auto& config) { dense(config)["class_name"] = "Backdoor"; }),
        changed("KerasNegativeUnits", [](auto& config) { dense(config)["config"]["units"] = -3; }),
        changed("KerasHugeUnits", [](auto& config) { dense(config)["config"]["units"] = 9e18; }),
        changed("KerasFractionOfUnits", [](auto& config) { dense(config)["config"]["units"] = 2.5; }),
        changed("KerasNumberAsText", [](auto& config) { dense(config)["config"]["units"] = "3"; }),
        changed(
            "KerasOverflowingShape",
            [](auto& config) {
                config["config"]["layers"][0]["config"]["batch_shape"] = {nullptr, 1LL << 32, 1LL << 32, 4};
            }),
        changed("KerasNegativeShape",
                [](auto& config) {
                    config["config"]["layers"][0]["config"]["batch_shape"] = {nullptr, -2};
                }),
        changed("KerasOtherShapeThanWeights", [](auto& config) { dense(config)["config"]["units"] = 4; }),
        changed("KerasNoLayers", [](auto& config) { config["config"]["layers"] = nlohmann::json::array(); }),
        changed("KerasLayersAreNumbers",
                [](auto& config) {
                    config["config"]["layers"] = {1, 2, 3};
                }),
        changed("KerasManyLayers",
                [](auto& config) {
                    nlohmann::json& layers = config["config"]["layers"];
                    const nlohmann::json last = {{"class_name", "Dropout"}, {"config", {{"rate", 0.1}}}};
                    for (int i = 0; i < 6000; ++i)
                        layers.push_back(last);
                }),
        changed("KerasLongName",
                [](auto& config) { dense(config)["config"]["name"] = std::string(100'000, 'a'); }),
        withConfig("KerasDeepJson", [] { return std::string(100'000, '[') + std::string(100'000, ']'); }),
        withConfig("KerasDuplicateKeys",
                   [] {
                       std::string text = soundConfig().dump();
                       text.insert(1, R"("class_name": "Sequential", )");
                       return text;
                   }),
        withConfig("KerasNotANumber",
                   [] {
                       std::string text = soundConfig().dump();
                       text.replace(text.find("[null,2]"), 8, "[null,NaN]");
                       return text;
                   }),
        withConfig("KerasHugeNumber",
                   [] {
                       std::string text = soundConfig().dump();
                       text.replace(text.find("[null,2]"), 8, "[null,1e400]");
                       return text;
                   }),
        withConfig("KerasNotJson", [] { return std::string("import os; os.system('x')"); }),
        withConfig("KerasNotUtf8", [] { return std::string("{\"class_name\": \"\xff\xfe\"}"); }),
    };
}

} // namespace protomind
