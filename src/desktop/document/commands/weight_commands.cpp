// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/weight_commands.h"

#include <algorithm>

namespace protomind {

SetWeight::SetWeight(Document& document, LayerId layer, std::string weight, std::int64_t index, double before,
                     double after)
    : DocumentCommand(document, tr("Set a weight of %1 to %2")
                                    .arg(QString::fromStdString(document.network().layer(layer)->name))
                                    .arg(after, 0, 'g', 4))
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
          tr("Move the weights of %1").arg(QString::fromStdString(document.network().layer(layer)->name)))
    , m_layer(layer)
    , m_moves(std::move(moves))
    , m_gesture(gesture) {}

void MoveWeights::redo() {
    for (const Move& move : m_moves)
        tell(WeightSet{.layer = m_layer, .weight = move.weight, .index = move.index, .value = move.after});
}

void MoveWeights::undo() {
    for (const Move& move : m_moves)
        tell(WeightSet{.layer = m_layer, .weight = move.weight, .index = move.index, .value = move.before});
}

bool MoveWeights::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const MoveWeights*>(other);
    const auto sameWeight = [](const Move& a, const Move& b) {
        return a.weight == b.weight && a.index == b.index;
    };
    if (next == nullptr || m_gesture == 0 || next->m_gesture != m_gesture || next->m_layer != m_layer ||
        !std::ranges::equal(m_moves, next->m_moves, sameWeight))
        return false;
    for (std::size_t i = 0; i < m_moves.size(); ++i)
        m_moves[i].after = next->m_moves[i].after;
    return true;
}

} // namespace protomind
