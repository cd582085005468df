// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/network_size.h"

#include "desktop/document/document.h"
#include "desktop/words/shown_number.h"

namespace protomind {

NetworkSize::NetworkSize(const Document& document, QWidget* parent)
    : QLabel(parent) {
    setAccessibleName(tr("Size of the network"));
    connect(&document, &Document::changed, this, [this, &document](const ChangeEvent& event) {
        if (std::holds_alternative<AnalysisChanged>(event))
            showSize(document);
    });
    showSize(document);
}

void NetworkSize::showSize(const Document& document) {
    const Analysis& analysis = document.analysis();
    setText(tr("%1 parameters · %2 multiply-adds a sample")
                .arg(shownCount(analysis.parameters), shownCount(analysis.multiplyAdds)));
}

} // namespace protomind
