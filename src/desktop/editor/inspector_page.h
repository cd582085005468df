// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace protomind {

/// What the inspector shows about one thing, from top to bottom.
class InspectorPage : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPage(QWidget* parent);

    /// Takes what may have changed from the document.
    virtual void refresh() = 0;
    /// The control that a person most likely wants; null where there is none.
    [[nodiscard]] virtual QWidget* firstControl() const { return nullptr; }
    /// Colours changed.
    virtual void refreshLook() {}

signals:
    void layerWanted(protomind::LayerId layer);
    void wireWanted(protomind::WireId wire);
    /// A layer is to be looked into.
    void openWanted(protomind::LayerId layer);

protected:
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    QLabel* addHeading(const QString& text);
    QLabel* addText(const QString& text);
    QFormLayout* addForm();
    /// A line "Output   28 × 28 × 16"; gives the label of the figure.
    QLabel* addFact(QFormLayout* form, const QString& name, const QString& help);

private:
    QVBoxLayout* m_column = nullptr;
};

} // namespace protomind
