// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/runs/run_list.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace protomind {

/// The runs of one ground as rows of a table: a place for each that was tested fairly and is small enough.
/// Sorted by place, or as a person asks.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Result, Parameters, Network, Epochs, When, ColumnCount };

    explicit RunTableModel(QObject* parent = nullptr);

    /// ranking: the best first. mostParameters: a larger network gets no place; none: any does.
    void setRuns(std::vector<RunRecordPtr> ranking, std::optional<std::int64_t> mostParameters);
    /// The one that was made last with the network and settings of now, whose line is marked; null: none.
    void setPresent(RunRecordPtr run);

    [[nodiscard]] RunRecordPtr run(int row) const;
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const RunRecordPtr& run) const;
    /// From 1; 0: it has none.
    [[nodiscard]] int placeOf(int row) const;
    /// In the order in which they stand.
    [[nodiscard]] std::vector<RunRecordPtr> shownRuns() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Row {
        RunRecordPtr run;
        int rank = 0;  ///< in the ranking
        int place = 0; ///< 0: none
        QString network;
    };
    [[nodiscard]] QString text(const Row& row, int column) const;
    void sortRows();

    std::vector<Row> m_rows;
    RunRecordPtr m_present;
    int m_column = Place;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace protomind
