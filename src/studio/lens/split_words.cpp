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

const std::vector<std::string>& splitNames() {
    static const std::vector<std::string> kNames{splitName(Split::Test), splitName(Split::Validation),
                                                 splitName(Split::Training)};
    return kNames;
}

std::optional<Split> findSplit(std::string_view name) {
    for (const Split split : {Split::Test, Split::Validation, Split::Training})
        if (splitName(split) == name)
            return split;
    return std::nullopt;
}

std::string splitName(Split split) {
    switch (split) {
    case Split::Training:
        return "training";
    case Split::Validation:
        return "validation";
    case Split::Test:
        return "test";
    case Split::Unseen:
        break;
    }
    return "unseen";
}

} // namespace protomind
