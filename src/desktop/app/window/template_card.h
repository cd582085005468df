// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace protomind {

struct LoadedData;
struct NetworkTemplate;

/// A template to press: a picture of its data, its title, and a sentence about it.
class TemplateCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class Size {
        Slim,  ///< picture and title, the sentence as a tooltip
        Large, ///< all of it
    };
    TemplateCard(const NetworkTemplate& source, Size size, QWidget* parent = nullptr);

    [[nodiscard]] const NetworkTemplate& source() const { return m_source; }
    void setData(std::shared_ptr<const LoadedData> data);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize pictureSize() const;

    const NetworkTemplate& m_source; // Of the program's own table.
    Size m_size;
    std::shared_ptr<const LoadedData> m_data;
    QImage m_picture;
};

/// Reads the data of cards on a thread of its own, one after the other.
class TemplatePictures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~TemplatePictures() override;
    void load(TemplateCard* card);

private:
    QThreadPool m_thread;
};

} // namespace protomind
