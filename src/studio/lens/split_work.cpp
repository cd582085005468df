// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/split_work.h"

#include "engine/instance/network_instance.h"

namespace protomind {

namespace {

constexpr std::int64_t kLargestSplitBatch = 256;

} // namespace

SplitWork::SplitWork(const LensContext& context, const DataSet& data)
    : m_context(context)
    , m_answers(context)
    , m_data(data)
    , m_batch(fittingBatch(context.network.model(), kLargestSplitBatch)) {}

Result<bool> SplitWork::advance() {
    const std::int64_t count = std::min(m_batch, m_data.size() - m_done);
    const ReadSamples read =
        readSamples(m_data, m_done, count, m_context.network.device().description().threads);
    auto outputs = m_answers.to(read.samples);
    if (!outputs)
        return std::unexpected(outputs.error());
    const std::size_t width = outputs->values.size() / static_cast<std::size_t>(count);
    for (std::int64_t i = 0; i < count; ++i)
        take(m_done + i, read.targets[static_cast<std::size_t>(i)],
             std::span(outputs->values).subspan(static_cast<std::size_t>(i) * width, width));
    batchTaken();
    m_done += count;
    return m_done >= m_data.size();
}

} // namespace protomind
