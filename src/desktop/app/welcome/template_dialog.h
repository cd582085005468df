// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/template.h"

#include <QDialog>

namespace protomind {

class TemplatePictures;

/// Templates to begin a project with, as cards.
class TemplateDialog : public QDialog {
    Q_OBJECT
public:
    TemplateDialog(TemplatePictures& pictures, QWidget* parent = nullptr);

signals:
    void templateChosen(const protomind::NetworkTemplate* chosen);
};

} // namespace protomind
