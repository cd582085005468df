// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/formula_index.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QRectF>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

class QPainter;
class QSvgRenderer;

namespace protomind {

/// The pictures that scripts/formulas made: those in the program, and those in folders of lessons that are
/// being written. Draws them in any colour, at any size.
class FormulaPictures {
public:
    /// Where the program has its own: below :/formulas.
    static QString builtIn();

    /// The folders are asked in their order.
    explicit FormulaPictures(QStringList folders = {builtIn()});
    ~FormulaPictures();

    /// Reads the folders again.
    void reload();
    [[nodiscard]] const FormulaPicture* find(const std::string& tex, FormulaMode mode) const;
    void draw(QPainter& painter, const QRectF& rect, const FormulaPicture& picture,
              const QColor& colour) const;

private:
    [[nodiscard]] QByteArray drawingOf(const QString& key) const;

    QStringList m_folders;
    std::vector<FormulaIndex> m_indexes; ///< one a folder
    /// By key and colour; emptied when it has grown.
    mutable QHash<QString, std::shared_ptr<QSvgRenderer>> m_renderers;
};

} // namespace protomind
