// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace protomind {

class LayerFilter;

/// Every kind of layer by category, with a search box. Layers are dragged from it onto the canvas, or chosen
/// by double-click or Enter.
class LayerPalette : public QWidget {
    Q_OBJECT
public:
    explicit LayerPalette(QWidget* parent = nullptr);

    /// Puts the cursor into the search box.
    void startSearch();

signals:
    /// A LayerType's name.
    void layerChosen(const QString& type);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& index);
    void refreshIcons();
    void refreshWidth();

    QLineEdit* m_search = nullptr;
    QTreeView* m_list = nullptr;
    QLabel* m_nothingFound = nullptr;
    LayerFilter* m_filter = nullptr;
};

} // namespace protomind
