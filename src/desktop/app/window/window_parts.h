// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/data_loader.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace protomind {

class Dialogs;
class Document;
class Preferences;
class ProjectStore;
class RunController;
class Theme;

/// What the window needs and does not own.
struct WindowParts {
    Document& document;
    RunController& run;
    ProjectStore& store;
    Dialogs& dialogs;
    Preferences& preferences;
    Theme& theme;
    /// Where lessons are looked for; the usual places where there are none.
    std::vector<std::filesystem::path> lessonFolders = {};
    /// What opens data, in the background.
    DataLoader::Load loadData = protomind::loadData;
    /// What is asked for computing devices, as `protomind devices --json`: the program's own file. Nobody
    /// where it is empty.
    QString deviceProgram = {};
};

} // namespace protomind
