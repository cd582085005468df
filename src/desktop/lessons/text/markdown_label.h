// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/text/lesson_document.h"

#include <QTextBrowser>

#include <functional>
#include <map>

namespace protomind {

/// A piece of a lesson's text - a page, a question, a hint - that is as high as its words need, so that
/// pieces can be stacked in one pane that scrolls. It shows what makeLessonDocument() makes of Markdown, in
/// its own font and palette, whenever these change. Its links are reached with Tab and followed with Enter.
/// What is copied, and what screen readers are told, has formulas as TeX.
class MarkdownLabel : public QTextBrowser {
    Q_OBJECT
public:
    /// The formulas must outlive it.
    explicit MarkdownLabel(const FormulaPictures& formulas, QWidget* parent = nullptr);

    /// folder: of the lesson, for its pictures.
    void showMarkdown(const QString& markdown, const QString& folder = {});
    [[nodiscard]] const QString& shownMarkdown() const { return m_markdown; }
    /// Makes it all again: pictures or formulas have changed.
    void refresh();
    /// What a link does, for the pointer that rests on it.
    void setLinkWords(std::function<QString(const QUrl&)> words) { m_linkWords = std::move(words); }

    /// All of it, formulas as TeX.
    [[nodiscard]] QString plainText() const { return plainLessonText(*document()); }
    struct Link {
        QString text;
        QUrl url;
        int begin = 0; ///< in the document
        int end = 0;
    };
    [[nodiscard]] const std::vector<Link>& links() const { return m_links; }
    /// Where a link is, in the label's coordinates.
    [[nodiscard]] QRect linkRect(const Link& link) const;
    void press(const Link& link) { emit linkPressed(link.url); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    QVariant loadResource(int type, const QUrl& name) override;

signals:
    /// action:, highlight: or open:
    void linkPressed(const QUrl& url);

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
    QMimeData* createMimeDataFromSelection() const override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void findLinks();
    void followAnchor(const QUrl& url);
    void showFocusedLink();
    void paintGround();

    const FormulaPictures& m_formulas;
    QString m_markdown;
    QString m_folder;
    std::function<QString(const QUrl&)> m_linkWords;
    std::vector<Link> m_links;
    mutable std::map<int, int> m_heights; ///< by width
};

} // namespace protomind
