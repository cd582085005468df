// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace protomind {

/// A colour of a drawing by what it is for. A drawing has the one for paper written in it, and the ink's name
/// as its class: a page that is shown on a dark ground sets the others.
struct Ink {
    std::string_view name;
    std::string_view onPaper;
    std::string_view inTheDark;
};

namespace ink {
inline constexpr Ink kGround{"ground", "#ffffff", "#14171c"};
inline constexpr Ink kCard{"card", "#ffffff", "#20252d"};
inline constexpr Ink kBorder{"border", "#c3c9d1", "#48505c"};
inline constexpr Ink kText{"text", "#1a1d21", "#e8eaee"};
inline constexpr Ink kMuted{"muted", "#565d68", "#aab1bd"};
inline constexpr Ink kGrid{"grid", "#e4e7eb", "#2c323b"};
inline constexpr Ink kWire{"wire", "#7d8590", "#8b94a1"};
inline constexpr Ink kTraining{"training", "#2f6fc4", "#6fa8ff"};
inline constexpr Ink kValidation{"validation", "#c2650a", "#f2a33c"};
inline constexpr Ink kOther{"other", "#0b8076", "#4fc7b8"};
inline constexpr Ink kWrong{"wrong", "#c02b20", "#ff8578"};
/// On a plane's pale colours, which are the same in the dark.
inline constexpr Ink kPlaneBorder{"plane-border", "#3a3f47", "#3a3f47"};
inline constexpr Ink kPlaneWrong{"plane-wrong", "#b01010", "#b01010"};
/// Kinds of layers, in the order of LayerCategory.
inline constexpr std::array<Ink, 8> kCategories{{{"data", "#52657a", "#a3b3c5"},
                                                 {"learned", "#1f63d0", "#6fa8ff"},
                                                 {"sequence", "#0a749c", "#5cc3ea"},
                                                 {"shape", "#6b4fc4", "#b5a0f5"},
                                                 {"pooling", "#0b8076", "#4fc7b8"},
                                                 {"activation", "#ae5a00", "#f2a74b"},
                                                 {"regularisation", "#ad3582", "#ea8bc2"},
                                                 {"merging", "#567912", "#a7c958"}}};
inline constexpr std::array kPlain{kGround,   kCard,       kBorder, kText,  kMuted,       kGrid,      kWire,
                                   kTraining, kValidation, kOther,  kWrong, kPlaneBorder, kPlaneWrong};
} // namespace ink

} // namespace protomind
