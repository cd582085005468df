// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/table/network_table_model.h"

#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/row_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/card_content.h"
#include "desktop/editor/problems/problem_walk.h"
#include "desktop/editor/table/settings_words.h"
#include "desktop/words/worded.h"
#include "studio/network/layer_inputs.h"

#include <QIcon>

#include <algorithm>

namespace protomind {

namespace {

bool isEditable(int column) {
    return column == NetworkTableModel::Name || column == NetworkTableModel::SettingsColumn ||
           column == NetworkTableModel::Inputs;
}

} // namespace

NetworkTableModel::NetworkTableModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_rows(wantedOrder()) {
    connect(&document, &Document::changed, this, &NetworkTableModel::follow);
}

LayerId NetworkTableModel::layerAt(const QModelIndex& index) const {
    return index.isValid() && std::size_t(index.row()) < m_rows.size() ? m_rows[std::size_t(index.row())]
                                                                       : LayerId();
}

QModelIndex NetworkTableModel::indexOf(LayerId layer, int column) const {
    const auto found = std::ranges::find(m_rows, layer);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), column);
}

int NetworkTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NetworkTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant NetworkTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Layer");
    case Kind:
        return tr("Kind");
    case SettingsColumn:
        return tr("Settings");
    case Inputs:
        return tr("Inputs");
    case Output:
        return tr("Shape");
    case Parameters:
        return tr("Parameters");
    case Check:
        return tr("Check");
    default:
        return {};
    }
}

Qt::ItemFlags NetworkTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Layer* layer = m_document.network().layer(layerAt(index));
    if (layer == nullptr || !isEditable(index.column()))
        return flags;
    const LayerType* type = findLayerType(layer->type);
    const bool possible =
        index.column() == Name ||
        (index.column() == SettingsColumn && type != nullptr && !type->fields.empty()) ||
        (index.column() == Inputs && type != nullptr && portsOf(*layer, m_document.analysis().players) > 0);
    return possible ? flags | Qt::ItemIsEditable : flags;
}

