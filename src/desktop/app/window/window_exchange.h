// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace protomind {

class Dialogs;
class Document;
class MessageStrip;
class NetworkImport;
class ProjectFiles;
class RunController;
class SidePanels;
class WindowEditor;
struct ImportResult;

/// Networks that go to other programs and come from them, in the window.
class WindowExchange : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        RunController& run;
        Dialogs& dialogs;
        ProjectFiles& files;
        WindowEditor& editor;
        SidePanels& side;
        MessageStrip& messages;
        QAction& exportAction;
        QAction& importAction;
    };
    WindowExchange(const Parts& parts, QWidget& window);

    [[nodiscard]] NetworkImport& import() { return *m_import; }
    /// format: the one that is shown first; empty: whichever comes first.
    void openExport(const QString& format);

signals:
    /// A file was written for another program, and answered as the network does when it was read back.
    void exportAgreed();

private:
    void showLayer(const QString& name);
    void tellImport(const ImportResult& result, const QString& fileName);
    void follow();

    Parts m_parts;
    QWidget& m_window;
    NetworkImport* m_import;
};

} // namespace protomind
