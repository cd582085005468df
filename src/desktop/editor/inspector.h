// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/style/scroll_column.h"

namespace protomind {

class Document;
class InspectorPage;
class Selection;

/// What is selected, in words and figures: its settings to edit, what follows from them, and what is wrong
/// with ways out. With nothing selected, the whole network.
class Inspector : public ScrollColumn {
    Q_OBJECT
public:
    Inspector(Document& document, Selection& selection, QWidget* parent = nullptr);

    /// Puts the cursor into the first setting.
    void startEditing();

signals:
    /// A layer's name was clicked in a list: bring it into sight.
    void layerWanted(protomind::LayerId layer);
    /// The same for a wire.
    void wireWanted(protomind::WireId wire);
    /// A layer is to be looked into.
    void openWanted(protomind::LayerId layer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(const ChangeEvent& event);
    void showSelection();

    Document& m_document;
    Selection& m_selection;
    InspectorPage* m_page = nullptr;
};

} // namespace protomind
