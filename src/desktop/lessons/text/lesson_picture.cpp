// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/lesson_picture.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <vector>

namespace protomind {

namespace {

constexpr qint64 kMostDrawingBytes = 2 << 20;
constexpr qint64 kMostPixelBytes = 16 << 20;
constexpr int kLongestSide = 8192;
constexpr std::size_t kDeepestNesting = 64;
constexpr std::size_t kMostElements = 20'000;
constexpr double kMostDrawn = 100'000;

/// The file's real place; empty where it is not inside the folder.
QString placeIn(const QString& folder, const QString& name) {
    if (folder.isEmpty() || name.isEmpty() || name.startsWith(QLatin1Char('/')) ||
        name.contains(QLatin1Char(':')) || name.contains(QLatin1Char('\\')))
        return {};
    const QString home = QFileInfo(folder).canonicalFilePath();
    const QFileInfo file(folder + QLatin1Char('/') + name);
    const QString place = file.canonicalFilePath(); // where links lead
    return !home.isEmpty() && file.isFile() && place.startsWith(home + QLatin1Char('/')) ? place : QString();
}

/// Counts what a drawing draws. A few copies of copies of copies are soon more than can ever be drawn.
class DrawingCost {
public:
    /// None where the drawing is beyond all limits, copies itself, is damaged, or reaches for other files.
    static std::optional<double> of(const QByteArray& drawing) {
        DrawingCost cost;
        return cost.read(drawing) ? cost.costOf(0) : std::nullopt;
    }

private:
    struct Element {
        std::vector<std::size_t> inside;
        QString copyOf;
        std::optional<double> cost;
        bool entered = false;
    };

    bool read(const QByteArray& drawing) {
        QXmlStreamReader reader(drawing);
        std::vector<std::size_t> around;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::EndElement)
                around.pop_back();
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (around.size() > kDeepestNesting || m_elements.size() > kMostElements ||
                reader.name() == QLatin1String("image"))
                return false;
            if (!around.empty())
                m_elements[around.back()].inside.push_back(m_elements.size());
            around.push_back(m_elements.size());
            Element& element = m_elements.emplace_back();
            for (const QXmlStreamAttribute& attribute : reader.attributes()) {
                if (attribute.name() == QLatin1String("id"))
                    m_byId.insert(attribute.value().toString(), around.back());
                if (attribute.name() == QLatin1String("href") && reader.name() == QLatin1String("use"))
                    element.copyOf = attribute.value().mid(1).toString();
            }
        }
        return !reader.hasError() && !m_elements.empty();
    }

    std::optional<double> costOf(std::size_t index) {
        Element& element = m_elements[index];
        if (element.cost || element.entered)
            return element.cost;
        element.entered = true;
        double sum = 1;
        std::vector<std::size_t> parts = element.inside;
        if (const auto copied = m_byId.constFind(element.copyOf);
            !element.copyOf.isEmpty() && copied != m_byId.constEnd())
            parts.push_back(*copied);
        for (const std::size_t part : parts) {
            const std::optional<double> cost = costOf(part);
            if (!cost)
                return std::nullopt;
            sum += *cost;
        }
        return element.cost = sum;
    }

    std::vector<Element> m_elements;
    QHash<QString, std::size_t> m_byId;
};

bool isHarmless(const QByteArray& drawing) {
    if (drawing.contains("<!ENTITY") || drawing.contains("@import"))
        return false;
    const std::optional<double> cost = DrawingCost::of(drawing);
    return cost && *cost <= kMostDrawn;
}

std::optional<LessonPicture> loadDrawing(const QString& place) {
    QFile file(place);
    if (file.size() > kMostDrawingBytes || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    LessonPicture picture{.drawing = file.readAll(), .pixels = {}, .size = {}};
    if (!isHarmless(picture.drawing))
        return std::nullopt;
    const QSvgRenderer renderer(picture.drawing);
    picture.size = renderer.defaultSize();
    if (!renderer.isValid() || picture.size.isEmpty())
        return std::nullopt;
    return picture;
}

std::optional<LessonPicture> loadPixels(const QString& place) {
    if (QFileInfo(place).size() > kMostPixelBytes)
        return std::nullopt;
    QImageReader reader(place);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > kLongestSide || size.height() > kLongestSide)
        return std::nullopt;
    LessonPicture picture{.drawing = {}, .pixels = reader.read(), .size = {}};
    picture.size = picture.pixels.deviceIndependentSize();
    return picture.pixels.isNull() ? std::nullopt : std::optional(std::move(picture));
}

} // namespace

std::optional<LessonPicture> loadLessonPicture(const QString& folder, const QString& name) {
    const QString place = placeIn(folder, name);
    const QString ending = QFileInfo(place).suffix().toLower();
    if (ending == QLatin1String("svg"))
        return loadDrawing(place);
    if (ending == QLatin1String("png") || ending == QLatin1String("jpg") || ending == QLatin1String("jpeg"))
        return loadPixels(place);
    return std::nullopt;
}

} // namespace protomind
