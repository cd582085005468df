// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/formula_index.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace protomind {

namespace {

constexpr std::size_t kMostBytes = 16 << 20;
/// In points: more than any page. What is beyond is no size but damage.
constexpr double kLargest = 10'000;

bool isSize(const nlohmann::json& entry, const char* name, double least) {
    const auto value = entry.find(name);
    return value != entry.end() && value->is_number() && value->get<double>() >= least &&
           value->get<double>() <= kLargest;
}

bool isPicture(const nlohmann::json& entry) {
    return entry.is_object() && entry.contains("tex") && entry["tex"].is_string() && entry.contains("mode") &&
           (entry["mode"] == "inline" || entry["mode"] == "displayed") && isSize(entry, "width", 0) &&
           isSize(entry, "height", 0) && isSize(entry, "depth", -kLargest);
}

} // namespace

Result<FormulaIndex> FormulaIndex::parse(std::string_view json, const std::string& where) {
    const char* const remedy = "Run scripts/formulas again.";
    const nlohmann::json entries = nlohmann::json::parse(json, nullptr, false);
    if (!entries.is_object())
        return fail(ProblemKind::Input, "This is no list of formulas.", where, remedy);
    FormulaIndex index;
    for (const auto& [key, entry] : entries.items()) {
        if (!isPicture(entry))
            return fail(ProblemKind::Input, sentence("The entry {} is damaged.", key), where, remedy);
        FormulaPicture picture{.tex = entry["tex"],
                               .mode = entry["mode"] == "displayed" ? FormulaMode::Displayed
                                                                    : FormulaMode::Inline,
                               .width = entry["width"],
                               .height = entry["height"],
                               .depth = entry["depth"]};
        if (formulaKey(picture.tex, picture.mode) != key)
            return fail(ProblemKind::Input, sentence("The entry {} has another formula's name.", key), where,
                        remedy);
        index.m_pictures.emplace(key, std::move(picture));
    }
    return index;
}

Result<FormulaIndex> FormulaIndex::read(const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(folder) / "index.json";
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return FormulaIndex();
    if (const auto size = std::filesystem::file_size(path, error); error || size > kMostBytes)
        return fail(ProblemKind::Input, "This is no list of formulas.", path.string());
    std::ifstream file(path, std::ios::binary);
    return parse(std::string(std::istreambuf_iterator<char>(file), {}), path.string());
}

const FormulaPicture* FormulaIndex::find(std::string_view tex, FormulaMode mode) const {
    const auto found = m_pictures.find(formulaKey(tex, mode));
    return found == m_pictures.end() ? nullptr : &found->second;
}

} // namespace protomind
