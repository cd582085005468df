// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/template.h"

#include <QFrame>

namespace protomind {

class TemplatePictures;

/// What a newcomer sees over the canvas: what to do first, and templates to begin with instead.
class WelcomeStrip : public QFrame {
    Q_OBJECT
public:
    WelcomeStrip(TemplatePictures& pictures, QWidget* parent = nullptr);

signals:
    void templateChosen(const protomind::NetworkTemplate* chosen);
    void closed();
};

} // namespace protomind
