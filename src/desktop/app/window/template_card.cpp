// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/template_card.h"

#include "desktop/app/data/data_picture.h"
#include "studio/network/template.h"

#include <QEvent>
#include <QPainter>
#include <QPointer>

namespace protomind {

namespace {
constexpr int kMargin = 6;
}

TemplateCard::TemplateCard(const NetworkTemplate& source, Size size, QWidget* parent)
    : QAbstractButton(parent)
    , m_source(source)
    , m_size(size) {
    setObjectName(QStringLiteral("template.") + QString::fromStdString(source.name));
    setText(QString::fromStdString(source.title));
    setAccessibleName(tr("Begin with: %1").arg(text()));
    setAccessibleDescription(QString::fromStdString(source.summary));
    setToolTip(QString::fromStdString(source.summary));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(size == Size::Slim ? QSizePolicy::Maximum : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TemplateCard::pictureSize() const {
    return m_size == Size::Slim ? QSize(48, 40) : QSize(112, 92);
}

QSize TemplateCard::sizeHint() const {
    const int textWidth = m_size == Size::Slim ? 128 : 210;
    return {pictureSize().width() + textWidth + 3 * kMargin, pictureSize().height() + 2 * kMargin};
}

void TemplateCard::setData(std::shared_ptr<const LoadedData> loaded) {
    m_data = std::move(loaded);
    m_picture = m_data ? dataThumbnail(*m_data, pictureSize(), devicePixelRatioF(), palette()) : QImage();
    update();
}

void TemplateCard::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setData(m_data);
}

void TemplateCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void TemplateCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void TemplateCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const bool lit = underMouse() || hasFocus();
    painter.setPen(QPen(colours.color(lit ? QPalette::Highlight : QPalette::Mid), lit ? 2 : 1));
    painter.setBrush(colours.color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRect picture(QPoint(kMargin, (height() - pictureSize().height()) / 2), pictureSize());
    if (!m_picture.isNull())
        painter.drawImage(picture, m_picture);
    const QRect words = rect().adjusted(picture.right() + kMargin, kMargin, -kMargin, -kMargin);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.color(QPalette::Text));
    if (m_size == Size::Slim) {
        painter.drawText(words, Qt::AlignVCenter | Qt::TextWordWrap, text());
        return;
    }
    QRect used;
    painter.drawText(words, Qt::AlignTop | Qt::TextWordWrap, text(), &used);
    painter.setFont(font());
    painter.drawText(words.adjusted(0, used.height() + 2, 0, 0), Qt::AlignTop | Qt::TextWordWrap,
                     QString::fromStdString(m_source.summary));
}

TemplatePictures::~TemplatePictures() {
    m_thread.clear();
    m_thread.waitForDone();
}

void TemplatePictures::load(TemplateCard* card) {
    m_thread.setMaxThreadCount(1);
    QPointer<TemplateCard> target(card);
    m_thread.start([this, target, text = card->source().data, seed = card->source().training.seed] {
        Result<LoadedData> loaded = loadData(text, seed);
        if (!loaded)
            return; // A card without a picture is still a card.
        auto shared = std::make_shared<const LoadedData>(std::move(*loaded));
        QMetaObject::invokeMethod(
            this,
            [target, shared] {
                if (target)
                    target->setData(shared);
            },
            Qt::QueuedConnection);
    });
}

} // namespace protomind
