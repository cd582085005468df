// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace protomind {

class LensTableModel;

/// A table of a lens under its title, as high as its rows; very long ones scroll. Choosing a cell that has
/// samples, with mouse or keys, says so.
class LensTableView final : public QWidget {
    Q_OBJECT
public:
    explicit LensTableView(QWidget* parent = nullptr);

    /// Keeps the chosen cell where the table has the same size.
    void setTable(LensTable table);
    [[nodiscard]] const LensTable& table() const;
    /// Null: none is chosen.
    [[nodiscard]] const LensCell* chosenCell() const;
    [[nodiscard]] QTableView* view() const { return m_view; }

signals:
    void cellChosen(int row, int column);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void fitColumns();
    [[nodiscard]] int neededWidth() const;

    QLabel* m_title = nullptr;
    QLabel* m_corner = nullptr;
    QTableView* m_view = nullptr;
    LensTableModel* m_model = nullptr;
    std::string m_longest; ///< text of a cell
};

} // namespace protomind
