// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/welcome/template_card.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/words/worded.h"
#include "studio/network/template.h"

#include <QEvent>
#include <QPointer>

namespace protomind {

TemplateCard::TemplateCard(const NetworkTemplate& source, QWidget* parent)
    : StartCard(worded(source.title), worded(source.summary), parent)
    , m_source(source) {
    setObjectName(QStringLiteral("template.") + QString::fromStdString(source.name));
    setAccessibleName(tr("Begin with: %1").arg(text()));
}

void TemplateCard::setData(std::shared_ptr<const LoadedData> loaded) {
    m_data = std::move(loaded);
    setPicture(m_data ? dataThumbnail(*m_data, pictureSize(), devicePixelRatioF(), palette()) : QImage());
}

void TemplateCard::changeEvent(QEvent* event) {
    StartCard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setData(m_data);
}

TemplatePictures::~TemplatePictures() {
    m_thread.clear();
    m_thread.waitForDone();
}

void TemplatePictures::load(TemplateCard* card) {
    QPointer<TemplateCard> target(card);
    const auto make = [this, target, text = card->source().data, seed = card->source().training.seed] {
        std::shared_ptr<const LoadedData>& shared = m_loaded[{text, seed}];
        if (!shared) {
            Result<LoadedData> loaded = loadData(text, seed);
            if (!loaded)
                return;
            shared = std::make_shared<const LoadedData>(std::move(*loaded));
        }
        QMetaObject::invokeMethod(
            this,
            [target, shared = shared] {
                if (target)
                    target->setData(shared);
            },
            Qt::QueuedConnection);
    };
    m_thread.run(make, [](const Problem&) {}); // A card without a picture is still a card.
}

} // namespace protomind
