// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/help_dialogs.h"

#include "desktop/app/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

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

QDialog* makeShortcutsDialog(const QList<QAction*>& actions, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("shortcutsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QApplication::translate("protomind::ShortcutsDialog", "Keyboard shortcuts"));
    auto* layout = new QVBoxLayout(dialog);
    auto* table = new QTableWidget(0, 2, dialog);
    table->setAccessibleName(dialog->windowTitle());
    table->setHorizontalHeaderLabels({QApplication::translate("protomind::ShortcutsDialog", "Keys"),
                                      QApplication::translate("protomind::ShortcutsDialog", "What they do")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (const QAction* action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(
            row, 0,
            new QTableWidgetItem(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)));
        table->setItem(row, 1, new QTableWidgetItem(QString(action->text()).remove(QLatin1Char('&'))));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->resize(440, 480);
    return dialog;
}

} // namespace protomind
