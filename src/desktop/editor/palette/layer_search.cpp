// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/palette/layer_search.h"

#include "desktop/editor/card_colours.h"
#include "desktop/words/worded.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr int kNoMatch = 100;

int rankOf(const LayerType& type, const QString& title, const QString& summary, const QString& wanted) {
    if (title.startsWith(wanted, Qt::CaseInsensitive))
        return 0;
    if (title.contains(QLatin1Char(' ') + wanted, Qt::CaseInsensitive))
        return 1;
    const QString name = QString::fromStdString(type.name);
    if (title.contains(wanted, Qt::CaseInsensitive) || name.contains(wanted, Qt::CaseInsensitive))
        return 2;
    const QString all = title + QLatin1Char(' ') + categoryTitle(type.category) + QLatin1Char(' ') + summary;
    for (const QString& word : wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive))
            return kNoMatch;
    return 3;
}

/// Books and files name layers in English: those names find them in every language.
int rankOf(const LayerType& type, const QString& wanted) {
    return std::min(
        rankOf(type, worded(type.title), worded(type.summary), wanted),
        rankOf(type, QString::fromStdString(type.title), QString::fromStdString(type.summary), wanted));
}

} // namespace

std::vector<const LayerType*> layersMatching(const QString& text) {
    const QString wanted = text.simplified();
    std::vector<std::pair<int, const LayerType*>> ranked;
    for (const LayerType& type : layerTypes())
        if (const int rank = wanted.isEmpty() ? 0 : rankOf(type, wanted); rank < kNoMatch)
            ranked.emplace_back(rank, &type);
    std::ranges::stable_sort(ranked, {}, &std::pair<int, const LayerType*>::first);
    std::vector<const LayerType*> found;
    for (const auto& [rank, type] : ranked)
        found.push_back(type);
    return found;
}

} // namespace protomind
