// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_options.h"

#include "studio/course/filter_picture.h"

#include <nlohmann/json.hpp>

namespace protomind {

bool filterOption(const nlohmann::json& options, std::string_view name) {
    const auto found = options.find(name);
    if (found != options.end() && found->is_boolean())
        return found->get<bool>();
    return name == "pictures" || name == "kernel";
}

std::string firstPicture(const nlohmann::json& options) {
    const auto found = options.find("picture");
    return found != options.end() && found->is_string() ? found->get<std::string>()
                                                        : filterPictures().front().name;
}

} // namespace protomind
