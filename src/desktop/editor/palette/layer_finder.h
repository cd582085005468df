// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace protomind {

/// A small box on the canvas: type a layer's name, press Enter, and it is there. Comes up when a person
/// begins to type, and goes away by itself.
class LayerFinder : public QFrame {
    Q_OBJECT
public:
    explicit LayerFinder(QWidget* parent);

    /// Opens beside a point of the parent, within it. `purpose` says what Enter will do: "It goes behind
    /// Dense."
    void open(const QPoint& beside, const QString& text, const QString& purpose);

signals:
    /// A LayerType's name. The box is closed by then.
    void chosen(const QString& type);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search(const QString& text);
    void choose();
    void leave();
    [[nodiscard]] bool handleKey(int key);

    QLineEdit* m_text = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_purpose = nullptr;
};

} // namespace protomind
