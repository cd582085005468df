// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// Where the lessons and the pictures of their formulas lie among the sources: a program that was not
/// installed reads them there. The file behind it is generated, so that no compile command holds a path of
/// this machine.
extern const char* const kLessonsOfSources;
extern const char* const kFormulasOfSources;

} // namespace protomind
