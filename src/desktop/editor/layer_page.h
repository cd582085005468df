// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/editor/inspector_page.h"
#include "engine/nn/field.h"

#include <vector>

class QLineEdit;

namespace protomind {

class Document;
class FieldEditor;
class ProblemList;
struct LayerType;

/// One layer: its name and settings to edit, what follows from them, and how it computes. Made from the layer
/// type's declaration; knows no layer by name.
class LayerPage final : public InspectorPage {
    Q_OBJECT
public:
    LayerPage(Document& document, LayerId layer, QWidget* parent);

    void refresh() override;
    void refreshLook() override;
    QWidget* firstControl() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addHeader();
    void addSettings();
    void addFacts();
    void addFormula();
    void rename(const QString& text);
    void setField(const FieldEditor& editor, const FieldValue& value);
    void refreshFacts();

    Document& m_document;
    LayerId m_layer;
    const LayerType* m_type;
    QLabel* m_icon = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_nameComplaint = nullptr;
    Gesture m_naming;
    ProblemList* m_problems = nullptr;
    std::vector<FieldEditor*> m_editors;
    QLabel* m_input = nullptr;
    QLabel* m_output = nullptr;
    QLabel* m_parameters = nullptr;
    QLabel* m_multiplyAdds = nullptr;
};

} // namespace protomind
