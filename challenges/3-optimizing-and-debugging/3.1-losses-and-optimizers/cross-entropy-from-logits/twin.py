def cross_entropy(logits, target, reduction="mean", ignore_index=-100):
    shifted = logits - logits.detach().amax(1, keepdim=True)  # the largest is 0 now: exp cannot overflow
    log_probs = shifted - shifted.exp().sum(1, keepdim=True).log()

    ignored = target == ignore_index
    label = target.masked_fill(ignored, 0)  # ignore_index may be no class
    losses = -log_probs.gather(1, label.unsqueeze(1)).squeeze(1)
    losses = losses.masked_fill(ignored, 0)

    if reduction == "none":
        return losses
    total = losses.sum()
    return total if reduction == "sum" else total / (~ignored).sum()
