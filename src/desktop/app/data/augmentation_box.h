// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/document/commands/command_id.h"
#include "engine/data/augmentation.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QGroupBox;
class QLabel;
class QToolButton;

namespace protomind {

class AugmentationPreview;
class Document;
class OptionControl;

/// How training pictures are changed at random: each kind can be switched on and off, and is undoable. A row
/// of pictures shows what becomes of one. It is there for pictures alone; for other data only where it was
/// switched on before, so that this can be taken back.
class AugmentationBox : public QWidget {
    Q_OBJECT
public:
    AugmentationBox(Document& document, QWidget* parent = nullptr);

    /// Null where there is none.
    void setData(const LoadedDataPtr& loaded);
    void showSettings();

private:
    [[nodiscard]] QString explanation() const;
    struct Row {
        const AugmentationKind* kind = nullptr;
        QCheckBox* on = nullptr;
        OptionControl* amount = nullptr; ///< null: there is only on and off
        QLabel* warning = nullptr;       ///< null: there is none
        double last = 0;                 ///< what it was when it was switched off
    };
    void addRow(QGridLayout& grid, const AugmentationKind& kind);
    void set(const Row& row, double amount, Gesture gesture);
    void switchTo(Row& row, bool on);

    Document& m_document;
    QGroupBox* m_group = nullptr; ///< hidden by itself: the whole box is for lessons to hide
    LoadedDataPtr m_data;
    QLabel* m_explanation = nullptr;
    std::vector<std::unique_ptr<Row>> m_rows;
    AugmentationPreview* m_preview = nullptr;
    QToolButton* m_again = nullptr;
};

} // namespace protomind
