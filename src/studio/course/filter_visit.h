// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/picture_filter.h"

#include <set>
#include <string>
#include <vector>

namespace protomind {

struct FilterGuess {
    std::string picture; ///< its name
    FilterPlace place{};
    double guess = 0;
    double answer = 0;

    /// As near as kGoodGuess.
    [[nodiscard]] bool isGood() const;
};
/// In steps of grey: 255 is from black to white.
inline constexpr double kGoodGuess = 10;

/// What a learner does with a picture and the window over it, on a page whose scene is a filter.
class FilterVisit {
public:
    /// With a picture of filterPictures(); another name leaves none.
    void begin(const std::string& picture);
    /// What is counted is counted anew; picture and place stay.
    void beginPage();
    void setPicture(std::string name, GreyPicturePtr picture);
    /// Of the output; one that lies outside of it is brought in. Counted where it is another one.
    void moveTo(FilterPlace place, const PictureFilter& filter);
    /// What the output is at the place. Only the first guess of it counts, as long as the output stays.
    void guess(double value, const PictureFilter& filter);

    [[nodiscard]] const std::string& pictureName() const { return m_name; }
    /// Null where there is none.
    [[nodiscard]] const GreyPicturePtr& picture() const { return m_picture; }
    /// The nearest one that the output has.
    [[nodiscard]] FilterPlace place(const PictureFilter& filter) const;
    /// Where the window was moved since the page began.
    [[nodiscard]] const std::set<FilterPlace>& places() const { return m_places; }
    [[nodiscard]] const std::vector<FilterGuess>& guesses() const { return m_guesses; }
    /// What was guessed of the output as it is there now; null: nothing.
    [[nodiscard]] const FilterGuess* guessAt(FilterPlace place, const PictureFilter& filter) const;
    /// Good ones whose answers differ: the same number guessed again proves nothing new.
    [[nodiscard]] std::int64_t goodGuesses() const;

private:
    std::string m_name;
    GreyPicturePtr m_picture;
    FilterPlace m_place{};
    std::set<FilterPlace> m_places;
    std::vector<FilterGuess> m_guesses;
};

} // namespace protomind
