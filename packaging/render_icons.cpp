// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// render_icons DRAWING.svg SMALL.svg FOLDER NAME.png SIZE...: draws an icon as FOLDER/SIZExSIZE/NAME.png for
// each size, the small ones from the drawing that has fewer parts. It uses the renderer that the program
// itself shows icons with, so that building needs no other tool.
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>
#include <cstdlib>

namespace {

constexpr int kLargestSmall = 24;

bool render(QSvgRenderer& drawing, int size, const QString& path) {
    QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter);
    painter.end();
    return picture.save(path);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 6) {
        std::fputs("render_icons DRAWING.svg SMALL.svg FOLDER NAME.png SIZE...\n", stderr);
        return 2;
    }
    QSvgRenderer large(QString::fromLocal8Bit(argv[1]));
    QSvgRenderer small(QString::fromLocal8Bit(argv[2]));
    if (!large.isValid() || !small.isValid()) {
        std::fprintf(stderr, "%s is not a drawing.\n", large.isValid() ? argv[2] : argv[1]);
        return 1;
    }
    for (int argument = 5; argument < argc; ++argument) {
        const int size = std::atoi(argv[argument]);
        const QString path = QStringLiteral("%1/%2x%2/%3")
                                 .arg(QString::fromLocal8Bit(argv[3]))
                                 .arg(size)
                                 .arg(QString::fromLocal8Bit(argv[4]));
        if (!render(size > kLargestSmall ? large : small, size, path)) {
            std::fprintf(stderr, "%s can't be written.\n", path.toLocal8Bit().constData());
            return 1;
        }
    }
    return 0;
}
