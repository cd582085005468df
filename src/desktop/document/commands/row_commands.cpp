// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/row_commands.h"

namespace protomind {

namespace {

QString rowName(const Document& document, LayerId layer) {
    return QString::fromStdString(document.network().layer(layer)->name);
}

Network withSettings(Network network, LayerId layer, Settings settings) {
    network.layer(layer)->settings = std::move(settings);
    return network;
}

} // namespace

SetSettings::SetSettings(Document& document, LayerId layer, Settings settings)
    : ChangeNetwork(document, tr("Set settings of %1").arg(rowName(document, layer)),
                    withSettings(document.network(), layer, std::move(settings))) {}

SetInputs::SetInputs(Document& document, LayerId layer, const Network& after)
    : ChangeNetwork(document, tr("Set inputs of %1").arg(rowName(document, layer)), after) {}

} // namespace protomind
