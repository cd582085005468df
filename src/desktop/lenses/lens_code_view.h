// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QColor>
#include <QWidget>

#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace protomind {

class CodeHighlighter;
class ElidedLabel;
class LayerStrip;

/// The colour of a layer, by its name, as the editor's cards have it; not valid: there is no such layer.
using LayerColour = std::function<QColor(const std::string& layer)>;

/// Pieces of code: a list of them, and the chosen one beside the list, or below it where that would be too
/// narrow to be read. The text is there to be read and copied, not to be changed.
class LensCodeView final : public QWidget {
    Q_OBJECT
public:
    explicit LensCodeView(QWidget* parent = nullptr);

    /// Who knows the layers' colours; without, all are grey.
    void setLayerColour(LayerColour colour);
    /// The chosen one stays chosen where there is one of its name.
    void setCodes(std::vector<LensCode> codes);
    [[nodiscard]] const std::vector<LensCode>& codes() const { return m_codes; }
    /// -1: there are none.
    [[nodiscard]] int chosen() const;
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }
    [[nodiscard]] QString note() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillList();
    void showChosen();
    void arrange();
    void fitHeights();
    [[nodiscard]] std::vector<QColor> coloursOf(const LensCode& code) const;

    std::vector<LensCode> m_codes;
    LayerColour m_colour;
    QBoxLayout* m_row = nullptr;
    QListWidget* m_list = nullptr;
    LayerStrip* m_strip = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QPlainTextEdit* m_text = nullptr;
    CodeHighlighter* m_highlighter = nullptr;
};

} // namespace protomind
