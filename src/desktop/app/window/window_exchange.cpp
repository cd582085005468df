// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_exchange.h"

#include "desktop/actions/usable.h"
#include "desktop/app/exchange/export_dialog.h"
#include "desktop/app/exchange/fate_table.h"
#include "desktop/app/exchange/network_import.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/window/side_panels.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/document/document.h"
#include "desktop/editor/network_view.h"
#include "desktop/words/worded.h"

#include <QAction>
#include <QFileInfo>

namespace protomind {

namespace {

using Topic = MessageStrip::Topic;
using Kind = MessageStrip::Kind;

/// What the network takes, for the sentence about data: "28×28×1"; empty where that is not known.
QString sampleText(const Document& document) {
    const Analysis& analysis = document.analysis();
    const auto facts = analysis.layers.find(analysis.input);
    if (facts == analysis.layers.end() || !facts->second.outputShape)
        return {};
    return QString::fromStdString(facts->second.outputShape->text());
}

} // namespace

WindowExchange::WindowExchange(const Parts& parts, QWidget& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_import(new NetworkImport(m_parts.files, m_parts.dialogs, &window)) {
    connect(&m_parts.exportAction, &QAction::triggered, this, [this] { openExport({}); });
    connect(&m_parts.importAction, &QAction::triggered, m_import, &NetworkImport::choose);
    connect(&m_parts.document, &Document::changed, this, &WindowExchange::follow);
    m_parts.files.setTakeForeign([this](const QString& path) {
        if (!isForeign(toPath(path)))
            return false;
        m_import->read(path);
        return true;
    });
    connect(m_import, &NetworkImport::began, this, [this](const QString& name) {
        m_parts.messages.say(Topic::Project, Kind::Information, tr("Reading %1…").arg(name),
                             {tr("Stop"), [this] { m_import->giveUp(); }});
    });
    connect(m_import, &NetworkImport::ended, this, [this] { m_parts.messages.withdraw(Topic::Project); });
    connect(m_import, &NetworkImport::failed, this, [this](const Problem& problem) {
        m_parts.messages.say(Topic::Project, Kind::Warning, worded(problem));
    });
    connect(m_import, &NetworkImport::imported, this, &WindowExchange::tellImport);
    follow();
}

void WindowExchange::follow() {
    setUsable(m_parts.exportAction, !m_parts.document.network().layers().empty(),
              tr("There is no network yet: draw one first."));
}

void WindowExchange::openExport(const QString& format) {
    const QString title =
        m_parts.files.path().isEmpty() ? tr("network") : QFileInfo(m_parts.files.path()).completeBaseName();
    auto* dialog = new ExportDialog(m_parts.document, m_parts.run, m_parts.dialogs, title, &m_window);
    connect(dialog, &ExportDialog::layerWanted, this, &WindowExchange::showLayer);
    connect(dialog, &ExportDialog::agreed, this, &WindowExchange::exportAgreed);
    dialog->choose(format);
    dialog->open();
}

void WindowExchange::showLayer(const QString& name) {
    for (const Layer& layer : m_parts.document.network().layers()) {
        if (QString::fromStdString(layer.name) != name)
            continue;
        m_parts.editor.canvas().reveal(layer.id);
        m_parts.side.showNetwork();
        return;
    }
}

void WindowExchange::tellImport(const ImportResult& result, const QString& fileName) {
    QStringList words{tr("%1 is open as a new project.").arg(fileName)};
    if (const QString fates = fateSentence(result.notes); !fates.isEmpty())
        words << fates;
    if (result.project.checkpoint == nullptr)
        words << tr("The file holds no weights: the network has to be trained.");
    const QString sample = sampleText(m_parts.document);
    words << (sample.isEmpty() ? tr("Choose data to try it.")
                               : tr("Choose data of %1 to try it.").arg(sample));
    MessageStrip::Button notes;
    if (!result.notes.empty())
        notes = {tr("What became of it"),
                 [this, shown = result.notes] { makeImportNotes(shown, &m_window)->open(); }};
    m_parts.messages.say(Topic::Project, Kind::Information, words.join(QLatin1Char(' ')),
                         {tr("Choose data"), [this] { m_parts.side.showData(); }}, notes);
}

} // namespace protomind
