// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/child/run_reader.h"

/// protomind-reader PARSER < FILE: what Protomind starts to read a file of another program, never a person.
int main(int argc, char** argv) {
    protomind::runReader(protomind::readerParsers(), argc == 2 ? argv[1] : "");
}
