// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// Where the programs were built that these tests start; the file behind it is generated.
extern const char* const kFaultSubject; ///< saves a project, again and again
extern const char* const kProgram;      ///< Protomind itself
extern const char* const kHandPlugins;  ///< a folder of Qt plugins: what moves its window (driven_window.h)

} // namespace protomind
