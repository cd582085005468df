// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/weight_news.h"

#include <QString>

namespace protomind {

/// What a step did to the weights, in the language of the window; empty where there is nothing to say.
[[nodiscard]] QString sentenceOf(const WeightNews& news);

} // namespace protomind
