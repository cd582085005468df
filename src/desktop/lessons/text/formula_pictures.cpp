// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/formula_pictures.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

// Qt's macro declares a function, which must not happen inside a namespace.
static void initialiseFormulas() {
    Q_INIT_RESOURCE(formulas);
}

namespace protomind {

namespace {

constexpr qint64 kMostBytes = 16 << 20;
constexpr qsizetype kMostRenderers = 500;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.size() <= kMostBytes && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString FormulaPictures::builtIn() {
    initialiseFormulas();
    return QStringLiteral(":/formulas");
}

FormulaPictures::FormulaPictures(QStringList folders)
    : m_folders(std::move(folders)) {
    reload();
}

FormulaPictures::~FormulaPictures() = default;

void FormulaPictures::reload() {
    m_renderers.clear();
    m_indexes.clear();
    for (const QString& folder : m_folders) {
        const QByteArray text = contentOf(folder + QStringLiteral("/index.json"));
        // Formulas of a damaged index are shown as text, like all that have no picture.
        m_indexes.push_back(
            FormulaIndex::parse({text.constData(), std::size_t(text.size())}, folder.toStdString())
                .value_or(FormulaIndex()));
    }
}

const FormulaPicture* FormulaPictures::find(const std::string& tex, FormulaMode mode) const {
    for (const FormulaIndex& index : m_indexes)
        if (const FormulaPicture* picture = index.find(tex, mode))
            return picture;
    return nullptr;
}

QByteArray FormulaPictures::drawingOf(const QString& key) const {
    for (std::size_t i = 0; i < m_indexes.size(); ++i)
        if (m_indexes[i].pictures().contains(key.toStdString()))
            return contentOf(QStringLiteral("%1/%2.svg").arg(m_folders.at(qsizetype(i)), key));
    return {};
}

void FormulaPictures::draw(QPainter& painter, const QRectF& rect, const FormulaPicture& picture,
                           const QColor& colour) const {
    const QString key = QString::fromStdString(formulaKey(picture.tex, picture.mode));
    if (m_renderers.size() > kMostRenderers)
        m_renderers.clear();
    std::shared_ptr<QSvgRenderer>& renderer = m_renderers[key + colour.name(QColor::HexArgb)];
    if (!renderer) {
        QByteArray drawing = drawingOf(key);
        // The shapes have no colour of their own: they take that of the whole.
        const qsizetype at = drawing.indexOf("<svg ");
        if (at >= 0)
            drawing.insert(at + 5, "fill='" + colour.name().toLatin1() + "' ");
        renderer = std::make_shared<QSvgRenderer>(drawing);
    }
    if (renderer->isValid())
        renderer->render(&painter, rect);
}

} // namespace protomind
