// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "studio/session/messages.h"

#include <QWidget>

#include <memory>

class QToolButton;

namespace protomind {

class Dialogs;

/// Lets a person choose another trained project, and reads it in the background: a copy of what the file was
/// then.
class OtherNetworkChooser : public QWidget {
    Q_OBJECT
public:
    OtherNetworkChooser(Dialogs& dialogs, QWidget* parent);

    /// Null: none was chosen.
    [[nodiscard]] const std::shared_ptr<const OtherNetwork>& network() const { return m_network; }

signals:
    void changed();
    /// In words.
    void failed(const QString& sentence);

private:
    void choose();
    void take(const QString& path, const Result<std::shared_ptr<const OtherNetwork>>& read);
    void showState();

    Dialogs& m_dialogs;
    QToolButton* m_button = nullptr;
    QString m_path;   ///< of what was chosen
    QString m_wanted; ///< is being read, or was last
    bool m_reading = false;
    std::shared_ptr<const OtherNetwork> m_network;
    WorkThread m_thread{this};
};

} // namespace protomind
