// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/dialogs/dialogs.h"

#include "desktop/app/dialogs/recovery_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace protomind {

WindowDialogs::WindowDialogs() {
    m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(m_folder).isDir())
        m_folder = QDir::homePath();
}

QString WindowDialogs::remember(const QString& chosen) {
    if (!chosen.isEmpty())
        m_folder = QFileInfo(chosen).absolutePath();
    return chosen;
}

QString WindowDialogs::openFile(QWidget* parent, const QString& title, const QString& filter) {
    return remember(QFileDialog::getOpenFileName(parent, title, m_folder, filter));
}

QString WindowDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                const QString& filter) {
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    // So that it asks before it replaces, also where the ending was not typed.
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix());
    // Another kind of file has another ending.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& kind) {
        static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)"));
        const QString chosen = ending.match(kind).captured(1);
        const QFileInfo named(dialog.selectedFiles().value(0));
        if (chosen.isEmpty() || named.isDir())
            return;
        dialog.setDefaultSuffix(chosen);
        dialog.selectFile(named.completeBaseName() + QLatin1Char('.') + chosen);
    });
    const QFileInfo place(QDir(m_folder), suggested); // An absolute path stays what it is.
    dialog.setDirectory(place.absolutePath());
    dialog.selectFile(place.fileName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return remember(dialog.selectedFiles().constFirst());
}

QString WindowDialogs::openFolder(QWidget* parent, const QString& title) {
    return remember(QFileDialog::getExistingDirectory(parent, title, m_folder));
}

QString WindowDialogs::askForText(QWidget* parent, const QString& title, const QString& question) {
    return QInputDialog::getText(parent, title, question);
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
