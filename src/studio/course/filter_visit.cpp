// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_visit.h"

#include <algorithm>
#include <cmath>

namespace protomind {

bool FilterGuess::isGood() const {
    return std::abs(guess - answer) <= kGoodGuess;
}

void FilterVisit::begin(const std::string& picture) {
    setPicture(picture, filterPicture(picture));
    m_place = {};
    beginPage();
}

void FilterVisit::beginPage() {
    m_places.clear();
    m_guesses.clear();
}

void FilterVisit::setPicture(std::string name, GreyPicturePtr picture) {
    m_name = picture ? std::move(name) : std::string();
    m_picture = std::move(picture);
}

FilterPlace FilterVisit::place(const PictureFilter& filter) const {
    const auto size = m_picture ? outputSize(filter, *m_picture) : std::unexpected(Problem{});
    if (!size)
        return {};
    return {std::clamp<std::int64_t>(m_place[0], 0, (*size)[0] - 1),
            std::clamp<std::int64_t>(m_place[1], 0, (*size)[1] - 1)};
}

void FilterVisit::moveTo(FilterPlace place, const PictureFilter& filter) {
    const FilterPlace before = this->place(filter);
    m_place = place;
    m_place = this->place(filter);
    if (m_place != before)
        m_places.insert(m_place);
}

void FilterVisit::guess(double value, const PictureFilter& filter) {
    const FilterPlace at = place(filter);
    if (m_picture && outputSize(filter, *m_picture) && guessAt(at, filter) == nullptr)
        m_guesses.push_back({m_name, at, value, outputAt(filter, *m_picture, at)});
}

const FilterGuess* FilterVisit::guessAt(FilterPlace place, const PictureFilter& filter) const {
    if (!m_picture)
        return nullptr;
    const double answer = outputAt(filter, *m_picture, place);
    const auto found = std::ranges::find_if(m_guesses, [&](const FilterGuess& one) {
        return one.picture == m_name && one.place == place && one.answer == answer;
    });
    return found == m_guesses.end() ? nullptr : &*found;
}

std::int64_t FilterVisit::goodGuesses() const {
    std::set<std::int64_t> answers;
    for (const FilterGuess& one : m_guesses)
        if (one.isGood())
            answers.insert(std::llround(one.answer));
    return static_cast<std::int64_t>(answers.size());
}

} // namespace protomind
