// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/change_network.h"

#include <QCoreApplication>

namespace protomind {

/// Sets several settings of a layer at once, as they are typed in a line.
class SetSettings final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetSettings)
public:
    SetSettings(Document& document, LayerId layer, Settings settings);
};

/// Wires a layer to other inputs. `after` comes from withInputs().
class SetInputs final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetInputs)
public:
    SetInputs(Document& document, LayerId layer, const Network& after);
};

} // namespace protomind
