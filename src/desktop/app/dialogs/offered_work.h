// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace protomind {

struct Leftover;

/// Unsaved work that a crash left behind, in words.
struct OfferedWork {
    QString name;  ///< "digits.protomind", or that it was never saved
    QString place; ///< the folder of the file; empty where there is none
    QString when;  ///< its last change
    QString note;  ///< what else there is to know; empty mostly
    bool readable = true;
};

[[nodiscard]] OfferedWork describe(const Leftover& leftover);

/// What is to become of it. What is neither recovered nor discarded is offered again.
struct RecoveryAnswer {
    std::optional<std::size_t> recover;
    std::vector<std::size_t> discard;
};

} // namespace protomind
