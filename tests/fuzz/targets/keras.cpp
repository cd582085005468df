// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_file.h"

#include "reader_answer.h"
#include "target.h"

/// An archive of Keras, through libzip, HDF5 and all that follows.
void protomind::tryInput(std::string_view input) {
    if (const auto answer = answerOf(parseKeras, input))
        (void)networkOfKerasFile(*answer);
}
