// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/table/settings_words.h"

#include "desktop/words/worded.h"
#include "studio/network/settings_text.h"

#include <QRegularExpression>

#include <array>

namespace protomind {

namespace {

QString withWordReplaced(QString text, const QString& word, const QString& by) {
    return text.replace(
        QRegularExpression(QStringLiteral(R"((?<!\w)%1(?!\w))").arg(QRegularExpression::escape(word)),
                           QRegularExpression::CaseInsensitiveOption |
                               QRegularExpression::UseUnicodePropertiesOption),
        by);
}

/// The studio writes and reads English answers.
const std::array kAnswers = {QStringLiteral("yes"), QStringLiteral("no")};

LayerType withLabelsOfTheWindow(LayerType type) {
    for (Field& field : type.fields)
        field.label = worded(field.label).toStdString();
    return type;
}

} // namespace

QString settingsWords(const LayerType& type, const Settings& settings) {
    QString text = QString::fromStdString(settingsText(withLabelsOfTheWindow(type), settings));
    for (const QString& answer : kAnswers)
        text = withWordReplaced(text, answer, worded(answer));
    return text;
}

Result<Settings> settingsFromWords(const LayerType& type, const QString& text, const Settings& before) {
    QString words = text.trimmed();
    for (const QString& answer : kAnswers)
        words = withWordReplaced(words, worded(answer), answer);
    Result<Settings> read = settingsFromText(withLabelsOfTheWindow(type), words.toStdString(), before);
    if (read)
        return read;
    Result<Settings> english = settingsFromText(type, words.toStdString(), before);
    return english ? english : read;
}

} // namespace protomind
