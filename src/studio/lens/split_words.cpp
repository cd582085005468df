// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/split_words.h"

namespace protomind {

Sentence samplesOf(Split split) {
    switch (split) {
    case Split::Training:
        return "training samples, which the network learns from";
    case Split::Validation:
        return "validation samples, which are kept aside from training";
    case Split::Test:
        return "test samples";
    case Split::Unseen:
        return "samples that the network has not learned from";
    }
    return {};
}

} // namespace protomind
