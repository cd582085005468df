// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/weight_commands.h"

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

} // namespace protomind
