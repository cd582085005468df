// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/icons.h"

#include "desktop/style/paint_guard.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

// Qt's macro declares a function, which must not happen inside a namespace.
static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace protomind {

namespace {

QByteArray contentOf(const QString& name) {
    initialiseResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws a black SVG in a colour of the application's palette, looked up whenever it draws.
class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(QByteArray drawing, QPalette::ColorRole role)
        : m_drawing(std::move(drawing))
        , m_role(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintGuarded(*painter, [&] {
            const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
            const QColor colour = QGuiApplication::palette().color(group, m_role);
            QByteArray drawing = m_drawing;
            drawing.replace("#000000", colour.name().toLatin1());
            QSvgRenderer(drawing).render(painter, rect);
        });
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    QByteArray m_drawing;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon themedIcon(const QString& name, QPalette::ColorRole role) {
    return QIcon(new ThemedIconEngine(contentOf(name), role));
}

QIcon programIcon() {
    initialiseResources();
    return QIcon(QStringLiteral(":/icons/protomind.svg"));
}

} // namespace protomind
