// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/dialogs/offered_work.h"

#include <QString>

#include <vector>

class QWidget;

namespace protomind {

enum class SaveAnswer { Save, Discard, Cancel };

/// What the program asks a person in boxes of their own. A test answers in a person's place.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    /// Names of files; empty for "never mind".
    virtual QString openFile(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                             const QString& filter) = 0;
    virtual QString openFolder(QWidget* parent, const QString& title) = 0;
    virtual SaveAnswer askToSave(QWidget* parent, const QString& question, const QString& details) = 0;
    /// Yes or no, the words of the two buttons given.
    virtual bool confirm(QWidget* parent, const QString& question, const QString& details, const QString& yes,
                         const QString& no) = 0;
    /// What is to become of the work that crashes left behind.
    virtual RecoveryAnswer offerRecovery(QWidget* parent, const std::vector<OfferedWork>& offered) = 0;
    /// A line of text; empty for "never mind".
    virtual QString askForText(QWidget* parent, const QString& title, const QString& question) = 0;
    /// Something that a person must know before going on.
    virtual void tell(QWidget* parent, const QString& title, const QString& sentence) = 0;
};

/// The boxes themselves. Files are looked for where the last one was; first among the documents.
class WindowDialogs final : public Dialogs {
public:
    WindowDialogs();
    QString openFile(QWidget* parent, const QString& title, const QString& filter) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                     const QString& filter) override;
    QString openFolder(QWidget* parent, const QString& title) override;
    SaveAnswer askToSave(QWidget* parent, const QString& question, const QString& details) override;
    bool confirm(QWidget* parent, const QString& question, const QString& details, const QString& yes,
                 const QString& no) override;
    RecoveryAnswer offerRecovery(QWidget* parent, const std::vector<OfferedWork>& offered) override;
    QString askForText(QWidget* parent, const QString& title, const QString& question) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence) override;

private:
    QString remember(const QString& chosen);

    QString m_folder;
};

} // namespace protomind
