// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/order_shuffle.h"

#include <algorithm>
#include <random>

namespace protomind {

namespace {

/// FNV-1a (Fowler, Noll, Vo), 64 bits: the same on every machine, unlike std::hash.
std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
    for (const char byte : text)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

constexpr std::uint64_t kFnvOffset = 0xcbf29ce484222325;

} // namespace

std::uint64_t shuffleSeed(std::string_view learner, std::int64_t visit) {
    return mixed(mixed(kFnvOffset, learner), std::to_string(visit));
}

std::vector<LessonOption> orderedOptions(const Question& question) {
    std::vector<LessonOption> ordered;
    if (const auto* answer = std::get_if<OrderAnswer>(&question.answer))
        for (const std::string& id : answer->options)
            if (const auto found = std::ranges::find(question.options, id, &LessonOption::id);
                found != question.options.end())
                ordered.push_back(*found);
    return ordered;
}

std::vector<LessonOption> shuffledOptions(const Question& question, std::uint64_t seed) {
    const std::vector<LessonOption> right = orderedOptions(question);
    std::vector<LessonOption> options = right;
    // Fisher and Yates, as in Knuth, "The Art of Computer Programming", volume 2, algorithm 3.4.2P; from the
    // right order, so that nothing depends on how a translator listed them.
    std::mt19937_64 random(mixed(seed, question.id));
    for (std::size_t last = options.size(); last > 1; --last)
        std::swap(options[last - 1], options[random() % last]);
    if (options.size() > 1 && std::ranges::equal(options, right, {}, &LessonOption::id, &LessonOption::id))
        std::ranges::rotate(options, options.begin() + 1);
    return options;
}

} // namespace protomind
