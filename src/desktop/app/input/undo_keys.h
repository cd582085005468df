// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace protomind {

/// Whose step Ctrl+Z takes back while the focus is in a field: the field's as long as something is typed
/// there that counts for nothing yet, the document's otherwise. (A field of Qt keeps the keys in any case.)
/// Acts on all windows of the program as long as it lives.
///
/// What is typed counts, for number boxes, once their value has changed; for lines, when they are left or
/// finished by Enter. Lines that hand on every letter say so by setModified(false).
class UndoKeys : public QObject {
    Q_OBJECT
public:
    explicit UndoKeys(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static void followField(QWidget& widget);
};

} // namespace protomind
