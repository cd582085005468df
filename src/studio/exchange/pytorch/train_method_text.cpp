// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/problem.h"
#include "studio/exchange/pytorch/train_text.h"

namespace protomind {

namespace {

// Optimisers ----------------------------------------------------------------------------------------

constexpr std::string_view kSgd = R"py(def make_optimizer(network):
    return torch.optim.SGD([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE)
)py";

constexpr std::string_view kMomentum = R"py(class Momentum(torch.optim.Optimizer):
    """As Protomind has it: the learning rate is part of the velocity, so that a change of it takes effect bit by
    bit. torch.optim.SGD multiplies the velocity by it afterwards."""

    def __init__(self, parameters, lr, momentum):
        super().__init__(parameters, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                state = self.state[parameter]
                if "velocity" not in state:
                    state["velocity"] = torch.zeros_like(parameter)
                velocity = state["velocity"].mul_(group["momentum"]).sub_(parameter.grad, alpha=group["lr"])
                @MOVE@


def make_optimizer(network):
    return Momentum([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE, momentum=@MOMENTUM@)
)py";

constexpr std::string_view kRmsProp = R"py(def make_optimizer(network):
    return torch.optim.RMSprop([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE,
                               alpha=@DECAY@, eps=@EPSILON@)
)py";

constexpr std::string_view kAdam = R"py(def make_optimizer(network):
    return torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE,
                            betas=(@BETA1@, @BETA2@), eps=@EPSILON@)
)py";

constexpr std::string_view kAdamW = R"py(def make_optimizer(network):
    """Only kernels decay."""
    groups = [{"params": [p for name, p in network.named_parameters() if p.requires_grad and name in KERNELS],
               "weight_decay": @WEIGHT_DECAY@},
              {"params": [p for name, p in network.named_parameters() if p.requires_grad and name not in KERNELS],
               "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=LEARNING_RATE, betas=(@BETA1@, @BETA2@), eps=@EPSILON@)
)py";

// The L1 penalty ------------------------------------------------------------------------------------

constexpr std::string_view kShrink = R"py(
@torch.no_grad()
def shrink(optimizer, network):
    """The L1 penalty: pulls kernels towards zero as far as a steady gradient of L1 would have carried them in
    this step, and no farther (Parikh and Boyd, "Proximal algorithms", 2014)."""
    kernels = {p for name, p in network.named_parameters() if name in KERNELS}
    for group in optimizer.param_groups:
@BEFORE@        for parameter in group["params"]:
            if parameter in kernels:
                reach = @REACH@
                parameter.copy_(parameter.sign() * F.relu(parameter.abs() - L1 * reach))

)py";

// Augmentation --------------------------------------------------------------------------------------

constexpr std::string_view kAugment = R"py(
# Augmentation -----------------------------------------------------------------------------------------------

SHIFT = @SHIFT@  # of the side, at most
TURN = @TURN@  # degrees, at most
SCALE_BY = @SCALE_BY@  # of the size, at most
FLIP = @FLIP@  # of the pictures
NOISE = @NOISE@  # standard deviation


def augmented(x):
    """Training pictures [N, C, H, W], each changed at random."""
    def within(most):
        return (2 * torch.rand(len(x)) - 1) * most

    right, down = within(2 * SHIFT), within(2 * SHIFT)  # a side goes from -1 to 1
    angle, scale = within(TURN) * math.pi / 180, 1 + within(SCALE_BY)
    cosine, sine = torch.cos(angle) / scale, torch.sin(angle) / scale
    mirror = torch.where(torch.rand(len(x)) < FLIP, -1.0, 1.0)
    ratio = x.shape[2] / x.shape[3]
    # The way back: where in x each pixel comes from.
    back = torch.stack([
        torch.stack([mirror * cosine, mirror * sine * ratio, -mirror * (cosine * right + sine * ratio * down)], 1),
        torch.stack([-sine / ratio, cosine, sine / ratio * right - cosine * down], 1)], 1)
    grid = F.affine_grid(back, list(x.shape), align_corners=False)
    x = F.grid_sample(x, grid, padding_mode="border", align_corners=False)
    return (x + NOISE * torch.randn_like(x)).clamp(0, 1)

)py";

// Schedules -----------------------------------------------------------------------------------------

constexpr std::string_view kGoal = R"py(def goal_of(step, per_epoch, epochs):
    """The step to train to."""
    planned = @BEGIN@EPOCHS * per_epoch
    if epochs is None and step < planned:
        return planned
    return (step // per_epoch + (EPOCHS if epochs is None else epochs)) * per_epoch


)py";

constexpr std::string_view kPosition =
    R"py(BEGINS = @BEGINS@  # the epoch after which the schedule began (again)


def begin_of(step, per_epoch):
    """The step with which the schedule began."""
    return BEGINS * per_epoch if step >= BEGINS * per_epoch else 0


def begin_after(epoch):
    """From there on the schedule begins again."""
    global BEGINS
    BEGINS = epoch


)py";

constexpr std::string_view kConstant = R"py(def learning_rate(step, per_epoch):
    return LEARNING_RATE

)py";

