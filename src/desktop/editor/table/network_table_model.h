// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace protomind {

class Document;

/// The network as rows: one a layer, in the order in which it is computed. Name, settings and inputs are
/// edited as text; every accepted edit is a step of the history.
class NetworkTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, SettingsColumn, Inputs, Output, Parameters, Check, ColumnCount };

    explicit NetworkTableModel(Document& document, QObject* parent = nullptr);

    /// Null for an invalid index.
    [[nodiscard]] LayerId layerAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(LayerId layer, int column = Name) const;
    /// Why a text can't be put into a cell; empty where it can.
    [[nodiscard]] QString complaint(const QModelIndex& index, const QString& text) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// Why an edit was not made.
    void refused(const QString& sentence);

private:
    void follow(const ChangeEvent& event);
    void reload();
    void refresh();
    [[nodiscard]] std::vector<LayerId> wantedOrder() const;
    [[nodiscard]] QString text(const Layer& layer, int column) const;
    [[nodiscard]] QString help(const Layer& layer, int column) const;
    void rename(const Layer& layer, const QString& text);
    void setSettings(const Layer& layer, const QString& text);
    void setInputs(const Layer& layer, const QString& text);

    Document& m_document;
    std::vector<LayerId> m_rows;
};

} // namespace protomind
