// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/help_dialogs.h"

#include "desktop/app/theme/icons.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>

#include "ui_about_dialog.h"

namespace protomind {

QDialog* makeAboutDialog(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Ui::AboutDialog ui;
    ui.setupUi(dialog);
    ui.picture->setPixmap(programIcon().pixmap(96, 96));
    ui.words->setText(
        QApplication::translate(
            "protomind::AboutDialog",
            "<h3>Protomind %1</h3><p>A laboratory for learning deep learning: draw a network, train "
            "it on your own machine, and look at what it does.</p><p>Nothing leaves your "
            "computer.</p><p>Free software under the GNU General Public Licence, version 3 or "
            "later. It stands on Qt, oneDNN, SQLite and other free software.</p>")
            .arg(QApplication::applicationVersion().toHtmlEscaped()));
    QObject::connect(ui.buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return dialog;
}

} // namespace protomind
