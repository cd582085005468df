// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/picture_input.h"

#include "desktop/app/data/picture_sample.h"
#include "desktop/document/shown_sample.h"
#include "desktop/words/worded.h"

#include <QFileInfo>

namespace protomind {

PictureInput::PictureInput(ShownSample& shown, QObject* parent)
    : QObject(parent)
    , m_shown(shown)
    , m_work(this) {}

bool PictureInput::suits() {
    if (m_data && m_data->kind == DataPictureKind::Images)
        return true;
    emit refused(tr("A picture can only be looked at by a network whose data are pictures. Choose such data "
                    "under Data first."));
    return false;
}

void PictureInput::open(const QString& path) {
    if (!suits())
        return;
    const int asked = ++m_opened;
    const auto tell = [this, asked](Result<QImage> picture, const QString& name) {
        QMetaObject::invokeMethod(this, [this, asked, picture = std::move(picture), name] {
            if (asked != m_opened)
                return;
            if (picture)
                take(*picture, name);
            else
                emit refused(worded(picture.error()));
        });
    };
    const QString name = QFileInfo(path).fileName();
    m_work.run([tell, path, name] { tell(readPicture(path), name); },
               [tell, name](const Problem& problem) { tell(std::unexpected(problem), name); });
}

void PictureInput::take(const QImage& picture, const QString& words) {
    if (picture.isNull() || !suits())
        return;
    const Shape& shape = m_data->description.sampleShape;
    const bool light = m_data->training.count() > 0 && hasLightBorder(m_data->training.sample(0), shape);
    m_shown.show(sampleOfPicture(picture, shape, light), words);
}

} // namespace protomind
