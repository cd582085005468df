// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QImage;
class QSize;
class QWidget;

namespace protomind {

class Document;
class LayerPalette;
class NetworkEditor;
class NetworkView;
class Preferences;
class RunController;
class Selection;
struct LoadedData;

/// The network in the window: the palette that layers come from, the canvas or the table that it is edited
/// on, what is selected there, and what the run shows on the cards.
class WindowEditor : public QObject {
    Q_OBJECT
public:
    WindowEditor(Document& document, RunController& run, QWidget& window);

    [[nodiscard]] Selection& selection() { return *m_selection; }
    [[nodiscard]] LayerPalette& palette() { return *m_palette; }
    [[nodiscard]] NetworkView& canvas() { return *m_canvas; }
    /// Canvas and table, whichever is shown.
    [[nodiscard]] NetworkEditor& editor() { return *m_editor; }

    /// What was chosen for good, and not for one network: taken from the preferences, and kept there from now
    /// on.
    void keepChoices(Preferences& preferences);
    /// Points of the plane are drawn on the cards.
    void showData(const LoadedData& data);
    /// The drawing as a picture of this size, for screens of twice as many points.
    [[nodiscard]] QImage picture(const QSize& size) const;

private:
    Selection* m_selection;
    LayerPalette* m_palette;
    NetworkView* m_canvas;
    NetworkEditor* m_editor;
};

} // namespace protomind
