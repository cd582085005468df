// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_names.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::size_t kMaxNameBytes = 100;

bool isKept(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string allowedPart(const std::string& name) {
    std::string result;
    for (const char c : name) {
        if (isKept(c))
            result += c;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    result.resize(std::min(result.size(), kMaxNameBytes));
    while (!result.empty() && result.back() == '_' && name.back() != '_')
        result.pop_back();
    const auto first = std::ranges::find_if(result, [](char c) { return c != '_' && c != '-'; });
    result.erase(result.begin(), first);
    return result;
}

} // namespace

std::string KerasNames::take(const std::string& name, const std::string& fallback) {
    std::string wanted = allowedPart(name);
    if (wanted.empty())
        wanted = fallback;
    std::string free = wanted;
    for (int number = 2; !m_taken.insert(free).second; ++number)
        free = wanted + "_" + std::to_string(number);
    return free;
}

std::string baseOfKerasName(const std::string& name) {
    return name.substr(0, name.find('.'));
}

} // namespace protomind
