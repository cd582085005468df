// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/dialogs.h"

#include "desktop/app/files/recovery_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace protomind {

QString WindowDialogs::openFile(QWidget* parent, const QString& title, const QString& filter) {
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString WindowDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                const QString& filter) {
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

QString WindowDialogs::openFolder(QWidget* parent, const QString& title) {
    return QFileDialog::getExistingDirectory(parent, title);
}

SaveAnswer WindowDialogs::askToSave(QWidget* parent, const QString& question, const QString& details) {
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setInformativeText(details);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return SaveAnswer::Save;
    case QMessageBox::Discard:
        return SaveAnswer::Discard;
    default:
        return SaveAnswer::Cancel;
    }
}

bool WindowDialogs::confirm(QWidget* parent, const QString& question, const QString& details,
                            const QString& yes, const QString& no) {
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question,
                    QMessageBox::NoButton, parent);
    box.setInformativeText(details);
    const QPushButton* yesButton = box.addButton(yes, QMessageBox::AcceptRole);
    box.addButton(no, QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == yesButton;
}

RecoveryAnswer WindowDialogs::offerRecovery(QWidget* parent, const std::vector<OfferedWork>& offered) {
    RecoveryDialog dialog(offered, parent);
    dialog.exec();
    return dialog.answer();
}

void WindowDialogs::tell(QWidget* parent, const QString& title, const QString& sentence) {
    QMessageBox::warning(parent, title, sentence);
}

} // namespace protomind
