// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/picture_file.h"
#include "studio/network/network.h"

#include <QObject>
#include <QSize>

#include <optional>

namespace protomind {

class LayerItem;
class NetworkScene;
class Selection;

/// Copies and saves what is drawn: the whole network as it lies on the canvas, or the picture on the selected
/// card. Nothing of it depends on the zoom.
class PictureExporter : public QObject {
    Q_OBJECT
public:
    PictureExporter(NetworkScene& scene, const Selection& selection, QObject* parent);

    void setAskForFile(AskForFile ask) { m_askForFile = std::move(ask); }

    void copyNetwork();
    void saveNetwork();
    /// The picture on the selected card.
    void copyPicture();
    void savePicture();

signals:
    /// Why nothing was copied or saved.
    void said(const QString& sentence);
    void saveFailed(const QString& sentence);

private:
    struct Sheet {
        QString name;
        QSize size;
        PaintPicture paint;
    };
    [[nodiscard]] std::optional<Sheet> network();
    [[nodiscard]] std::optional<Sheet> picture();
    void copy(const std::optional<Sheet>& sheet);
    void save(const std::optional<Sheet>& sheet);

    NetworkScene& m_scene;
    const Selection& m_selection;
    AskForFile m_askForFile;
};

} // namespace protomind
