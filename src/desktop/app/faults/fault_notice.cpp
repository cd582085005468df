// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/faults/fault_notice.h"

#include "desktop/app/window/message_strip.h"
#include "desktop/words/worded.h"

#include <QCoreApplication>

#include <cstdio>

namespace protomind {

namespace {

constexpr double kQuietSeconds = 60;

QString noticeText(const char* text) {
    return QCoreApplication::translate("protomind::FaultNotice", text);
}

QString whatToDo(const Problem& problem, bool kept) {
    if (!kept)
        return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice",
                                            "Your last changes could not be kept: save the project now."));
    if (problem.kind == ProblemKind::Memory)
        return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice",
                                            "Your work is kept: close other programs and try again."));
    return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice", "Your work is kept. Please report it."));
}

} // namespace

FaultNotice::FaultNotice(MessageStrip& messages, std::function<void()> keep, Clock clock)
    : m_messages(messages)
    , m_keep(std::move(keep))
    , m_clock(std::move(clock)) {}

void FaultNotice::tell(const Fault& fault) {
    QString sentence = worded(fault.problem.sentence);
    if (fault.source == Fault::Source::Painting)
        sentence = noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice",
                                                "A part of the window could not be drawn: %1"))
                       .arg(sentence);
    if (wasToldJustNow(sentence, fault.source))
        return;
    const bool kept = keep();
    std::fprintf(stderr, "%s\n", fault.problem.text().c_str());
    m_messages.say(MessageStrip::Topic::Fault, MessageStrip::Kind::Warning,
                   sentence + QLatin1Char(' ') + whatToDo(fault.problem, kept));
}

bool FaultNotice::wasToldJustNow(const QString& sentence, Fault::Source source) {
    if (source == Fault::Source::Person)
        return false;
    const double now = m_clock();
    const auto [told, isNew] = m_told.try_emplace(sentence, now);
    if (!isNew && now - told->second < kQuietSeconds)
        return true;
    told->second = now;
    return false;
}

bool FaultNotice::keep() const {
    try {
        m_keep();
        return true;
    } catch (...) {
        return false;
    }
}

} // namespace protomind
