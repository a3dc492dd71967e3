from torch import nn
from torch.nn.functional import logsigmoid


class FocalLoss(nn.Module):
    def __init__(self, alpha=0.25, gamma=2.0, reduction="mean"):
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"{reduction} is not a valid value for reduction")
        self.alpha, self.gamma, self.reduction = alpha, gamma, reduction

    def forward(self, logits, targets):
        y = targets.to(logits.dtype)
        margin = logits * (2 * y - 1)  # x for a positive, -x for a negative
        log_pt = logsigmoid(margin)
        log_miss = logsigmoid(-margin)  # log(1 - p_t), finite where 1 - p_t has long become 0
        loss = -log_pt * (self.gamma * log_miss).exp()
        if self.alpha is not None:
            loss = loss * (y * (2 * self.alpha - 1) + 1 - self.alpha)
        if self.reduction == "mean":
            return loss.mean()
        return loss.sum() if self.reduction == "sum" else loss
