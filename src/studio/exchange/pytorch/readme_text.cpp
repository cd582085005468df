// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/safe_text.h"

namespace protomind {

namespace {

constexpr std::string_view kReadme = R"md(# @TITLE@

A network from @PROGRAM@, for PyTorch 1.13 or newer.

    pip install -r requirements.txt
    python3 predict.py @EXAMPLE@
    python3 train.py@DATA@
    torchrun --nproc_per_node 4 train.py@DATA@

* `model.py`: the network. `Network()` takes @INPUT@ and gives @OUTPUT@. @LOGITS@
* `model.safetensors`: its weights: `network.load_state_dict(safetensors.torch.load_file("model.safetensors"))`.
* `predict.py`: asks it. `train.py`: goes on with training, and writes `trained.safetensors`.
* `optimizer.safetensors`: what the optimiser remembers. @DATA_LINE@
* `tensors.py`: reads and writes safetensors files, with or without the package of that name, and reads CSV files.

@PREPROCESSING@ @TABLES@

The batches are Protomind's. Random numbers inside of layers (dropout, noise) are not: there the runs part. Where
several processes share a batch, batch normalisation goes by the part of each.
)md";

} // namespace

std::string readmeText(const PythonNetwork& network, bool hasData) {
    const TrainedNetwork& trained = *network.trained;
    const bool image = isImageShape(trained.model.inputShape);
    const std::string tables = "A row of a CSV file is a sample, its numbers as the network takes them";
    return filledIn(
        kReadme, {{"TITLE", lineCommentText(trained.title)},
                  {"PROGRAM", lineCommentText(trained.program)},
                  {"TABLES", image ? "PyTorch has images channels first. " + tables +
                                         ": in the order height, width, channels, pixels from 0 to 1."
                                   : tables + "."},
                  {"EXAMPLE", takesPictures(network) ? "picture.png" : "samples.csv"},
                  {"DATA", hasData ? "" : " --data samples.csv"},
                  {"INPUT", torchShapeText(trained.model.inputShape)},
                  {"OUTPUT", torchShapeText(trained.model.outputShape)},
                  {"LOGITS", network.leftOut.empty() ? ""
                                                     : "Those are logits; `predict()` puts " +
                                                           network.leftOut + " on top, as Protomind does."},
                  {"DATA_LINE", hasData ? "`data.safetensors`: the samples." : ""},
                  {"PREPROCESSING", lineCommentText(preprocessingText(trained).text())}});
}

} // namespace protomind
