// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/report_block.h"
#include "studio/exchange/report/report_words.h"
#include "studio/network/analysis.h"

namespace protomind {

/// Cards and wires as they lie on the canvas. What is wider than a page goes on in a new row, as text does:
/// wires lead there around the right and the left side. Where cards lie on top of each other, they are laid
/// out anew.
[[nodiscard]] ReportPicture networkDrawing(const Network& network, const Analysis& analysis,
                                           const ReportWords& say);

/// 1234567 -> "1 234 567", with narrow spaces that no line breaks at.
[[nodiscard]] std::string countText(std::int64_t count);

} // namespace protomind
