// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace protomind {

/// Something to begin with, to press: a picture, a title, and a sentence about it, none of them cut off
/// whatever the size of type.
class StartCard : public QAbstractButton {
    Q_OBJECT
public:
    StartCard(const QString& title, const QString& sentence, QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull() || !m_pictureIcon.isNull(); }
    /// Drawn in the middle of the picture's place.
    void setPictureIcon(const QIcon& icon);
    /// Set off from the others: where a newcomer should begin.
    void setRecommended(const QString& badge);
    /// In pixels that don't depend on the screen's scale.
    [[nodiscard]] QSize pictureSize() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] int minimumWords() const;

    QString m_sentence;
    QString m_badge;
    QImage m_picture;
    QIcon m_pictureIcon;
};

} // namespace protomind
