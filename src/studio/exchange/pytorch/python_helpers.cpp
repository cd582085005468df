// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/layer_code.h"

namespace protomind {

namespace {

constexpr std::string_view kBatchNorm = R"py(class BatchNorm(nn.modules.batchnorm._BatchNorm):
    """torch.nn's batch normalisation, but for the variance that training remembers: it is divided by n, as in
    Protomind, not by n - 1. A batch may also be a single sample."""

    def _check_input_dim(self, x):
        pass

    def forward(self, x):
        if not self.training:
            return super().forward(x)
        shape = [1, -1] + [1] * (x.dim() - 2)
        variance, mean = torch.var_mean(x, [0] + list(range(2, x.dim())), unbiased=False)
        with torch.no_grad():
            self.num_batches_tracked += 1
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(variance, self.momentum)
        x = (x - mean.view(shape)) / torch.sqrt(variance.view(shape) + self.eps)
        return x * self.weight.view(shape) + self.bias.view(shape)
)py";

constexpr std::string_view kGroupNorm = R"py(class GroupNorm(nn.GroupNorm):
    """torch.nn's group normalisation, for groups of a single number too: all that stays of those is the bias."""

    def forward(self, x):
        shape = [1, -1] + [1] * (x.dim() - 2)
        return x * 0 + self.bias.view(shape)
)py";

constexpr std::string_view kSameAveragePool = R"py(class SameAveragePool2d(nn.Module):
    """Average pooling with windows that stick out over the border, farther at the end: what is outside does
    not count. padding: left, right, top, bottom."""

    def __init__(self, kernel_size, stride, padding):
        super().__init__()
        self.kernel_size, self.stride, self.padding = kernel_size, stride, padding

    def forward(self, x):
        inside = F.pad(torch.ones_like(x[:1, :1]), self.padding)
        share = F.avg_pool2d(inside, self.kernel_size, self.stride)
        return F.avg_pool2d(F.pad(x, self.padding), self.kernel_size, self.stride) / share
)py";

constexpr std::string_view kLearnedPositions = R"py(class LearnedPositions(nn.Module):
    """Adds a row of its own to every step, [N, steps, features]."""

    def __init__(self, steps, features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(steps, features) * 0.05)

    def forward(self, x):
        return x + self.weight
)py";

constexpr std::string_view kWavePositions = R"py(class WavePositions(nn.Module):
    """Adds sines and cosines of many lengths to [N, steps, features]: "Attention is all you need", 3.5."""

    def __init__(self, steps, features):
        super().__init__()
        step = torch.arange(steps, dtype=torch.float64)[:, None]
        feature = torch.arange(features, dtype=torch.float64)
        angle = step / 10000 ** (torch.div(feature, 2, rounding_mode="floor") * 2 / features)
        waves = torch.where(feature % 2 == 0, angle.sin(), angle.cos())
        self.register_buffer("waves", waves.float(), persistent=False)

    def forward(self, x):
        return x + self.waves
)py";

constexpr std::string_view kGaussianNoise = R"py(class GaussianNoise(nn.Module):
    """While training, adds a random number to each number."""

    def __init__(self, deviation):
        super().__init__()
        self.deviation = deviation

    def forward(self, x):
        return x + torch.randn_like(x) * self.deviation if self.training else x
)py";

constexpr std::string_view kGaussianSampling = R"py(class GaussianSampling(nn.Module):
    """The middle of a variational autoencoder: takes means and logarithms of variances, and draws a number for
    each pair while training; else it gives the means. penalty is to be added to the loss: pull times the
    divergence from mean 0 and variance 1."""

    def __init__(self, pull):
        super().__init__()
        self.pull = pull
        self.penalty = None

    def forward(self, x):
        mean, log_variance = x.chunk(2, dim=1)
        if not self.training:
            return mean
        divergence = (mean.square() + log_variance.exp() - log_variance - 1) / 2
        self.penalty = self.pull * divergence.sum() / len(x)
        return mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
)py";

} // namespace

std::string_view helperSource(PythonHelper helper) {
    switch (helper) {
    case PythonHelper::BatchNorm:
        return kBatchNorm;
    case PythonHelper::GroupNorm:
        return kGroupNorm;
    case PythonHelper::SameAveragePool:
        return kSameAveragePool;
    case PythonHelper::LearnedPositions:
        return kLearnedPositions;
    case PythonHelper::WavePositions:
        return kWavePositions;
    case PythonHelper::GaussianNoise:
        return kGaussianNoise;
    case PythonHelper::GaussianSampling:
        return kGaussianSampling;
    }
    return {};
}

} // namespace protomind
