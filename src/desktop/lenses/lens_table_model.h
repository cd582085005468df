// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace protomind {

/// A table of a lens for a view. Cells of a matrix are coloured: on the diagonal by their share of the
/// largest of their row, elsewhere by that of the largest elsewhere, so that a few mistakes among many right
/// answers are seen.
class LensTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit LensTableModel(QObject* parent = nullptr);

    void setTable(LensTable table, const QPalette& palette);
    [[nodiscard]] const LensTable& table() const { return m_table; }
    /// Null where there is no such cell.
    [[nodiscard]] const LensCell* cell(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// 0 to 1; of a matrix only.
    [[nodiscard]] double share(int row, int column) const;

    void findLargest();

    LensTable m_table;
    std::vector<double> m_largestOfRow;
    double m_largestElsewhere = 0; ///< off the diagonal
    QPalette m_palette;
};

} // namespace protomind
