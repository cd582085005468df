// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

/// Changes JSON so that it stays JSON: bytes changed anywhere are mostly refused at the first quote. Half of
/// the time bytes are changed all the same.
namespace protomind {
namespace {

using nlohmann::json;
using Random = std::minstd_rand;

std::size_t below(std::size_t count, Random& random) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

void collect(json& value, std::vector<json*>& all) {
    all.push_back(&value);
    if (value.is_structured())
        for (json& part : value)
            collect(part, all);
}

json oddValue(Random& random) {
    static const std::vector<json> kOdd{0,
                                        1,
                                        -1,
                                        2,
                                        3,
                                        INT32_MAX,
                                        INT32_MIN,
                                        INT64_MAX,
                                        INT64_MIN,
                                        UINT64_MAX,
                                        65536,
                                        0.5,
                                        1e308,
                                        -1e308,
                                        "",
                                        nullptr,
                                        json::object(),
                                        true,
                                        json::array(),
                                        json::array({-1, 0}),
                                        false,
                                        "same",
                                        "valid",
                                        "relu",
                                        json::array({nullptr, 4, 4, 2})};
    return kOdd[below(kOdd.size(), random)];
}

void change(json& root, Random& random);

/// One of the values, which may itself be JSON as text.
void changeOne(json& value, const std::vector<json*>& all, Random& random) {
    if (value.is_string()) {
        json inner = json::parse(value.get_ref<const std::string&>(), nullptr, false);
        if (inner.is_structured()) {
            change(inner, random);
            value = inner.dump(-1, ' ', false, json::error_handler_t::replace);
            return;
        }
    }
    switch (below(5, random)) {
    case 0:
        if (value.is_structured() && !value.empty()) {
            value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size(), random))));
            return;
        }
        break;
    case 1:
        if (value.is_array() && !value.empty()) {
            value.push_back(json(value[below(value.size(), random)]));
            return;
        }
        break;
    case 2:
        if (value.is_number_integer()) {
            const auto number = value.get<std::uint64_t>(); // which wraps around
            value = static_cast<std::int64_t>(number + (below(2, random) == 0 ? 1 : ~std::uint64_t{0}));
            return;
        }
        break;
    case 3: {
        json other = *all[below(all.size(), random)];
        value = std::move(other);
        return;
    }
    default:
        break;
    }
    value = oddValue(random);
}

void change(json& root, Random& random) {
    for (std::size_t times = 1 + below(3, random); times > 0; --times) {
        std::vector<json*> all;
        collect(root, all);
        // Text that is JSON holds most of what there is.
        const auto packed = std::ranges::find_if(all, [](const json* value) {
            return value->is_string() && value->get_ref<const std::string&>().starts_with('{');
        });
        changeOne(packed != all.end() && below(4, random) != 0 ? **packed : *all[below(all.size(), random)],
                  all, random);
    }
}

} // namespace
} // namespace protomind

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed);

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                    unsigned int seed) {
    using nlohmann::json;
    protomind::Random random(seed);
    if (protomind::below(2, random) == 0)
        return LLVMFuzzerMutate(data, size, most);
    const std::string input(reinterpret_cast<const char*>(data), size);
    // All of it, or the line that tensors follow.
    std::size_t end = size;
    json root = json::parse(input, nullptr, false);
    if (root.is_discarded()) {
        end = std::min(input.find('\n'), size);
        root = json::parse(input.substr(0, end), nullptr, false);
    }
    if (root.is_discarded())
        return LLVMFuzzerMutate(data, size, most);
    protomind::change(root, random);
    const std::string changed = root.dump(-1, ' ', false, json::error_handler_t::replace) + input.substr(end);
    if (changed.size() > most)
        return LLVMFuzzerMutate(data, size, most);
    std::memcpy(data, changed.data(), changed.size());
    return changed.size();
}
