// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/welcome/recent_pictures.h"

#include <QObject>

class QWidget;

namespace protomind {

class Document;
class MessageStrip;
class Preferences;
class ProjectFiles;
class RunCommands;
class RunController;
class TemplatePictures;
class WelcomePage;
class WindowEditor;
class WindowPages;
struct NetworkTemplate;

/// The welcome page in the window, and what is begun there or from a template.
class WindowWelcome : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        RunController& run;
        Preferences& preferences;
        ProjectFiles& files;
        WindowEditor& editor;
        RunCommands& commands;
        MessageStrip& messages;
        WindowPages& pages;
    };
    WindowWelcome(const Parts& parts, QWidget& window);

    [[nodiscard]] WelcomePage& page() { return *m_page; }
    void show(bool shown);
    /// Lets the person choose a template to begin with.
    void chooseTemplate();

private:
    void beginWith(const NetworkTemplate& source);
    /// Of the project just saved, for the list of those to go on with.
    void keepPicture();

    Parts m_parts;
    QWidget& m_window;
    TemplatePictures* m_templatePictures;
    RecentPictures m_recentPictures;
    WelcomePage* m_page;
};

} // namespace protomind