constexpr std::string_view kStep = R"py(def learning_rate(step, per_epoch):
    """Drops by a factor every few epochs."""
    done = (step - begin_of(step, per_epoch)) / per_epoch
    return LEARNING_RATE * @FACTOR@ ** math.floor(done / @EVERY@)


def is_over(step, per_epoch):
    """Whether the schedule has left nothing: less is lost in rounding."""
    return learning_rate(step, per_epoch) < 1e-6 * LEARNING_RATE

)py";

constexpr std::string_view kCosine = R"py(def learning_rate(step, per_epoch):
    """Falls in a gentle curve to a floor (Loshchilov and Hutter, "SGDR", 2017)."""
    done = min((step - begin_of(step, per_epoch)) / max(EPOCHS * per_epoch, 1), 1.0)
    return LEARNING_RATE * @CURVE@


def is_over(step, per_epoch):
    """Whether the schedule has come to its floor."""
    return step - begin_of(step, per_epoch) >= EPOCHS * per_epoch

)py";

constexpr std::string_view kWarmUp = R"py(def learning_rate(step, per_epoch):
    """Grows in even steps at first (Goyal et al., 2017), then stays."""
    step -= begin_of(step, per_epoch)
    warm_up = math.floor(@WARM_UP@ * per_epoch + 0.5)
    if step < warm_up:
        return LEARNING_RATE * (step + 1) / warm_up
    return LEARNING_RATE

)py";

constexpr std::string_view kWarmUpAndFall = R"py(def learning_rate(step, per_epoch):
    """Grows in even steps at first (Goyal et al., 2017), then falls to a floor."""
    step -= begin_of(step, per_epoch)
    warm_up = math.floor(@WARM_UP@ * per_epoch + 0.5)
    if step < warm_up:
        return LEARNING_RATE * (step + 1) / warm_up
    done = min((step - warm_up) / max(EPOCHS * per_epoch - warm_up, 1), 1.0)
    return LEARNING_RATE * @CURVE@


def is_over(step, per_epoch):
    """Whether the schedule has come to its floor."""
    warm_up = math.floor(@WARM_UP@ * per_epoch + 0.5)
    return step - begin_of(step, per_epoch) >= max(EPOCHS * per_epoch, warm_up + 1)

)py";

// Losses --------------------------------------------------------------------------------------------

constexpr std::string_view kCrossEntropy = R"py(def loss_of(prediction, y):
    return F.cross_entropy(rows(prediction), y)

)py";
constexpr std::string_view kBinary = R"py(def loss_of(prediction, y):
    z = rows(prediction)
    return F.binary_cross_entropy_with_logits(z, y.to(z.dtype).reshape(z.shape))

)py";
constexpr std::string_view kSquaredError = R"py(def loss_of(prediction, y):
    z = rows(prediction)
    return F.mse_loss(z, y.to(z.dtype).reshape(z.shape))

)py";
constexpr std::string_view kSquaredErrorOfClasses = R"py(def loss_of(prediction, y):
    """Each class has an output that should be 1, the others 0."""
    z = rows(prediction)
    return F.mse_loss(z, F.one_hot(y, z.shape[1]).to(z.dtype))

)py";
constexpr std::string_view kHinge = R"py(def loss_of(prediction, y):
    """Crammer and Singer, JMLR 2 (2001), equation 4."""
    z = rows(prediction)
    wanted = F.one_hot(y, z.shape[1]).to(z.dtype)
    return F.relu(1 + (z - wanted * 1e30).amax(dim=1) - (wanted * z).sum(dim=1)).mean()

)py";
constexpr std::string_view kHingeOfTwo = R"py(def loss_of(prediction, y):
    z = rows(prediction)
    return F.relu(1 - z * (2 * y.to(z.dtype).reshape(z.shape) - 1)).mean()

)py";

} // namespace

std::string_view optimizerText(const std::string& optimizer) {
    if (optimizer == "sgd")
        return kSgd;
    if (optimizer == "momentum" || optimizer == "nesterov")
        return kMomentum;
    if (optimizer == "rmsprop")
        return kRmsProp;
    require(optimizer == "adam" || optimizer == "adamw",
            "optimizerText: an optimiser that nothing is known of");
    return optimizer == "adam" ? kAdam : kAdamW;
}

std::string_view shrinkText() {
    return kShrink;
}

std::string_view positionText() {
    return kPosition;
}

std::string_view augmentText() {
    return kAugment;
}

std::string_view goalText() {
    return kGoal;
}

std::string_view scheduleText(const std::string& schedule, bool falls) {
    if (schedule == "constant")
        return kConstant;
    if (schedule == "step")
        return kStep;
    require(schedule == "cosine" || schedule == "warm_up",
            "scheduleText: a schedule that nothing is known of");
    if (schedule == "cosine")
        return kCosine;
    return falls ? kWarmUpAndFall : kWarmUp;
}

std::string_view lossText(const std::string& loss, bool classes, bool single) {
    if (loss == "cross_entropy")
        return kCrossEntropy;
    if (loss == "binary_cross_entropy")
        return kBinary;
    if (loss == "hinge")
        return single ? kHingeOfTwo : kHinge;
    require(loss == "mean_squared_error", "lossText: a loss that nothing is known of");
    return classes && !single ? kSquaredErrorOfClasses : kSquaredError;
}

} // namespace protomind