QVariant NetworkTableModel::data(const QModelIndex& index, int role) const {
    const Layer* layer = m_document.network().layer(layerAt(index));
    if (layer == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(*layer, index.column());
    case Qt::AccessibleTextRole: {
        const QString shown = text(*layer, index.column());
        return tr("%1 of %2: %3")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QString::fromStdString(layer->name), shown.isEmpty() ? tr("none") : shown);
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return help(*layer, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Parameters ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QString NetworkTableModel::text(const Layer& layer, int column) const {
    const LayerType* type = findLayerType(layer.type);
    const Analysis& analysis = m_document.analysis();
    const auto facts = analysis.layers.find(layer.id);
    const bool known = facts != analysis.layers.end() && facts->second.outputShape;
    switch (column) {
    case Name:
        return QString::fromStdString(layer.name);
    case Kind:
        return type == nullptr ? QString::fromStdString(layer.type) : worded(type->title);
    case SettingsColumn:
        return type == nullptr ? QString() : settingsWords(*type, layer.settings);
    case Inputs:
        return QString::fromStdString(inputsText(m_document.network(), layer.id));
    case Output:
        return known ? shapeText(*facts->second.outputShape) : QStringLiteral("—");
    case Parameters:
        return known ? countText(facts->second.parameters.count) : QStringLiteral("—");
    case Check: {
        const NetworkProblem* problem = worstProblem(analysis, layer.id);
        return problem == nullptr ? tr("fits") : sentenceText(problem->sentence);
    }
    default:
        return {};
    }
}

/// What a cell is for, and why it can't be edited where it can't.
QString NetworkTableModel::help(const Layer& layer, int column) const {
    const LayerType* type = findLayerType(layer.type);
    const auto facts = m_document.analysis().layers.find(layer.id);
    switch (column) {
    case Name:
        return tr("The layer's name; every layer has its own");
    case Kind:
        return type == nullptr ? tr("This version does not know this kind of layer") : worded(type->summary);
    case SettingsColumn: {
        if (type == nullptr || type->fields.empty())
            return tr("This kind of layer has no settings");
        QStringList all;
        for (const Field& field : type->fields)
            all.append(worded(field.label));
        return tr("Its settings: %1. What is not named has its default.").arg(all.join(QStringLiteral(", ")));
    }
    case Inputs:
        if (isLatent(layer))
            return tr("Here random numbers come in, so nothing is wired into it");
        return type != nullptr && portsOf(layer, m_document.analysis().players) == 0
                   ? tr("Here the samples come in, so nothing is wired into it")
                   : tr("The names of the layers it gets its numbers from, parted by commas");
    case Output:
        return tr("The shape of what goes out for one sample; it follows from inputs and settings");
    case Parameters:
        return facts == m_document.analysis().layers.end() || facts->second.parameters.arithmetic.empty()
                   ? tr("How many numbers are learned; it follows from inputs and settings")
                   : QString::fromStdString(facts->second.parameters.arithmetic);
    default:
        return text(layer, column);
    }
}

QString NetworkTableModel::complaint(const QModelIndex& index, const QString& text) const {
    const Layer* layer = m_document.network().layer(layerAt(index));
    if (layer == nullptr || text == this->text(*layer, index.column()))
        return {};
    const std::string words = text.trimmed().toStdString();
    if (index.column() == Name) {
        const Layer* other = m_document.network().layerNamed(words);
        if (words.empty())
            return tr("A layer needs a name.");
        return other != nullptr && other->id != layer->id
                   ? tr("Another layer is called %1 already.").arg(text.trimmed())
                   : QString();
    }
    if (index.column() == SettingsColumn) {
        const auto settings = settingsFromWords(*findLayerType(layer->type), text, layer->settings);
        return settings ? QString() : wordedWithoutPlace(settings.error());
    }
    const auto sources = inputsFromText(m_document.network(), words);
    if (!sources)
        return wordedWithoutPlace(sources.error());
    const auto network = withInputs(m_document.network(), layer->id, *sources);
    return network ? QString() : wordedWithoutPlace(network.error());
}

bool NetworkTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Layer* layer = m_document.network().layer(layerAt(index));
    if (layer == nullptr || role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString words = value.toString();
    if (words == text(*layer, index.column()))
        return true;
    if (const QString sentence = complaint(index, words); !sentence.isEmpty()) {
        emit refused(sentence);
        return false;
    }
    if (index.column() == Name)
        rename(*layer, words);
    else if (index.column() == SettingsColumn)
        setSettings(*layer, words);
    else
        setInputs(*layer, words);
    return true;
}

void NetworkTableModel::rename(const Layer& layer, const QString& text) {
    const std::string name = text.trimmed().toStdString();
    if (name != layer.name)
        m_document.undoStack().push(new RenameLayer(m_document, layer.id, name, newGesture()));
}

void NetworkTableModel::setSettings(const Layer& layer, const QString& text) {
    const auto settings = settingsFromWords(*findLayerType(layer.type), text, layer.settings);
    m_document.undoStack().push(new SetSettings(m_document, layer.id, *settings));
}

void NetworkTableModel::setInputs(const Layer& layer, const QString& text) {
    const auto sources = inputsFromText(m_document.network(), text.trimmed().toStdString());
    const auto after = withInputs(m_document.network(), layer.id, *sources);
    m_document.undoStack().push(new SetInputs(m_document, layer.id, *after));
}

void NetworkTableModel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        reload();
    } else if (const auto* added = std::get_if<LayerAdded>(&event)) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
        m_rows.push_back(added->layer);
        endInsertRows();
    } else if (const auto* removed = std::get_if<LayerAboutToBeRemoved>(&event)) {
        const QModelIndex row = indexOf(removed->layer);
        beginRemoveRows({}, row.row(), row.row());
        m_rows.erase(m_rows.begin() + row.row());
        endRemoveRows();
    } else if (std::holds_alternative<AnalysisChanged>(event)) {
        refresh();
    }
}

void NetworkTableModel::reload() {
    beginResetModel();
    m_rows = wantedOrder();
    endResetModel();
}

/// In the order of evaluation; what is not evaluated comes after it.
std::vector<LayerId> NetworkTableModel::wantedOrder() const {
    std::vector<LayerId> order = m_document.analysis().order;
    std::vector<LayerId> sorted = order;
    std::ranges::sort(sorted);
    for (const Layer& layer : m_document.network().layers())
        if (!std::ranges::binary_search(sorted, layer.id))
            order.push_back(layer.id);
    return order;
}

void NetworkTableModel::refresh() {
    std::vector<LayerId> order = wantedOrder();
    if (order != m_rows) {
        emit layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        std::vector<LayerId> layers;
        for (const QModelIndex& index : before)
            layers.push_back(layerAt(index));
        m_rows = std::move(order);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(indexOf(layers[std::size_t(i)], before[i].column()));
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(ColumnCount) - 1));
}

} // namespace protomind
