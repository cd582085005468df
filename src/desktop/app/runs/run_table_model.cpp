// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/runs/run_table_model.h"

#include "desktop/app/runs/run_words.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/runs/network_words.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace protomind {

RunTableModel::RunTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void RunTableModel::setRuns(std::vector<RunRecordPtr> ranking, std::optional<std::int64_t> mostParameters) {
    beginResetModel();
    m_rows.clear();
    int place = 0;
    for (RunRecordPtr& run : ranking) {
        const bool counts = run->isFair() && (!mostParameters || run->parameters <= *mostParameters);
        const QString network = worded(networkInWords(run->experiment.network));
        m_rows.push_back({.run = std::move(run),
                          .rank = static_cast<int>(m_rows.size()),
                          .place = counts ? ++place : 0,
                          .network = network});
    }
    sortRows();
    endResetModel();
}

void RunTableModel::setPresent(RunRecordPtr run) {
    if (run == m_present)
        return;
    m_present = std::move(run);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

RunRecordPtr RunTableModel::run(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].run : nullptr;
}

int RunTableModel::rowOf(const RunRecordPtr& run) const {
    const auto found = std::ranges::find(m_rows, run, &Row::run);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RunTableModel::placeOf(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].place : 0;
}

std::vector<RunRecordPtr> RunTableModel::shownRuns() const {
    std::vector<RunRecordPtr> runs;
    for (const Row& row : m_rows)
        runs.push_back(row.run);
    return runs;
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunTableModel::text(const Row& row, int column) const {
    switch (column) {
    case Place: {
        const QString place = row.place > 0 ? tr("%1.", "place").arg(row.place) : QStringLiteral("–");
        return row.run == m_present ? QStringLiteral("▸ ") + place : place;
    }
    case Result:
        return resultText(*row.run);
    case Parameters:
        return shownCount(row.run->parameters);
    case Network:
        return row.network;
    case Epochs:
        return epochsText(*row.run);
    default:
        return whenText(*row.run);
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool present = row.run == m_present;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return present ? runDetails(*row.run) + QLatin1Char('\n') + tr("This is the network on the canvas.")
                       : runDetails(*row.run);
    case Qt::AccessibleDescriptionRole:
        return present ? tr("the network on the canvas") : QString();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() != Network && index.column() != When;
        return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::FontRole: {
        if (!present)
            return {};
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    case Qt::ForegroundRole:
        return row.place > 0 ? QVariant() : QGuiApplication::palette().placeholderText();
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section != Network && section != When;
        return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    const bool values = !m_rows.empty() && m_rows.front().run->accuracy < 0;
    if (role == Qt::DisplayRole) {
        switch (section) {
        case Place:
            return tr("Place");
        case Result:
            return values ? tr("Loss") : tr("Right");
        case Parameters:
            return tr("Parameters");
        case Network:
            return tr("Network");
        case Epochs:
            return tr("Epochs");
        default:
            return tr("When");
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Place:
            return values ? tr("The lowest loss comes first; of equals the smaller network")
                          : tr("Most right answers come first; of equals the smaller network");
        case Result:
            return values ? tr("The mean loss on the samples tested on")
                          : tr("The share of the samples tested on that were right");
        case Parameters:
            return tr("How many numbers the network learned");
        case Network:
            return tr("Its layers, from the input on");
        case Epochs:
            return tr("How often it saw all training samples");
        default:
            return tr("When it was tested");
        }
    }
    return {};
}

void RunTableModel::sort(int column, Qt::SortOrder order) {
    m_column = column;
    m_order = order;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<RunRecordPtr> were;
    for (const QModelIndex& index : before)
        were.push_back(run(index.row()));
    sortRows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(were[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

/// Equal ones stand as in the ranking; what has no place comes last of the places.
void RunTableModel::sortRows() {
    const auto comesBefore = [this](const Row& a, const Row& b) {
        switch (m_column) {
        case Place:
            return std::pair(a.place == 0, a.rank) < std::pair(b.place == 0, b.rank);
        case Result:
            return a.run->accuracy >= 0 ? a.run->accuracy < b.run->accuracy : a.run->loss < b.run->loss;
        case Parameters:
            return a.run->parameters < b.run->parameters;
        case Network:
            return a.network.localeAwareCompare(b.network) < 0;
        case Epochs:
            return a.run->epochs < b.run->epochs;
        default:
            return a.run->when < b.run->when;
        }
    };
    std::ranges::sort(m_rows, {}, &Row::rank);
    std::ranges::stable_sort(m_rows, [&](const Row& a, const Row& b) {
        return m_order == Qt::AscendingOrder ? comesBefore(a, b) : comesBefore(b, a);
    });
}

} // namespace protomind
