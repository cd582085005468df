// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/report_block.h"

#include <iosfwd>

namespace protomind {

/// The blocks as a page that is whole by itself: no scripts, no addresses, pictures inside. Light or dark as
/// the reader's system is; on paper light, in A4, with no row cut in two. language: of the blocks ("en").
void writeHtml(std::ostream& stream, const std::vector<ReportBlock>& blocks,
               const std::string& language = "en");

} // namespace protomind
