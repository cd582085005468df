// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/weight_commands.h"

#include <algorithm>

namespace protomind {

ResetWeights::ResetWeights(Document& document)
    : DocumentCommand(document, tr("Reset weights"), WeightEffect::Anew) {}

SetWeight::SetWeight(Document& document, LayerId layer, std::string weight, std::int64_t index, double before,
                     double after)
    : DocumentCommand(document,
                      tr("Set a weight of %1 to %2")
                          .arg(QString::fromStdString(document.network().layer(layer)->name))
                          .arg(after, 0, 'g', 4),
                      WeightEffect::ByHand)
    , m_layer(layer)
    , m_weight(std::move(weight))
    , m_index(index)
    , m_before(before)
    , m_after(after) {}

void SetWeight::set(double value) {
    tell(WeightSet{.layer = m_layer, .weight = m_weight, .index = m_index, .value = value});
}

MoveWeights::MoveWeights(Document& document, LayerId layer, std::vector<Move> moves, Gesture gesture)
    : DocumentCommand(
          document,
          tr("Move the weights of %1").arg(QString::fromStdString(document.network().layer(layer)->name)),
          WeightEffect::ByHand)
    , m_layer(layer)
    , m_updateCount(std::move(moves))
    , m_gesture(gesture) {}

void MoveWeights::apply() {
    for (const Move& move : m_updateCount)
        tell(WeightSet{.layer = m_layer, .weight = move.weight, .index = move.index, .value = move.after});
}

void MoveWeights::revert() {
    for (const Move& move : m_updateCount)
        tell(WeightSet{.layer = m_layer, .weight = move.weight, .index = move.index, .value = move.before});
}

bool MoveWeights::continues(const DocumentCommand& last) const {
    const auto* before = dynamic_cast<const MoveWeights*>(&last);
    const auto sameWeight = [](const Move& a, const Move& b) {
        return a.weight == b.weight && a.index == b.index;
    };
    return before != nullptr && m_gesture != 0 && before->m_gesture == m_gesture &&
           before->m_layer == m_layer && std::ranges::equal(before->m_updateCount, m_updateCount, sameWeight);
}

bool MoveWeights::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const MoveWeights*>(other);
    if (next == nullptr || !next->continues(*this))
        return false;
    for (std::size_t i = 0; i < m_updateCount.size(); ++i)
        m_updateCount[i].after = next->m_updateCount[i].after;
    return true;
}

} // namespace protomind
