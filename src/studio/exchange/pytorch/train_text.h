// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Pieces of train.py. What is between two @ is filled in.
namespace protomind {

/// The script: settings, the training loop, and what goes before and after it.
[[nodiscard]] std::string_view trainText();
/// Where samples come from, and in which order Protomind goes through them.
[[nodiscard]] std::string_view dataText();
/// make_optimizer(), and the class of it where PyTorch has none that computes the same.
[[nodiscard]] std::string_view optimizerText(const std::string& optimizer);
/// shrink(): the L1 penalty.
[[nodiscard]] std::string_view shrinkText();
/// Where the schedule began.
[[nodiscard]] std::string_view positionText();
/// augmented(x): training pictures, each changed at random.
[[nodiscard]] std::string_view augmentText();
/// goal_of(): how long training goes on.
[[nodiscard]] std::string_view goalText();
/// learning_rate(), and is_over() of what has an end. falls: what follows a warm-up.
[[nodiscard]] std::string_view scheduleText(const std::string& schedule, bool falls);
/// loss_of().
[[nodiscard]] std::string_view lossText(const std::string& loss, bool classes, bool single);

} // namespace protomind
