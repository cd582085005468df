// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/network_import.h"

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/exchange/export_work.h"
#include "desktop/app/exchange/fate_table.h"
#include "desktop/app/files/project_files.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QVBoxLayout>
#include <QWidget>

namespace protomind {

NetworkImport::NetworkImport(ProjectFiles& files, Dialogs& dialogs, QWidget* window, Read read)
    : QObject(window)
    , m_files(files)
    , m_dialogs(dialogs)
    , m_window(window)
    , m_read(std::move(read)) {}

NetworkImport::~NetworkImport() {
    m_thread.clear();
    m_thread.waitForDone();
}

void NetworkImport::choose() {
    const QString path = m_dialogs.openFile(
        m_window, tr("Import"), tr("Networks of other programs (*.onnx *.keras *.json);;All files (*)"));
    if (!path.isEmpty())
        read(path);
}

void NetworkImport::read(const QString& path) {
    const int number = ++m_wanted;
    const QString name = QFileInfo(path).fileName();
    m_thread.clear();
    emit began(name);
    const auto answer = [this, number, name](const std::shared_ptr<Result<ImportResult>>& result) {
        QMetaObject::invokeMethod(
            this, [this, number, name, result] { take(number, result, name); }, Qt::QueuedConnection);
    };
    m_thread.run(
        [this, answer, path] { answer(std::make_shared<Result<ImportResult>>(m_read(toPath(path)))); },
        [answer](const Problem& problem) {
            answer(std::make_shared<Result<ImportResult>>(std::unexpected(problem)));
        });
}

void NetworkImport::giveUp() {
    ++m_wanted;
    emit ended();
}

void NetworkImport::take(int number, const std::shared_ptr<Result<ImportResult>>& result,
                         const QString& fileName) {
    if (number != m_wanted)
        return;
    emit ended();
    if (!*result) {
        emit failed(result->error());
        return;
    }
    m_files.whenSafe(tr("Save the project before opening another?"), [this, number, result, fileName] {
        if (number != m_wanted)
            return;
        m_files.beginWith((*result)->project, true);
        m_files.keepNow([](bool) {}); // The weights, too. Why they can't be kept is told anyway.
        emit imported(**result, fileName);
    });
}

QDialog* makeImportNotes(const std::vector<FormatNote>& notes, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("importNotes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(NetworkImport::tr("What became of it"));
    auto* table = new FateTable(dialog);
    table->show(notes);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    const QSize letter(dialog->fontMetrics().averageCharWidth(), dialog->fontMetrics().lineSpacing());
    dialog->resize(letter.width() * 72, letter.height() * 16);
    return dialog;
}

} // namespace protomind
