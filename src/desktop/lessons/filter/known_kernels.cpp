// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/known_kernels.h"

#include <QCoreApplication>

namespace protomind {

namespace {

QString kernelTitle(const char* text) {
    return QCoreApplication::translate("protomind::KnownKernel", text);
}

} // namespace

std::vector<KnownKernel> knownKernels() {
    constexpr double kNinth = 0.111;
    return {
        {"kernelSame",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Nothing")),
         {0, 0, 0, 0, 1, 0, 0, 0, 0}},
        {"kernelBlur",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Blur")),
         {kNinth, kNinth, kNinth, kNinth, kNinth, kNinth, kNinth, kNinth, kNinth}},
        {"kernelSharpen",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Sharpen")),
         {0, -1, 0, -1, 5, -1, 0, -1, 0}},
        {"kernelUpright",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Standing edges")),
         {-1, 0, 1, -1, 0, 1, -1, 0, 1}},
        {"kernelLying",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Lying edges")),
         {-1, -1, -1, 0, 0, 0, 1, 1, 1}},
        {"kernelEmboss",
         kernelTitle(QT_TRANSLATE_NOOP("protomind::KnownKernel", "Emboss")),
         {-2, -1, 0, -1, 1, 1, 0, 1, 2}},
    };
}

} // namespace protomind
