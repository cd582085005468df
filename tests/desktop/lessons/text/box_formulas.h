// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/lessons/text/markdown_label.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <cmath>

namespace protomind {

/// A folder with pictures of formulas that are black boxes: $box$ is 20 points wide and 8 high and stands on
/// the line, $deep$ reaches 12 points below it and 14 above, $$wide$$ is 2000 points wide.
class BoxFormulas {
public:
    BoxFormulas() {
        QByteArray index;
        for (const auto& [tex, mode, width, height, depth] :
             {Box{"box", FormulaMode::Inline, 20, 8, 0}, Box{"deep", FormulaMode::Inline, 20, 26, 12},
              Box{"box", FormulaMode::Displayed, 20, 8, 0},
              Box{"wide", FormulaMode::Displayed, 2000, 20, 10}}) {
            const std::string key = formulaKey(tex, mode);
            index += (index.isEmpty() ? "{" : ",") + QByteArray("\"") + key.c_str() + "\": {\"tex\": \"" +
                     tex + "\", \"mode\": \"" + (mode == FormulaMode::Inline ? "inline" : "displayed") +
                     "\", \"width\": " + QByteArray::number(width) +
                     ", \"height\": " + QByteArray::number(height) +
                     ", \"depth\": " + QByteArray::number(depth) + "}";
            const QByteArray size =
                "width='" + QByteArray::number(width) + "' height='" + QByteArray::number(height) + "'";
            write(QString::fromStdString(key) + QStringLiteral(".svg"),
                  "<svg xmlns='http://www.w3.org/2000/svg' " + size + " viewBox='0 0 " +
                      QByteArray::number(width) + ' ' + QByteArray::number(height) + "'><rect " + size +
                      "/></svg>");
        }
        write(QStringLiteral("index.json"), index + "}");
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    void write(const QString& name, const QByteArray& content) const {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(content);
    }

private:
    struct Box {
        const char* tex;
        FormulaMode mode;
        int width, height, depth;
    };
    QTemporaryDir m_folder;
};

/// What a label looks like at a width, on a colour that nothing else has.
inline QImage pictureOf(MarkdownLabel& label, int width, double ratio = 1) {
    label.resize(width, label.heightForWidth(width));
    QImage image((QSizeF(label.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(label.palette().color(QPalette::Base));
    label.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
    return image;
}

/// The smallest rectangle with all pixels of about this colour.
inline QRect placeOf(const QImage& image, const QColor& colour) {
    QRect place;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) +
                    std::abs(pixel.blue() - colour.blue()) <
                40)
                place |= QRect(x, y, 1, 1);
        }
    return place;
}

} // namespace protomind
