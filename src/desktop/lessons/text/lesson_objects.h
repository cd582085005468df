// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/lessons/text/lesson_picture.h"

#include <QFont>
#include <QHash>
#include <QPalette>
#include <QTextCharFormat>
#include <QTextObjectInterface>

namespace protomind {

/// What stands in the line between letters, as a QTextCharFormat tells it.
enum LessonObject { kFormulaObject = QTextFormat::UserObject + 1, kPictureObject };
enum LessonProperty {
    kTex = QTextFormat::UserProperty + 1, ///< with its dollars; text that stands for a formula has it, too
    kPictureName,
    kPictureWords, ///< what is seen
    kObjectNumber, ///< keeps neighbours apart
};

/// Draws formulas and pictures within a document: formulas in the colour of the text around them, as large as
/// its letters, and with their line of writing on the text's own. What is wider than the text is scaled down.
class LessonObjects : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    LessonObjects(const FormulaPictures& formulas, QFont font, QPalette palette, QString folder,
                  QObject* parent);

    /// Of a formula among letters of this font; none where there is no picture of it.
    [[nodiscard]] std::optional<QTextCharFormat> formulaFormat(const std::string& tex, FormulaMode mode,
                                                               const QFont& font) const;
    /// None where the picture can't be loaded.
    [[nodiscard]] std::optional<QTextCharFormat> pictureFormat(const QString& name);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;

private:
    void drawPicture(QPainter& painter, const QRectF& rect, const LessonPicture& picture) const;

    const FormulaPictures& m_formulas;
    QFont m_font;
    QPalette m_palette;
    QString m_folder;
    QHash<QString, std::optional<LessonPicture>> m_pictures;
};

} // namespace protomind
