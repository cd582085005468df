// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/document_command.h"
#include "desktop/document/commands/network_change.h"

namespace protomind {

/// Adds, removes and rewires in one step. Commands that change the network's structure say what the network
/// becomes; what is kept is only the difference. Does nothing, and leaves no step, where there is none.
class ChangeNetwork : public DocumentCommand {
public:
    ChangeNetwork(Document& document, const QString& text, const Network& after,
                  WeightEffect effect = WeightEffect::Structure);

protected:
    void apply() override { make(m_change); }
    void revert() override { make(m_change.reversed()); }

private:
    void make(const NetworkChange& change);

    NetworkChange m_change;
};

} // namespace protomind
