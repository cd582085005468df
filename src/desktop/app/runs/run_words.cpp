// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/runs/run_words.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/runs/network_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace protomind {

namespace {

constexpr std::int64_t kManySamples = 1000;

QString translated(const char* text) {
    return QCoreApplication::translate("protomind::RunWords", text);
}

QString quoted(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString testedText(const TestGround& ground) {
    const QString samples = shownCount(ground.samples);
    switch (ground.split) {
    case Split::Validation:
        return translated(QT_TRANSLATE_NOOP("protomind::RunWords", "%1 samples kept aside")).arg(samples);
    case Split::Unseen:
        return translated(QT_TRANSLATE_NOOP("protomind::RunWords", "%1 unseen samples")).arg(samples);
    default:
        return translated(QT_TRANSLATE_NOOP("protomind::RunWords", "%1 test samples")).arg(samples);
    }
}

} // namespace

QString resultText(const RunRecord& run) {
    if (run.accuracy < 0)
        return shownNumber(run.loss, 'g', 3);
    const int decimals = run.samples >= kManySamples ? 2 : 1;
    return shownNumber(100 * run.accuracy, 'f', decimals) + QStringLiteral("\u00a0%");
}

QString epochsText(const RunRecord& run) {
    return run.epochs < 10 ? shownNumber(run.epochs, 'g', 2) : shownNumber(run.epochs, 'f', 0);
}

QString whenText(const RunRecord& run) {
    const QDateTime when = QDateTime::fromSecsSinceEpoch(run.when);
    return when.date() == QDate::currentDate() ? QLocale().toString(when.time(), QLocale::ShortFormat)
                                               : QLocale().toString(when.date(), QLocale::ShortFormat);
}

QString fullWhenText(const RunRecord& run) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(run.when), QLocale::ShortFormat);
}

QString groundText(const TestGround& ground) {
    return QStringLiteral("%1 · %2").arg(worded(dataNameOf(ground.data)), testedText(ground));
}

QString runDetails(const RunRecord& run) {
    const TrainingSettings& training = run.experiment.training;
    QStringList lines;
    lines << worded(networkInWords(run.experiment.network));
    const QString loss = shownNumber(run.loss, 'g', 3);
    const QString parameters = shownCount(run.parameters);
    if (run.accuracy >= 0)
        lines << translated(QT_TRANSLATE_NOOP("protomind::RunWords", "%1 right · loss %2 · %3 parameters"))
                     .arg(resultText(run), loss, parameters);
    else
        lines << translated(QT_TRANSLATE_NOOP("protomind::RunWords", "loss %1 · %2 parameters"))
                     .arg(loss, parameters);
    lines << translated(QT_TRANSLATE_NOOP("protomind::RunWords",
                                          "%1 epochs · learning rate %2 · batch size %3 · seed %4"))
                 .arg(epochsText(run), shownNumber(training.learningRate), shownCount(training.batchSize),
                      QString::number(training.seed));
    if (run.seconds)
        lines << translated(QT_TRANSLATE_NOOP("protomind::RunWords", "trained for %1 seconds"))
                     .arg(shownNumber(*run.seconds, 'g', 3));
    lines << groundText(groundOf(run)) + QStringLiteral(" · ") + fullWhenText(run);
    if (!run.learnedFrom)
        lines << translated(QT_TRANSLATE_NOOP(
            "protomind::RunWords",
            "It isn't known whether it has learned from some of these samples: it gets no place."));
    else if (*run.learnedFrom > 0)
        lines << translated(
                     QT_TRANSLATE_NOOP("protomind::RunWords",
                                       "It had learned from %1 of these samples before: it gets no place."))
                     .arg(shownCount(*run.learnedFrom));
    return lines.join(QLatin1Char('\n'));
}

QString runsCsv(const std::vector<RunRecordPtr>& runs) {
    QString csv = QStringLiteral("accuracy,loss,samples,learned_from,parameters,network,epochs,steps,seconds,"
                                 "learning_rate,batch_size,seed,data,tested\n");
    for (const RunRecordPtr& one : runs) {
        const RunRecord& run = *one;
        const TrainingSettings& training = run.experiment.training;
        const QStringList cells{
            run.accuracy >= 0 ? shownNumber(run.accuracy) : QString(),
            shownNumber(run.loss),
            QString::number(run.samples),
            run.learnedFrom ? QString::number(*run.learnedFrom) : QString(),
            QString::number(run.parameters),
            quoted(QString::fromStdString(networkInWords(run.experiment.network))),
            shownNumber(run.epochs),
            QString::number(run.steps),
            run.seconds ? shownNumber(*run.seconds) : QString(),
            shownNumber(training.learningRate),
            QString::number(training.batchSize),
            QString::number(training.seed),
            quoted(QString::fromStdString(run.experiment.data)),
            QDateTime::fromSecsSinceEpoch(run.when).toString(Qt::ISODate),
        };
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return csv;
}

} // namespace protomind
