// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/messages/fault_notice.h"

#include "desktop/app/messages/message_strip.h"
#include "desktop/words/worded.h"

#include <QCoreApplication>
#include <QPointer>

#include <cstdio>

namespace protomind {

namespace {

constexpr double kQuietSeconds = 60;
/// An answer that has not come by then, for want of memory to give it, is not waited for any more.
constexpr double kLostSeconds = 60;

QString noticeText(const char* text) {
    return QCoreApplication::translate("protomind::FaultNotice", text);
}

QString whatToDo(ProblemKind kind, bool kept) {
    if (!kept)
        return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice",
                                            "Your last changes could not be kept: save the project now."));
    if (kind == ProblemKind::Memory)
        return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice",
                                            "Your work is kept: close other programs and try again."));
    return noticeText(QT_TRANSLATE_NOOP("protomind::FaultNotice", "Your work is kept. Please report it."));
}

} // namespace

FaultNotice::FaultNotice(MessageStrip& messages, Keep keep, Clock clock)
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
    m_sentence = sentence;
    m_kind = fault.problem.kind;
    askToKeep();
    std::fprintf(stderr, "%s\n", fault.problem.text().c_str());
    if (m_asked) // Nothing is promised before it is true.
        m_messages.say(MessageStrip::Topic::Fault, MessageStrip::Kind::Warning, sentence);
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

void FaultNotice::askToKeep() {
    if (m_asked && m_clock() - m_asked->when < kLostSeconds) {
        m_asked->again = true; // Once more is enough, however much has happened by then.
        return;
    }
    m_asked = Asked{.when = m_clock()};
    const int ask = ++m_asks;
    try {
        m_keep([notice = QPointer<FaultNotice>(this), ask](bool kept) {
            if (notice)
                notice->receiveAnswer(ask, kept);
        });
    } catch (...) {
        receiveAnswer(ask, false);
    }
}

void FaultNotice::receiveAnswer(int ask, bool kept) {
    if (!m_asked || ask != m_asks)
        return;
    const bool again = m_asked->again;
    m_asked.reset();
    if (again)
        askToKeep();
    else
        m_messages.say(MessageStrip::Topic::Fault, MessageStrip::Kind::Warning,
                       m_sentence + QLatin1Char(' ') + whatToDo(m_kind, kept));
}

} // namespace protomind
