// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/child/run_reader.h"

#include "hostile_reader/hostile_parsers.h"

int main(int argc, char** argv) {
    std::vector<protomind::ReaderParser> parsers = protomind::hostileParsers();
    const auto& forbidden = protomind::forbiddenParsers();
    parsers.insert(parsers.end(), forbidden.begin(), forbidden.end());
    protomind::runReader(parsers, argc == 2 ? argv[1] : "");
}
