// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace protomind {

class DeviceCatalogue;
class Document;

/// Where the project's device is chosen: a list, and below it what is to be known of the chosen one. Devices
/// are asked for when it is first seen. Every choice is an undoable step.
class DeviceChoice : public QWidget {
    Q_OBJECT
public:
    DeviceChoice(Document& document, DeviceCatalogue& catalogue, QWidget* parent = nullptr);

    /// What a label belongs to.
    [[nodiscard]] QComboBox& list() { return *m_list; }

signals:
    void compareWanted();

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Item {
        QString device;
        QString title;
        QString obstacle; ///< why it can't be chosen; empty where it can
        bool operator==(const Item&) const = default;
    };

    void refresh();
    void fill(const std::vector<Item>& items);
    void choose(int index);
    [[nodiscard]] std::vector<Item> items() const;
    [[nodiscard]] QString note() const;

    Document& m_document;
    DeviceCatalogue& m_catalogue;
    QComboBox* m_list;
    QLabel* m_note;
    QPushButton* m_compare;
    std::vector<Item> m_items;
    Gesture m_gesture;
};

} // namespace protomind
