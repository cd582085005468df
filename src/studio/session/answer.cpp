// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/answer.h"

namespace protomind {

namespace {

template<class Wanted, class... Alternatives>
constexpr std::size_t indexIn(const std::variant<Alternatives...>*) {
    std::size_t index = 0;
    static_cast<void>(((std::is_same_v<Wanted, Alternatives> || (++index, false)) || ...));
    return index;
}

} // namespace

std::size_t answerIndex(const Request& request) {
    return std::visit(
        []<class Asked>(const Asked&) {
            constexpr std::size_t kIndex = indexIn<AnswerTo<Asked>>(static_cast<const Event*>(nullptr));
            static_assert(kIndex < std::variant_size_v<Event>);
            return kIndex;
        },
        request);
}

} // namespace protomind
