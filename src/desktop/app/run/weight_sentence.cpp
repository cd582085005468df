// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/weight_sentence.h"

#include "desktop/words/shown_number.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace protomind {

namespace {

constexpr std::size_t kMostNames = 5;

class WeightSentence {
    Q_DECLARE_TR_FUNCTIONS(protomind::WeightSentence)
public:
    static QString someNew(const std::vector<std::string>& layers) {
        QStringList names;
        for (std::size_t i = 0; i < std::min(layers.size(), kMostNames); ++i)
            names << QString::fromStdString(layers[i]);
        if (layers.size() == 1)
            return tr("This layer starts with new weights, and the run begins anew: %1. Undo brings the "
                      "trained ones back.")
                .arg(names.front());
        if (layers.size() > kMostNames)
            names << QStringLiteral("…");
        return tr("These %1 layers start with new weights, and the run begins anew: %2. Undo brings the "
                  "trained ones back.")
            .arg(shownCount(layers.size()), names.join(QStringLiteral(", ")));
    }

    static QString of(const WeightNews& news) {
        switch (news.kind) {
        case WeightNews::Kind::SomeNew:
            return someNew(news.layers);
        case WeightNews::Kind::AllNew:
            return tr("The network is another one now: Train begins with fresh weights. Undo brings the "
                      "trained ones back.");
        case WeightNews::Kind::Waiting:
            return tr("The network can't train like this. What was trained is kept until it can, where it "
                      "still fits.");
        case WeightNews::Kind::Reset:
            return tr("All weights start anew. Undo brings the trained ones back.");
        case WeightNews::Kind::TakenBack:
            return tr("The weights and the curve are those of back then: what was trained since is taken "
                      "back, too. Redo brings it again.");
        case WeightNews::Kind::GivenUp:
            return tr("The weights of back then are no longer kept, to save memory. The network has those "
                      "of now, where they fit.");
        case WeightNews::Kind::Nothing:
        case WeightNews::Kind::Settled:
            break;
        }
        return {};
    }
};

} // namespace

QString sentenceOf(const WeightNews& news) {
    return WeightSentence::of(news);
}

} // namespace protomind
